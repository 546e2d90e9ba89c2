"""What inks a colour is printed with: a printing condition (an ICC profile) and the recipes that follow from it.

Grey and black are black ink alone. A line is never made of more than two inks: the plates of a press don't meet
exactly, and a thin line in four colours shows four edges. A tint has no trace of an ink that nobody would see, so that
a yellow is yellow and magenta, not yellow, magenta and 4 % of cyan.
"""

from __future__ import annotations

import io
import itertools
import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from PIL import Image, ImageCms

ESTIMATE = files("selebaran.press") / "offset.icc"
SPOKEN = "Offset, kertas salut (perkiraan, ISO 12647-2)"
TRACE, OF_STRONGEST = 0.06, 1 / 6
"""An ink below both, the second as a share of the colour's strongest ink, is left out."""
STEP = 20
"""Of each ink of a line so many steps are tried: every 5 %."""
NEAR, DARK = 4.0, 20.0
"""A flat colour takes a line's recipe where nobody sees the difference (ΔE), or where it is as dark (L*) as outlines
are: a ground then looks as the lines around it do."""
Recipe = tuple[float, float, float, float]
Lab = tuple[float, float, float]


NO_PROFILE = "-"


class NotForInks(ValueError):
    """A profile that describes no press with four inks. The message is a word for what it is instead."""


@dataclass(frozen=True)
class Inks:
    """A printing condition: the bytes of its ICC profile, and what people call it."""

    icc: bytes
    spoken: str

    @classmethod
    def estimated(cls) -> Inks:
        """An ordinary offset press on coated paper, for a shop whose own profile isn't known."""
        return cls(ESTIMATE.read_bytes(), SPOKEN)

    @classmethod
    def of_shop(cls, icc: bytes) -> Inks:
        """A shop's own profile. Raises `NotForInks` for what isn't an output profile with four inks."""
        try:
            opened = ImageCms.ImageCmsProfile(io.BytesIO(icc)).profile
            space, kind = opened.xcolor_space.strip(), opened.device_class.strip()
            spoken = (opened.profile_description or "").strip() or "-"
        except (OSError, ImageCms.PyCMSError) as error:
            raise NotForInks(NO_PROFILE) from error
        if space != "CMYK" or kind != "prtr":
            raise NotForInks(f"{space}, {kind}")
        tried = cls(icc, spoken)
        try:
            tried.look([_separated(tried, 242, 176, 30)])
        except (OSError, ImageCms.PyCMSError) as error:  # a profile that says how to print, but not the way back
            raise NotForInks(space) from error
        return cls(icc, spoken)  # without what was opened, so that it can be sent to another process

    def of(self, red: int, green: int, blue: int) -> Recipe:
        """The inks (0 to 1) of a flat colour (0 to 255)."""
        return _flat(self, red, green, blue)

    def line(self, red: int, green: int, blue: int) -> Recipe:
        """The inks of a line of this colour: two at most."""
        return _grey(red) if red == green == blue else _two(self, red, green, blue)[1]

    def picture(self, image: Image.Image) -> bytes:
        """The inks of each pixel of an RGB picture."""
        converted = ImageCms.applyTransform(image, self._separate)
        assert converted is not None
        return converted.tobytes()

    @cached_property
    def _profile(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(io.BytesIO(self.icc))

    @cached_property
    def _separate(self) -> ImageCms.ImageCmsTransform:
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(srgb, self._profile, "RGB", "CMYK", ImageCms.Intent.PERCEPTUAL)

    @cached_property
    def _seen(self) -> ImageCms.ImageCmsTransform:
        """From a colour to the inks of it and to how these look."""
        lab = ImageCms.createProfile("LAB")
        return ImageCms.buildTransform(self._profile, lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)

    def look(self, recipes: list[tuple[int, ...]]) -> list[Lab]:
        """How inks (0 to 255) look on the paper."""
        image = Image.new("CMYK", (len(recipes), 1))
        image.putdata(recipes)
        shown = ImageCms.applyTransform(image, self._seen)
        assert shown is not None
        data = shown.tobytes()
        return [_lab(data[i : i + 3]) for i in range(0, len(data), 3)]

    @cached_property
    def pairs(self) -> list[tuple[Recipe, Lab]]:
        """Recipes of at most two inks, and how each looks."""
        steps = [round(255 * n / STEP) for n in range(STEP + 1)]
        found = []
        for one, other in itertools.combinations(range(4), 2):
            for a, b in itertools.product(steps, steps):
                recipe = [0, 0, 0, 0]
                recipe[one], recipe[other] = a, b
                found.append(tuple(recipe))
        unique = [recipe for recipe in dict.fromkeys(found) if _clean(recipe) == _shares(recipe)]
        return [(_shares(recipe), look) for recipe, look in zip(unique, self.look(unique), strict=True)]


def _lab(pixel: bytes) -> Lab:
    lightness, a, b = pixel
    return lightness / 2.55, (a + 128) % 256 - 128, (b + 128) % 256 - 128


def _shares(inks: tuple[int, ...]) -> Recipe:
    cyan, magenta, yellow, black = (round(ink / 255, 2) for ink in inks)
    return cyan, magenta, yellow, black


def _grey(level: int) -> Recipe:
    return 0.0, 0.0, 0.0, round(1 - level / 255, 3)


@lru_cache(maxsize=4096)
def _flat(inks: Inks, red: int, green: int, blue: int) -> Recipe:
    if red == green == blue:
        return _grey(red)
    separated = _separated(inks, red, green, blue)
    distance, two = _two(inks, red, green, blue)
    is_dark = inks.look([separated])[0][0] < DARK
    return two if is_dark or distance <= NEAR else _clean(separated)


def _separated(inks: Inks, red: int, green: int, blue: int) -> tuple[int, ...]:
    return tuple(inks.picture(Image.new("RGB", (1, 1), (red, green, blue))))


def _clean(separated: tuple[int, ...]) -> Recipe:
    """Without traces of inks, in whole percents."""
    shares = _shares(separated)
    least = min(TRACE, max(shares) * OF_STRONGEST)
    cyan, magenta, yellow, black = (0.0 if share < least else share for share in shares)
    return cyan, magenta, yellow, black


@lru_cache(maxsize=4096)
def _two(inks: Inks, red: int, green: int, blue: int) -> tuple[float, Recipe]:
    """The two inks that look most like a colour as it would be printed, and how far off they are."""
    (wanted,) = inks.look([_separated(inks, red, green, blue)])
    return min((round(math.dist(look, wanted), 2), recipe) for recipe, look in inks.pairs)
