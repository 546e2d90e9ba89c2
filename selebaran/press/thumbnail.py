"""The small picture that stands for a piece on the download page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from selebaran.jobs.stages import staged
from selebaran.model.piece import ComposedPiece, CoverArea

if TYPE_CHECKING:
    import pypdfium2

WIDTH_PX = 320

MOST = 1024
Picture = tuple[bytes, tuple[int, int]]
"""A PNG, and its size in pixels."""
_KNOWN: dict[tuple[bytes, CoverArea, float, float], Picture] = {}
"""Those of pages that stand on many sheets."""


def thumbnail_of(piece: ComposedPiece, pdf: bytes) -> Picture:
    """That of a piece in some profile."""
    from selebaran.press.outline import outline_of  # late: who asks for the size of a picture needs none of it

    return thumbnail(pdf, piece.cover, outline_of(piece.profile).around_mm, 2**0.5 if piece.profile == "besar" else 1)


@staged("gambar")
def thumbnail(pdf: bytes, area: CoverArea, around_mm: float = 0, scale: float = 1) -> Picture:
    """A PNG of the cover area of a PDF, in few colours, and its size in pixels.

    `around_mm` is what lies around the sheet on its page, `scale` how much larger it is than the piece."""
    from selebaran.press.opened import opened  # late: who asks for the size of a picture needs none of it

    sign = opened(pdf).signed.get(area.sheet, b"")
    if found := _KNOWN.get((sign, area, around_mm, scale)):
        return found
    drawn = _drawn(opened(pdf).page(area.sheet), area, around_mm, scale)
    if sign and len(_KNOWN) < MOST:
        _KNOWN[sign, area, around_mm, scale] = drawn
    return drawn


def _drawn(page: pypdfium2.PdfPage, area: CoverArea, around_mm: float, scale: float) -> Picture:
    point, edge = 72 / 25.4, around_mm * 72 / 25.4
    left, width = area.x_mm * scale * point + edge, area.width_mm * scale * point
    crop = (left, edge, max(edge, page.get_width() - left - width), edge)
    image = page.render(scale=WIDTH_PX / width, crop=crop).to_pil()
    stream = io.BytesIO()
    # Of Pillow's ways the one that comes nearest to flat colours; its fastest packing takes a fifth of the time.
    image.convert("RGB").quantize(64, Image.Quantize.MAXCOVERAGE).save(stream, "PNG", compress_level=6)
    return stream.getvalue(), image.size


def picture_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    with Image.open(io.BytesIO(picture)) as image:
        return image.size
