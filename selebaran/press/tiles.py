"""Posters on tiles of an office's paper, to be glued together. Lengths are millimetres where no point is named."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

import pikepdf

from selebaran.model.sizes import OFFICE_MM, Paper
from selebaran.press.overlay import EDGE_MM, MARK_MM, POINT, copy_title, draw, lines, size_of, written

OVERLAP_MM = 10.0
BLANK_MM = 7.0
"""How much of a poster's own edge must be free of ink so that it can be tiled."""


def tiled(pdf: bytes, paper: Paper = "a4") -> bytes:
    """Each poster on tiles, row by row from the upper left one: A3 on two, A2 on four.

    Neighbours share a band of `OVERLAP_MM` around the middle of the page. The outer `BLANK_MM` of the page must be free
    of ink: they fall away, and what is left is fitted between the edges that a printer can't reach (at 96 % on A4).
    A tile is cut at its ticks on the side of the next one and glued on so that its edge meets that one's ticks."""
    with pikepdf.open(io.BytesIO(pdf)) as source, written() as (target, done):
        for page in source.pages:
            width, height = (edge / POINT for edge in size_of(page))
            plan = _Plan.of(width, height, paper)
            for row in range(plan.rows):
                for column in range(plan.columns):
                    _tile(target, page, plan, column, row)
        copy_title(source, target)
    return done()


@dataclass(frozen=True)
class _Plan:
    """How a page is cut up: its size, the number of tiles, the size of each, and the scale of the page on them."""

    width: float
    height: float
    columns: int
    rows: int
    tile: tuple[float, float]
    scale: float

    @classmethod
    def of(cls, width: float, height: float, paper: Paper) -> _Plan:
        """Two tiles where their areas suffice, else four. Which way a tile lies is what lets the page be larger; it is
        never larger than it is."""
        short, long = OFFICE_MM[paper]
        doubled = round(math.log2(width * height / (short * long)))
        plans = []
        for columns, rows in ((1, 2), (2, 1)) if doubled <= 1 else ((2, 2),):
            for tile in ((short, long), (long, short)):
                windows = _window(width, columns), _window(height, rows)
                scale = min(1.0, *((side - 2 * EDGE_MM) / w for side, w in zip(tile, windows, strict=True)))
                plans.append(cls(width, height, columns, rows, tile, scale))
        return max(plans, key=lambda plan: plan.scale)


def _window(length: float, count: int) -> float:
    """How much of a page a tile shows along one of its sides."""
    return length - 2 * BLANK_MM if count == 1 else length / 2 + OVERLAP_MM / 2 - BLANK_MM


def _tile(target: pikepdf.Pdf, page: pikepdf.Page, plan: _Plan, column: int, row: int) -> None:
    tile_width, tile_height = plan.tile
    x, seam_x = _along(plan.width, plan.columns, column, tile_width, plan.scale)
    y, seam_y = _along(plan.height, plan.rows, row, tile_height, plan.scale)
    sheet = target.add_blank_page(page_size=(tile_width * POINT, tile_height * POINT))
    draw(target, sheet, page, x * POINT, (tile_height - y - plan.height * plan.scale) * POINT, plan.scale)
    clip = [value * POINT for value in (EDGE_MM, EDGE_MM, tile_width - 2 * EDGE_MM, tile_height - 2 * EDGE_MM)]
    sheet.contents_add("q {:.3f} {:.3f} {:.3f} {:.3f} re W n\n".format(*clip).encode(), prepend=True)
    ticks = []
    ends_x, ends_y = ((EDGE_MM, size - EDGE_MM) for size in plan.tile)
    if seam_y is not None:
        ticks += [(x0, tile_height - seam_y, x1, tile_height - seam_y) for x0, x1 in _ends(*ends_x)]
    if seam_x is not None:
        ticks += [(seam_x, y0, seam_x, y1) for y0, y1 in _ends(*ends_y)]
    strokes = [(a * POINT, b * POINT, c * POINT, d * POINT) for a, b, c, d in ticks]
    sheet.contents_add(b"\nQ\n" + lines(strokes) + _place(plan, column, row))


def _along(length: float, count: int, index: int, side: float, scale: float) -> tuple[float, float | None]:
    """Where the page begins on a tile along one of its sides, and where the seam lies on it, from the left or the top.

    A side with a seam begins at the edge that a printer reaches; one without has the page in its middle."""
    if count == 1:
        return (side - length * scale) / 2, None
    start = BLANK_MM if index == 0 else length / 2 - OVERLAP_MM / 2
    window = _window(length, count) * scale
    begin = EDGE_MM if math.isclose(window, side - 2 * EDGE_MM, abs_tol=0.01) else (side - window) / 2
    return begin - start * scale, begin + (length / 2 + OVERLAP_MM / 2 - start) * scale


def _ends(start: float, end: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (start, start + MARK_MM), (end - MARK_MM, end)


def _place(plan: _Plan, column: int, row: int) -> bytes:
    """A small map of the tiles at the outer edge, on which this one is black."""
    cell, left, top = 1.6, EDGE_MM + 0.3, plan.tile[1] - EDGE_MM - 0.3
    if column:
        left = plan.tile[0] - EDGE_MM - 0.3 - plan.columns * cell
    if row:
        top = EDGE_MM + 0.3 + plan.rows * cell
    drawn = []
    for r in range(plan.rows):
        for c in range(plan.columns):
            box = (left + c * cell, top - (r + 1) * cell, cell, cell)
            paint = "B" if (c, r) == (column, row) else "S"
            numbers = " ".join(f"{value * POINT:.2f}" for value in box)
            drawn.append(f"{numbers} re {paint}")
    return f"\nq 0 G 0 g 0.5 w {' '.join(drawn)} Q".encode()
