"""Puts finished pages on other sheets, and draws the marks beside them. Lengths in names with _MM are millimetres.

Pages are placed as form XObjects, so text stays text and nothing is drawn again.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pikepdf

POINT = 72 / 25.4
MARK_MM = 6.0
EDGE_MM = 5.0
"""What an office printer can't reach."""


def lines(strokes: list[tuple[float, float, float, float]]) -> bytes:
    """Thin black strokes, each from x, y to x, y in points."""
    drawn = " ".join("{:.2f} {:.2f} m {:.2f} {:.2f} l S".format(*stroke) for stroke in strokes)
    return f"\nq 0 G 0.75 w {drawn} Q".encode()


def draw(target: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, x: float, y: float, scale: float) -> None:
    """Place a page on a sheet; x and y are points from the lower left corner.

    pikepdf's own `add_overlay` gives what it places a random name, and the same input must give the same bytes."""
    form = target.copy_foreign(page.as_form_xobject())
    resources = sheet.resources
    if "/XObject" not in resources:
        resources["/XObject"] = pikepdf.Dictionary()
    name = f"/H{len(resources.XObject.keys())}"
    resources.XObject[name] = form
    sheet.contents_add(f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm {name} Do Q\n".encode())


def size_of(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height of a page in points."""
    x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
    return x1 - x0, y1 - y0


def copy_title(source: pikepdf.Pdf, target: pikepdf.Pdf) -> None:
    """Title and language, which a PDF made of another's pages should keep."""
    if "/Title" in source.docinfo:
        target.docinfo["/Title"] = str(source.docinfo.Title)
    if "/Lang" in source.Root:
        target.Root.Lang = pikepdf.String(str(source.Root.Lang))


@contextmanager
def written() -> Iterator[tuple[pikepdf.Pdf, Callable[[], bytes]]]:
    """A new PDF, and a function that gives its bytes once the block has ended. Same pages, same bytes."""
    target = pikepdf.new()
    stream = io.BytesIO()
    yield target, stream.getvalue
    target.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    target.close()
