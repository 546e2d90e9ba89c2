"""Hostile pictures: too large, broken, or not what they say; and what a sheet can't hold."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.hostile.cases.case import Case, files, in_file, value
from tests.hostile.folder import picture

PICTURE = "gambar/foto.png"
NO_GLYPH = "huruf-tanpa-rupa"
WIDE = "W" * 120


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def flat_png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG of one colour, one bit a pixel: megapixels in a few kilobytes."""
    packer, row = zlib.compressobj(9), bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row * min(256, height - at)) for at in range(0, height, 256))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows + packer.flush()) + chunk(b"IEND", b"")


def lying_png() -> bytes:
    """A PNG that says 60,000 × 60,000 and holds nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A PNG whose comment unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"A" * (1 << 20)) for _ in range(200)) + packer.flush()
    return flat_png(64, 64, chunk(b"zTXt", b"Comment\0\0" + packed))


def frames() -> bytes:
    """A moving PNG of many frames."""
    images = [Image.new("RGB", (200, 200), (n, n, n)) for n in range(60)]
    file = io.BytesIO()
    images[0].save(file, "PNG", save_all=True, append_images=images[1:])
    return file.getvalue()


def with_place() -> bytes:
    """A photograph that tells where it was taken, and by whom."""
    image, file = Image.new("RGB", (320, 240), "#3a7"), io.BytesIO()
    exif = image.getexif()
    exif[0x013B] = "PEMOTRET-RAHASIA"
    exif.get_ifd(0x8825)[2] = (8.0, 39.0, 0.0)
    image.save(file, "JPEG", exif=exif, comment=b"KOMENTAR-RAHASIA")
    return file.getvalue()


def hidden_after() -> bytes:
    """A picture with a program behind its end."""
    return picture() + b"<script>alert(1)</script>PK\x03\x04EKOR-RAHASIA"


def good_pngs() -> list[bytes]:
    """PNGs of every kind that Pillow writes."""
    found = []
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        file = io.BytesIO()
        Image.new(mode, (33, 17)).save(file, "PNG")
        found.append(file.getvalue())
    return found


BROKEN = {
    "169-mpx": flat_png(13_000, 13_000),
    "400-mpx": flat_png(20_000, 20_000),
    "bohong": lying_png(),
    "lebar": flat_png(100_000, 4),
    "11-mb": picture() + bytes(11 << 20),
    "terpotong": picture()[:200],
    "nol": b"",
    "sampah": bytes(range(256)) * 20,
    "html": b"<html><script>alert(1)</script>",
    "exe": b"MZ" + bytes(500),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><use href="#a"/></svg>',
    "svg-bom": b'<svg xmlns="http://www.w3.org/2000/svg">' + b'<g id="a"><use href="#a"/></g>' * 900 + b"</svg>",
    "gif": picture(form="GIF"),
    "bmp": picture(form="BMP"),
    "tiff": picture(form="TIFF"),
    "ico": picture(form="ICO"),
    "ppm": picture(form="PPM"),
    "pdf": picture(form="PDF"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nquit\n",
}
NOT_PNG = {"jpeg": picture(form="JPEG"), "webp": picture(form="WEBP")}


PICTURE_FAULTS = {
    **dict.fromkeys(("169-mpx", "400-mpx", "bohong"), "gambar-terlalu-luas"),
    "lebar": "gambar-terlalu-panjang",
    "11-mb": "gambar-terlalu-besar",
    "jpeg-png": "gambar-salah-akhiran",
    "webp-png": "gambar-salah-akhiran",
}
"""Why they are refused; the others can't be read."""


def pictures() -> list[Case]:
    """Pictures that are too large, broken, or not what they say."""
    found: list[Case] = []
    at = "daerah.yml:38"
    for name, data in {**BROKEN, **{f"{kind}-png": data for kind, data in NOT_PNG.items()}}.items():
        code, row = PICTURE_FAULTS.get(name, "gambar-tidak-terbaca"), "piksel" if name in PICTURE_FAULTS else "gambar"
        found.append(
            in_file(f"rupa-{name}", "svg-css" if "svg" in name else row, PICTURE, data, code, at if code else "")
        )
    found += [
        in_file("komentar-bom", "piksel", PICTURE, text_bomb(), "gambar-tidak-terbaca", at),
        in_file("bingkai", "piksel", PICTURE, frames(), "gambar-bergerak", at),
        in_file("ekor", "gambar", PICTURE, hidden_after(), absent=("EKOR-RAHASIA",)),
        files("gps", "gambar", {"gambar/foto.jpg": with_place()}, absent=("PEMOTRET-RAHASIA", "KOMENTAR-RAHASIA")),
        Case("gps-terdaftar", "gambar", _with_place, absent=("PEMOTRET-RAHASIA", "KOMENTAR-RAHASIA", "Exif")),
        files("gambar-lebih", "piksel", {f"gambar/lebih-{n}.png": picture() for n in range(300)}),
        value(
            "nama-naik",
            "gambar",
            "berkas: foto.png",
            "berkas: ../../kab-subur/gambar/sawah.png",
            "nama-gambar-tidak-sah",
            at,
        ),
        value("berkas-gambar-tiada", "gambar", "berkas: foto.png", "berkas: tiada.png", "gambar-hilang", at),
    ]
    return found


def sheets() -> list[Case]:
    """Emblems and lines that a sheet can't hold."""
    return [
        in_file(
            "lambang-pipih",
            "cetakan",
            "gambar/lambang.png",
            flat_png(4000, 8),
            "gambar-terlalu-panjang",
            "daerah.yml:39",
        ),
        in_file("lambang-kecil", "cetakan", "gambar/lambang.png", picture(8, 8), "lambang-ukuran", "daerah.yml:44"),
        in_file(
            "lambang-besar",
            "cetakan",
            "gambar/lambang.png",
            flat_png(13_000, 13_000),
            "gambar-terlalu-luas",
            "daerah.yml:39",
        ),
        value(
            "lambang-tiada",
            "cetakan",
            "lambang: lambang.png",
            "lambang: tiada.png",
            "lambang-tidak-terdaftar",
            "daerah.yml:44",
        ),
        value(
            "baris-panjang",
            "cetakan",
            "kecil: Kader datang tiap Senin.",
            f"kecil: {'kata ' * 300}",
            "baris-terlalu-panjang",
            "daerah.yml:43",
        ),
        value(
            "baris-tiada",
            "cetakan",
            "kecil: Kader datang tiap Senin.",
            "../../x: a",
            "lembar-tidak-ada",
            "daerah.yml:43",
        ),
        value("baris-kata", "cetakan", "Kader datang tiap Senin.", "A" * 79, "isian-tidak-muat", worker=True),
        value("baris-emoji", "cetakan", "Kader datang tiap Senin.", "Kader \U0001f600 datang", NO_GLYPH, worker=True),
        value("baris-zalgo", "cetakan", "Kader datang tiap Senin.", "K" + "\u0300\u0489" * 38, NO_GLYPH, worker=True),
        value("alamat-sejauh", "cetakan", "alamat: Jalan Uji 1", f"alamat: {WIDE}", "isian-tidak-muat", worker=True),
    ]


def _with_place(folder: object) -> None:
    folder.write("gambar/foto.jpg", with_place())  # type: ignore[attr-defined]
    (folder.path / "gambar" / "foto.png").unlink()  # type: ignore[attr-defined]
    folder.swap("daerah.yml", "berkas: foto.png", "berkas: foto.jpg")  # type: ignore[attr-defined]


CASES = [*pictures(), *sheets()]
