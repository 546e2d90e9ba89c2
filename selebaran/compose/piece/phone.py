"""The sheet for the screen as pages of a telephone: the same parts in the order in which a hand opens the paper.

A folded sheet on a screen is read at a quarter of its size and in the order of its paper. So its text flows here, over
as many pages as it takes, under a stylesheet of its own; a piece's drawn places are left to paper.
"""

from __future__ import annotations

import dataclasses
import re

from selebaran.model.piece import PAGE_HEAD, ComposedPiece, CoverArea, PieceSpec
from selebaran.model.sizes import Profile

PAGE_MM = (90.0, 160.0)
"""A page of 9:16. A telephone shows it 70 mm wide: 15.5 pt of it are 12 there."""
STYLESHEET = "ponsel.css"
LINK_MARK = "\ue012"
"""Stands for the address of the edition's page while the content is rendered that its code is made of."""
SVG = re.compile(rb'(?s)(?P<start>.*?<svg\b[^>]*\bviewBox="(?P<box>[^"]*)"[^>]*>)(?P<inside>.*)')
HEADS = f"""
@page {{ background: url({PAGE_HEAD}) no-repeat 0 -11mm / 90mm 9mm }}
@page :first {{ background: none }}"""
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


def is_for_phone(spec: PieceSpec, profile: Profile) -> bool:
    """Whether a piece in this profile is set for a telephone."""
    return profile == "layar" and spec.screen == "ponsel"


def for_phone(
    piece: ComposedPiece, files: dict[str, str], own: tuple[str, ...], marks: tuple[str, ...]
) -> ComposedPiece:
    """A composed sheet as pages of a telephone. `files` are the stylesheets of all pieces, `own` the district's;
    `marks` stand at the head of every page but the first, which says the same in its text."""
    width, height = PAGE_MM
    fonts = "\n".join(FONT_FACE.findall(files["print.css"]))
    return dataclasses.replace(
        piece,
        html=piece.html.replace(LINK_MARK, piece.qr_url or ""),
        width_mm=width,
        height_mm=height,
        cover=CoverArea(0, 0.0, width),
        stylesheets=(files["tokens.css"], fonts, files.get(STYLESHEET, ""), *own, HEADS if marks else ""),
        assets={url: _clipped(body) for url, body in piece.assets.items()},
        elastic=dataclasses.replace(piece.elastic, fits=(), gives_way=()),
        folds_mm=(),
        flows=True,
        page_head=" · ".join(marks),
    )


def _clipped(body: bytes) -> bytes:
    """A drawing that keeps within its frame by itself: what the page has to clip is painted after all text."""
    found = SVG.match(body)
    if found is None:
        return body
    x, y, width, height = found["box"].split()
    frame = b'<clipPath id="bingkai"><rect x="%b" y="%b" width="%b" height="%b"/></clipPath>' % (x, y, width, height)
    inside = b"</g></svg>".join(found["inside"].rsplit(b"</svg>", 1))
    return found["start"] + frame + b'<g clip-path="url(#bingkai)">' + inside
