"""Looks at the words of one page: at each line first, and at its words only where the line isn't all clear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from selebaran.press.ink.expected import Line
from selebaran.press.ink.finding import Fault
from selebaran.press.ink.frame import Frame
from selebaran.press.ink.layer import Word, union
from selebaran.press.ink.pixels import LEVELS, Sight, joined, sight
from selebaran.press.raster import DPI, Box

NEEDED, NEEDED_LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3; large is 18 pt, or 14 pt in bold."""
LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
ROUNDING = 0.96
"""A picture has 64 levels of light; a contrast that is so near to what is needed is enough."""
UNSEEN = 1.25
"""The contrast below which nobody notices that there is a word."""
LOST, BLURRED = 0.03, 0.3
"""How much of a word's ink may be missing, and how much of its ground may be too near to the ink."""
KEPT, FLOODED = 0.8, 0.3
"""How much of the ink has to come out of a copier, and how much of the ground may."""
CLEAR, CLEAR_INK = 0.02, 0.001
"""A line of which no more than this differs from the rest is clear; a letter is more than the second."""


@dataclass(frozen=True)
class Eye:
    """The picture of a page, the part of it in which there are words, that part of its letters alone, and how far the
    trim lies within the page (in points)."""

    picture: Image.Image
    part: Box
    alone: Image.Image
    inset: tuple[float, float]
    copied: bool

    def is_clear(self, line: Line, words: list[Word]) -> bool:
        """Whether all ink of a line is there, on an even ground."""
        needed = max(_needed(word, bold=line.bold) for word in words)
        seen = sight(self._pixels(union([word.frame for word in words])), needed)
        if seen is None or seen.contrast < needed or seen.uneven > CLEAR or seen.lost > CLEAR_INK:
            return False
        return not self.copied or (seen.kept > 1 - CLEAR and seen.flooded < CLEAR)

    def fault(self, word: Word, *, bold: bool) -> tuple[Fault | None, float]:
        """What the pixels of a word say against it, and its contrast."""
        needed = _needed(word, bold=bold) * ROUNDING
        seen = sight(self._pixels(word.frame), needed)
        if seen is None or seen.contrast < UNSEEN:
            return "unseen", 1.0
        return self._unreadable(seen, needed), seen.contrast

    def _unreadable(self, seen: Sight, needed: float) -> Fault | None:
        if seen.contrast >= needed and seen.lost > LOST:
            return "cut"
        if seen.contrast < needed or seen.blurred > BLURRED:
            return "faint"
        if self.copied and (seen.kept < KEPT or seen.flooded > FLOODED):
            return "uncopied"
        return None

    def _pixels(self, frame: Frame) -> list[int]:
        """The histogram of the pixels in a frame, with those around it."""
        left, top, right, bottom = self.box(frame)
        if left >= right or top >= bottom:
            return [0] * (4 * LEVELS)
        x, y, _, _ = self.part
        return self._joined.crop((left - x, top - y, right - x, bottom - y)).histogram()

    def box(self, frame: Frame) -> Box:
        """The pixels in a frame, with those around it."""
        return box_of(frame, self.inset, self.picture.size)

    @cached_property
    def _joined(self) -> Image.Image:
        """Both pictures as one. Made once: most of it is looked at, line by line."""
        return joined(self.picture.crop(self.part), self.alone)


def box_of(frame: Frame, inset: tuple[float, float], size: tuple[int, int]) -> Box:
    """The pixels in a frame, with those around it, of a page that is so large."""
    scale, (x, y) = DPI / 72, inset
    left, top = int((frame.left + x) * scale) - 1, int((frame.top + y) * scale) - 1
    right, bottom = int((frame.right + x) * scale) + 2, int((frame.bottom + y) * scale) + 2
    return max(0, left), max(0, top), min(size[0], right), min(size[1], bottom)


def _needed(word: Word, *, bold: bool) -> float:
    return NEEDED_LARGE if word.size_pt >= (LARGE_BOLD_PT if bold else LARGE_PT) - 0.05 else NEEDED
