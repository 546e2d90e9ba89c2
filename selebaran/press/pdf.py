"""Reads a written PDF back: pages, sizes and fonts. Lengths are millimetres."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf

POINT_MM = 25.4 / 72


@dataclass(frozen=True)
class PdfFacts:
    """Page sizes as (width, height) and the names of the embedded fonts, without their subset tag."""

    sizes_mm: tuple[tuple[float, float], ...]
    fonts: frozenset[str]


def read_pdf(pdf: bytes) -> PdfFacts:
    """What a PDF says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        sizes = []
        fonts: set[str] = set()
        for page in document.pages:
            x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
            sizes.append((round((x1 - x0) * POINT_MM, 1), round((y1 - y0) * POINT_MM, 1)))
            resources = page.obj.get("/Resources", pikepdf.Dictionary())
            for font in dict(resources.get("/Font", {})).values():
                name = str(font.get("/BaseFont", "/?"))[1:]
                fonts.add(name.split("+", 1)[-1])
        return PdfFacts(tuple(sizes), frozenset(fonts))
