"""The page for officials: what it says that shows is what shows, row by row."""

from __future__ import annotations

import re

import pytest

from selebaran.compose.markup.elements import ALLOWED
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.problem import Place
from tests.compose.markup.kit import own, shared
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "panduan" / "menulis.md").read_text("utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (.*?) \|(?: (.*?) ?\|)?$", re.M)
LINK = re.compile(r"\[([^\[\]]*) → ([^\[\]]*)\]")
SIGNS = {"⏎": "\n", "⇥": "\t", "·": " ", "¦": "|"}
ROWS = ROW.findall(PAGE)
SHOWN = [row for row in ROWS if "masalah.md" not in row[1]]
REFUSED = [row for row in ROWS if "masalah.md" in row[1]]


def typed(cell: str) -> str:
    for sign, meant in SIGNS.items():
        cell = cell.replace(sign, meant)
    return cell


@pytest.mark.parametrize(("left", "right", "note"), SHOWN)
def test_what_the_guide_says_is_what_shows(left: str, right: str, note: str) -> None:
    expected = LINK.sub(r"[\1](\2)", right.replace("¦", "|"))
    assert own(typed(left)) == expected
    assert (shared(typed(left)) == expected) is not note.startswith("Daerah")


@pytest.mark.parametrize(("left", "right", "_"), REFUSED)
def test_what_the_guide_says_is_refused_is_refused(left: str, right: str, _: str) -> None:
    _, problems = render(typed(left), Place("x", 1), Surroundings("posko", {"posko": None}, ()))
    assert [f"[{found.code}](../masalah.md#{found.code})" for found in problems] == [right]


def test_no_row_of_the_guide_is_left_out() -> None:
    rows = [line for line in PAGE.split("\n") if line.startswith("| `")]
    assert len(rows) == len(ROWS) > 60


def test_the_guide_names_every_element_that_is_allowed() -> None:
    named = set(re.search(r"HTML yang boleh: `([^`]+)`", PAGE)[1].split())  # type: ignore[index]
    in_words = {"table", "thead", "tbody", "tfoot", "caption", "tr", "th", "td", *(f"h{n}" for n in range(1, 7))}
    assert named | in_words == ALLOWED
