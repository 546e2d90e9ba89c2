"""A district's emblem, made ready for paper: small, on white, once in colour and once in grey.

The file is read and written anew, so that nothing but its picture (no profile, no place, no second frame) gets out.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from selebaran.compose.district.ground import is_blank, on_ground
from selebaran.compose.district.pictures import PictureFault, decoded

SHORTEST_PX, LONGEST_PX = 300, 2000
"""300 points on the 18 mm of a cover, or the 26 mm of a poster, are sharp in print; the other bound is for memory."""
PRINTED_PX = 480
TONER = 0.6
"""How dark the grey emblem's black is: a solid black field takes toner, and breaks in a copy of a copy."""


@dataclass(frozen=True)
class Emblem:
    """PNGs of it, and the text that stands for it where it can't be seen."""

    colour: bytes
    grey: bytes
    alt: str


class EmblemFault(Exception):
    """The picture has too few points to be printed, or too many."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(str(size))
        self.size = size


def emblem_of(picture: bytes, alt: str) -> Emblem:
    """The emblem in a file. Raises `EmblemFault`, and `PictureFault` when it is no picture, or can't be seen."""
    drawn = decoded(picture)
    if min(drawn.size) < SHORTEST_PX or max(drawn.size) > LONGEST_PX:
        raise EmblemFault(drawn.size)
    paper = on_ground(drawn, is_paper=True).convert("RGBA")
    paper.thumbnail((PRINTED_PX, PRINTED_PX), Image.Resampling.LANCZOS)
    if is_blank(paper):
        raise PictureFault("lambang-tidak-terlihat")
    grey = paper.convert("L").point([255 - round((255 - level) * TONER) for level in range(256)])
    return Emblem(_png(paper.convert("RGB")), _png(grey), alt)


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()
