"""Reads a written PDF back: its syntax, pages, boxes and fonts. Lengths are millimetres."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pikepdf

from selebaran.jobs.stages import staged
from selebaran.press.opened import Opened, opened

POINT_MM = 25.4 / 72
Box = tuple[float, float, float, float]
FONTS = re.compile(rb"/(?:Base)?Font(?![^\s()<>\[\]{}/%])")
"""A name without which an object has nothing of a font, as qpdf writes it."""
FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}


@dataclass(frozen=True)
class PdfFacts:
    """The names of all fonts, without their subset tag, and what else tells whether a sheet is sound.

    `trims` and `bleeds` are each page's TrimBox and BleedBox as left, top, right and bottom, from the upper left corner
    of its MediaBox. `loose` are fonts that aren't embedded, `faults` what qpdf's check says."""

    fonts: frozenset[str]
    trims: tuple[Box, ...] = ()
    bleeds: tuple[Box, ...] = ()
    loose: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()


@staged("baca-ulang")
def read_pdf(pdf: bytes) -> PdfFacts:
    """What a PDF says of itself. Raises `pikepdf.PdfError` for what isn't one."""
    document = opened(pdf).objects
    pages = document.pages
    media = [tuple(float(edge) for edge in page.mediabox) for page in pages]
    trims = [_from_corner(m, page.trimbox) for m, page in zip(media, pages, strict=True)]
    bleeds = [_from_corner(m, page.obj.get("/BleedBox", page.trimbox)) for m, page in zip(media, pages, strict=True)]
    fonts, loose = _fonts(item for item, text in opened(pdf).written if FONTS.search(text))
    return PdfFacts(fonts, tuple(trims), tuple(bleeds), loose, _faults(opened(pdf)))


def _faults(document: Opened) -> tuple[str, ...]:
    """What `check_pdf_syntax` says: it decodes all streams and parses those of pages. That calls Python for each token;
    here qpdf passes over all operators but one that no page has."""
    try:
        document.objects._decode_all_streams_and_discard(None)
        for number in range(len(document.objects.pages)):
            _parsed(document, number)
    except pikepdf.PdfError as error:
        return (str(error),)
    return tuple(f"WARNING: {warning}" for warning in document.objects.get_warnings())


_SOUND: set[bytes] = set()
MOST = 4096
"""Of so many pages it is kept that their operators are sound."""


def learn_sound(pdf: bytes, numbers: Iterable[int]) -> None:
    """Keep of these pages that their operators are sound, where they are. Nothing is told."""
    document = opened(pdf)
    with suppress(pikepdf.PdfError):
        parsed = [digest for number in numbers if (digest := _parsed(document, number))]
        if not document.objects.get_warnings() and len(_SOUND) < MOST:
            _SOUND.update(parsed)


def _parsed(document: Opened, number: int) -> bytes | None:
    """Have the operators of a page parsed, unless the same ones are known to be sound. Gives their digest where they
    weren't."""
    digest = hashlib.sha256(document.content(number)).digest()
    if digest in _SOUND:
        return None
    pikepdf.parse_content_stream(document.objects.pages[number], "EI")
    return digest


def _from_corner(media: tuple[float, ...], box: Any) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    edges = (x0 - media[0], media[3] - y1, x1 - media[0], media[3] - y0)
    left, top, right, bottom = (round(edge * POINT_MM, 2) for edge in edges)
    return left, top, right, bottom


def _fonts(objects: Iterable[Any]) -> tuple[frozenset[str], frozenset[str]]:
    """All fonts, also those within drawings, and which of them have no file in the PDF."""
    names: set[str] = set()
    loose: set[str] = set()
    for font in _font_dictionaries(objects):
        name = str(font.BaseFont)[1:].split("+", 1)[-1]
        names.add(name)
        if font.get("/Subtype") != "/Type0" and not FONT_FILES & set(font.get("/FontDescriptor", {}).keys()):
            loose.add(name)
    return frozenset(names), frozenset(loose)


def _font_dictionaries(objects: Iterable[Any]) -> Iterator[Any]:
    """Fonts that are objects of their own, and those that stand within the resources of a page or a drawing."""
    for item in objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            resources: Any = item.get("/Resources", item)
            within: Any = resources.get("/Font", {}) if hasattr(resources, "get") else {}
            listed = list(dict(within).values()) if isinstance(within, pikepdf.Dictionary) else []
            for font in (item, *listed):
                is_dictionary = isinstance(font, (pikepdf.Dictionary, pikepdf.Stream))
                if is_dictionary and font.get("/Type") == "/Font" and "/BaseFont" in font:
                    yield font
