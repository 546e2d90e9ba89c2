"""Pictures for the tests, and a district that lists them."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pillow_heif
from PIL import Image, ImageChops

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from tests.compose.page.own.kit import BASE, faults

AT = "districts/kab-uji"
FIRST = len((BASE / AT / "daerah.yml").read_text("utf-8").splitlines()) + 2
"""The line of the first picture that a test lists."""
SECRET = b"RAHASIA-6.2088S"
SAVE_AGAIN = "buka gambarnya di aplikasi gambar, lalu simpan ulang sebagai PNG atau JPG"
SMALLER = "kecilkan dulu di aplikasi gambar, misalnya sampai lebarnya 1.600 titik"

pillow_heif.register_heif_opener()


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
    if kind == "HEIF":
        at = raw.index(b"ispe") + 8
        raw[at : at + 8] = struct.pack(">II", width, height)
    elif kind == "JPEG":
        at = raw.index(b"\xff\xc0")
        raw[at + 5 : at + 9] = struct.pack(">HH", height, width)
    else:
        raw[26:30] = struct.pack("<HH", width, height)
    return bytes(raw)
