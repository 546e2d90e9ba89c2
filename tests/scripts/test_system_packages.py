"""What the machine must have is asked of WeasyPrint itself, and named for the installer that the machine has."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / "scripts" / "system-packages"
MISSING = "echo \"OSError: cannot load library 'libpango-1.0-0'\" >&2; exit 1"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine that has nothing but what a test puts into this folder."""
    for name in ("tail", "grep"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    return tmp_path


def put(machine: Path, name: str, body: str) -> str:
    """A program of that machine."""
    path = machine / name
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def run(machine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": str(machine)}
    return subprocess.run([str(SCRIPT), *arguments], env=environment, capture_output=True, text=True, check=False)


def test_nothing_is_asked_of_a_machine_on_which_weasyprint_loads(machine: Path) -> None:
    put(machine, "apt-get", "exit 9")
    done = run(machine, "libraries", put(machine, "python", "exit 0"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt-get", "  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"),
        ("dnf", "  sudo dnf install pango harfbuzz\n"),
        ("brew", "  brew install pango\n"),
    ],
)
def test_the_packages_are_named_for_the_installer_that_is_there(machine: Path, installer: str, line: str) -> None:
    put(machine, installer, "exit 9")
    done = run(machine, "libraries", put(machine, "python", MISSING))
    assert done.returncode == 1
    assert done.stderr.endswith(f"lalu jalankan lagi:\n{line}")


def test_all_three_are_named_where_none_is_known(machine: Path) -> None:
    done = run(machine, "libraries", put(machine, "python", MISSING))
    assert done.returncode == 1
    assert [f"{name} install" in done.stderr for name in ("apt-get", "dnf", "brew")] == [True] * 3


@pytest.mark.parametrize(("user", "sudo", "code"), [("0", "exit 1", 0), ("1000", '"$@"', 0), ("1000", "exit 1", 1)])
def test_debian_installs_by_itself_where_it_may(machine: Path, user: str, sudo: str, code: int) -> None:
    installed = machine / "installed"
    put(machine, "id", f"echo {user}")
    put(machine, "sudo", '[ "$1" = -n ] && shift\n' + sudo)
    put(machine, "true", "exit 0")
    put(machine, "dpkg-query", "exit 1")
    put(machine, "apt-get", f'[ "$1" = install ] && echo "$@" >> {installed}\nexit 0')
    done = run(machine, "libraries", put(machine, "python", f"[ -e {installed} ] || {{ {MISSING}; }}"))
    assert done.returncode == code, done.stderr
    assert installed.exists() == (code == 0)
    if code == 0:
        assert "libpango-1.0-0" in installed.read_text("utf-8")


def test_a_library_that_stays_missing_is_told_in_its_own_words(machine: Path) -> None:
    put(machine, "id", "echo 0")
    put(machine, "dpkg-query", "exit 1")
    put(machine, "apt-get", "exit 0")
    done = run(machine, "libraries", put(machine, "python", MISSING))
    assert done.returncode == 1
    assert "cannot load library 'libpango-1.0-0'" in done.stderr


def test_programs_of_the_tests_are_asked_for_by_name_where_there_is_no_dpkg(machine: Path) -> None:
    put(machine, "dnf", "exit 9")
    assert "tesseract-langpack-ind" in run(machine, "programs").stderr
    for name in ("chromium", "pdftotext", "qpdf", "tesseract", "nginx", "openssl"):
        put(machine, name, "exit 0")
    assert run(machine, "programs").returncode == 0
