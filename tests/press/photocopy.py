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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

from selebaran.press.ink.expected import Frame
from selebaran.press.ink.layer import Word, text_layer

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
NEAR_PX = 8
"""What is seen around a word at which one looks closely; a table's lines are as near."""
LONG, MUCH = 4, 0.2
"""Letters of a long word; and the share of long words without which a page isn't read on."""
A_LINE = 8
"""Long words of a line, which may be missing on any page: one with a headline and little else has few others."""
LOOKS = (("11", 1), ("11", 2), ("11", 8), ("11", 6), ("3", 1), ("6", 1), ("6", 2), ("6", 6))
"""How a page is looked at: tesseract's mode, and from how far."""
FEW = 16
"""Lines that are sooner looked at one by one than the whole page once more."""
ALIKE = str.maketrans("liqgosz", "1199052")
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
        turned = page.rotate(TURN_DEGREES, Image.Resampling.BILINEAR, fillcolor=255)
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


@dataclass(frozen=True)
class Line:
    """Words that stand beside each other: in which direction they are read (90 is upwards, 180 on its head), and what
    holds each, in points from the upper left corner of the page."""

    words: tuple[str, ...]
    frames: tuple[Frame, ...]
    direction: int


def lines_of(pdf: bytes) -> list[list[Line]]:
    """The lines of each page, as the PDF holds them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            with text_layer(page) as layer:
                found.append(list(_lines(layer.words)))
        return found
    finally:
        document.close()


def _lines(words: Iterable[Word]) -> Iterator[Line]:
    """Neighbours in the text layer that are read in one direction and stand at one height."""
    rows: list[list[Word]] = []
    for word in words:
        if rows and _goes_on(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        pairs = [(said, word.frame) for word in row for said in _words(word.text)]
        if pairs:
            said, frames = zip(*pairs, strict=True)
            yield Line(said, frames, _direction(row[0]))


def _direction(word: Word) -> int:
    return round(word.turned / 90) % 4 * 90


def _goes_on(before: Word, word: Word) -> bool:
    if _direction(before) != _direction(word):
        return False
    one, other = (_turned(each.frame, -_direction(each)) for each in (before, word))
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * min(_high(one), _high(other))


def _high(frame: Frame) -> float:
    return frame.bottom - frame.top


def _turned(frame: Frame, degrees: int, width: float = 0, height: float = 0) -> Frame:
    """A frame on a page of this size that is turned against the clock, by quarters."""
    for _ in range(degrees // 90 % 4):
        left, top, right, bottom = frame
        frame, (width, height) = Frame(top, width - right, bottom, width - left), (height, width)
    return frame


def unread(image: Image.Image, lines: Sequence[Line]) -> list[str]:
    """The words of a copy that tesseract doesn't read with its Indonesian data, as often as they are missing.

    The copy is held straight, and turned where text is turned, as a reader does. The page is read first. Where a few
    words aren't among what was read, their lines are looked at alone, and then the words: tesseract passes over single
    digits in the cells of a table when it looks at a page. Where more are missing, the page is read in other ways
    before. Who can't read the long words doesn't look at the short ones, but where there are few lines."""
    straight = image.rotate(-TURN_DEGREES * GENERATIONS, Image.Resampling.BILINEAR, fillcolor=255)
    missing: list[str] = []
    for direction in sorted({line.direction for line in lines}):
        page = straight.rotate(-direction, expand=True, fillcolor=255)
        own = [line for line in lines if line.direction == direction]
        missing += _unread(page, straight.size, own).elements()
    return sorted(missing)


def _unread(page: Image.Image, size: tuple[int, int], lines: Sequence[Line]) -> Counter[str]:
    """The words of a page that is turned so that these lines are upright."""
    printed = Counter(word for line in lines for word in line.words)
    left, closely, waiting = printed, Counter[str](), list(lines)
    for is_last, read in _readings(page):
        left = printed - read - closely
        mine = [line for line in waiting if any(left[word] for word in line.words)]
        is_worth_it = _long(left) <= max(MUCH * _long(printed), A_LINE) or len(lines) <= FEW
        if is_worth_it and (is_last or len(mine) <= FEW):
            waiting = [line for line in waiting if line not in mine]
            for line in mine:
                closely += _read_closely(page, size, line, printed - read - closely)
            left = printed - read - closely
        if left.total() <= printed.total() * 0.01:
            break
    return left


def _long(words: Counter[str]) -> int:
    return sum(count for word, count in words.items() if len(word) >= LONG)


def _readings(page: Image.Image) -> Iterator[tuple[bool, Counter[str]]]:
    """The words that are read on a page, more each time, and whether that is all: scattered first, then columns, at
    arm's length and twice as far; from afar only type that is too large to be seen near."""
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for layout, distance in LOOKS:
        seen = _recognised(page.reduce(distance), layout)
        if distance <= 2:
            near |= Counter(word for word, height in seen if height * distance < LARGE_PX)
        else:
            far |= Counter(word for word, height in seen if height * distance >= LARGE_PX)
        yield (layout, distance) == LOOKS[-1], near + far


def _read_closely(page: Image.Image, size: tuple[int, int], line: Line, left: Counter[str]) -> Counter[str]:
    """Those of the words that are left which are read where the eye is held to their line, or to themselves."""
    wanted = Counter(word for word in line.words if left[word])
    read = [word for word, _ in _recognised(_cut(page, size, line, line.frames), "7")]
    if "".join(read) == "".join(line.words):
        return wanted
    found = wanted & Counter(read)
    for word, frame in zip(line.words, line.frames, strict=True):
        if found[word] < wanted[word]:
            alone = _cut(page, size, line, (frame,))
            found[word] += any(word in (said for said, _ in _recognised(alone, layout)) for layout in ("8", "10"))
    return found & wanted


def _cut(page: Image.Image, size: tuple[int, int], line: Line, frames: Sequence[Frame]) -> Image.Image:
    """What of a turned page holds these frames, with some white around it. `size` is that of the page as it was."""
    shrunk = SHRINK**GENERATIONS
    edges = list(zip(*frames, strict=True))
    around = Frame(min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    middles = size[0] / 2, size[1] / 2, size[0] / 2, size[1] / 2
    placed = Frame(*(m + (edge * DPI / 72 - m) * shrunk for edge, m in zip(around, middles, strict=True)))
    turned = _turned(placed, -line.direction, *size)
    cut = page.crop(
        (
            int(turned.left) - NEAR_PX,
            int(turned.top) - NEAR_PX,
            int(turned.right) + NEAR_PX,
            int(turned.bottom) + NEAR_PX,
        )
    )
    return ImageOps.expand(cut, 3 * NEAR_PX, 255)


def _recognised(image: Image.Image, layout: str) -> list[tuple[str, int]]:
    """Words with the height of their boxes in pixels."""
    stream = io.BytesIO()
    image.save(stream, "PPM")
    command = ["tesseract", "-", "-", "-l", "ind", "--psm", layout, "--dpi", str(DPI), "tsv"]
    environment = {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, env=environment)
    rows = [line.split("\t") for line in done.stdout.decode().split("\n")[1:]]
    return [(word, int(row[9])) for row in rows if len(row) > 11 for word in _words(row[11])]


def _words(text: str) -> list[str]:
    """Words and parts of codes. Which letters and digits of a code look alike tesseract can't tell: no code is a word,
    and the QR code beside it is read to the letter."""
    found = re.findall(r"[^\W_]+", text.replace("\ufffe", "").casefold())
    return [word if word.isalpha() else word.translate(ALIKE) for word in found]
