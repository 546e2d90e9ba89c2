"""An emblem as it comes from an office: any picture, with whatever else its file holds."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from selebaran.compose.district.emblem import LONGEST_PX, SHORTEST_PX, EmblemFault, emblem_of, in_black
from selebaran.compose.district.ground import DARK
from selebaran.compose.district.pictures import PictureFault

ALT = "Lambang Kabupaten Uji"
RED, WHITE, BLACK, CLEAR = (200, 30, 40, 255), (255, 255, 255, 255), (0, 0, 0, 255), (0, 0, 0, 0)


def cross(mode: str, size: tuple[int, int], ink: tuple[int, ...] = RED, ground: tuple[int, ...] = CLEAR) -> Image.Image:
    """An emblem: a cross of one ink on one ground, which is white where nothing can be seen through."""
    image = Image.new("RGBA", size, ground)
    width, height = size
    ImageDraw.Draw(image).rectangle((width // 3, 0, width * 2 // 3, height), fill=ink)
    if mode == "RGBA":
        return image
    paper = Image.new("RGBA", size, "white")
    paper.alpha_composite(image)
    return paper.convert("RGB").convert(mode)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK"])
def test_emblems_of_every_kind_come_out_small_on_white_and_without_what_came_with_them(kind: str, mode: str) -> None:
    suits = {"PNG": ("RGB", "RGBA", "L", "P"), "JPEG": ("RGB", "L", "CMYK"), "WEBP": ("RGB", "RGBA")}
    if mode not in suits[kind]:
        return
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    cross(mode, (900, 300)).save(stream, kind, exif=exif)
    emblem = emblem_of(stream.getvalue(), ALT)
    for made, expected in ((emblem.colour, "RGB"), (emblem.black, "1")):
        with Image.open(io.BytesIO(made)) as image:
            assert (image.format, image.mode, image.size) == ("PNG", expected, (480, 160))
            corner = image.getpixel((0, 0))
        assert b"rahasia" not in made
        if mode == "RGBA":
            assert corner in (255, (255, 255, 255))
    assert emblem == emblem_of(stream.getvalue(), ALT)


@pytest.mark.parametrize(
    ("size", "is_fine"),
    [
        ((SHORTEST_PX, SHORTEST_PX), True),
        ((SHORTEST_PX - 1, LONGEST_PX), False),
        ((SHORTEST_PX, LONGEST_PX), True),
        ((SHORTEST_PX, LONGEST_PX + 1), False),
        ((60_000, 60_000), False),
    ],
)
def test_an_emblem_has_points_enough_and_not_too_many(size: tuple[int, int], is_fine: bool) -> None:
    stream = io.BytesIO()
    cross("1", (8, 8) if size[0] > 10_000 else size).save(stream, "PNG")
    raw = stream.getvalue()
    if size[0] > 10_000:  # a small file that claims to be huge
        raw = raw[:16] + size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + raw[24:]
    if is_fine:
        assert emblem_of(raw, ALT).alt == ALT
    else:
        with pytest.raises((EmblemFault, PictureFault)):
            emblem_of(raw, ALT)


@pytest.mark.parametrize("raw", [b"", b"<svg/>", b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    with pytest.raises(PictureFault, match="gambar-tidak-terbaca"):
        emblem_of(raw, ALT)


@pytest.mark.parametrize(
    ("ink", "ground", "corner"),
    [
        (WHITE, CLEAR, "dark"),  # made for a dark banner
        ((250, 240, 120, 255), CLEAR, "dark"),
        ((255, 255, 255, 160), CLEAR, "dark"),
        (RED, CLEAR, "white"),
        (BLACK, CLEAR, "white"),
        (WHITE, RED, "its own"),
    ],
)
def test_an_emblem_stands_on_a_ground_on_which_it_is_seen(
    ink: tuple[int, ...], ground: tuple[int, ...], corner: str
) -> None:
    emblem = emblem_of(saved(cross("RGBA", (400, 400), ink, ground)), ALT)
    with Image.open(io.BytesIO(emblem.colour)) as image:
        found = image.getpixel((0, 0))
    assert found == {"dark": DARK, "white": (255, 255, 255), "its own": RED[:3]}[corner]
    for made in (emblem.colour, emblem.black):
        with Image.open(io.BytesIO(made)) as image:
            darkest, brightest = image.convert("L").getextrema()
            assert brightest - darkest > 60  # type: ignore[operator]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(WHITE, WHITE), (BLACK, (20, 20, 20, 255)), ((250, 250, 245, 255), WHITE), (CLEAR, CLEAR)],
)
def test_an_emblem_of_which_nothing_can_be_made_out_is_refused(ink: tuple[int, ...], ground: tuple[int, ...]) -> None:
    with pytest.raises(PictureFault, match="lambang-tidak-terlihat"):
        emblem_of(saved(cross("RGBA", (400, 400), ink, ground)), ALT)


def saved(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_the_photocopiers_emblem_is_black_and_white_and_a_light_part_keeps_its_outline() -> None:
    flag = Image.new("L", (400, 400), 255)
    flag.paste(60, (50, 50, 350, 200))
    flag.paste(220, (50, 200, 350, 350))
    made = in_black(flag)
    assert made.mode == "1"
    assert made.getpixel((200, 120)) == 0  # its dark half
    assert made.getpixel((200, 280)) == 255  # its light half
    assert made.getpixel((52, 280)) == 0  # the line that closes it
