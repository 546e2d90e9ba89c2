"""Which value of a district is too long for a sheet, and how long it may be: found by trying, not by guessing.

What a panel pushes out is hardly ever what is to blame. So each value that stands in a panel that runs over is made
shorter, in the setting in which the sheet was given up, until everything fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from selebaran.model.fitting import Filled
from selebaran.model.piece import ComposedPiece
from selebaran.press.fit import LayOut, Trial

SHORTEST = 12
"""A value is never asked to be shorter than this."""
MOST = 6
"""As many values are tried one by one, the longest first."""


@dataclass(frozen=True)
class TooLong:
    """A value that is too long, and the number of letters that would fit."""

    filled: Filled
    fits: int

    @property
    def surplus(self) -> int:
        """How many letters are too many."""
        return len(self.filled.text) - self.fits


def too_long_in(piece: ComposedPiece, given_up: Trial, lay_out: LayOut) -> tuple[TooLong, ...]:
    """The values to blame: the one that alone can make room, where there is one; else all that together can. None where
    the sheet fits, or where no value of the district would help."""
    if not given_up.audit.overflows:
        return ()
    there = _standing(piece, given_up)

    def holds(chosen: Iterable[Filled], most: int) -> bool:
        cut = tuple(pair for value in chosen for pair in value.cut_to(most))
        return not lay_out(replace(given_up.setting, cut=cut)).audit.overflows

    alone = ([value] for value in there[:MOST])
    for blamed in (*alone, there):
        if blamed and holds(blamed, SHORTEST):
            most = _longest(partial(holds, blamed), max(len(value.text) for value in blamed))
            return tuple(TooLong(value, most) for value in blamed if len(value.text) > most)
    return ()


def _standing(piece: ComposedPiece, trial: Trial) -> list[Filled]:
    """The values that stand in panels that run over, the longest first."""
    texts = " ".join(trial.texts.get(panel, "") for panel in trial.crowded)
    found = [value for value in piece.elastic.filled if len(value.text) > SHORTEST and value.stands_in(texts)]
    return sorted(found, key=lambda value: (-len(value.text), value.place))


def _longest(holds: Callable[[int], bool], too_many: int) -> int:
    """The largest number of letters that holds; `SHORTEST` is known to."""
    fits = SHORTEST
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if holds(middle):
            fits = middle
        else:
            too_many = middle
    return fits
