"""Pictures as districts hand them in: within bounds, whole, and of a form that is known."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from selebaran.compose.district.pictures import PictureFault, decoded, for_web
from selebaran.compose.edition import Composer
from selebaran.model.campaign import Campaign
from selebaran.model.district import ListedDistrict
from selebaran.model.problem import Place
from selebaran.read.districts import read_district
from selebaran.read.pictures import LARGEST, LARGEST_IN_ALL, MOST, size_of
from selebaran.read.project import read_project
from selebaran.words.catalogue import in_indonesian
from tests.compose.page.own.kit import faults, project_at
from tests.conftest import DAY
from tests.hostile.picture_files import (
    AT,
    FIRST,
    SAVE_AGAIN,
    SMALLER,
    claims,
    drawing,
    listed,
    photo,
    said,
    saved,
    told,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


FORMS = [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("HEIF", "heic")]


@pytest.mark.parametrize(("kind", "ending"), FORMS)
def test_a_small_file_that_claims_to_be_huge_is_not_decoded(kind: str, ending: str, root: Path) -> None:
    raw = claims(kind, 13_000, 13_000)
    assert len(raw) < 21_000
    listed(root, **{f"kader_{ending}": raw})
    tracemalloc.start()
    found = read_district(
        root / "districts", "districts", ListedDistrict(slug="kab-uji"), Place("x"), Campaign.unread()
    )[1]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert "gambar-terlalu-luas" in {problem.code for problem in found}
    with pytest.raises(PictureFault, match="gambar-terlalu-luas"):
        decoded(raw)
    fault = f"'kader.{ending}' berukuran 13000 × 13000 titik, lebih dari 40 juta titik"
    assert told(root) == said("gambar-terlalu-luas", fault, SMALLER)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(("kind", "ending"), FORMS)
def test_half_a_picture_is_refused(
    kind: str, ending: str, part: float, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    raw = saved(photo(200, 160), kind)
    listed(root, **{f"kader_{ending}": raw[: int(len(raw) * part)]})
    fault = f"'kader.{ending}' bukan gambar PNG, JPEG, WebP, atau HEIC yang utuh"
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
    "heic tanpa isi": saved(drawing(), "HEIF")[:40] + bytes(400),
    "heic tanpa ukuran": saved(drawing(), "HEIF").replace(b"ispe", b"espi"),
    "avif": saved(drawing(), "AVIF"),
    "mp4": b"\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41" + bytes(40),
    "webp bukan webp": b"RIFF\x40\x00\x00\x00WAVEfmt " + bytes(40),
}


@pytest.mark.parametrize("name", NO_PICTURE)
def test_what_is_no_picture_is_refused(name: str, root: Path) -> None:
    listed(root, kader_png=NO_PICTURE[name])
    fault = "'kader.png' bukan gambar PNG, JPEG, WebP, atau HEIC yang utuh"
    assert told(root) == said("gambar-tidak-terbaca", fault, SAVE_AGAIN)
    with pytest.raises(PictureFault):
        decoded(NO_PICTURE[name])


@pytest.mark.parametrize(
    ("kind", "ending", "better"),
    [("JPEG", "png", "jpg"), ("PNG", "jpeg", "png"), ("WEBP", "jpg", "webp"), ("HEIF", "png", "heic")],
)
def test_the_ending_tells_the_form(kind: str, ending: str, better: str, root: Path) -> None:
    listed(root, **{f"kader_{ending}": saved(drawing(), kind)})
    shown = {"WEBP": "WebP", "HEIF": "HEIC"}.get(kind, kind)
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


@pytest.mark.parametrize("size", [(600, 18_000), (20_000, 1_500), (300, 1_601)])
def test_a_picture_too_long_to_be_read_is_refused_with_its_figures(size: tuple[int, int], root: Path) -> None:
    listed(root, kader_png=saved(Image.new("1", size), "PNG"))
    left = {(600, 18_000): "53 × 1600", (20_000, 1_500): "1600 × 120", (300, 1_601): "300 × 1600"}[size]
    fault = f"'kader.png' berukuran {size[0]} × {size[1]} titik; di situs tinggal {left} titik, jadi tidak terbaca"
    cure = "potong menjadi beberapa gambar; sisi panjangnya paling banyak 5 kali sisi pendeknya"
    assert told(root) == said("gambar-terlalu-panjang", fault, cure)


def test_a_picture_of_another_name_is_told_and_stops_no_district(root: Path) -> None:
    listed(root, kader_png=saved(drawing(), "PNG"))
    for name in ("WhatsApp Image 2026-11-21 at 09.30.jpeg", "IMG_0001.HEIC", "kader (1).png"):
        (root / AT / "gambar" / name).write_bytes(saved(drawing(), "PNG"))
    registry = read_project(root)
    assert not registry.district_problems
    found = Composer(registry).compose("kab-uji", as_of=DAY, profiles=()).problems
    assert [(p.place.file.rpartition("/")[2], p.severity.value, in_indonesian(p)[1]) for p in found] == [
        ("IMG_0001.HEIC", "warning", "ganti namanya, misalnya: img-0001.heic"),
        (
            "WhatsApp Image 2026-11-21 at 09.30.jpeg",
            "warning",
            "ganti namanya, misalnya: whatsapp-image-2026-11-21-at-09-30.jpeg",
        ),
        ("kader (1).png", "warning", "ganti namanya, misalnya: kader-1.png"),
    ]


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
    names = [("nama-gambar-tidak-sah", FIRST + 9), ("nama-gambar-tidak-sah", 0)]
    assert found == [("gambar-tidak-terbaca", FIRST), ("gambar-hilang", FIRST + 3), *names]
    path = root / AT / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("d.gif", "e.png"), "utf-8")
    (root / AT / "gambar" / "d.gif").unlink()
    assert [(p.code, p.place.line) for p in faults(root)] == [
        ("gambar-tidak-terbaca", FIRST),
        ("gambar-hilang", FIRST + 3),
        ("gambar-hilang", FIRST + 9),
    ]


def test_a_picture_that_is_gone_was_not_another_of_the_list(root: Path) -> None:
    listed(root, **dict.fromkeys(("lambang-rekaan_png", "lembar-rekaan_png"), saved(drawing(), "PNG")))
    names = sorted((root / AT / "gambar").iterdir())
    names[0].unlink()
    assert [dict(p.values)["maksud"] for p in faults(root) if p.code == "gambar-hilang"] == [""]
    renamed = names[0].with_name(names[0].name.replace("rekaan", "rekan"))
    renamed.write_bytes(names[1].read_bytes())
    meant = [dict(p.values)["maksud"] for p in faults(root) if p.code == "gambar-hilang"]
    assert meant == [renamed.name]


def test_hostile_pictures_are_decoded_where_the_district_is_made_and_not_where_all_are_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = saved(photo(90, 90), "PNG")[:-900]
    listed(root, kader_png=raw)
    seen: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(Image, "open", lambda *_, **__: seen.append("opened"))
        found, problems = read_district(
            root / "districts",
            "districts",
            ListedDistrict(slug="kab-uji", domain="dinkesuji.example"),
            Place("x"),
            Campaign.unread(),
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
