"""An emblem as it comes from an office: any picture, with whatever else its file holds."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from selebaran.compose.district.emblem import LONGEST_PX, SHORTEST_PX, EmblemFault, emblem_of
from selebaran.compose.district.pictures import PictureFault

ALT = "Lambang Kabupaten Uji"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK"])
def test_emblems_of_every_kind_come_out_small_on_white_and_without_what_came_with_them(kind: str, mode: str) -> None:
    suits = {"PNG": ("RGB", "RGBA", "L", "P"), "JPEG": ("RGB", "L", "CMYK"), "WEBP": ("RGB", "RGBA")}
    if mode not in suits[kind]:
        return
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    Image.new(mode, (900, 300)).save(stream, kind, exif=exif)
    emblem = emblem_of(stream.getvalue(), ALT)
    for made, expected in ((emblem.colour, "RGB"), (emblem.grey, "L")):
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
    Image.new("1", (8, 8) if size[0] > 10_000 else size).save(stream, "PNG")
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
