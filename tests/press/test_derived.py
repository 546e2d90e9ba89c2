"""Words that were proved on a sheet are proved on its other forms: smaller, in tiles, several on a paper, a booklet."""

from __future__ import annotations

from typing import Any

import pytest

from selebaran.model.piece import ComposedPiece
from selebaran.press import impose, overlay, tiles
from selebaran.press.layout import Press
from tests.press.derived import unproved
from tests.press.stress import districts, pieces

SHAPES = ("poster-cukup-ktp", "kartu-darurat", "leaflet-bayi", "brosur-tidak-aktif")
"""One piece of each kind of form: A4 and tiles, four on a sheet, two on a sheet, a booklet."""
Made = dict[str, tuple[ComposedPiece, bytes]]


@pytest.fixture(scope="module")
def made(registry: Any, press: Press) -> Made:
    usual = pieces(districts(registry)["long name"], ("kantor",))
    return {piece.name: (piece, press.print(piece).pdf) for piece in usual if piece.name in SHAPES}


@pytest.mark.parametrize("name", SHAPES)
def test_every_word_of_a_sheet_can_be_read_on_its_other_forms(made: Made, name: str) -> None:
    assert unproved(*made[name]) == {}


def shifted(right: float = 0, up: float = 0, larger: float = 1) -> Any:
    """`draw` with a slip in where it puts a page."""

    def draw(target: Any, sheet: Any, page: Any, x: float, y: float, scale: float) -> None:
        overlay.draw(target, sheet, page, x + right, y + up, scale * larger)

    return draw


def covered(target: Any, sheet: Any, page: Any, x: float, y: float, scale: float) -> None:
    """`draw` and a white box upon the page."""
    overlay.draw(target, sheet, page, x, y, scale)
    sheet.contents_add(b"q 1 g 60 100 200 300 re f Q\n")


SLIPS = {
    "too large on A4": ("poster-cukup-ktp", "a4", impose, shifted(larger=1.1)),
    "a tile that begins too far to the right": ("poster-cukup-ktp", "ubin", tiles, shifted(right=60)),
    "a tile that begins too far up": ("poster-cukup-ktp", "ubin", tiles, shifted(up=90)),
    "cards that lie on each other": ("kartu-darurat", "empat", impose, shifted(larger=1.3)),
    "a card beyond the paper": ("kartu-darurat", "empat", impose, shifted(right=40)),
    "a leaflet under a box": ("leaflet-bayi", "dua", impose, covered),
    "pages of a booklet across the fold": ("brosur-tidak-aktif", "buku", impose, shifted(right=-45)),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_where_pages_are_put_is_found(made: Made, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    piece, form, module, slip = SLIPS[name]
    monkeypatch.setattr(module, "draw", slip)
    assert form in unproved(*made[piece])
