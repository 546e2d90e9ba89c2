"""A picture that can be seen through is seen on paper, on a light page and on a dark one."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from selebaran.compose.district.ground import DARK, WHITE, is_blank, on_ground, seen
from selebaran.compose.district.pictures import for_web

INK = {"white": (255, 255, 255, 255), "black": (0, 0, 0, 255), "red": (210, 60, 60, 255), "navy": (10, 20, 60, 255)}


def lettering(ink: str) -> Image.Image:
    image = Image.new("RGBA", (120, 60))
    ImageDraw.Draw(image).rectangle((20, 20, 100, 40), fill=INK[ink])
    return image


@pytest.mark.parametrize(("ink", "ground"), [("white", DARK), ("black", WHITE), ("navy", WHITE), ("red", None)])
@pytest.mark.parametrize("ending", ["png", "webp"])
def test_a_picture_on_a_site_has_a_ground_where_one_of_the_two_pages_would_hide_it(
    ink: str, ground: tuple[int, int, int] | None, ending: str
) -> None:
    stream = io.BytesIO()
    lettering(ink).save(stream, "PNG")
    with Image.open(io.BytesIO(for_web(stream.getvalue(), ending))) as image:
        made = image.convert("RGBA")
    corner = made.getpixel((2, 2))
    assert isinstance(corner, tuple)
    if ground is None:
        assert corner[3] == 0
    else:
        assert all(abs(a - b) <= 3 for a, b in zip(corner, (*ground, 255), strict=True))
    assert max(seen(made)) > 0.2 if ground is None else not is_blank(made)


def test_a_picture_that_nothing_shines_through_is_left_as_it_is() -> None:
    white = Image.new("RGB", (40, 40), "white")
    assert on_ground(white) is white
    assert on_ground(white, is_paper=True) is white


def test_on_paper_every_picture_stands_on_something() -> None:
    assert on_ground(lettering("red"), is_paper=True).getpixel((2, 2)) == WHITE
    assert on_ground(lettering("white"), is_paper=True).getpixel((2, 2)) == DARK


def test_an_emblem_whose_white_letters_stand_in_a_coloured_field_keeps_white_paper() -> None:
    field = lettering("red")
    ImageDraw.Draw(field).rectangle((40, 25, 80, 35), fill=INK["white"])
    assert on_ground(field, is_paper=True).getpixel((2, 2)) == WHITE
