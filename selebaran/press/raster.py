"""Looks at finished sheets as an eye does: what their QR codes say, and how near to the edge there is ink."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

from selebaran.press.opened import opened

DPI = 100
EDGE_MM = 5.0
"""What an office printer can't reach."""
WHITE = 250
DARK = [255 * (level < WHITE) for level in range(256)]
QUIET = 0.3
"""How much of a code's width is looked at around it; its quiet zone is four modules of at most 21 (ISO/IEC 18004)."""
PLACED = re.compile(rb"q ([\d.]+) 0 0 \1 (-?[\d.]+) (-?[\d.]+) cm /H\d+ Do Q")
"""How a page is placed on a sheet (overlay.py)."""
Box = tuple[int, int, int, int]
"""Pixels of a picture: left, top, right, bottom."""
SIDES = ("atas", "bawah", "kiri", "kanan")
MOST = 4096
"""Of so many pages that stand on many sheets it is kept what was seen of them."""


@dataclass(frozen=True)
class Ink:
    """Ink nearer to a side of a page than a printer reaches. Pages count from 1; `mm` is how far it is from the
    edge."""

    page: int
    side: str
    mm: float


@dataclass(frozen=True)
class Code:
    """A QR code on a page: what it says, and where it stands, in points from the lower left corner: left, bottom,
    right, top."""

    text: str
    frame: tuple[float, float, float, float]


