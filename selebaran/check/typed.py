"""Where a fact's value was typed into a text, as it is now or as it was before a check changed it.

Whoever changes a fact has to know of these places: nothing there follows the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from selebaran.check.numbers import Known, Numbers
from selebaran.check.passage import Passage, own_passages, shared_passages
from selebaran.jobs.step import at
from selebaran.model.facts import Fact, FactValue
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry

MOST = 200
"""Places of one district that are told."""


@dataclass(frozen=True, order=True)
class TypedAt:
    """A value as somebody typed it. `is_former`: it is one that the fact had before."""

    place: Place
    text: str
    is_former: bool


class TypedValues:
    """Looks for the values of one fact, or for the one of this name."""

    def __init__(self, fact: Fact, name: str, registry: Registry) -> None:
        self._registry = registry
        now = {one: value for one, value in fact.values.items() if name in (one, fact.id)}
        self._now = Numbers(_known(fact, now), registry.words)
        self._former = [Numbers(_known(fact, values), registry.words) for values in _former(fact, now)]

    def shared(self) -> tuple[TypedAt, ...]:
        """In shared pages, their translations and the glossary."""
        return self._in(shared_passages(self._registry))

    def of(self, folder: DistrictFolder) -> tuple[TypedAt, ...]:
        """In what a district and its province wrote themselves."""
        return self._in(own_passages(folder.own))[:MOST]

    def _in(self, passages: Iterable[Passage]) -> tuple[TypedAt, ...]:
        found: dict[tuple[Place, str], TypedAt] = {}
        for passage in passages:
            with at(passage.file):
                for numbers in (*self._former, self._now):  # what the fact says now is told as such
                    for place, text in _places(numbers, passage):
                        found[place, text] = TypedAt(place, text, numbers is not self._now)
        return tuple(sorted(found.values()))


def _known(fact: Fact, values: dict[str, FactValue]) -> list[Known]:
    return [Known(name, value, fact) for name, value in values.items()]


def _former(fact: Fact, now: dict[str, FactValue]) -> Iterator[dict[str, FactValue]]:
    """What each check changed, as values of the kind that they have now; not what has come back since."""
    for check in fact.history:
        changed = {name: text for name, text in check.former.items() if name in now and text != now[name].content}
        values = ((name, _of_kind(now[name], text)) for name, text in changed.items())
        yield {name: value for name, value in values if value}


def _of_kind(value: FactValue, text: str) -> FactValue | None:
    """Another value of the same kind; None where the text is none, having been written by hand."""
    try:
        return FactValue.model_validate({"jenis": value.kind, "isi": text})
    except ValidationError:
        return None


def _places(numbers: Numbers, passage: Passage) -> Iterator[tuple[Place, str]]:
    for typed in numbers.dialled(passage.source.text):
        yield passage.at(typed.start), typed.text
    for block in (block for read in passage.readings for block in read):
        for typed in numbers.typed(block.text):
            yield passage.at(block.origin(typed.start)), typed.text
