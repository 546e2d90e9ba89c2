"""The bar of days: as long as the rule says, filled from the day on which one acts."""

from __future__ import annotations

import re

from selebaran.compose.piece.day_bar import DAY, EDGE, day_bar

COLOURS = {"il-paper": "#ffffff", "il-line": "#131c3f", "il-b": "#f2b01e"}
COPIER = {"il-paper": "#fff", "il-line": "#000", "il-b": "#fff"}


def filled(svg: str) -> list[tuple[float, float, str]]:
    """From where, how far and in which colour each part is filled."""
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="\d+" fill="([^"]+)"', svg)
    return [(float(x), float(width), colour) for x, width, colour in found]


def ticks(svg: str) -> list[int]:
    """The days after which a little line stands."""
    return [round((float(x) - EDGE) / DAY) for x in re.findall(r"M([\d.]+) 25V34", svg)]


def test_the_days_of_paying_are_filled_from_the_first_to_the_last() -> None:
    (_, whole, paper), (begin, width, colour) = filled(day_bar(14, 30, COLOURS))
    assert (whole, paper, colour) == (30 * DAY, "#ffffff", "#f2b01e")
    assert begin == 13 * DAY + EDGE  # where day 13 ends
    assert begin + width == 30 * DAY + EDGE


def test_every_day_has_its_tick_but_where_the_bar_changes_or_ends() -> None:
    assert ticks(day_bar(14, 30, COLOURS)) == [*range(1, 13), *range(14, 30)]


def test_another_rule_makes_another_bar() -> None:
    assert day_bar(7, 20, COLOURS) != day_bar(14, 30, COLOURS)
    assert filled(day_bar(7, 20, COLOURS))[1][0] == 6 * DAY + EDGE


def test_the_photocopiers_bar_is_black_where_the_screens_is_yellow() -> None:
    svg = day_bar(14, 30, COPIER)
    assert filled(svg)[1][2] == "#000"
    assert '<path stroke="#fff"' in svg  # its ticks are seen on the black
