"""What functions gave that depend on their arguments alone, kept as long as this process lives; and, where somebody
takes it out and gives it back, longer.

Only who forks takes anything out, and it reads no district's text: so what a child made of one stays in that child.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

from selebaran.jobs.plain import is_plain

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")
Key = tuple[Hashable, ...]
Entries = Mapping[str, Mapping[Key, object]]
"""What is known, by the names of those who made it."""


class Recalled(Generic[V]):
    """What is known under a name: of more than `most` entries, the oldest go."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self._most = name, most
        self.known: dict[Key, V] = {}
        self.used: set[Key] = set()
        self.made = 0

    def get(self, key: Key) -> V | None:
        """What is known; None where nothing is, and for who makes everything the plain way."""
        found = None if is_plain() else self.known.get(key)
        if found is not None:
            self.used.add(key)
        return found

    def taken_out(self, *, used: bool) -> dict[Key, V]:
        """What is known, or what of it was used."""
        return {key: value for key, value in self.known.items() if not used or key in self.used}

    def put(self, key: Key, value: V) -> V:
        """Keep what was made, and give it back."""
        if is_plain():
            return value
        if len(self.known) >= self._most:
            oldest = next(iter(self.known))
            del self.known[oldest]
            self.used.discard(oldest)
        self.known[key] = value
        self.used.add(key)
        self.made += 1
        return value


_ALL: dict[str, Recalled[object]] = {}


def recalling(name: str, most: int) -> Recalled[object]:
    """What is known under a name that nobody else has."""
    assert name not in _ALL, name
    _ALL[name] = Recalled(name, most)
    return _ALL[name]


def recalled(name: str, most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The function does nothing twice. It depends on its arguments alone, which are given by their places, and what it
    gives is never changed, and never None."""
    memory = recalling(name, most)

    def of(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def asked(*args: P.args, **named: P.kwargs) -> R:
            found = memory.get(args)
            return found if found is not None else memory.put(args, function(*args, **named))  # type: ignore[return-value]

        return asked

    return of


def taken_out(*, used: bool) -> Entries:
    """All that is known here; or what of it was `used`, by who used all that will be."""
    return {name: memory.taken_out(used=used) for name, memory in _ALL.items()}


def given_back(entries: Entries) -> None:
    """Know this as well. What nobody here would have made is passed over."""
    for name, known in entries.items():
        if name in _ALL:
            here = _ALL[name].known
            here.update((key, value) for key, value in known.items() if key not in here)


def made_here() -> int:
    """How many entries this process made."""
    return sum(memory.made for memory in _ALL.values())


def forget(*names: str) -> None:
    """Know nothing any more, or nothing under these names: for who measures what it costs."""
    for name in names or _ALL:
        _ALL[name].known.clear()
        _ALL[name].used.clear()
