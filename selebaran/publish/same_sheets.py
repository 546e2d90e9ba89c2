"""Sheets of marks that say the same in districts of several kinds: composed for the first of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from selebaran.check.edition import OfMarks
from selebaran.compose.district.marks import Class, marked
from selebaran.compose.district.values import present_district
from selebaran.compose.template.views import Values
from selebaran.model.campaign import Campaign
from selebaran.model.edition import PieceOutcome

BEGIN = "daerah."
"""How the names of fields begin that are a district's."""
CHOSEN = "cetak"
"""What a district chose for its sheets; one of marks chose nothing."""


@dataclass(frozen=True)
class Told:
    """Pieces by name, and what they say."""

    outcomes: Mapping[str, PieceOutcome] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


class SameSheets:
    """The sheets of the kinds that were composed so far, as of days that one process watches."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._made: dict[tuple[Class, date], list[tuple[Values, Told]]] = {}

    def told(self, of: Class, day: date) -> Told:
        """The pieces that say in another kind what they do in one that was composed: the frame of the site is the same
        (it tells nothing of proposed places), and so is every value of the district that they read."""
        values, outcomes, words = self._values(of, day), dict[str, PieceOutcome](), dict[str, str]()
        for others, told in self._made.get(_frame(of, day), ()):
            for name, one in told.outcomes.items():
                if says_same(one, values, others):
                    outcomes[name], words[name] = one, told.words[name]
        return Told(outcomes, words)

    def keep(self, of: Class, day: date, made: OfMarks) -> None:
        """Note what was composed."""
        if made.pieces:
            told = Told(made.pieces, made.words)
            self._made.setdefault(_frame(of, day), []).append((self._values(of, day), told))

    def _values(self, of: Class, day: date) -> Values:
        return present_district(marked(of), day, self._campaign)


def says_same(one: PieceOutcome, values: Values, others: Values) -> bool:
    """Whether every value of a district that a piece read is the same in both. One that goes through a list reads it
    unseen."""
    return not one.source.spec.repeat and all(_is_same(field, values, others) for field in one.usage.fields)


def _frame(of: Class, day: date) -> tuple[Class, date]:
    """What the frame of a kind's site is made of."""
    return replace(of, proposed=None), day


def _is_same(name: str, values: Values, others: Values) -> bool:
    """Whether a field reads the same in two districts; of what isn't the district's own nobody knows."""
    key = name.removeprefix(BEGIN).partition(".")[0]
    return name.startswith(BEGIN) and (key == CHOSEN or (key in values and values[key] == others[key]))
