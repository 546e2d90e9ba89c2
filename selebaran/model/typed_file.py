"""A file of records as somebody typed it: each record with its place, for what is said of single entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place
from selebaran.model.record import Record


@dataclass(frozen=True)
class TypedFile:
    """The record of a whole file, and where everything in it stands."""

    record: Record
    places: Places

    def records(self) -> Iterator[tuple[Loc, Record]]:
        """The record and all within it, each with the way to it."""
        yield from _within(self.record, ())

    def place(self, loc: Loc, key: str) -> Place:
        """The place of what a record at a loc says under a key, or of what the file says above for all of them."""
        own, above = (*loc, key), (key,)
        return self.places.of(*(above if own not in self.places.values and above in self.places.values else own))


def _within(value: Any, loc: Loc) -> Iterator[tuple[Loc, Record]]:
    if isinstance(value, Record):
        yield loc, value
        for name, field in type(value).model_fields.items():
            yield from _within(getattr(value, name), (*loc, field.alias or name))
    elif isinstance(value, (tuple, dict)):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _within(inner, (*loc, step))
