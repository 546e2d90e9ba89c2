"""Finished sheets -> one print file, and how much of their pages is covered with ink."""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import ExitStack

import pikepdf
from PIL import Image, ImageChops, ImageStat

from selebaran.press.overlay import size_of, written
from selebaran.press.raster import pictures

DPI = 50
"""Enough to tell how dark a page is."""
TITLE = "/Title"


def bundled(parts: Iterable[tuple[bytes, int]], title: str) -> bytes:
    """Sheets one after the other, each so many times, in one PDF. Same sheets, same bytes."""
    with ExitStack() as opened, written() as (target, done):
        for pdf, times in parts:
            source = opened.enter_context(pikepdf.open(io.BytesIO(pdf)))
            for _ in range(times):
                target.pages.extend(source.pages)
        target.docinfo[TITLE] = title
        target.Root.Lang = pikepdf.String("id")
    return done()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return tuple(size_of(page) for page in document.pages)


def covered(pdf: bytes, *, colour: bool) -> float:
    """How many pages would be covered if all ink of a PDF stood together: 0.08 is 8 % of one page. In colours, the
    strongest ink of each place counts."""
    return sum(_cover(picture) for picture in pictures(pdf, DPI, colour=colour))


def _cover(picture: Image.Image) -> float:
    if picture.mode != "L":
        red, green, blue = picture.convert("RGB").split()
        picture = ImageChops.darker(ImageChops.darker(red, green), blue)
    return 1 - float(ImageStat.Stat(picture).mean[0]) / 255
