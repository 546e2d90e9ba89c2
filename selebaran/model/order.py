"""What a print shop is told of a piece beside its sheets. Lengths are millimetres."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pydantic import Field

from selebaran.model.record import Record, Text


class ShopSpec(Record):
    """`percetakan` in piece.yml: what the piece is printed on; for cloth, how wide its hem is and how far apart the
    eyelets are, as large as it will hang."""

    stock: Text = Field(alias="bahan")
    hem_mm: float | None = Field(None, alias="kelim", gt=0)
    eyelets_mm: float | None = Field(None, alias="mata_ayam", gt=0)


@dataclass(frozen=True)
class Hem:
    """The hem of a banner as it is drawn: how wide it is, and how far apart eyelets are at most."""

    width_mm: float
    apart_mm: float | None

    def eyelets_mm(self, width_mm: float, height_mm: float) -> list[tuple[float, float]]:
        """The middles of all eyelets, from the lower left corner: one in each corner of the hem, others evenly between
        them, never further apart than they may be."""
        if self.apart_mm is None:
            return []
        xs, ys = (self._along(length, self.apart_mm) for length in (width_mm, height_mm))
        sides = [(x, y) for y in (ys[0], ys[-1]) for x in xs]
        return sides + [(x, y) for x in (xs[0], xs[-1]) for y in ys[1:-1]]

    def _along(self, length: float, apart: float) -> list[float]:
        first = self.width_mm / 2
        gaps = max(1, math.ceil((length - 2 * first) / apart - 1e-9))
        step = (length - 2 * first) / gaps
        return [round(first + step * number, 3) for number in range(gaps + 1)]


@dataclass(frozen=True)
class Order:
    """What stands on the job ticket of a piece, whoever prints it. `finished_mm` is as large as it will hang or be
    cut; `scale` is how much smaller it is drawn; `marks` say that it isn't to be ordered as it is."""

    title: str
    edition: str | None
    publisher: str
    finished_mm: tuple[float, float]
    scale: str | None
    fold: str | None
    stock: str | None
    hem: Hem | None
    copies_per_visitor: float | None
    marks: tuple[str, ...] = ()

    @property
    def times(self) -> int:
        """How many times larger it is than its drawing."""
        return int(self.scale.split(":")[1]) if self.scale else 1

    @property
    def drawn_hem(self) -> Hem | None:
        """Its hem as the drawing has it."""
        if self.hem is None:
            return None
        apart = self.hem.apart_mm
        return Hem(self.hem.width_mm / self.times, apart / self.times if apart else None)
