"""What became of a word's ink: its pixels, where letters should be and where they shouldn't.

A page's picture and that of its letters alone are joined into one: the upper two bits of a pixel say how much of it a
letter should cover, the lower six how light it is. So one histogram tells all of a word.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from operator import add

from PIL import Image, ImageChops

LEVELS = 64
"""Steps from black to white."""
FREE, HALF, FULL = 8, 128, 217
"""How much of a pixel (of 255) a letter covers at most where it counts as ground, and at least as half or full ink."""
STEP = 256 // LEVELS
FEW = 4
"""So many full pixels tell the colour of the ink."""
MEANT = {True: 0.94, False: 0.75}
"""How much of a pixel is ink, of those that are full and of the half ones."""
NEAR = 0.25
"""A pixel that is nearer to the ground than this share of the way to the ink lost its ink."""
UNEVEN = 0.02
"""A ground of which no more differs is judged by the rest."""
COPIER = 190 // STEP
"""What is darker than this becomes black on a copier that is set dark, and the rest white."""


def _linear(value: float) -> float:
    """Of a value in sRGB, how much light it is: WCAG 2.2, relative luminance."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


LIGHT = [_linear(min(1.0, (level * STEP + STEP / 2) / 255)) for level in range(LEVELS)]
LIGHT[0], LIGHT[-1] = 0.0, 1.0
_TO_LINEAR = [round(255 * _linear(value / 255)) for value in range(256)] * 3
_LEVEL = [value // STEP for value in range(256)]
_LEVEL_OF_LINEAR = [
    int(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055) + 0.5) // STEP
    for v in (n / 255 for n in range(256))
]
_CLASS = [LEVELS * ((255 - v > FREE) + (255 - v >= HALF) + (255 - v >= FULL)) for v in range(256)]


@dataclass(frozen=True)
class Sight:
    """Text as the eye meets it. `contrast` is that of its ink against what lies behind, 1 where there is none; `lost`
    the share of its ink that isn't there, `blurred` that of the ground on which it can't be told from it, `uneven`
    that of the ground which differs from the rest. `kept` and `flooded` are what a copier makes of ink and ground."""

    contrast: float
    lost: float
    blurred: float
    uneven: float
    kept: float
    flooded: float


def joined(page: Image.Image, alone: Image.Image) -> Image.Image:
    """A page's picture (grey or in colours) and that of its letters alone, as one."""
    return ImageChops.add(_levels(page), alone.point(_CLASS))


def _levels(picture: Image.Image) -> Image.Image:
    """The level of each pixel; a colour's is that of a grey as light as it is."""
    if picture.mode == "L":
        return picture.point(_LEVEL)
    return picture.point(_TO_LINEAR).convert("L", (0.2126, 0.7152, 0.0722, 0)).point(_LEVEL_OF_LINEAR)


def sight(pixels: list[int], needed: float) -> Sight | None:
    """What the histogram of a word or a line tells; None where no pixel should have ink. `needed` is the
    contrast that it should have."""
    ground, full = pixels[:LEVELS], pixels[3 * LEVELS :]
    core = list(map(add, pixels[2 * LEVELS : 3 * LEVELS], full))
    inked, free = sum(core), max(1, sum(ground))
    if not inked:
        return None
    behind = ground.index(max(ground))
    is_full = sum(full) >= FEW
    solid = full if is_full else core
    seen = _farthest(solid, behind)
    ink = min(LEVELS - 1, max(0, round(behind + (seen - behind) / MEANT[is_full])))
    uneven = 1 - sum(ground[max(0, behind - 2) : behind + 3]) / free
    is_even = uneven < UNEVEN and contrast(ink, behind) >= needed
    blurred = 0 if is_even else _blurred(ground, ink, needed)
    black, dark = sum(solid[:COPIER]) / sum(solid), sum(ground[:COPIER]) / free
    kept, flooded = (black, dark) if ink <= behind else (1 - black, 1 - dark)
    share = 1.0 if seen == behind else _lost(core, behind, seen) / inked
    return Sight(contrast(ink, behind), share, blurred / free, uneven, kept, flooded)


def _blurred(ground: list[int], ink: int, needed: float) -> int:
    """How many pixels of the ground are too near to the ink."""
    return sum(count for level, count in enumerate(ground) if count and contrast(ink, level) < needed)


def _lost(core: list[int], behind: int, seen: int) -> int:
    """How many of the pixels that should have ink are as the ground."""
    near = behind + NEAR * (seen - behind)
    return sum(core[int(near) + 1 :]) if seen < behind else sum(core[: max(0, ceil(near))])


def contrast(one: int, other: int) -> float:
    """The contrast of two levels: WCAG 2.2, from 1 to 21."""
    low, high = sorted((LIGHT[one], LIGHT[other]))
    return (high + 0.05) / (low + 0.05)


def _farthest(counts: list[int], behind: int) -> int:
    """The level of a word's ink: of the darkest and the lightest seventh, what differs more from the ground."""
    sums = list(accumulate(counts))
    dark = bisect_left(sums, max(1, sums[-1] * 0.15))
    light = bisect_left(sums, max(1, sums[-1] * 0.85))
    return dark if abs(dark - behind) >= abs(light - behind) else light
