"""A written PDF, opened once for all who read it back: those who look, those who hear, and those who read its syntax.

To parse a page costs about as much as to draw it. Nobody changes what is open here; who wants to opens a file of their
own.
"""

from __future__ import annotations

import atexit
import io
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import pikepdf
import pypdfium2

from selebaran.press.signs import Signs


class Opened:
    """A PDF as pdfium and as qpdf read it; each page is parsed when somebody asks for it first."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._document = pypdfium2.PdfDocument(pdf)
        self._pages: dict[int, pypdfium2.PdfPage] = {}
        self._texts: dict[int, pypdfium2.PdfTextPage] = {}
        self._contents: dict[int, bytes] = {}
        self.signed: dict[int, bytes] = {}

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

    def content(self, number: int) -> bytes:
        """The operators of a page."""
        if number not in self._contents:
            self._contents[number] = content_of(self.objects.pages[number])
        return self._contents[number]

    def sign(self, number: int) -> bytes | None:
        """What a page's picture and its text layer follow from, where all of it is known (signs.py). It is `signed`
        from then on: who looks at it or hears it may know what is there."""
        if number not in self.signed and (sign := self._signs.of(self.objects.pages[number], self.content(number))):
            self.signed[number] = sign
        return self.signed.get(number)

    @cached_property
    def _signs(self) -> Signs:
        return Signs(self.objects)

    @cached_property
    def objects(self) -> pikepdf.Pdf:
        """The same file as objects. Nobody adds any."""
        return pikepdf.open(io.BytesIO(self._pdf))

    @cached_property
    def written(self) -> tuple[tuple[pikepdf.Object, bytes], ...]:
        """All dictionaries and arrays among its objects, with all that is written into them, without what a stream
        holds; qpdf writes each name in one way."""
        return tuple((item, text) for item in self.objects.objects if (text := _written(item)))


def content_of(page: pikepdf.Page) -> bytes:
    """The operators of a page."""
    contents: Any = page.obj.get("/Contents", pikepdf.Array())
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join([part.read_bytes() for part in parts])


def _written(value: pikepdf.Object) -> bytes:
    if isinstance(value, pikepdf.Stream):
        return value.stream_dict.unparse(resolved=True)
    return value.unparse(resolved=True) if isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) else b""


@lru_cache(maxsize=1)
def opened(pdf: bytes) -> Opened:
    """A file, opened; the last one stays open. Raises what its two readers raise for what is no PDF."""
    return Opened(pdf)


atexit.register(opened.cache_clear)  # before pdfium ends, which complains of what is still open
