"""What a template may read: read-only values under their Indonesian names, which record each read.

An absent value is false in a condition, empty in a loop, and an error when it is printed: a plain template would
print "None" on ten thousand leaflets. So is a list, a group or a yes/no. A name that doesn't exist is an error
anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from jinja2 import Undefined

from selebaran.compose.template.figures import shown
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.usage import Usage
from selebaran.words.near import nearest

Value: TypeAlias = "str | int | bool | tuple[Value, ...] | Mapping[str, Value] | None"
"""What a template may see: finished texts, counts and yes or no, in lists and records; None is what isn't known."""
Values: TypeAlias = Mapping[str, Value]
"""A record under Indonesian names."""


class ReadFault(Exception):
    """A template asked for something that can't be given: a code of `words.catalogue.MESSAGES` and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class FactUse(NamedTuple):
    """A fact that was read, and which of its values."""

    fact: str
    values: tuple[str, ...] = ()


@dataclass
class Recorder:
    """Collects what one page, block or panel reads. `log`, `field_log` and `files` keep the order."""

    facts: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    drawings: set[str] = field(default_factory=set)
    log: list[FactUse] = field(default_factory=list)
    field_log: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def usage(self) -> Usage:
        """What was read so far."""
        found = (frozenset(part) for part in (self.facts, self.values, self.fields, self.drawings, self.files))
        return Usage(*found)


class Absent:
    """A field that exists and is empty in this district. So is everything in it: the link of no telephone."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("_"):
            raise AttributeError(name)
        return Absent(f"{self._path}.{name}")

    def __getitem__(self, name: str | int) -> Absent:
        return Absent(f"{self._path}.{name}" if isinstance(name, str) else self._path)

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __str__(self) -> str:
        raise ReadFault("isian-kosong-dicetak", nama=self._path)

    __html__ = __str__


class View:
    """A record of presented values. A nested record whose values are all absent is false."""

    def __init__(self, values: Values, path: str, recorder: Recorder) -> None:
        self._values = values
        self._path = path
        self._recorder = recorder

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        path = f"{self._path}.{name}"
        if name not in self._values:
            raise ReadFault("isian-tidak-dikenal", nama=path, dekat=name, semua=", ".join(self._values))
        self._recorder.fields.add(path)
        self._recorder.field_log.append(path)
        return _viewed(self._values[name], path, self._recorder)

    def __bool__(self) -> bool:
        return any(_present(value) for value in self._values.values())

    def __str__(self) -> str:
        raise ReadFault("bukan-untuk-dicetak")

    __html__ = __str__


class Items(tuple[Any, ...]):
    """A list of presented values. What lies beyond its end is absent."""

    path = ""

    def __getitem__(self, index: Any) -> Any:
        try:
            return super().__getitem__(index)
        except IndexError:
            return Absent(self.path)

    def __str__(self) -> str:
        raise ReadFault("bukan-untuk-dicetak")

    __html__ = __str__


def printable(value: Any) -> Any:
    """The value, when it is one text or number. Raises `ReadFault` for what Python would print in its own words."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Absent, Undefined)):
        raise ReadFault("bukan-untuk-dicetak")
    return value


def _present(value: Value) -> bool:
    if isinstance(value, Mapping):
        return any(_present(part) for part in value.values())
    return value is not None and value is not False and value != ()


def _viewed(value: Value, path: str, recorder: Recorder) -> Any:
    if value is None:
        return Absent(path)
    if isinstance(value, Mapping):
        return View(value, path, recorder)
    if isinstance(value, tuple):
        items = Items(_viewed(part, path, recorder) for part in value)
        items.path = path
        return items
    return value


class FactsView:
    """`fakta.name` is a value of the register as residents read it; `fakta["IUR-01"]` the whole entry, as `entry` puts
    it."""

    def __init__(self, register: FactRegister, recorder: Recorder, entry: Callable[[Fact], Values]) -> None:
        self._register = register
        self._recorder = recorder
        self._entry = entry

    def _use(self, fact: Fact, values: Iterable[str] = ()) -> None:
        self._recorder.facts.add(fact.id)
        self._recorder.values.update(values)
        self._recorder.log.append(FactUse(fact.id, tuple(values)))

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._register.by_name:
            known = [*self._register.by_name, *self._register.by_id]
            raise ReadFault("fakta-tidak-dikenal", nama=name, maksud=nearest(name, known))
        fact, value = self._register.by_name[name]
        self._use(fact, (name,))
        return shown(value)

    def __getitem__(self, name: str) -> Any:
        if name in self._register.by_id:
            fact = self._register.by_id[name]
            self._use(fact)
            return View(self._entry(fact), f'fakta["{name}"]', Recorder())
        return getattr(self, name)

    def mention(self, *ids: str) -> str:
        """Record that a text states these facts, with all of their values, in its own words. Prints nothing."""
        for name in ids:
            if name in self._register.by_id:
                fact = self._register.by_id[name]
                self._use(fact, fact.values)
            else:
                self[name]
        return ""
