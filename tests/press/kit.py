"""Small pieces for tests of the press, made without any template."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pikepdf

from selebaran.model.piece import Asked, ComposedPiece, CoverArea
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.model.usage import Usage
from selebaran.press.gate import check_form, check_printed
from selebaran.press.layout import Press

FONT = '@font-face { font-family: "Public Sans"; src: url("asset:huruf/PublicSans-Regular.ttf") }'
STYLE = (
    FONT
    + """
* { margin: 0; padding: 0; box-sizing: border-box } @page { margin: 0 } body { font: 12pt/1.3 "Public Sans" }
.sheet { position: relative; width: 100mm; height: 80mm }
.panel { position: absolute; left: 10mm; top: 10mm; width: 80mm; height: 60mm }
"""
)
SENTENCE = "<p>Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi.</p>"
PLACE = Place("printables/uji/piece.html")


def everything(registry: Registry, *profiles: Profile) -> Asked:
    """All pieces that are made only when somebody asks for them, as somebody who does."""
    return dict.fromkeys(registry.when_asked, profiles)


def small(content: str = SENTENCE * 5, css: str = "", beside: str = "", **others: Any) -> ComposedPiece:
    """One sheet of 100 × 80 mm with the panel `isi`; `beside` stands on the sheet outside of it."""
    panel = f'<div class="panel" data-panel="isi">{content}</div>'
    html = f'<html lang="id"><title>Uji</title><body><section class="sheet">{beside}{panel}</section>'
    made = ComposedPiece(
        name="uji",
        profile="kantor",
        title="Uji",
        width_mm=100,
        height_mm=80,
        sheets=1,
        panels=("isi",),
        cover=CoverArea(0, 0, 100),
        html=html,
        stylesheets=(STYLE, css),
        assets={},
        usage=Usage(),
        place=PLACE,
        qr_url=None,
    )
    return dataclasses.replace(made, **others)


def faults(press: Press, piece: ComposedPiece) -> list[str]:
    """The codes of all that keeps a piece from being handed out, its files included."""
    printed = press.print(piece)
    found = check_printed(piece, printed, "Kabupaten Uji")
    if not any(fault.is_error for fault in found):
        found += check_form(piece, None, printed.pdf, "Kabupaten Uji")
    return [fault.code for fault in found]


def sizes_mm(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The width and height of each page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        boxes = [[float(edge) * 25.4 / 72 for edge in page.mediabox] for page in document.pages]
    return tuple((round(right - left, 1), round(top - bottom, 1)) for left, bottom, right, top in boxes)
