"""A sheet for the print shop: its boxes, its inks, and the marks by which it is cut, folded and hemmed.

The artwork reaches `BLEED_MM` beyond the sheet. Around that lies a slug of `SLUG_MM` with the marks; WeasyPrint's own
marks would stand in the bleed. Lengths are millimetres.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from selebaran.model.order import Hem
from selebaran.model.piece import BLEED_MM
from selebaran.press.colour import to_cmyk
from selebaran.press.inks import Inks

POINT = 72 / 25.4
SLUG_MM = 10.0
FROM_MM, TO_MM = 3.5, 8.5
"""Where a mark begins and ends, from the edge of the sheet outwards."""
CLEAR_MM = 6.0
"""A register mark stands at least so far from a fold mark."""
RING_MM = 1.2
ALL_INKS, BLACK_INK = "1 1 1 1", "0 0 0 1"
Trim = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def for_print_shop(pdf: bytes, inks: Inks, folds_mm: tuple[tuple[float, ...], ...], hem: Hem | None = None) -> bytes:
    """The written PDF in the inks of a press, with exact boxes and marks. `folds_mm` are the folds of each page, from
    the left."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        to_cmyk(document, inks)
        for number, page in enumerate(document.pages):
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            bleed = BLEED_MM * POINT
            page.BleedBox = pikepdf.Array([left - bleed, bottom - bleed, right + bleed, top + bleed])
            folds = folds_mm[number] if number < len(folds_mm) else ()
            trim = (left, bottom, right, top)
            page.contents_add(_marks(trim, [left + fold * POINT for fold in folds]))
            if hem:
                page.contents_add(_hem_marks(trim, hem))
        stream = io.BytesIO()
        document.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def _marks(trim: Trim, folds: list[float]) -> bytes:
    """Crop marks at the corners and a register mark at the middle of each side, in all inks; dashed where the sheet is
    folded, in black ink alone."""
    left, bottom, right, top = trim
    near, far = FROM_MM * POINT, TO_MM * POINT
    crops = []
    for x in (left, right):
        crops += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    for y in (bottom, top):
        crops += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    dashes = [line for x in folds for line in ((x, bottom - near, x, bottom - far), (x, top + near, x, top + far))]
    targets = " ".join(_register_mark(x, y) for x, y in _register_places(trim, folds))
    everywhere = f"{ALL_INKS} K 0.5 w [] 0 d {_strokes(crops)} 0.25 w {targets}"
    return f"\nq {everywhere} {BLACK_INK} K 0.5 w [2 1.5] 0 d {_strokes(dashes)} Q\n".encode()


def _strokes(lines: list[tuple[float, float, float, float]]) -> str:
    return " ".join("{:.3f} {:.3f} m {:.3f} {:.3f} l S".format(*line) for line in lines)


def _register_places(trim: Trim, folds: list[float]) -> list[tuple[float, float]]:
    """The middle of each side; above and below, beside a fold that lies there."""
    left, bottom, right, top = trim
    away = (FROM_MM + TO_MM) / 2 * POINT
    x, y = (left + right) / 2, (bottom + top) / 2
    if any(abs(fold - x) < CLEAR_MM * POINT for fold in folds):
        x += 2 * CLEAR_MM * POINT
    return [(x, bottom - away), (x, top + away), (left - away, y), (right + away, y)]


def _register_mark(x: float, y: float) -> str:
    """A circle with a cross, by which a printer sees whether all plates meet."""
    arm = (TO_MM - FROM_MM) / 2 * POINT
    cross = _strokes([(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)])
    return f"{_circle(x, y, arm * 0.6)} S {cross}"


def _circle(x: float, y: float, r: float) -> str:
    """The path of a circle, as four curves."""
    k = r * 0.5523
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    return f"{x + r:.3f} {y:.3f} m " + " ".join(" ".join(f"{v:.3f}" for v in curve) + " c" for curve in curves)


def _hem_marks(trim: Trim, hem: Hem) -> bytes:
    """Dashed where the cloth is folded over, and a ring beside the edge wherever an eyelet comes; in black ink."""
    left, bottom, right, top = trim
    near, far, fold = FROM_MM * POINT, TO_MM * POINT, hem.width_mm * POINT
    dashes = []
    for x in (left + fold, right - fold):
        dashes += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    for y in (bottom + fold, top - fold):
        dashes += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    size = ((right - left) / POINT, (top - bottom) / POINT)
    rings = " ".join(f"{_circle(*place, RING_MM * POINT)} S" for place in _beside(trim, hem.eyelets_mm(*size)))
    return f"\nq {BLACK_INK} K 0.5 w {rings} [2 1.5] 0 d {_strokes(dashes)} Q\n".encode()


def _beside(trim: Trim, eyelets: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Where the ring of an eyelet stands on the slug: straight out from it, over the nearer edge."""
    left, bottom, right, top = trim
    away = (FROM_MM + TO_MM) / 2 * POINT
    for x_mm, y_mm in eyelets:
        x, y = left + x_mm * POINT, bottom + y_mm * POINT
        sides = (abs(y - bottom), "below"), (abs(top - y), "above"), (abs(x - left), "left"), (abs(right - x), "right")
        nearest = min(sides, key=lambda side: round(side[0], 2))
        yield {
            "below": (x, bottom - away),
            "above": (x, top + away),
            "left": (left - away, y),
            "right": (right + away, y),
        }[nearest[1]]
