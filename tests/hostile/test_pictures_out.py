"""What becomes of a district's pictures: nothing goes out but what can be seen, upright, and light enough."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from selebaran.compose.district import pictures
from selebaran.compose.district.emblem import emblem_of
from selebaran.compose.district.pictures import LIGHT, LONGEST_PX, PictureFault, decoded, for_web
from tests.compose.page.own.kit import edition, project_at
from tests.hostile.picture_files import (
    SECRET,
    drawing,
    listed,
    photo,
    saved,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


def _png_with_all() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    raw = saved(drawing(), "PNG", pnginfo=info, exif=exif, icc_profile=SECRET * 9, dpi=(300, 300))
    return raw + b"PK\x03\x04" + SECRET + b"<script>alert(1)</script>"


def _jpeg_with_all(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (6.0, 12.0, 31.0)  # where it was taken
    raw = saved(drawing(), "JPEG", quality=95, exif=exif, icc_profile=SECRET * 9, comment=SECRET, xmp=b"<x>" + SECRET)
    return raw + b"PK\x03\x04" + SECRET + b"<script>alert(1)</script>"


def _webp_with_all() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    return saved(drawing(), "WEBP", exif=exif, icc_profile=SECRET * 9, xmp=b"<x>" + SECRET)


@pytest.mark.parametrize(
    ("ending", "make"), [("png", _png_with_all), ("jpg", _jpeg_with_all), ("webp", _webp_with_all)]
)
def test_nothing_goes_out_that_came_with_the_picture(ending: str, make: Callable[[], bytes]) -> None:
    raw = make()
    assert raw.count(b"RAHASIA") > 2
    made = for_web(raw, ending)
    for part in (b"RAHASIA", b"Exif", b"ICC", b"xmp", b"adobe", b"PK\x03\x04", b"script", b"tEXt", b"iTXt", b"eXIf"):
        assert part not in made, part
    with Image.open(io.BytesIO(made)) as image:
        image.load()
        assert not image.getexif()
        assert {"icc_profile", "exif", "xmp", "comment", "Comment", "dpi"}.isdisjoint(image.info)
        assert image.size == (120, 80)
    for tail in (b"IEND\xaeB`\x82", b"\xff\xd9"):
        if tail in made:
            assert made.endswith(tail)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_it_was_held(orientation: int) -> None:
    with Image.open(io.BytesIO(for_web(_jpeg_with_all(orientation), "jpg"))) as image:
        assert image.size == ((120, 80) if orientation < 5 else (80, 120))
        corners = {
            corner: image.getpixel(place)
            for corner, place in (("top", (1, 1)), ("bottom", (image.width - 2, image.height - 2)))
        }
    upright = drawing()
    turned = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }[orientation]
    expected = upright.transpose(turned) if turned is not None else upright
    for corner, place in (("top", (1, 1)), ("bottom", (expected.width - 2, expected.height - 2))):
        found, wanted = corners[corner], expected.getpixel(place)
        assert isinstance(found, tuple)
        assert isinstance(wanted, tuple)
        assert all(abs(a - b) < 25 for a, b in zip(found, wanted, strict=True))


def test_a_broken_note_of_how_it_was_held_is_no_fault() -> None:
    raw = _jpeg_with_all(6)
    at = raw.index(b"Exif\0\0") + 6
    for spoilt in (raw[:at] + b"\xff" * 8 + raw[at + 8 :], raw[: at + 4] + b"\xff" * 8 + raw[at + 12 :]):
        assert decoded(spoilt).size in ((120, 80), (80, 120))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "transparent P", "transparent L"])
def test_every_kind_of_png_keeps_its_look(mode: str) -> None:
    plain = mode.removeprefix("transparent ")
    image = Image.new("I;16", (60, 40), 40_000) if plain == "I;16" else drawing((60, 40), plain)
    if plain in ("LA", "RGBA"):
        image.putalpha(Image.linear_gradient("L").resize((60, 40)))
    raw = saved(image, "PNG", **({"transparency": 0} if mode.startswith("transparent") else {}))
    with Image.open(io.BytesIO(raw)) as source:
        source.load()
        before = source.convert("RGBA")
    with Image.open(io.BytesIO(for_web(raw, "png"))) as made:
        after = made.convert("RGBA")
    assert after.size == before.size
    if plain == "I;16":
        assert after.getpixel((0, 0)) == (156, 156, 156, 255)
    elif plain in ("1", "L", "P", "RGB"):
        difference = ImageChops.difference(after, before).convert("RGB").getextrema()
        assert max(high for _, high in difference) <= (0 if plain != "RGB" else 40)
        assert ImageChops.difference(after.getchannel("A"), before.getchannel("A")).getbbox() is None


def test_a_print_shops_cmyk_becomes_rgb() -> None:
    with Image.open(io.BytesIO(for_web(saved(drawing(mode="CMYK"), "JPEG"), "jpg"))) as image:
        assert image.mode == "RGB"


@pytest.mark.parametrize(("ending", "width"), [("png", 720), ("jpg", 1720), ("webp", 1000)])
def test_a_heavy_photo_becomes_light(ending: str, width: int) -> None:
    kind = {"jpg": "JPEG"}.get(ending, ending.upper())
    raw = saved(photo(width, width * 3 // 4), kind, **({"compress_level": 1} if ending == "png" else {"quality": 98}))
    assert len(raw) > 1.3 * LIGHT
    made = for_web(raw, ending)
    assert len(made) <= LIGHT * (1.2 if ending == "png" else 1)
    with Image.open(io.BytesIO(made)) as image:
        assert 640 <= image.width <= width
        assert abs(image.width / image.height - 4 / 3) < 0.01


@pytest.mark.parametrize(("ending", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_wide_picture_is_made_narrower(ending: str, kind: str) -> None:
    with Image.open(io.BytesIO(for_web(saved(Image.new("L", (3200, 800), 200), kind), ending))) as image:
        assert image.size == (LONGEST_PX, 400)


def test_the_same_file_gives_the_same_bytes() -> None:
    for raw, ending in ((_png_with_all(), "png"), (_jpeg_with_all(), "jpg"), (_webp_with_all(), "webp")):
        first = for_web(raw, ending)
        assert for_web(raw, ending) == first


def test_the_site_shows_the_pictures_that_were_made_anew(root: Path) -> None:
    raw = _jpeg_with_all()
    listed(root, kader_jpg=raw, pos_png=_png_with_all())
    shown = edition(root).pictures
    assert shown == {"kader.jpg": for_web(raw, "jpg"), "pos.png": for_web(_png_with_all(), "png")}
    assert not any(SECRET in picture for picture in shown.values())


def test_one_decoder_serves_sites_and_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = saved(drawing((400, 400)), "PNG")
    emblem_of(raw, "Lambang")
    monkeypatch.setattr(pictures, "FORMATS", ("WEBP",))
    with pytest.raises(PictureFault):
        emblem_of(raw, "Lambang")
