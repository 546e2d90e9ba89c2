"""Pictures as districts hand them in: within bounds, whole, and with nothing in what goes out but what can be seen."""

from __future__ import annotations

import io
import os
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFile, PngImagePlugin

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose import pictures
from selebaran.compose.emblem import emblem_of
from selebaran.compose.pictures import LIGHT, LONGEST_PX, PictureFault, decoded, for_web
from selebaran.model.district import ListedDistrict
from selebaran.model.problem import Place
from selebaran.read.districts import read_district
from selebaran.read.pictures import LARGEST, LARGEST_IN_ALL, MOST, size_of
from tests.own.kit import BASE, edition, faults, project_at

AT = "districts/kab-uji"
FIRST = len((BASE / AT / "daerah.yml").read_text("utf-8").splitlines()) + 2
"""The line of the first picture that a test lists."""
SECRET = b"RAHASIA-6.2088S"
SAVE_AGAIN = "buka gambarnya di aplikasi gambar, lalu simpan ulang sebagai PNG atau JPG"
SMALLER = "kecilkan dulu di aplikasi gambar, misalnya sampai lebarnya 1.600 titik"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def drawing(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    """Something in which every corner is another."""
    red, green = Image.linear_gradient("L").resize(size), Image.linear_gradient("L").rotate(90).resize(size)
    return Image.merge("RGB", (red, green, Image.new("L", size, 90))).convert(mode)


def photo(width: int, height: int) -> Image.Image:
    """Something as heavy as a photo."""
    noise = Image.effect_noise((width // 4, height // 4), 90).resize((width, height), Image.Resampling.BICUBIC)
    red, green, _ = drawing((width, height)).split()
    return Image.merge("RGB", (noise, ImageChops.blend(red, noise, 0.3), green))


def listed(root: Path, **files: bytes) -> None:
    """Lay pictures into the folder and list them, from line `FIRST` on; `kader_png` is kader.png."""
    lines = ["gambar:"]
    for key, raw in files.items():
        name = key.replace("_", ".")
        path = root / AT / "gambar" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
        lines += [f"  - berkas: {name}", "    teks: Kader", "    sumber: Karangan"]
    path = root / AT / "daerah.yml"
    path.write_text(path.read_text("utf-8") + "\n".join(lines) + "\n", "utf-8")


def told(root: Path) -> list[str]:
    return [problem_text(found, Speaker()) for found in faults(root)]


def said(code: str, fault: str, cure: str) -> list[str]:
    return [f"{AT}/daerah.yml:{FIRST}:13: error[{code}]: {fault}\n  saran: {cure}"]


def claims(kind: str, width: int, height: int) -> bytes:
    """A small file that claims to be huge."""
    if kind == "PNG":
        head = b"IHDR" + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"
        body = zlib.compress(bytes(20_000_000), 9)
        chunks = [head, b"IDAT" + body, b"IEND"]
        parts = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks]
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
    raw = bytearray(saved(drawing((64, 64)), kind, quality=50))
    if kind == "JPEG":
        at = raw.index(b"\xff\xc0")
        raw[at + 5 : at + 9] = struct.pack(">HH", height, width)
    else:
        raw[26:30] = struct.pack("<HH", width, height)
    return bytes(raw)


# ---- what is refused


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_small_file_that_claims_to_be_huge_is_not_decoded(kind: str, ending: str, root: Path) -> None:
    raw = claims(kind, 13_000, 13_000)
    assert len(raw) < 21_000
    listed(root, **{f"kader_{ending}": raw})
    tracemalloc.start()
    begun = time.monotonic()
    found = read_district(root / "districts", "districts", ListedDistrict(slug="kab-uji"), Place("x"))[1]
    assert time.monotonic() - begun < 1
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert "gambar-terlalu-luas" in {problem.code for problem in found}
    with pytest.raises(PictureFault, match="gambar-terlalu-luas"):
        decoded(raw)
    fault = f"'kader.{ending}' berukuran 13000 × 13000 titik, lebih dari 40 juta titik"
    assert told(root) == said("gambar-terlalu-luas", fault, SMALLER)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_half_a_picture_is_refused(
    kind: str, ending: str, part: float, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    raw = saved(photo(200, 160), kind)
    listed(root, **{f"kader_{ending}": raw[: int(len(raw) * part)]})
    fault = f"'kader.{ending}' bukan gambar PNG, JPEG, atau WebP yang utuh"
    assert told(root) == said("gambar-tidak-terbaca", fault, SAVE_AGAIN)
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


NO_PICTURE = {
    "kosong": b"",
    "teks": b"halo\n",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "gif": saved(Image.new("P", (9, 9)), "GIF"),
    "bmp": saved(Image.new("RGB", (9, 9)), "BMP"),
    "tiff": saved(Image.new("RGB", (9, 9)), "TIFF"),
    "ico": saved(Image.new("RGB", (16, 16)), "ICO"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (r) file\n",
    "pdf": b"%PDF-1.4\n",
    "zip": b"PK\x03\x04" + bytes(40),
    "exe": b"MZ" + bytes(80),
    "png tanpa isi": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "png lebar 0": claims("PNG", 0, 10),
    "jpeg tanpa isi": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(40),
    "jpeg berputar": b"\xff\xd8" + b"\xff\xe0\x00\x00" * 9,
    "jpeg penuh pengisi": b"\xff\xd8" + b"\xff" * 9000,
    "webp tanpa isi": b"RIFF\x40\x00\x00\x00WEBPVP8 " + bytes(40),
    "webp bukan webp": b"RIFF\x40\x00\x00\x00WAVEfmt " + bytes(40),
}


@pytest.mark.parametrize("name", NO_PICTURE)
def test_what_is_no_picture_is_refused(name: str, root: Path) -> None:
    listed(root, kader_png=NO_PICTURE[name])
    fault = "'kader.png' bukan gambar PNG, JPEG, atau WebP yang utuh"
    assert told(root) == said("gambar-tidak-terbaca", fault, SAVE_AGAIN)
    with pytest.raises(PictureFault):
        decoded(NO_PICTURE[name])


@pytest.mark.parametrize(
    ("kind", "ending", "better"), [("JPEG", "png", "jpg"), ("PNG", "jpeg", "png"), ("WEBP", "jpg", "webp")]
)
def test_the_ending_tells_the_form(kind: str, ending: str, better: str, root: Path) -> None:
    listed(root, **{f"kader_{ending}": saved(drawing(), kind)})
    shown = {"WEBP": "WebP"}.get(kind, kind)
    fault, cure = f"isi 'kader.{ending}' adalah gambar {shown}", f"ganti namanya, di sini juga: kader.{better}"
    assert told(root) == said("gambar-salah-akhiran", fault, cure)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(kind: str, root: Path) -> None:
    raw = saved(drawing(), kind, save_all=True, append_images=[photo(120, 80)])
    listed(root, **{f"kader_{kind.lower()}": raw})
    fault, cure = f"'kader.{kind.lower()}' adalah gambar bergerak", "simpan satu gambar diam sebagai PNG atau JPG"
    assert told(root) == said("gambar-bergerak", fault, cure)


def test_a_phones_jpeg_with_a_second_picture_is_a_picture() -> None:
    two = saved(drawing(), "MPO", save_all=True, append_images=[photo(60, 40)])
    with Image.open(io.BytesIO(for_web(two, "jpg"))) as image:
        assert (image.format, image.size) == ("JPEG", (120, 80))


def test_a_large_file_is_not_read_to_its_end(root: Path) -> None:
    listed(root, kader_png=saved(drawing(), "PNG"))
    os.truncate(root / AT / "gambar" / "kader.png", LARGEST + 1)
    assert told(root) == said("gambar-terlalu-besar", "'kader.png' lebih besar dari 10 MB", SMALLER)


def test_all_pictures_together_have_a_largest_size_and_number(root: Path) -> None:
    small = saved(drawing((9, 9)), "PNG")
    listed(root, **{f"kader-{number}_png": small for number in range(7)})
    for path in (root / AT / "gambar").iterdir():
        os.truncate(path, LARGEST_IN_ALL // 6)
    expected = (
        f"{AT}/daerah.yml:{FIRST - 1}:1: error[gambar-terlalu-banyak]: "
        "gambar yang dicatat lebih dari 40 buah, atau seluruhnya lebih besar dari 60 MB\n"
        "  saran: hapus yang lama, atau kecilkan yang besar"
    )
    assert told(root) == [expected]
    listed(root, **{f"pos-{number}_png": small for number in range(MOST + 1)})
    path = root / AT / "daerah.yml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("gambar:")] + text[text.rindex("gambar:") :], "utf-8")
    assert told(root) == [expected]


def test_every_picture_is_told_with_its_own_line(root: Path) -> None:
    listed(root, a_png=b"", b_jpg=saved(drawing(), "JPEG"), c_png=saved(photo(90, 90), "PNG")[:-900], d_gif=b"")
    (root / AT / "gambar" / "b.jpg").unlink()
    found = [(p.code, p.place.line) for p in faults(root)]
    assert found == [("nama-gambar-tidak-sah", FIRST + 9), ("nama-gambar-tidak-sah", 0)]
    path = root / AT / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("d.gif", "e.png"), "utf-8")
    (root / AT / "gambar" / "d.gif").unlink()
    assert [(p.code, p.place.line) for p in faults(root)] == [
        ("gambar-tidak-terbaca", FIRST),
        ("gambar-hilang", FIRST + 3),
        ("gambar-hilang", FIRST + 9),
    ]


def test_hostile_pictures_are_decoded_where_the_district_is_made_and_not_where_all_are_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = saved(photo(90, 90), "PNG")[:-900]
    listed(root, kader_png=raw)
    seen: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(Image, "open", lambda *_, **__: seen.append("opened"))
        found, problems = read_district(
            root / "districts", "districts", ListedDistrict(slug="kab-uji", domain="dinkesuji.example"), Place("x")
        )
    assert (problems, seen) == ([], [])
    assert found is not None
    assert found.pictures == {"kader.png": raw}
    assert [p.code for p in faults(root)] == ["gambar-tidak-terbaca"]


def test_a_head_that_says_another_size_than_the_picture_has_gets_no_further() -> None:
    raw = saved(drawing((64, 64)), "JPEG")
    small = raw[: raw.index(b"\xff\xc0")]
    frame = raw[raw.index(b"\xff\xc0") :]
    huge = frame[:5] + struct.pack(">HH", 60_000, 60_000) + frame[9:]
    assert size_of(small + frame[:19] + huge) == ("JPEG", 64, 64)
    with pytest.raises(PictureFault):
        decoded(small + frame[:19] + huge)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_no_damage_breaks_the_reader(kind: str) -> None:
    raw = saved(drawing((40, 30)), kind)
    for at in range(0, len(raw), max(1, len(raw) // 150)):
        for byte in (0, 255):
            spoilt = raw[:at] + bytes([byte]) + raw[at + 1 :]
            size_of(spoilt)
            try:
                assert decoded(spoilt).size
            except PictureFault as fault:
                assert fault.code in ("gambar-tidak-terbaca", "gambar-terlalu-luas", "gambar-bergerak")


# ---- what goes out


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


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_a_heavy_photo_becomes_light(ending: str) -> None:
    kind = {"jpg": "JPEG"}.get(ending, ending.upper())
    raw = saved(photo(1720, 1290), kind, **({"compress_level": 1} if ending == "png" else {"quality": 92}))
    assert len(raw) > 2 * LIGHT
    made = for_web(raw, ending)
    assert len(made) <= LIGHT * (1.2 if ending == "png" else 1)
    with Image.open(io.BytesIO(made)) as image:
        assert 640 <= image.width <= LONGEST_PX
        assert abs(image.width / image.height - 4 / 3) < 0.01


def test_the_same_file_gives_the_same_bytes() -> None:
    for raw, ending in ((_png_with_all(), "png"), (_jpeg_with_all(), "jpg"), (_webp_with_all(), "webp")):
        first = for_web(raw, ending)
        for_web.cache_clear()
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
