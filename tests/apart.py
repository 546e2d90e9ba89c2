"""Runs a job as a machine would that has never seen the project: a new Python, an empty folder, its inputs alone."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

BEFORE = """
import os, pickle, sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(os.path.abspath(str(args[0]))) if event == "open" else None)
from pathlib import Path
given = pickle.load(sys.stdin.buffer)
"""
AFTER = """
sys.stdout.buffer.write(pickle.dumps((made, opened)))
"""
PROGRAM = (ROOT / "selebaran", ROOT / ".venv")
"""What a machine has that runs the program."""


def run_apart(code: str, given: object, folder: Path) -> Any:
    """What `code` puts into `made`, from what it finds in `given`. Nothing of the project may be opened."""
    assert not list(folder.iterdir())
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-I", "-c", BEFORE + code + AFTER],
        input=pickle.dumps(given),
        capture_output=True,
        cwd=folder,
        env=environment | {"HOME": str(folder)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    made, opened = pickle.loads(done.stdout)
    inside = {Path(path) for path in opened if Path(path).is_relative_to(ROOT)}
    assert {path for path in inside if not any(path.is_relative_to(part) for part in PROGRAM)} == set()
    return made
