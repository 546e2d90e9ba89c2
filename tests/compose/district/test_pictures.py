"""A picture as it goes onto a site: the same to the eye, small, and in the form that its name promises."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from selebaran.compose.district.pictures import LONGEST_PX, PictureFault, decoded, for_web
from selebaran.compose.edition import Composer
from selebaran.read.project import read_project
from tests.compose.page.own.kit import project_at
from tests.conftest import DAY
from tests.hostile.picture_files import listed

RED, BLUE, WHITE = (200, 30, 40), (20, 40, 190), (255, 255, 255)


def file_of(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def opened(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def drawing(mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new(mode, (80, 40), RED)
    ImageDraw.Draw(image).rectangle((40, 0, 79, 39), fill=BLUE)
    return image


def gradient() -> Image.Image:
    """A picture of more colours than a palette holds, as a photo has."""
    red, green = Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90)
    return Image.merge("RGB", (red, green, Image.new("L", (256, 256), 90)))


def near(found: Any, wanted: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("ending", "form"), [("png", "PNG"), ("jpg", "JPEG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
def test_a_picture_is_written_in_the_form_that_its_name_ends_with(ending: str, form: str) -> None:
    made = opened(for_web(file_of(drawing()), ending))
    assert (made.format, made.size) == (form, (80, 40))
    assert near(made.convert("RGB").getpixel((10, 20)), RED)
    assert near(made.convert("RGB").getpixel((70, 20)), BLUE)


def test_a_drawing_keeps_its_colours_in_a_palette() -> None:
    made = opened(for_web(file_of(drawing()), "png"))
    assert made.mode == "P"
    assert made.convert("RGB").tobytes() == drawing().tobytes()


def test_a_drawing_whose_colours_a_palette_would_change_keeps_them_without_one() -> None:
    shades = Image.new("RGBA", (200, 1))
    for x in range(200):  # Pillow's palette of half-transparent colours is coarse
        shades.putpixel((x, 0), (x, 255 - x, (x * 7) % 256, 55 + x))
    made = opened(for_web(file_of(shades), "png"))
    assert made.convert("RGBA").tobytes() == shades.tobytes()


def test_a_photo_is_drawn_with_256_colours() -> None:
    made = opened(for_web(file_of(gradient()), "png"))
    assert made.mode == "P"
    assert near(made.convert("RGB").getpixel((128, 128)), gradient().getpixel((128, 128)), 24)  # type: ignore[arg-type]


def test_a_picture_that_moves_is_refused() -> None:
    moving = file_of(drawing(), "WEBP", save_all=True, append_images=[Image.new("RGB", (80, 40), WHITE)])
    with pytest.raises(PictureFault) as found:
        for_web(moving, "webp")
    assert found.value.code == "gambar-bergerak"


def test_a_photo_with_a_second_one_for_bright_screens_is_shown_as_a_still() -> None:
    raw = file_of(drawing(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 40), WHITE)])
    assert opened(raw).format == "MPO"
    made = opened(for_web(raw, "jpg"))
    assert made.format == "JPEG"
    assert near(made.getpixel((10, 20)), RED)


def test_a_large_photo_is_made_small_enough_and_no_smaller() -> None:
    made = opened(for_web(file_of(Image.new("RGB", (2000, 1000), RED), "JPEG"), "jpg"))
    assert made.size == (LONGEST_PX, LONGEST_PX // 2)


def test_a_large_photo_is_not_unpacked_whole() -> None:
    raw = file_of(Image.new("RGB", (4000, 2000), RED), "JPEG")
    assert decoded(raw).size == (4000, 2000)
    assert decoded(raw, 1000).size == (2000, 1000)


def test_what_lies_behind_a_transparent_picture_is_white_in_a_photo() -> None:
    ground = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    ImageDraw.Draw(ground).rectangle((0, 0, 19, 39), fill=(*RED, 255))
    made = opened(for_web(file_of(ground), "jpg"))
    assert near(made.getpixel((4, 20)), RED)
    assert near(made.getpixel((36, 20)), WHITE)


@pytest.mark.parametrize(
    ("image", "options", "mode"),
    [
        (Image.new("L", (9, 9), 120), {}, "L"),
        (Image.new("1", (9, 9), 1), {}, "L"),
        (Image.new("LA", (9, 9), (120, 99)), {}, "LA"),
        (Image.new("RGB", (9, 9), RED), {}, "RGB"),
        (Image.new("RGBA", (9, 9), (*RED, 99)), {}, "RGBA"),
        (drawing().quantize(4), {}, "RGB"),
        (drawing().quantize(4), {"transparency": 0}, "RGBA"),
        (Image.new("L", (9, 9), 120), {"transparency": 120}, "RGBA"),
    ],
)
def test_a_picture_stays_grey_or_coloured_and_as_transparent_as_it_was(
    image: Image.Image, options: dict[str, Any], mode: str
) -> None:
    raw = file_of(image, **options)
    found = decoded(raw)
    assert (found.mode, found.info) == (mode, {})
    assert found.convert("RGBA").tobytes() == opened(raw).convert("RGBA").tobytes()


def test_a_scan_in_16_bits_keeps_its_light_and_dark() -> None:
    scan = Image.new("I;16", (2, 1))
    scan.putpixel((0, 0), 0x4000)
    scan.putpixel((1, 0), 0xFF00)
    assert list(decoded(file_of(scan)).tobytes()) == [0x40, 0xFF]


@pytest.mark.parametrize("ending", ["heic", "heif", "jpg"])
def test_a_picture_as_a_telephone_keeps_it_is_shown_as_a_jpeg(ending: str, tmp_path: Path) -> None:
    """Also where the phone, or somebody, has named it .jpg."""
    root = project_at(tmp_path)
    raw = file_of(drawing(), "HEIF", exif=turned(6), quality=90)
    listed(root, **{f"kader_{ending}": raw})
    registry = read_project(root)
    edition = Composer(registry).compose("kab-uji", as_of=DAY, profiles=())
    name = "kader.jpg" if ending == "jpg" else f"kader.{ending}.jpg"
    assert set(edition.pictures) == {name}
    made = opened(edition.pictures[name])
    assert (made.format, made.size) == ("JPEG", (40, 80))  # upright
    assert near(made.convert("RGB").getpixel((20, 10)), RED, 30)
    assert not edition.problems


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


@pytest.mark.parametrize(
    ("size", "made"), [((1000, 5000), (320, 1600)), ((900, 2400), (600, 1600)), ((80, 900), (80, 900))]
)
def test_a_long_picture_stays_as_wide_as_a_telephone(size: tuple[int, int], made: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 120).convert("RGB")
    assert opened(for_web(file_of(noise, "JPEG", quality=95), "jpg")).size[0] >= min(made[0], 320)
    assert opened(for_web(file_of(Image.new("RGB", size, RED)), "png")).size == made
