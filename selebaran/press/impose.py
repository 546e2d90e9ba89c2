"""Finished pages -> the sheets that an office puts into its printer. Lengths are millimetres.

Pages are placed as form XObjects, so text stays text and nothing is drawn again.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pikepdf

from selebaran.model.piece import Derivation

POINT = 72 / 25.4
A4_MM = (210.0, 297.0)
OVERLAP_MM = 10.0
MARK_MM = 6.0
EDGE_MM = 5.0
"""What an office printer can't reach."""
BLANK_MM = 7.0
"""How much of an A3 sheet's own edge must be free of ink so that it can be scaled and tiled."""


def booklet(pdf: bytes) -> bytes:
    """Pages two-up in the order of a saddle-stitched booklet: for four pages 4|1 in front and 2|3 behind.

    The number of pages must be a multiple of four."""
    with pikepdf.open(io.BytesIO(pdf)) as source, _written() as (target, done):
        count = len(source.pages)
        if count % 4:
            raise ValueError(f"a booklet needs a multiple of four pages, not {count}")
        width, height = _size(source.pages[0])
        # Two A5 pages are 1 mm narrower than A4: they stand in the middle of the real sheet.
        sheet_width = A4_MM[1] * POINT if abs(2 * width - A4_MM[1] * POINT) < 2 * POINT else 2 * width
        margin = (sheet_width - 2 * width) / 2
        for sheet in range(count // 4):
            front = (count - 1 - 2 * sheet, 2 * sheet)
            back = (2 * sheet + 1, count - 2 - 2 * sheet)
            for left, right in (front, back):
                page = target.add_blank_page(page_size=(sheet_width, height))
                for index, number in enumerate((left, right)):
                    _draw(target, page, source.pages[number], margin + index * width, 0, 1)
        _title(source, target)
    return done()


def derived(pdf: bytes, kind: Derivation) -> bytes:
    """Another form of a printed sheet: "a4" scales it onto A4, "ubin" cuts it into two A4 tiles."""
    return {"a4": _scaled, "ubin": _tiled}[kind](pdf)


def _scaled(pdf: bytes) -> bytes:
    """Every page scaled onto an A4 page of the same orientation."""
    with pikepdf.open(io.BytesIO(pdf)) as source, _written() as (target, done):
        for page in source.pages:
            width, height = _size(page)
            short, long = (edge * POINT for edge in A4_MM)
            size = (short, long) if height >= width else (long, short)
            _draw(target, target.add_blank_page(page_size=size), page, 0, 0, size[0] / width)
        _title(source, target)
    return done()


def _tiled(pdf: bytes) -> bytes:
    """Each A3 portrait page on two A4 landscape tiles, the upper half first.

    The tiles share a band of `OVERLAP_MM` around the middle of the page. The outer `BLANK_MM` of the page must be free
    of ink: they fall away, and what is left is fitted between the edges that a printer can't reach (at 96 %). The upper
    tile is cut at its lower ticks and glued on so that its edge meets the ticks of the lower tile."""
    with pikepdf.open(io.BytesIO(pdf)) as source, _written() as (target, done):
        for page in source.pages:
            for upper in (True, False):
                _tile(target, page, upper=upper)
        _title(source, target)
    return done()


def _tile(target: pikepdf.Pdf, page: pikepdf.Page, *, upper: bool) -> None:
    width, height = (edge / POINT for edge in _size(page))
    tile_height, tile_width = A4_MM
    window = height / 2 + OVERLAP_MM / 2 - BLANK_MM
    scale = (tile_height - 2 * EDGE_MM) / window
    # Millimetres from the top of the page to the top of what this tile shows of it.
    start = BLANK_MM if upper else height / 2 - OVERLAP_MM / 2
    left = (tile_width - width * scale) / 2
    top = EDGE_MM - start * scale
    seam = EDGE_MM + (height / 2 + OVERLAP_MM / 2 - start) * scale
    sheet = target.add_blank_page(page_size=(tile_width * POINT, tile_height * POINT))
    _draw(target, sheet, page, left * POINT, (tile_height - top - height * scale) * POINT, scale)
    clip = [value * POINT for value in (EDGE_MM, EDGE_MM, tile_width - 2 * EDGE_MM, tile_height - 2 * EDGE_MM)]
    sheet.contents_add("q {:.3f} {:.3f} {:.3f} {:.3f} re W n\n".format(*clip).encode(), prepend=True)
    sheet.contents_add(b"\nQ\n" + _ticks(tile_width, tile_height - seam))


def _ticks(width_mm: float, y_mm: float) -> bytes:
    """Short lines at both sides, where the upper tile ends."""
    spans = ((EDGE_MM, EDGE_MM + MARK_MM), (width_mm - EDGE_MM - MARK_MM, width_mm - EDGE_MM))
    y = y_mm * POINT
    drawn = " ".join(f"{x0 * POINT:.2f} {y:.2f} m {x1 * POINT:.2f} {y:.2f} l S" for x0, x1 in spans)
    return f"q 0 G 0.75 w {drawn} Q".encode()


def _draw(target: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, x: float, y: float, scale: float) -> None:
    """Place a page on a sheet; x and y are points from the lower left corner.

    pikepdf's own `add_overlay` gives what it places a random name, and the same input must give the same bytes."""
    form = target.copy_foreign(page.as_form_xobject())
    resources = sheet.resources
    if "/XObject" not in resources:
        resources["/XObject"] = pikepdf.Dictionary()
    name = f"/H{len(resources.XObject.keys())}"
    resources.XObject[name] = form
    sheet.contents_add(f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm {name} Do Q\n".encode())


def _size(page: pikepdf.Page) -> tuple[float, float]:
    x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
    return x1 - x0, y1 - y0


def _title(source: pikepdf.Pdf, target: pikepdf.Pdf) -> None:
    if "/Title" in source.docinfo:
        target.docinfo["/Title"] = str(source.docinfo.Title)
    if "/Lang" in source.Root:
        target.Root.Lang = pikepdf.String(str(source.Root.Lang))


@contextmanager
def _written() -> Iterator[tuple[pikepdf.Pdf, Callable[[], bytes]]]:
    """A new PDF, and a function that gives its bytes once the block has ended. Same pages, same bytes."""
    target = pikepdf.new()
    stream = io.BytesIO()
    yield target, stream.getvalue
    target.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    target.close()
