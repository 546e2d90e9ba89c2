"""Which parts of two sheets are the same."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from selebaran.press.panels import Source
from selebaran.press.units import BLOCK, Units

PLAIN = {"display": BLOCK, "float": "none", "position": "static", "break_inside": "auto"}
PLAIN |= {"column_count": "auto", "column_width": "auto", "break_before": "auto", "break_after": "auto"}
PANEL = "<div><p>satu</p><div><p>dua {}</p><p>tiga</p></div><p>empat</p></div>"


def parts(theirs: str, ours: str, style: dict[str, Any] | None = None, differing: set[str] | None = None) -> list[bool]:
    made = []
    for inside in (theirs, ours):
        source = Source.of(ElementTree.fromstring(f"<html><head/><body><section>{inside}</section></body></html>"), {})
        assert source
        made.append(source)
    return list(Units.of(made[0], made[1], differing or set(), lambda _: PLAIN | (style or {})).same)


def test_only_what_says_something_else_differs() -> None:
    assert parts(PANEL.format("x"), PANEL.format("y")) == [True, False, True, True]
    assert parts(PANEL.format("x"), PANEL.format("x")) == [True]


@pytest.mark.parametrize(
    "style",
    [
        {"display": ("block", "flex")},
        {"display": ("block", "flow-root")},
        {"float": "left"},
        {"position": "absolute"},
        {"column_count": 2},
        {"column_width": 90},
        {"break_inside": "avoid"},
    ],
    ids=lambda style: next(iter(style)),
)
def test_what_depends_on_what_stands_beside_it_is_one_part(style: dict[str, Any]) -> None:
    assert parts(PANEL.format("x"), PANEL.format("y"), style) == [False]


@pytest.mark.parametrize(
    "ours",
    [
        "<div>nol<p>satu</p></div>",
        "<div><p>satu</p>nol</div>",
        "<div><h2>satu</h2></div>",
        '<div><p lang="jv">satu</p></div>',
        "<div><p>satu</p><p>dua</p></div>",
        "<div/>",
    ],
)
def test_what_is_built_otherwise_is_one_part(ours: str) -> None:
    assert parts("<div><p>satu</p></div>", ours) == [False]


def test_a_part_with_another_picture_of_the_same_name_differs() -> None:
    picture = '<div><p>satu</p><img src="asset:a.svg"/></div>'
    assert parts(picture, picture, differing={"asset:a.svg"}) == [False]
    assert parts(picture, picture.replace("satu", "dua"), differing={"asset:a.svg"}) == [False, False]
