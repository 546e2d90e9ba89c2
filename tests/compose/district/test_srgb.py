"""A picture keeps its colours when it loses its profile."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from selebaran.compose.district.pictures import decoded, for_web
from selebaran.compose.district.srgb import in_srgb
from tests.hostile.picture_files import saved
from tests.project import ROOT

DISPLAY_P3 = {
    "rXYZ": (0.51512, 0.2412, -0.00105),
    "gXYZ": (0.29198, 0.69225, 0.04189),
    "bXYZ": (0.1571, 0.06657, 0.78407),
}
"""The primaries of the screens of telephones (SMPTE EG 432-1, for D50)."""
RED_THERE = (234, 51, 35)
"""How such a phone writes the full red of every other screen."""


def wide_profile() -> bytes:
    """A profile as telephones write it: that of sRGB with the primaries of Display P3."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(132, 132 + 12 * int.from_bytes(raw[128:132], "big"), 12):
        name, offset = raw[at : at + 4].decode(), int.from_bytes(raw[at + 4 : at + 8], "big")
        for index, part in enumerate(DISPLAY_P3.get(name, ())):
            here = offset + 8 + 4 * index
            raw[here : here + 4] = round(part * 65536).to_bytes(4, "big", signed=True)
    return bytes(raw)


def near(found: object, wanted: tuple[int, ...], by: int = 6) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("HEIF", "jpg")])
def test_the_colours_of_a_telephones_screen_are_brought_over(kind: str, ending: str) -> None:
    raw = saved(Image.new("RGB", (40, 40), RED_THERE), kind, quality=95, icc_profile=wide_profile())
    assert near(decoded(raw).getpixel((20, 20)), (255, 0, 0), 10)
    with Image.open(io.BytesIO(for_web(raw, ending))) as made:
        assert "icc_profile" not in made.info
        assert near(made.convert("RGB").getpixel((20, 20)), (255, 0, 0), 14)


def test_what_can_be_seen_through_stays_so() -> None:
    image = Image.new("RGBA", (40, 40), (*RED_THERE, 120))
    brought = decoded(saved(image, "PNG", icc_profile=wide_profile()))
    assert near(brought.getpixel((20, 20)), (255, 0, 0, 120))


def test_a_palette_and_a_transparent_colour_are_brought_over_too() -> None:
    image = Image.new("RGB", (40, 40), RED_THERE).quantize(4)
    brought = decoded(saved(image, "PNG", icc_profile=wide_profile(), transparency=3))
    assert near(brought.convert("RGB").getpixel((20, 20)), (255, 0, 0))


def test_inks_of_a_print_shop_become_the_colours_that_they_print() -> None:
    profile = (ROOT / "selebaran/press/offset.icc").read_bytes()
    raw = saved(Image.new("CMYK", (40, 40), (255, 0, 0, 0)), "JPEG", quality=95, icc_profile=profile)
    red, green, blue = decoded(raw).getpixel((20, 20))  # type: ignore[misc]
    assert red < 90  # cyan ink on paper, which no screen shows as 0, 255, 255
    assert 120 < green < 200
    assert 170 < blue < 250


def test_inks_without_a_profile_and_grey_ones_stay_what_they_are() -> None:
    cyan = decoded(saved(Image.new("CMYK", (40, 40), (255, 0, 0, 0)), "JPEG", quality=95))
    assert near(cyan.getpixel((20, 20)), (0, 255, 255))
    assert decoded(saved(Image.new("L", (40, 40), 90), "PNG", icc_profile=wide_profile())).getpixel((20, 20)) == 90


@pytest.mark.parametrize("profile", [b"rahasia", b"\x00" * 200, wide_profile()[:300], wide_profile()[:128]])
def test_a_broken_profile_is_none(profile: bytes) -> None:
    image = Image.new("RGB", (4, 4), RED_THERE)
    image.info["icc_profile"] = profile
    assert in_srgb(image).getpixel((1, 1)) == RED_THERE


def test_a_picture_without_a_profile_is_not_touched() -> None:
    image = Image.new("RGB", (4, 4), RED_THERE)
    assert in_srgb(image) is image
