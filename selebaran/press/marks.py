"""A sheet for the print shop: its boxes, its colours, and the marks by which it is cut and folded.

The artwork reaches `BLEED_MM` beyond the sheet. Around that lies a slug of `SLUG_MM` with the marks; WeasyPrint's own
marks would stand in the bleed. Lengths are millimetres.
"""

from __future__ import annotations

import io

import pikepdf

from selebaran.model.piece import BLEED_MM
from selebaran.press.colour import to_cmyk

POINT = 72 / 25.4
SLUG_MM = 10.0
FROM_MM, TO_MM = 3.5, 8.5
"""Where a mark begins and ends, from the edge of the sheet outwards."""


def for_print_shop(pdf: bytes, folds_mm: tuple[tuple[float, ...], ...]) -> bytes:
    """The written PDF in CMYK, with exact boxes and marks. `folds_mm` are the folds of each page, from the left."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        to_cmyk(document)
        for number, page in enumerate(document.pages):
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            bleed = BLEED_MM * POINT
            page.BleedBox = pikepdf.Array([left - bleed, bottom - bleed, right + bleed, top + bleed])
            folds = folds_mm[number] if number < len(folds_mm) else ()
            page.contents_add(_marks((left, bottom, right, top), [left + fold * POINT for fold in folds]))
        stream = io.BytesIO()
        document.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def _marks(trim: tuple[float, float, float, float], folds: list[float]) -> bytes:
    """Crop marks at the corners, dashed where the sheet is folded; in black ink alone."""
    left, bottom, right, top = trim
    near, far = FROM_MM * POINT, TO_MM * POINT
    crops = []
    for x in (left, right):
        crops += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    for y in (bottom, top):
        crops += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    dashes = [line for x in folds for line in ((x, bottom - near, x, bottom - far), (x, top + near, x, top + far))]
    solid, dashed = (
        " ".join("{:.3f} {:.3f} m {:.3f} {:.3f} l S".format(*line) for line in part) for part in (crops, dashes)
    )
    return f"\nq 0 0 0 1 K 0.5 w [] 0 d {solid} [2 1.5] 0 d {dashed} Q\n".encode()
