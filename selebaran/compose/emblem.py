"""A district's emblem, made ready for paper: small, on white, once in colour and once in grey.

The file is read and written anew, so that nothing but its picture (no profile, no place, no second frame) gets out.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
SHORTEST_PX, LONGEST_PX = 300, 2000
"""300 points on the 18 mm of a cover, or the 26 mm of a poster, are sharp in print; the other bound is for memory."""
PRINTED_PX = 480
TONER = 0.6
"""How dark the grey emblem's black is: a solid black field takes toner, and breaks in a copy of a copy."""
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    struct.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for a file that is no picture, or only the beginning of one."""


@dataclass(frozen=True)
class Emblem:
    """PNGs of it, and the text that stands for it where it can't be seen."""

    colour: bytes
    grey: bytes
    alt: str


class EmblemFault(Exception):
    """The file can't be printed. `size` is None when it isn't a picture at all."""

    def __init__(self, size: tuple[int, int] | None = None) -> None:
        super().__init__(str(size))
        self.size = size


def emblem_of(picture: bytes, alt: str) -> Emblem:
    """The emblem in a file. Raises `EmblemFault`."""
    try:
        with _strict(), Image.open(io.BytesIO(picture), formats=FORMATS) as image:
            size = image.size
            if min(size) < SHORTEST_PX or max(size) > LONGEST_PX:
                raise EmblemFault(size)
            image.load()
            drawn = ImageOps.exif_transpose(image).convert("RGBA")
    except BROKEN as error:
        raise EmblemFault from error
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    paper.thumbnail((PRINTED_PX, PRINTED_PX), Image.Resampling.LANCZOS)
    grey = paper.convert("L").point([255 - round((255 - level) * TONER) for level in range(256)])
    return Emblem(_png(paper.convert("RGB")), _png(grey), alt)


@contextmanager
def _strict() -> Iterator[None]:
    """Within the block, half a picture is an error: WeasyPrint, once imported, lets Pillow make up the rest."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()
