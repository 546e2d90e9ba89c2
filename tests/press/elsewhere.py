"""The same sheets printed elsewhere: by another process, in another folder, on a machine without fonts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import DEMO, ROOT

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'
OTHERS = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Jayapura", "LC_ALL": "C", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}


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
