"""A written PDF, opened once for all who read it back: those who look, those who hear, and those who read its syntax.

To parse a page costs about as much as to draw it. Nobody changes what is open here; who wants to opens a file of their
own.
"""

from __future__ import annotations

import atexit
import io
from collections.abc import Iterator
from functools import cached_property, lru_cache

import pikepdf
import pypdfium2


class Opened:
    """A PDF as pdfium and as qpdf read it; each page is parsed when somebody asks for it first."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._document = pypdfium2.PdfDocument(pdf)
        self._pages: dict[int, pypdfium2.PdfPage] = {}
        self._texts: dict[int, pypdfium2.PdfTextPage] = {}

    def __len__(self) -> int:
        return len(self._document)

    def __iter__(self) -> Iterator[pypdfium2.PdfPage]:
        return map(self.page, range(len(self)))

    def page(self, number: int) -> pypdfium2.PdfPage:
        """A page, counted from 0."""
        if number not in self._pages:
            self._pages[number] = self._document[number]
        return self._pages[number]

    def text(self, number: int) -> pypdfium2.PdfTextPage:
        """The text layer of a page."""
        if number not in self._texts:
            self._texts[number] = self.page(number).get_textpage()
        return self._texts[number]

    @cached_property
    def objects(self) -> pikepdf.Pdf:
        """The same file as objects. Nobody adds any."""
        return pikepdf.open(io.BytesIO(self._pdf))

    @cached_property
    def written(self) -> tuple[tuple[pikepdf.Object, bytes], ...]:
        """All dictionaries and arrays among its objects, with all that is written into them, without what a stream
        holds; qpdf writes each name in one way."""
        return tuple((item, text) for item in self.objects.objects if (text := _written(item)))


def _written(value: pikepdf.Object) -> bytes:
    if isinstance(value, pikepdf.Stream):
        return value.stream_dict.unparse(resolved=True)
    return value.unparse(resolved=True) if isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) else b""


@lru_cache(maxsize=1)
def opened(pdf: bytes) -> Opened:
    """A file, opened; the last one stays open. Raises what its two readers raise for what is no PDF."""
    return Opened(pdf)


atexit.register(opened.cache_clear)  # before pdfium ends, which complains of what is still open
