"""The mark at the head of pages of a telephone, as a drawing: a preview stays one on every page that is passed on.

Its letters are outlines. As text it would be heard on each page, or hidden, though it is no ornament; the first page
says it in words, once.
"""

from __future__ import annotations

import io
from functools import lru_cache
from html import escape

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

WIDTH_MM, HEIGHT_MM, BAND_MM = 90, 9, 7
EDGE_MM = 7
LARGEST_MM = 3.2
"""The height of a capital is about 0.7 of this."""
GROUND, LETTERS = "#a3262a", "#fff"
"""`--urgent` and `--on-urgent` of tokens.css; their contrast is 7.3."""


@lru_cache(maxsize=8)
def page_head_svg(text: str, font: bytes) -> bytes:
    """A line in white on a red band, as large as fits between the edges of the page."""
    typeface = TTFont(io.BytesIO(font))
    glyphs, names = typeface.getGlyphSet(), typeface.getBestCmap()
    known = [names[ord(letter)] for letter in text if ord(letter) in names]
    width = sum(glyphs[name].width for name in known)
    size = min(LARGEST_MM, (WIDTH_MM - 2 * EDGE_MM) * typeface["head"].unitsPerEm / max(1, width))
    scale = size / typeface["head"].unitsPerEm
    x, paths = (WIDTH_MM - width * scale) / 2, []
    for name in known:
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:g}")
        glyphs[name].draw(pen)
        at = f"translate({x:.3f} {BAND_MM / 2 + size * 0.36:.3f}) scale({scale:.6f} {-scale:.6f})"
        paths.append(f'<path transform="{at}" d="{pen.getCommands()}"/>')
        x += glyphs[name].width * scale
    frame = f'viewBox="0 0 {WIDTH_MM} {HEIGHT_MM}" aria-label="{escape(text)}"'
    band = f'<rect width="{WIDTH_MM}" height="{BAND_MM}" fill="{GROUND}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{band}<g fill="{LETTERS}">{"".join(paths)}</g></svg>'.encode()
    )
