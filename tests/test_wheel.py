"""The wheel has all files of the package; `make test-full` installs it and starts a campaign with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT

SOURCES = ("selebaran", "templates", "setup.py", "pyproject.toml", "mkdocs.yml", "README.md", "LICENSE")
"""What a wheel is built of."""


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it ends well, and knows nothing of this repository."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def wheel_in(folder: Path) -> Path:
    """A wheel, built of a copy of the sources without asking any registry."""
    source = folder / "sumber"
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    options = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    run(sys.executable, "-m", "pip", "wheel", *options, str(source), cwd=folder)
    [wheel] = folder.glob("*.whl")
    return wheel


def test_it_has_every_file_of_the_package(tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel_in(tmp_path)) as wheel:
        there = set(wheel.namelist())
    files = (path for path in (ROOT / "selebaran").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.relative_to(ROOT).as_posix() for path in files} <= there
