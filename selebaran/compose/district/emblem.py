"""A district's emblem, made ready for paper: small, on white, once in colour and once in black alone.

The file is read and written anew, so that nothing but its picture (no profile, no place, no second frame) gets out.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

from selebaran.compose.district.ground import is_blank, on_ground
from selebaran.compose.district.pictures import PICTURES, PictureFault, decoded, digest_of

SHORTEST_PX, LONGEST_PX = 300, 2000
"""300 points on the 18 mm of a cover, or the 26 mm of a poster, are sharp in print; the other bound is for memory."""
PRINTED_PX = 480
PAPER = 245
"""What is lighter is the paper on which the emblem stands."""
OUTLINE_PX = 13
"""Twice the width of the line around the black emblem: about 1 pt on the 20 mm of a poster."""
EMBLEM = "lambang"
"""What is made of the file, among other things that may be made of it."""


@dataclass(frozen=True)
class Emblem:
    """PNGs of it, and the text that stands for it where it can't be seen."""

    colour: bytes
    black: bytes
    alt: str


class EmblemFault(Exception):
    """The picture has too few points to be printed, or too many."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(str(size))
        self.size = size


def emblem_of(picture: bytes, alt: str) -> Emblem:
    """The emblem in a file. Raises `EmblemFault`, and `PictureFault` when it is no picture, or can't be seen."""
    colour, black = PICTURES.of((digest_of(picture), EMBLEM), lambda: _on_paper(picture))
    return Emblem(colour, black, alt)


def _on_paper(picture: bytes) -> tuple[bytes, bytes]:
    """In colour, and in black alone."""
    drawn = decoded(picture)
    if min(drawn.size) < SHORTEST_PX or max(drawn.size) > LONGEST_PX:
        raise EmblemFault(drawn.size)
    paper = on_ground(drawn, is_paper=True).convert("RGBA")
    paper.thumbnail((PRINTED_PX, PRINTED_PX), Image.Resampling.LANCZOS)
    if is_blank(paper):
        raise PictureFault("lambang-tidak-terlihat")
    return _png(paper.convert("RGB")), _png(in_black(paper.convert("L")))


def in_black(grey: Image.Image) -> Image.Image:
    """A grey emblem in black and white, as a photocopier would make it, only well: its darker half is black, and a line
    closes its shape where a light part meets the paper. Greys turn to mud in a copy of a copy."""
    shape = grey.point([255 * (level < PAPER) for level in range(256)])
    split = _split(grey.histogram(shape))
    dark = grey.point([255 * (level <= split) for level in range(256)])
    rim = ImageChops.difference(shape, shape.filter(ImageFilter.MinFilter(OUTLINE_PX)))
    return ImageChops.invert(ImageChops.lighter(dark, rim)).convert("1")


def _split(histogram: list[int]) -> int:
    """The level that parts dark from light best (Otsu: the one with the largest variance between the two)."""
    total, weighted = sum(histogram), sum(level * count for level, count in enumerate(histogram))
    best, split, below, sum_below = 0.0, 127, 0, 0
    for level, count in enumerate(histogram):
        below, sum_below = below + count, sum_below + level * count
        if 0 < below < total:
            apart = sum_below / below - (weighted - sum_below) / (total - below)
            best, split = max((best, split), (below * (total - below) * apart**2, level))
    return split


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()
