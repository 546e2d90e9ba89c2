"""A photocopier that is used by many: a copy of a copy of a copy, and what an eye still reads on it.

The parameters are fixed. They were set so that black text of 10 pt survives three generations and grey text of 7 pt
doesn't (test_photocopy.py), which is what offices see on theirs.
"""

from __future__ import annotations

import io
import random
import re
import subprocess
from collections import Counter

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 300
GENERATIONS = 3
BLUR_PX = 1.3
"""Optics and the spread of toner, as the sigma of a Gaussian: 0.11 mm."""
THRESHOLD = 150
"""What is darker becomes black: a copier set a little light, as offices set them to keep the paper white."""
NOISE = 24
"""The most by which a point is darker or lighter than it should be: dust, paper and toner."""
LARGE_PX = 260
"""Type of about 70 pt and more is read from afar."""
TURN_DEGREES = 0.7
SHRINK = 0.99


def copied(
    image: Image.Image, generations: int = GENERATIONS, seed: int = 1, threshold: int = THRESHOLD
) -> Image.Image:
    """A grey picture at `DPI` after so many copies. The same picture gives the same copies."""
    for generation in range(generations):
        small = image.resize((round(image.width * SHRINK), round(image.height * SHRINK)), Image.Resampling.BICUBIC)
        page = Image.new("L", image.size, 255)
        page.paste(small, ((page.width - small.width) // 2, (page.height - small.height) // 2))
        turned = page.rotate(TURN_DEGREES, Image.Resampling.BICUBIC, fillcolor=255)
        blurred = turned.filter(ImageFilter.GaussianBlur(BLUR_PX))
        image = _noisy(blurred, seed + generation).point([255 * (level >= threshold) for level in range(256)])
    return image


def _noisy(image: Image.Image, seed: int) -> Image.Image:
    """The picture with noise of a fixed seed: even between minus and plus `NOISE`."""
    points = random.Random(seed).randbytes(image.width * image.height)
    noise = Image.frombytes("L", image.size, points).point([round(level * 2 * NOISE / 255) for level in range(256)])
    return ImageChops.add(image, noise, offset=-NOISE)


def pictures(pdf: bytes) -> list[Image.Image]:
    """The pages in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def words_of(pdf: bytes) -> list[list[str]]:
    """The words of each page, as the PDF holds them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_words(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def read(image: Image.Image, printed: list[str]) -> list[str]:
    """The words that tesseract reads with its Indonesian data, and that were printed; held straight, as a reader does.

    It looks for scattered words first, then for columns, at arm's length and twice as far; from afar only for type that
    is too large to be seen near."""
    straight = image.rotate(-TURN_DEGREES * GENERATIONS, Image.Resampling.BICUBIC, fillcolor=255)
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for layout, distance in (("11", 1), ("11", 2), ("11", 8), ("11", 6), ("3", 1), ("6", 1), ("6", 2), ("6", 6)):
        seen = _recognised(straight.reduce(distance), layout)
        if distance <= 2:
            near |= Counter(word for word, height in seen if height * distance < LARGE_PX)
        else:
            far |= Counter(word for word, height in seen if height * distance >= LARGE_PX)
        if len(unread(printed, list((near + far).elements()))) <= len(printed) * 0.01:
            break
    return list((near + far).elements())


def _recognised(image: Image.Image, layout: str) -> list[tuple[str, int]]:
    """Words with the height of their boxes in pixels."""
    stream = io.BytesIO()
    image.save(stream, "PNG", dpi=(DPI, DPI))
    command = ["tesseract", "-", "-", "-l", "ind", "--psm", layout, "--dpi", str(DPI), "tsv"]
    environment = {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, env=environment)
    rows = [line.split("\t") for line in done.stdout.decode().split("\n")[1:]]
    return [(word, int(row[9])) for row in rows if len(row) > 11 for word in _words(row[11])]


def unread(printed: list[str], seen: list[str]) -> list[str]:
    """The words that were printed and not read, as often as they are missing."""
    return sorted((Counter(printed) - Counter(seen)).elements())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace("\ufffe", "").casefold())
