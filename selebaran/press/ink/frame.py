"""Rectangles on a page, in points from the upper left corner of its trim."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """A rectangle; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    def scaled(self, scale: float) -> Frame:
        """The same on a sheet that is printed larger or smaller."""
        return Frame(*(edge * scale for edge in self))

    def meets(self, other: Frame, by: float = 0.0) -> bool:
        """Whether the two have more in common than a strip of that width."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > by and min(self.bottom, other.bottom) - max(self.top, other.top) > by
