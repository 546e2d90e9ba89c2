"""Colours: how well two can be told apart, and which near one can be told apart well enough. Pure arithmetic.

Contrast is that of WCAG 2.2 (relative luminance). A near colour keeps its hue and changes its lightness in OKLCH
(Björn Ottosson, 2020), where equal steps look equal: in HSL, the hue of a blue that grows darker seems to wander.
"""

from __future__ import annotations

import math
from collections.abc import Collection

READABLE = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3, level AA)."""
STEPS = 1000

Triple = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#1f3a8a`): 1 for equal ones, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def nearest_readable(colour: str, others: Collection[str]) -> str | None:
    """The colour of the same hue and the nearest lightness that stands out from all others, or None if none does."""
    lightness, chroma, hue = oklch(colour)
    for step in sorted((n / STEPS for n in range(STEPS + 1)), key=lambda step: abs(step - lightness)):
        found = _within_gamut(step, chroma, hue)
        if all(contrast(found, other) >= READABLE for other in others):
            return found
    return None


def oklch(colour: str) -> Triple:
    """Lightness (0 to 1), chroma and hue (in degrees) of a colour in OKLCH."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _within_gamut(lightness: float, chroma: float, hue: float) -> str:
    """The sRGB colour of this lightness and hue; its chroma is lowered until a screen can show it."""
    low, high = 0.0, chroma
    if _shows(_from_oklch(lightness, chroma, hue)):
        low = chroma
    else:
        for _ in range(16):
            middle = (low + high) / 2
            low, high = (middle, high) if _shows(_from_oklch(lightness, middle, hue)) else (low, middle)
    return "#" + "".join(f"{round(255 * _encoded(part)):02x}" for part in _from_oklch(lightness, low, hue))


def _shows(linear: Triple) -> bool:
    return all(-0.0001 <= part <= 1.0001 for part in linear)


def _from_oklch(lightness: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    """A channel of sRGB as light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
