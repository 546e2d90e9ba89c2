"""What the proof of a sheet is made of and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selebaran.press.ink.expected import Asked, Cover, Line
from selebaran.press.ink.frame import Frame

POINT_MM = 25.4 / 72

Fault = Literal["unseen", "cut", "faint", "uncopied", "small", "outside", "fold", "stacked", "turned", "crammed"]
"""Why a word can't be read: it isn't seen at all, a part of its ink is missing, its contrast is too low, or it is lost
on a copier; it is too small, beyond the edge, on a fold, on another word, or turned, or its letters run together."""


@dataclass(frozen=True)
class Sheet:
    """A sheet to be proved: what it should show, how much larger it is printed than it was laid out, where it is folded
    (points from the left, for each page), and whether it has to outlive a copier."""

    asked: tuple[Asked, ...]
    scale: float = 1.0
    folds: tuple[tuple[float, ...], ...] = ()
    copied: bool = False

    def page(self, number: int) -> tuple[Asked, tuple[float, ...]]:
        """What a page (counted from 0) should show, as large as it is printed, and where it is folded."""
        asked = self.asked[number] if number < len(self.asked) else Asked()
        return asked.scaled(self.scale), self.folds[number] if number < len(self.folds) else ()


@dataclass(frozen=True)
class Finding:
    """A word that can't be read, and why. `page` counts from 1, `line` is what it belongs to, `value` the contrast or
    the size; `covers` is what is painted where it stands."""

    fault: Fault
    text: str
    page: int
    frame: Frame
    line: Line | None = None
    value: float = 0.0
    covers: tuple[Cover, ...] = ()

    @property
    def place_mm(self) -> tuple[float, float]:
        """From the left and the upper edge of the sheet."""
        return self.frame.left * POINT_MM, self.frame.top * POINT_MM
