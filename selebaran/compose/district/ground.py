"""What lies behind a picture that can be seen through: paper is white, a site is white or dark.

An emblem made for a dark banner is white on nothing, and on paper nothing is left of it. Black lettering on nothing is
gone as soon as a phone is set to its dark colours. Such a picture gets a ground on which it can be seen.
"""

from __future__ import annotations

from PIL import Image

WHITE, DARK = (255, 255, 255), (31, 41, 55)
BRIGHTEST_ON_WHITE, DARKEST_ON_DARK = 215, 85
"""Grey levels: what is brighter can't be told from white, what is darker not from the dark ground (contrast 1.4)."""
HALF = 128
"""From here on a point of the picture covers what is behind it."""
ENOUGH = 0.2
"""The part of a picture that must be seen: an emblem whose letters alone are lost is one that can't be read."""
SMALL = 256
"""Points of the longer side; more of them tell nothing new."""
FEWEST_LEVELS = 32
"""How far the brightest and the darkest part of a picture must lie apart, in grey levels, to make out anything."""
STRAY = 0.01
"""The part of a picture that may be any colour without making it visible."""


def seen(image: Image.Image) -> tuple[float, float]:
    """The parts, from 0 to 1, of what a picture shows that stand out from white, and from the dark ground."""
    small = image.convert("RGBA")
    small.thumbnail((SMALL, SMALL))
    mask = small.getchannel("A").point(lambda level: 255 if level >= HALF else 0)
    levels = small.convert("L").histogram(mask)
    shown = sum(levels) or 1
    return sum(levels[:BRIGHTEST_ON_WHITE]) / shown, sum(levels[DARKEST_ON_DARK + 1 :]) / shown


def on_ground(image: Image.Image, *, is_paper: bool = False) -> Image.Image:
    """The picture on a ground where it needs one: white on paper, unless only a dark one shows it. On a site, what
    stands out from both is left as it is."""
    if "A" not in image.getbands():
        return image
    on_white, on_dark = seen(image)
    if not is_paper and on_white >= ENOUGH and on_dark >= ENOUGH:
        return image
    colour = WHITE if on_white >= min(ENOUGH, on_dark) else DARK
    ground = Image.new("RGBA", image.size, colour)
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")


def is_blank(image: Image.Image) -> bool:
    """Whether nothing can be made out in an opaque picture: white on white, black on black."""
    levels = image.convert("L").histogram()
    few = STRAY * sum(levels)
    darkest = next(level for level in range(256) if sum(levels[: level + 1]) > few)
    brightest = next(level for level in range(255, -1, -1) if sum(levels[level:]) > few)
    return brightest - darkest < FEWEST_LEVELS
