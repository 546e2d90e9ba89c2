"""Paths of a drawing that go straight across and down alone, as a QR code's do, written without asking for each step.

WeasyPrint takes a path apart letter by letter, for curves and units as well. One of steps across and down with plain
numbers gives the same operators here; any other is left to it. This module takes the place of its `path` while a kept
drawing is drawn; tests/press/test_drawings.py holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import svg

NUMBER = r"-?\d+(?:\.\d+)?"
STRAIGHT = re.compile(rf"M{NUMBER} {NUMBER}(?:h{NUMBER}|v{NUMBER}|[mM]{NUMBER} {NUMBER}|z)*")
STEP = re.compile(rf"([Mmhvz])(?:({NUMBER})(?: ({NUMBER}))?)?")
_PLAIN = svg.TAGS["path"]


@contextmanager
def straight_paths() -> Iterator[None]:
    """Within the block straight paths are written at once. Their corners aren't told: only markers stand there."""
    svg.TAGS["path"] = _path
    try:
        yield
    finally:
        svg.TAGS["path"] = _PLAIN


def _path(drawing: Any, node: Any, font_size: float) -> None:
    """As WeasyPrint's."""
    steps = node.get("d", "")
    if STRAIGHT.fullmatch(steps):
        drawing.stream.stream += [b"0 0 m", *_operators(steps)]
    else:
        _PLAIN(drawing, node, font_size)


def _operators(steps: str) -> Iterator[bytes]:
    x = y = 0.0
    start: tuple[float, float] | None = None
    for letter, first, second in STEP.findall(steps):
        if letter == "z":
            if start is not None:
                x, y = start
                yield b"h"
            start = None
        elif letter in "Mm":
            x, y = (float(first), float(second)) if letter == "M" else (x + float(first), y + float(second))
            start = None
            yield b" ".join((pydyf._to_bytes(x), pydyf._to_bytes(y), b"m"))
        else:
            start = start or (x, y)
            x, y = (x + float(first), y) if letter == "h" else (x, y + float(first))
            yield b" ".join((pydyf._to_bytes(x), pydyf._to_bytes(y), b"l"))
