"""Whether a sheet looks as it did: its pages as small pictures, held against those that are stored in tests/golden.

A stored picture has few dots and 16 greys. Two are held against each other in squares: a letter that moved by a hair
changes no square by much, a line that moved changes many.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from tests.conftest import ROOT

STORED = ROOT / "tests" / "golden"
DIFFERENCES = ROOT / ".cache" / "beda"
"""Where the picture of a difference lies."""
HIGHEST_PX = 400
MANY_PAGES = 6
"""A piece of so many pages or more is stored at half that height."""
SQUARE_PX = 4
NOTICED = 24
"""How many greys of 255 a square may differ by in the mean."""
MOST = 0.004
"""The share of squares that may differ by more."""
GREYS = 16
BETWEEN_PX = 8


def picture(pdf: bytes) -> Image.Image:
    """All pages of a sheet beside each other, as they are stored."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = 2 if len(document) >= MANY_PAGES else 1
        pages = [_small(page, HIGHEST_PX // scale) for page in document]
    finally:
        document.close()
    whole = Image.new("L", (sum(p.width + BETWEEN_PX for p in pages), max(p.height for p in pages)), 200)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + BETWEEN_PX
    return _few_greys(whole)


def store(name: str, image: Image.Image) -> None:
    """Keep a picture."""
    STORED.mkdir(exist_ok=True)
    image.quantize(GREYS, dither=Image.Dither.NONE).save(STORED / f"{name}.png", optimize=True)


def stored(name: str) -> Image.Image | None:
    """The picture that was kept, if there is one."""
    path = STORED / f"{name}.png"
    return _few_greys(Image.open(path).convert("L")) if path.is_file() else None


def unlikeness(before: Image.Image, now: Image.Image) -> float:
    """The share of squares that differ: 1 where the pictures aren't even of one size."""
    if before.size != now.size:
        return 1
    difference = ImageChops.difference(before, now)
    squares = difference.reduce(SQUARE_PX)
    return sum(squares.histogram()[NOTICED + 1 :]) / (squares.width * squares.height)


def draw_difference(name: str, before: Image.Image | None, now: Image.Image) -> Path:
    """A picture of what was kept, of what is now, and of both with what is new in red and what went in blue."""
    before = before or Image.new("L", now.size, 255)
    size = max(before.width, now.width), max(before.height, now.height)
    old, new = (_on(image, size) for image in (before, now))
    both = Image.merge("RGB", (old, ImageChops.darker(old, new), new))
    sheets = [old.convert("RGB"), new.convert("RGB"), both]
    whole = Image.new("RGB", (size[0], 3 * size[1] + 2 * BETWEEN_PX), "black")
    for number, sheet in enumerate(sheets):
        whole.paste(sheet, (0, number * (size[1] + BETWEEN_PX)))
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    path = DIFFERENCES / f"{name}.png"
    whole.save(path)
    return path


def _small(page: pypdfium2.PdfPage, high: int) -> Image.Image:
    image: Image.Image = page.render(scale=high / page.get_height(), grayscale=True).to_pil()
    return image


def _few_greys(image: Image.Image) -> Image.Image:
    step = 255 / (GREYS - 1)
    return image.point([round(round(grey / step) * step) for grey in range(256)])


def _on(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("L", size, 128)
    whole.paste(image, (0, 0))
    return whole
