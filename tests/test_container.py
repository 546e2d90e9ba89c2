"""The Containerfile keeps to the rules of hadolint that matter here, and installs what `make setup` asks for."""

from __future__ import annotations

import re

from tests.project import ROOT

TEXT = re.sub(r"\\\n", " ", (ROOT / "Containerfile").read_text("utf-8"))
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]


def of(instruction: str) -> list[str]:
    """What stands behind an instruction, each time."""
    return [line.removeprefix(f"{instruction} ") for line in LINES if line.startswith(f"{instruction} ")]


def test_the_program_runs_as_nobody_special() -> None:
    assert of("USER")[-1].isdigit()
    assert int(of("USER")[-1]) > 0
    assert LINES.index(f"USER {of('USER')[-1]}") < LINES.index(f"ENTRYPOINT {of('ENTRYPOINT')[0]}")


def test_it_begins_twice_with_the_same_system_and_takes_over_what_the_first_stage_made() -> None:
    first, second = (line.split(" AS ")[0] for line in of("FROM"))
    assert first == second
    assert ":latest" not in first
    assert ":" in first
    assert "--from=susun /venv /venv" in of("COPY")


def test_libraries_of_python_are_locked_and_those_of_the_system_are_the_same_as_elsewhere() -> None:
    assert "--require-hashes -r requirements/build.txt" in TEXT
    wanted = re.search(r'libraries\)\n +apt="([^"]+)"', (ROOT / "scripts" / "system-packages").read_text("utf-8"))
    installed = re.search(r"install -y --no-install-recommends ([^&]+)&&", TEXT)
    assert wanted
    assert installed
    assert set(wanted[1].split()) | {"git"} == set(installed[1].split())


def test_what_is_copied_is_there_and_nothing_else_is_sent_to_the_builder() -> None:
    sent = {line[1:] for line in (ROOT / ".containerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {name for line in of("COPY") if not line.startswith("--from") for name in line.split()[:-1]}
    assert copied == sent
    assert all((ROOT / name).exists() for name in copied)
