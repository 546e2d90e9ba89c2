"""What the fuzzer begins with, and what it once found: none of it gets past a door."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.doors import DOORS, Fault, cleaner, composer, reader
from tests.conftest import ROOT

SEEDS = ROOT / "fuzz" / "seeds"
FOUND = Path(__file__).parent / "temuan"
INPUTS = [*sorted(SEEDS.glob("*/*")), *sorted(path for path in FOUND.glob("*-*"))]


def door_of(path: Path) -> str:
    """A seed lies in the folder of its door; a finding is named after it."""
    return path.parent.name if path.parent.parent == SEEDS else path.name.partition("-")[0]


def test_every_door_has_seeds() -> None:
    assert {path.name for path in SEEDS.iterdir()} == set(DOORS)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{door_of(path)}-{path.name}")
def test_nothing_gets_past_a_door(path: Path) -> None:
    DOORS[door_of(path)](path.read_bytes())


def test_a_door_tells_of_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz.doors.render", lambda *_: ("<script>x</script>", []))
    with pytest.raises(Fault, match="script"):
        cleaner(b"a")
    monkeypatch.setattr("fuzz.doors.faults_of_html", lambda html: [html] if "kata khusus" in html else [])
    with pytest.raises(Fault, match="kata khusus"):
        composer(b"a\nb\nc\nkata khusus\n")
    monkeypatch.setattr("fuzz.doors.badly_told", lambda _: "tells no cure")
    with pytest.raises(Fault, match="cure"):
        reader(b"\t")
