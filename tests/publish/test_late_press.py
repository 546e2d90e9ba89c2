"""The press is set up by the parent where all children print with it, and else by a child that has a sheet to print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from selebaran.model.registry import Registry
from selebaran.press.fonts import font_files, sealed_fontconfig
from selebaran.press.late import LatePress, set_up
from selebaran.publish.district import FEW, Workshop
from selebaran.publish.inputs import Inputs
from selebaran.publish.plan import Plan
from selebaran.publish.shelves import keep_shelf
from selebaran.publish.unchanged import Before
from tests.conftest import DAY, DEMO, SHORT, with_fonts

BEFORE = Before(Inputs("program", "", "", {}, {}, ""))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Sheets of one district, which has some; in a folder that knows the fonts."""
    with_fonts(tmp_path)
    font_files(tmp_path / ".cache")
    with sealed_fontconfig(tmp_path / ".cache"):
        pass
    keep_shelf(tmp_path / "dist", DEMO, ())
    return Plan(tmp_path, tmp_path / "dist", (DEMO,), DAY)


def is_set_up(plan: Plan, registry: Registry, monkeypatch: pytest.MonkeyPatch, before: Before | None = BEFORE) -> bool:
    """Whether a workshop sets its press up at once."""
    done: list[LatePress] = []
    monkeypatch.setattr(LatePress, "press", property(done.append))
    workshop = Workshop(plan, registry, before)
    assert isinstance(workshop.press, LatePress)
    assert not workshop.press.reads
    return bool(done)


def test_of_a_district_that_has_its_sheets_the_press_waits(
    plan: Plan, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_set_up(plan, registry, monkeypatch)


@pytest.mark.parametrize(
    ("what", "before"),
    [
        ({"slugs": (SHORT,)}, BEFORE),
        ({"slugs": (DEMO,) * (FEW + 1)}, BEFORE),
        ({}, Before(BEFORE.inputs, fresh=True)),
        ({}, None),
    ],
    ids=["without sheets", "many", "fresh", "nothing known"],
)
def test_where_all_will_print_the_parent_sets_it_up(
    what: dict[str, Any], before: Before | None, plan: Plan, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_set_up(replace(plan, **what), registry, monkeypatch, before)


def test_where_its_fonts_are_gone_the_parent_sets_it_up_for_a_child_cannot_write_there(
    plan: Plan, registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".cache").unlink()
    (tmp_path / ".cache").mkdir()
    assert is_set_up(plan, registry, monkeypatch)


def test_it_prints_as_one_that_was_set_up_at_once(tmp_path: Path) -> None:
    late = LatePress(with_fonts(tmp_path) / ".cache")
    assert not late.reads
    press = set_up(late)
    assert set_up(late) is press is set_up(press)
    assert late.inks is press.inks
    assert late.reads == press.reads
