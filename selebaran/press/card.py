"""A picture that is passed on: laid out and held to what every sheet is held to, then made a PNG of few colours."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from selebaran.jobs.step import go
from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.sharing import Size
from selebaran.press.gate import check_form, check_printed
from selebaran.press.layout import Press

COLOURS = (128, 64, 32, 16)
"""How many a picture may have; fewer, where it weighs too much. Ours are flat: 128 weigh half of what they may."""
NOT_TOLD = frozenset(("panel-longgar",))
"""What is no fault of a picture: beside few words there is much ground."""


@dataclass(frozen=True)
class Drawn:
    """A picture that passed, and what is to be said of it; without one, why it didn't."""

    png: bytes | None
    problems: tuple[Problem, ...] = ()


def draw(press: Press, piece: ComposedPiece, size: Size, district: str) -> Drawn:
    """The picture of a piece."""
    go(piece.label)
    try:
        printed = press.print(piece)
    except ProblemsFound as stopped:
        return Drawn(None, stopped.problems)
    found = [*check_printed(piece, printed, district), *check_form(piece, None, printed.pdf, district)]
    told = tuple(fault for fault in found if fault.code not in NOT_TOLD)
    if any(fault.is_error for fault in told):
        return Drawn(None, told)
    return Drawn(_png(printed.pdf, size), told)


def _png(pdf: bytes, size: Size) -> bytes:
    """The first page as a PNG of exactly this size."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        image = page.render(scale=size.width_px / page.get_width(), rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()
    image = image.crop((0, 0, size.width_px, size.height_px))
    made = b""
    for colours in COLOURS:
        made = _encoded(image, colours)
        if len(made) <= size.most_bytes:
            break
    return made


def _encoded(image: Image.Image, colours: int) -> bytes:
    stream = io.BytesIO()
    image.quantize(colours, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()
