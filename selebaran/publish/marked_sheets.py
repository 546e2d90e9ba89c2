"""Sheets of a district of marks: what their codes are told by, with marks in it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from selebaran.check.edition import OfMarks
from selebaran.compose.district.marks import SLUG
from selebaran.compose.template.repeated import NotRepeated
from selebaran.compose.template.slots import Cutter, Slots, Values
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.page import ComposedPage
from selebaran.model.paper import Stated, code_of, digest_of


@dataclass(frozen=True)
class Sheet:
    """A print piece whose code is told by what it says: the code of the marks, what it says with marks, and the facts
    that it states."""

    marked_code: str
    piece: str
    begins: str
    words: Slots
    stated: Stated

    def code(self, values: Values, code: str) -> str:
        """Its code in a district with this code."""
        return code_of(self.begins, code, digest_of(self.piece, values[SLUG], self.words.filled(values), self.stated))


def sheets_of(made: OfMarks, cutter: Cutter) -> Iterator[Sheet]:
    """Those of an edition of marks. Raises `NotRepeated` where something is left of a mark."""
    for outcome in made.edition.outcomes:
        if outcome.edition:
            source, words = outcome.source, cutter.cut(made.words[outcome.name])
            if not words.is_clean:
                raise NotRepeated(outcome.name)
            yield Sheet(outcome.edition.code, source.name, source.spec.code, words, outcome.edition.stated)


def reads(edition: Edition, fields: Set[str]) -> bool:
    """Whether a page or a sheet reads one of these fields of its district."""
    every: tuple[ComposedPage | PieceOutcome, ...] = (*edition.pages, *edition.paper_pages, *edition.outcomes)
    return any(one.usage.fields & fields for one in every)
