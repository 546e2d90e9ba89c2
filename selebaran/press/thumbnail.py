"""The small picture that stands for a piece on the download page."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from selebaran.model.piece import CoverArea

WIDTH_PX = 320


def thumbnail(pdf: bytes, area: CoverArea) -> tuple[bytes, tuple[int, int]]:
    """A PNG of the cover area of a PDF, in few colours, and its size in pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[area.sheet]
        width_mm = page.get_width() * 25.4 / 72
        right = width_mm - area.x_mm - area.width_mm
        point = 72 / 25.4
        scale = WIDTH_PX / (area.width_mm * point)
        image = page.render(scale=scale, crop=(area.x_mm * point, 0, max(0.0, right) * point, 0)).to_pil()
    finally:
        document.close()
    stream = io.BytesIO()
    image.convert("RGB").quantize(64).save(stream, "PNG", optimize=True)
    return stream.getvalue(), image.size


def picture_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    with Image.open(io.BytesIO(picture)) as image:
        return image.size