@dataclass(frozen=True)
class Look:
    """What was seen on all pages of a PDF."""

    found: tuple[Code, ...]
    near_edge: tuple[Ink, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """What the codes say."""
        return tuple(code.text for code in self.found)


_Page = tuple[tuple[Code, ...], tuple[tuple[str, float], ...]]
"""The codes of a page, and how near to which side there is ink."""
_PAGES: dict[tuple[bytes, bool], _Page] = {}


@lru_cache(maxsize=1)
def look(pdf: bytes, *, colour: bool = False) -> Look:
    """The QR codes of a PDF, decoded from its picture, and the ink in the outer `EDGE_MM` of its pages: in grey, since
    who prints in colours reaches the edge. What was seen last is kept, for the forms of a sheet."""
    codes: list[Code] = []
    ink: list[Ink] = []
    seen = pages_seen(pdf, colour=colour)
    for number in range(len(seen)):
        sign = opened(pdf).signed.get(number)
        found = _PAGES.get((sign, colour)) if sign else None
        if found is None:
            found = _look_at(seen[number], colour=colour)
            if sign and len(_PAGES) < MOST:
                _PAGES[sign, colour] = found
        codes += found[0]
        ink += [Ink(number + 1, side, mm) for side, mm in found[1]]
    return Look(tuple(codes), tuple(ink))


def _look_at(picture: Image.Image, *, colour: bool) -> _Page:
    """The codes of a page, and the ink in its outer strips."""
    image = picture if picture.mode == "L" else picture.convert("L")
    codes = tuple(Code(found.text, _frame(found.position, image.height)) for found in qr_codes(image))
    strips = () if colour else _strips(image.size)
    return codes, tuple((side, mm) for side, box in strips for mm in _inked(image.crop(box), side))


def look_at_placed(pdf: bytes, seen: Look) -> Look:
    """The same of a PDF on whose sheets the pages of another are placed whole, of which it is known what was `seen`:
    only its edges are drawn, and what lies around its codes. Where these don't tell all that the other's did, all of it
    is."""
    codes: list[Code] = []
    ink: list[Ink] = []
    pages = zip(opened(pdf), opened(pdf).objects.pages, strict=True)
    for number, (page, written) in enumerate(pages, 1):
        width, height = (math.ceil(edge * DPI / 72) for edge in page.get_size())
        for side, box in _strips((width, height)):
            ink += [Ink(number, side, mm) for mm in _inked(_part(page, box), side)]
        for frame in _placed(written, seen):
            codes += [Code(found.text, frame) for found in qr_codes(_part(page, _around(frame, (width, height))))]
    found = Look(tuple(codes), tuple(ink))
    return found if {*found.codes} == {*seen.codes} else look(pdf)


def _placed(page: pikepdf.Page, seen: Look) -> Iterator[tuple[float, float, float, float]]:
    """Where codes may stand on a sheet: as they do on their pages, wherever one of these is placed."""
    contents: Any = page.obj.get("/Contents", pikepdf.Array())
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    for found in PLACED.finditer(b"\n".join([part.read_bytes() for part in parts])):
        scale, x, y = map(float, found.groups())
        for code in seen.found:
            left, bottom, right, top = (edge * scale for edge in code.frame)
            yield left + x, bottom + y, right + x, top + y


def _around(frame: tuple[float, float, float, float], size: tuple[int, int]) -> Box:
    """The pixels of a code with what lies around it, from the upper left corner of a page of that size."""
    left, bottom, right, top = (edge * DPI / 72 for edge in frame)
    more, (width, height) = (right - left) * QUIET, size
    box = left - more, height - top - more, right + more, height - bottom + more
    left, right = (min(max(0, int(edge)), width) for edge in box[::2])
    top, bottom = (min(max(0, int(edge)), height) for edge in box[1::2])
    return int(left), int(top), int(right), int(bottom)


def _part(page: pypdfium2.PdfPage, box: Box) -> Image.Image:
    """A part of a page, in grey, as it is on the picture of all of it."""
    width, height = (math.ceil(edge * DPI / 72) for edge in page.get_size())
    away = box[0], height - box[3], width - box[2], box[1]
    if box[0] >= box[2] or box[1] >= box[3]:
        return Image.new("L", (1, 1), 255)
    crop = tuple((pixels - 0.5) * 72 / DPI if pixels > 0 else 0 for pixels in away)  # pdfium rounds up
    picture: Image.Image = page.render(scale=DPI / 72, crop=crop, grayscale=True, rev_byteorder=True).to_pil()
    return picture


class Pictures:
    """The pages of a PDF at `DPI`, in grey or in colours; each is drawn when somebody looks at it first."""

    def __init__(self, pdf: bytes, *, colour: bool) -> None:
        self._pdf, self.colour = pdf, colour
        self._drawn: dict[int, Image.Image] = {}

    def __len__(self) -> int:
        return len(opened(self._pdf))

    def __getitem__(self, number: int) -> Image.Image:
        if number not in self._drawn:
            self._drawn[number] = _picture(opened(self._pdf).page(number), DPI, colour=self.colour)
        return self._drawn[number]


@lru_cache(maxsize=1)
def pages_seen(pdf: bytes, *, colour: bool = False) -> Pictures:
    """The pages of a PDF. The last ones are kept: the proof by ink looks at them first, the gate after it."""
    return Pictures(pdf, colour=colour)


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


def _frame(at: zxingcpp.Position, height: int) -> tuple[float, float, float, float]:
    """Where a code stands on a page that is so high, in points."""
    corners = at.top_left, at.top_right, at.bottom_left, at.bottom_right
    across, down = [corner.x for corner in corners], [height - corner.y for corner in corners]
    left, bottom, right, top = (edge * 72 / DPI for edge in (min(across), min(down), max(across), max(down)))
    return left, bottom, right, top


def _strips(size: tuple[int, int]) -> Iterator[tuple[str, Box]]:
    """The outer strip of each side of a page."""
    strip = int(EDGE_MM / 25.4 * DPI)
    width, height = size
    strips = (
        (0, 0, width, strip),
        (0, height - strip, width, height),
        (0, 0, strip, height),
        (width - strip, 0, width, height),
    )
    return zip(SIDES, strips, strict=True)


def _inked(strip: Image.Image, side: str) -> Iterator[float]:
    """How near to the edge the ink of a strip begins; nothing where it is white."""
    if inked := strip.point(DARK).getbbox():
        left, top, right, bottom = inked
        width, height = strip.size
        pixels = {"atas": top, "bawah": height - bottom, "kiri": left, "kanan": width - right}[side]
        yield round(pixels * 25.4 / DPI, 1)
