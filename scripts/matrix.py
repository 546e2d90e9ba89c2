"""`make matrix`: on each Python that this machine has, install what is locked, check, and build one district's site.

It says which Pythons it ran and which it didn't find: what it doesn't name wasn't tried.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
"""Those that pyproject.toml allows and that there are."""
DISTRICT = "kab-contoh"
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def main() -> None:
    """Try each Python, and end with 1 where one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs="*", help="interpreters; without them, python3.11 … python3.14 on the path")
    given = parser.parse_args().pythons or [f"python{version}" for version in VERSIONS]
    print(f"{platform.system()} {platform.release()}, {_system()}")
    failed = False
    for name in given:
        version = _version(name)
        if version is None:
            print(f"{name}: not found, not tried")
            continue
        with tempfile.TemporaryDirectory() as folder:
            said = next((text for text in _tried(name, Path(folder)) if text), "")
        failed |= bool(said)
        print(f"Python {version}: {said or 'installed, checked, built'}", flush=True)
    sys.exit(failed)


def _system() -> str:
    """What the system calls itself."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def _version(name: str) -> str | None:
    """The version of an interpreter, where there is one that runs."""
    if shutil.which(name) is None:
        return None
    code = "import platform; print(platform.python_version())"
    done = subprocess.run([name, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


def _tried(name: str, folder: Path) -> Iterator[str]:
    """Each step's fault, or "" where it went well; the first fault ends it."""
    python = folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    command = [str(python), "-m", "selebaran.cli"]
    steps = {
        "environment": [name, "-m", "venv", str(folder / "venv")],
        "install": [str(python), *PIP, "--require-hashes", "-r", str(ROOT / "requirements" / "build.txt")],
        "package": [str(python), *PIP, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
        "check": [*command, "check", DISTRICT, "--root", str(ROOT)],
        "build": [
            *command,
            "build",
            DISTRICT,
            "--only",
            "site",
            "--quiet",
            "--out",
            str(folder / "out"),
            "--root",
            str(ROOT),
        ],
    }
    for step, words in steps.items():
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode:
            yield f"{step} failed: {(done.stderr or done.stdout).strip()[-400:]}"
            return
        yield ""


if __name__ == "__main__":
    main()
