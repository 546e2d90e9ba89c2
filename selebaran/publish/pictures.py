"""Pictures that all districts share, drawn once: kept in the cache under what they are made from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.jobs.plain import is_plain
from selebaran.model.edition import Card
from selebaran.model.piece import ComposedPiece
from selebaran.model.sharing import SIZES, Shape
from selebaran.publish.kept import made_from

if TYPE_CHECKING:
    from selebaran.press.card import Drawn
    from selebaran.press.late import LatePress
    from selebaran.press.layout import Press

FOLDER = "gambar"
MOST_KEPT, MOST_BYTES = 1000, 200 << 20
"""Of more pictures, or more bytes in all, the oldest go: a preview and a publication have others."""


class Pictures:
    """Draws pictures, each but once. The parent prepares what is the same for all; a child only reads that."""

    def __init__(self, press: Press | LatePress, cache: Path) -> None:
        self._press = press
        self._folder = cache / FOLDER
        self._known: dict[str, bytes] = {}

    def prepare(self, cards: Iterable[Card]) -> None:
        """Draw these, or find them as they were drawn before. What can't be drawn is told by each district."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for shape, piece in pieces_of(cards):
            key = made_from(piece)
            path = self._folder / f"{key}.png"
            if path.is_file():
                self._known[key] = path.read_bytes()
            elif png := self._drawn(piece, shape, "").png:
                self._known[key] = png
                part = path.with_suffix(f".{os.getpid()}")
                part.write_bytes(png)
                part.replace(path)
        _forget(self._folder)

    def of(self, piece: ComposedPiece, shape: Shape, district: str, older: Mapping[str, bytes]) -> Drawn:
        """The picture of a piece: one that is known, or that an earlier build made of the same."""
        key = made_from(piece)
        png = None if is_plain() else self._known.get(key) or older.get(key)
        return self._drawn(piece, shape, district, png)

    def _drawn(self, piece: ComposedPiece, shape: Shape, district: str, png: bytes | None = None) -> Drawn:
        from selebaran.press.card import Drawn, draw  # late: the press takes a second to load
        from selebaran.press.late import set_up

        return Drawn(png) if png else draw(set_up(self._press), piece, SIZES[shape], district)


def pieces_of(cards: Iterable[Card]) -> list[tuple[Shape, ComposedPiece]]:
    """What is to be drawn."""
    return [(shape, piece) for card in cards for shape, outcome in card.made.items() for piece in outcome.made]


def _forget(folder: Path) -> None:
    newest = sorted(((path.stat(), path) for path in folder.glob("*.png")), key=lambda one: -one[0].st_mtime)
    sizes = accumulate(stat.st_size for stat, _ in newest)
    for number, (size, (_, path)) in enumerate(zip(sizes, newest, strict=True), 1):
        if number > MOST_KEPT or size > MOST_BYTES:
            path.unlink(missing_ok=True)
