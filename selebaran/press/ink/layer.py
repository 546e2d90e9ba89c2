"""The words of a written PDF, where they stand, and how large they are printed: its text layer, read back.

Lengths are points from the upper left corner of the page's trim.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from selebaran.press.audit import letters
from selebaran.press.ink.frame import Frame

WORD = re.compile(r"[^\s\x02\ufffe]+")
"""U+0002 and U+FFFE stand for a hyphen at a line's end."""


@dataclass(frozen=True)
class Word:
    """A word as it is printed. `frame` holds its letters and nothing more, `start` is the number of the first.
    `size_pt` is that of the paper, `wide` how much wider than tall its letters were made, `turned` by how many
    degrees."""

    text: str
    letters: str
    start: int
    frame: Frame
    size_pt: float
    wide: float
    turned: float
    mirrored: bool


class Layer:
    """A page's words in the order in which they are drawn, and its size; `inset` is how far the trim lies within it."""

    def __init__(self, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> None:
        media, trim = page.get_mediabox(), page.get_trimbox()
        self.width, self.height = trim[2] - trim[0], trim[3] - trim[1]
        self.inset = trim[0] - media[0], media[3] - trim[3]
        self._corner = trim[0], trim[3]
        self._raw = text_page.raw
        self.words = tuple(self._words(text_page.get_text_range()))

    def letters(self, word: Word) -> list[Frame]:
        """Where each letter of a word stands. One that pdfium puts in has no width, and is left out."""
        x0, x1, y0, y1 = (ctypes.c_double() for _ in range(4))
        frames = []
        for number in range(word.start, word.start + len(word.text)):
            if pdfium.FPDFText_GetCharBox(self._raw, number, x0, x1, y0, y1) and x1.value > x0.value:
                frames.append(self._frame(x0.value, y1.value, x1.value, y0.value))
        return frames

    def _frame(self, left: float, top: float, right: float, bottom: float) -> Frame:
        x, y = self._corner
        return Frame(left - x, y - top, right - x, y - bottom)

    def _words(self, text: str) -> Iterator[Word]:
        raw, matrix = self._raw, pdfium.FS_MATRIX()
        for found in WORD.finditer(text):
            start = found.start()
            frame = self._around(start, found.end() - start)
            if frame is None:
                continue
            pdfium.FPDFText_GetMatrix(raw, start, matrix)
            across, down = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
            yield Word(
                found[0],
                letters(found[0]),
                start,
                frame,
                pdfium.FPDFText_GetFontSize(raw, start) * down,
                across / down if down else 0.0,
                math.degrees(math.atan2(matrix.b, matrix.a)),
                matrix.a * matrix.d < matrix.b * matrix.c,
            )

    def _around(self, start: int, count: int) -> Frame | None:
        """What holds some letters; None where they take no room."""
        raw, frames = self._raw, []
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        for number in range(pdfium.FPDFText_CountRects(raw, start, count)):
            pdfium.FPDFText_GetRect(raw, number, left, top, right, bottom)
            frames.append(self._frame(left.value, top.value, right.value, bottom.value))
        return union(frames) if frames else None


@contextmanager
def text_layer(page: pypdfium2.PdfPage) -> Iterator[Layer]:
    """The text layer of a page, which can be read within the block."""
    text_page = page.get_textpage()
    try:
        yield Layer(page, text_page)
    finally:
        text_page.close()


def union(frames: list[Frame]) -> Frame:
    """What holds all frames."""
    if len(frames) == 1:
        return frames[0]
    lefts, tops, rights, bottoms = zip(*frames, strict=True)
    return Frame(min(lefts), min(tops), max(rights), max(bottoms))
