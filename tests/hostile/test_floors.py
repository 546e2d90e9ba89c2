"""The floors of versions, and that the lock files of tests and fuzzing build on one another."""

from __future__ import annotations

import re

import pytest

from scripts.floors import CEILINGS, FLOORS, broken, numbers
from tests.conftest import ROOT


def locked(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["build", "test", "fuzz"])
def test_the_locked_versions_are_above_the_floors(name: str) -> None:
    assert broken(locked(name)) == []


@pytest.mark.parametrize(
    ("name", "version"), [*((name, "0.1") for name in FLOORS), *((name, "99.0") for name in CEILINGS)]
)
def test_a_version_beyond_them_is_told(name: str, version: str) -> None:
    text = re.sub(rf"^{name}==[^\s;]+", f"{name}=={version}", locked("build"), flags=re.M)
    assert [fault.split()[:2] for fault in broken(text)] == [[name, version]]
    assert list(broken(re.sub(rf"^{name}==", "x==", text, flags=re.M))) == [f"{name} is not there"]


def test_versions_are_numbers() -> None:
    assert numbers("11.0.2") < numbers("11.0.10") < numbers("12")


def test_fuzzing_builds_on_what_the_tests_have() -> None:
    pins = [set(re.findall(r"^([\w.-]+==[\w.]+)", locked(name), re.M)) for name in ("test", "fuzz")]
    assert pins[0] <= pins[1]
    assert {pin.split("==")[0] for pin in pins[1] - pins[0]} == {"atheris"}
