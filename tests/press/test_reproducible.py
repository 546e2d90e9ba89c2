"""The same input gives the same bytes: on another machine, in another folder, in another time zone and language.

`make test-full` changes one thing after the other; here all of them change at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DEMO, ROOT
from tests.press.reproduce import digests

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'
OTHERS = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Jayapura", "LC_ALL": "C", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    """The digests in this process."""
    return digests(ROOT)


def clone(folder: Path) -> Path:
    """The project in another folder, without anything that was made before."""
    for name in ("content", "templates", "printables", f"districts/{DEMO}", "districts/_provinsi"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "districts/_daftar.yml", folder / "districts")
    return folder


def fontless(folder: Path) -> dict[str, str]:
    """A machine without any font: an empty configuration, an empty home."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fonts.conf").write_text(NO_FONTS, "utf-8")
    return {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "HOME": str(folder), "XDG_CACHE_HOME": str(folder)}


def elsewhere(project: Path, environment: dict[str, str]) -> dict[str, str]:
    """The digests in a new process."""
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": os.environ.get("HOME", "/")}
    command = [sys.executable, "-m", "tests.press.reproduce", str(project)]
    done = subprocess.run(command, env=kept | environment, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_another_machine_makes_the_same_bytes(here: dict[str, str], tmp_path: Path) -> None:
    assert len(here) >= 6
    assert elsewhere(clone(tmp_path / "salinan"), OTHERS | fontless(tmp_path / "rumah")) == here
