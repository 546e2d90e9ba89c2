"""Finished pages -> the sheets that an office puts into its printer."""

from __future__ import annotations

import io

import pikepdf

from selebaran.model.piece import Derivation
from selebaran.model.sizes import OFFICE_MM, Paper
from selebaran.press.overlay import EDGE_MM, MARK_MM, POINT, copy_title, draw, lines, size_of, written
from selebaran.press.tiles import tiled

CREEP_MM = 0.1
"""How far each sheet of a booklet pushes the one within it out: the thickness of office paper."""
ENLARGED = 2**0.5
SHEETS_MM = ((148.0, 210.0), (210.0, 297.0), OFFICE_MM["f4"], (297.0, 420.0), (420.0, 594.0), (594.0, 841.0))
"""The sheets that two pages side by side can make."""
CLOSE_MM = 2.0
"""Two sheets of one size differ by rounding at most so much from twice a page."""


def booklet(pdf: bytes) -> bytes:
    """Pages two-up in the order of a saddle-stitched booklet: for four pages 4|1 in front and 2|3 behind.

    The number of pages must be a multiple of four. The pages of inner sheets stand nearer to the fold by `CREEP_MM` a
    sheet, because folding pushes them outwards."""
    with pikepdf.open(io.BytesIO(pdf)) as source, written() as (target, done):
        count = len(source.pages)
        if count % 4:
            raise ValueError(f"a booklet needs a multiple of four pages, not {count}")
        width, height = size_of(source.pages[0])
        # Two A5 pages are 1 mm narrower than A4: they stand in the middle of the real sheet.
        sheet_width, sheet_height = _paper(2 * width, height)
        margin, below = (sheet_width - 2 * width) / 2, (sheet_height - height) / 2
        for sheet in range(count // 4):
            front = (count - 1 - 2 * sheet, 2 * sheet)
            back = (2 * sheet + 1, count - 2 - 2 * sheet)
            creep = CREEP_MM * POINT * sheet
            for left, right in (front, back):
                page = target.add_blank_page(page_size=(sheet_width, sheet_height))
                draw(target, page, source.pages[left], margin + creep, below, 1)
                draw(target, page, source.pages[right], margin + width - creep, below, 1)
        copy_title(source, target)
    return done()


def enlarged_mm(width_mm: float, height_mm: float) -> tuple[float, float]:
    """The paper on which `enlarged` puts a page of this size."""
    width, height = _paper(width_mm * ENLARGED * POINT, height_mm * ENLARGED * POINT)
    return width / POINT, height / POINT


def _paper(width: float, height: float) -> tuple[float, float]:
    """The sheet that two pages make, in points, or their own size where there is none."""
    for short, long in ((a * POINT, b * POINT) for a, b in SHEETS_MM):
        for paper in ((short, long), (long, short)):
            if abs(paper[0] - width) < CLOSE_MM * POINT and abs(paper[1] - height) < CLOSE_MM * POINT:
                return paper
    return width, height


def enlarged(pdf: bytes) -> bytes:
    """Every page at 141 %, amid the next paper: a sheet of A4 on A3, type of 12 points at 17. Paper is rounded to whole
    millimetres, so that a page is up to half a millimetre narrower or wider than it."""
    with pikepdf.open(io.BytesIO(pdf)) as source, written() as (target, done):
        for page in source.pages:
            width, height = (edge * ENLARGED for edge in size_of(page))
            paper = _paper(width, height)
            x, y = (paper[0] - width) / 2, (paper[1] - height) / 2
            draw(target, target.add_blank_page(page_size=paper), page, x, y, ENLARGED)
        copy_title(source, target)
    return done()


def derived(pdf: bytes, kind: Derivation, paper: Paper = "a4") -> bytes:
    """Another form of a printed sheet: "a4" scales it onto the office's paper, "ubin" cuts it into tiles of that,
    "dua", "tiga" and "empat" put so many copies of it on a sheet."""
    copies = {"dua": 2, "tiga": 3, "empat": 4}
    if kind in copies:
        return _copies(pdf, copies[kind], paper)
    return _scaled(pdf, paper) if kind == "a4" else tiled(pdf, paper)


def _copies(pdf: bytes, count: int, paper: Paper) -> bytes:
    """Each page several times on a sheet of the office's paper, with short ticks where the copies are cut apart.

    All copies are the same, so that a back always lies behind a front."""
    with pikepdf.open(io.BytesIO(pdf)) as source, written() as (target, done):
        for page in source.pages:
            width, height = size_of(page)
            columns, rows, sheet = _grid(width, height, count, paper)
            left, below = (sheet[0] - columns * width) / 2, (sheet[1] - rows * height) / 2
            placed = target.add_blank_page(page_size=sheet)
            for number in range(count):
                x, y = left + number % columns * width, below + (rows - 1 - number // columns) * height
                draw(target, placed, page, x, y, 1)
            cuts = [left + n * width for n in range(1, columns)], [below + n * height for n in range(1, rows)]
            placed.contents_add(_cuts(sheet, *cuts))
        copy_title(source, target)
    return done()


def _grid(width: float, height: float, count: int, paper: Paper) -> tuple[int, int, tuple[float, float]]:
    """Columns, rows and the sheet on which so many copies fit. Raises ValueError where none does."""
    short, long = (edge * POINT for edge in OFFICE_MM[paper])
    for columns in (c for c in range(1, count + 1) if count % c == 0):
        for sheet in ((short, long), (long, short)):
            rows = count // columns
            if columns * width <= sheet[0] + CLOSE_MM * POINT and rows * height <= sheet[1] + CLOSE_MM * POINT:
                return columns, rows, sheet
    raise ValueError(f"{count} copies of {width / POINT:.0f} × {height / POINT:.0f} mm don't fit on {paper.upper()}")


def _cuts(sheet: tuple[float, float], across: list[float], up: list[float]) -> bytes:
    """Ticks at both ends of every cut, within what a printer reaches."""
    near, far = EDGE_MM * POINT, (EDGE_MM + MARK_MM / 2) * POINT
    strokes = [(x, y0, x, y1) for x in across for y0, y1 in ((near, far), (sheet[1] - far, sheet[1] - near))]
    strokes += [(x0, y, x1, y) for y in up for x0, x1 in ((near, far), (sheet[0] - far, sheet[0] - near))]
    return lines(strokes)


def _scaled(pdf: bytes, paper: Paper) -> bytes:
    """Every page as large as it can be on a sheet of the same orientation, in the middle of it."""
    with pikepdf.open(io.BytesIO(pdf)) as source, written() as (target, done):
        for page in source.pages:
            width, height = size_of(page)
            short, long = (edge * POINT for edge in OFFICE_MM[paper])
            sheet = (short, long) if height >= width else (long, short)
            scale = min(sheet[0] / width, sheet[1] / height)
            gaps = (sheet[0] - width * scale, sheet[1] - height * scale)
            left, below = (gap / 2 if gap > CLOSE_MM * POINT else 0.0 for gap in gaps)
            draw(target, target.add_blank_page(page_size=sheet), page, left, below, scale)
        copy_title(source, target)
    return done()
