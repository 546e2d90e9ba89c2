"""The records as data: which keys each has, what stands under them, and which must be there.

JSON Schemas and the files that `selebaran new` makes are both made of this, so that neither can forget a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from selebaran.model.kinds import KeyOf, Kinds, Meaning
from selebaran.model.record import OneOf, Record
from selebaran.words.help import HELP
from selebaran.words.help.text import Help


@dataclass(frozen=True)
class Kind:
    """What may stand in one place: a value of a `type` with what was said of it, or a record."""

    type: Any
    said: tuple[Any, ...] = ()

    @property
    def record(self) -> type[Record] | None:
        """The record, where it is one."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, Record) else None

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which it must be one; none where it is free."""
        told = next((said.words for said in self.said if isinstance(said, OneOf)), ())
        return get_args(self.type) if get_origin(self.type) is Literal else told

    def meanings(self, kinds: Kinds | None) -> Mapping[str, Meaning]:
        """The keys of the campaign's list of which it must be one, with what each means; none where it is free."""
        named = next((said.list for said in self.said if isinstance(said, KeyOf)), None)
        return kinds.lists[named] if kinds and named else {}

    @property
    def items(self) -> Kind | None:
        """What a list holds."""
        return kind_of(get_args(self.type)[0]) if get_origin(self.type) is tuple else None

    @property
    def names(self) -> Kind | None:
        """What the names of a mapping are."""
        return kind_of(get_args(self.type)[0]) if get_origin(self.type) is dict else None

    @property
    def entries(self) -> Kind | None:
        """What stands under each name of a mapping."""
        return kind_of(get_args(self.type)[1]) if get_origin(self.type) is dict else None


@dataclass(frozen=True)
class Key:
    """One key of a record. `must` is whether it has to be there, filled."""

    name: str
    must: bool
    kind: Kind
    help: Help


def kind_of(annotation: Any, said: tuple[Any, ...] = ()) -> Kind:
    """The kind that an annotation means, whether or not it may also be empty."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return kind_of(inner, (*more, *said))
    if get_origin(annotation) in (Union, UnionType):
        inner = next(part for part in get_args(annotation) if part is not NoneType)
        return kind_of(inner, said)
    return Kind(annotation, said)


def keys_of(record: type[Record]) -> Iterator[Key]:
    """The keys of a record, in its order."""
    for name, field in record.model_fields.items():
        key = field.alias or name
        must = field.is_required() or bool(field.validate_default)  # an empty default that is checked can't stand
        yield Key(key, must, kind_of(field.annotation, tuple(field.metadata)), HELP[record][key])
