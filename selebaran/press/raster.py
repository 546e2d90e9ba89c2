"""Looks at finished sheets as an eye does: what their QR codes say, and how near to the edge there is ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
import zxingcpp
from PIL import Image

from selebaran.press.opened import opened

DPI = 100
EDGE_MM = 5.0
"""What an office printer can't reach."""
WHITE = 250
SIDES = ("atas", "bawah", "kiri", "kanan")


@dataclass(frozen=True)
class Ink:
    """Ink nearer to a side of a page than a printer reaches. Pages count from 1; `mm` is how far it is from the
    edge."""

    page: int
    side: str
    mm: float


@dataclass(frozen=True)
class Look:
    """What was seen on all pages of a PDF."""

    codes: tuple[str, ...]
    near_edge: tuple[Ink, ...]


def look(pdf: bytes, *, colour: bool = False) -> Look:
    """The QR codes of a PDF, decoded from its picture, and the ink in the outer `EDGE_MM` of its pages."""
    codes: list[str] = []
    ink: list[Ink] = []
    for number, picture in enumerate(pages_seen(pdf, colour=colour), 1):
        image = picture if picture.mode == "L" else picture.convert("L")
        codes += [found.text for found in qr_codes(image)]
        ink += [Ink(number, side, mm) for side, mm in _ink(image)]
    return Look(tuple(codes), tuple(ink))


@lru_cache(maxsize=1)
def pages_seen(pdf: bytes, *, colour: bool = False) -> tuple[Image.Image, ...]:
    """The pages of a PDF at `DPI`. The last ones are kept: the proof by ink looks at them first, the gate after it."""
    return tuple(_picture(page, DPI, colour=colour) for page in opened(pdf))


def pictures(pdf: bytes, dpi: int, *, colour: bool = False) -> Iterator[Image.Image]:
    """The pages of a PDF, in grey or in colours."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _picture(page, dpi, colour=colour)
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, dpi: int, *, colour: bool) -> Image.Image:
    picture: Image.Image = page.render(scale=dpi / 72, grayscale=not colour, rev_byteorder=True).to_pil()
    return picture


def qr_codes(image: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes of an upright picture."""
    return zxingcpp.read_barcodes(
        image,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        try_rotate=False,
        try_invert=False,
        try_downscale=False,
    )


def _ink(image: Image.Image) -> Iterator[tuple[str, float]]:
    """The sides whose outer strip isn't white, and how near to the edge its ink begins."""
    strip = int(EDGE_MM / 25.4 * DPI)
    width, height = image.size
    strips = (
        (0, 0, width, strip),
        (0, height - strip, width, height),
        (0, 0, strip, height),
        (width - strip, 0, width, height),
    )
    dark = [255 * (level < WHITE) for level in range(256)]
    for side, box in zip(SIDES, strips, strict=True):
        if inked := image.crop(box).point(dark).getbbox():
            left, top, right, bottom = inked
            wide, high = box[2] - box[0], box[3] - box[1]
            pixels = {"atas": top, "bawah": high - bottom, "kiri": left, "kanan": wide - right}[side]
            yield side, round(pixels * 25.4 / DPI, 1)
