"""What was made of the same before: kept as long as this process lives, of each kind so much; and, where somebody takes
it out and gives it back, longer. From one build to the next goes what has a name (`taken_out`), from one child to the
next what it made while it was `recalling`.

Only who forks takes anything out, and it reads no district's text: so what a child made of one stays in that child, or
is told to nobody but that district's next one. Who makes everything the plain way knows nothing but what is `readied`:
compiled templates, and what a theme sends to all. Even that is made once more, plainly, and not taken from here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Generic, ParamSpec, TypeVar, cast

from selebaran.jobs.plain import is_plain

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Key = tuple[Hashable, ...]
Entries = Mapping[str, Mapping[Key, object]]
"""What is known, by the names of those who made it."""


_ASIDE: dict[int, dict[object, object]] = {}
_is_aside = [False]


@contextmanager
def aside() -> Iterator[None]:
    """Within, what is known is taken, and what is made is known until the end alone: it is of one district."""
    _is_aside[0] = True
    try:
        yield
    finally:
        _is_aside[0] = False
        _ASIDE.clear()


class Recalled(Generic[K, V]):
    """What is known by what it was made from: of more than `most` entries, those go that nobody asked for the longest.
    With none of them, nothing is kept but for who is `recalling`. What is `readied` says nothing of a district: the
    plain way has its own."""

    def __init__(self, most: int, *, readied: bool = False) -> None:
        self._most = most
        self._plain: dict[K, V] | None = {} if readied else None
        self.known: dict[K, V] = {}
        self.used: set[K] = set()
        self.made = 0
        self._given: Mapping[K, V] = {}
        self._noted: dict[K, V] | None = None
        self._more: Callable[[], None] | None = None

    @property
    def is_recalling(self) -> bool:
        """Whether somebody told what is known, and takes what is made."""
        return self._noted is not None

    def waits(self, more: Callable[[], None] | None) -> None:
        """What gives back more of it is asked for that when somebody asks for any."""
        self._more = more

    def get(self, key: K) -> V | None:
        """What is known; None where nothing is."""
        if is_plain():
            return self._plain.get(key) if self._plain else None
        if self._more:
            more, self._more = self._more, None
            more()
        if (found := self.known.pop(key, None)) is not None:
            self.known[key] = found
            self.used.add(key)
            return found
        return self._given.get(key) or (self._noted or {}).get(key) or self._made_aside().get(key)

    def put(self, key: K, value: V) -> V:
        """Keep what was made, and give it back."""
        if is_plain():
            if self._plain is not None and len(self._plain) < self._most:
                self._plain[key] = value
            return value
        if self._noted is not None:
            self._noted[key] = value
        if _is_aside[0]:
            self._made_aside()[key] = value
        elif self._most:
            if len(self.known) >= self._most:
                oldest = next(iter(self.known))
                del self.known[oldest]
                self.used.discard(oldest)
            self.known[key] = value
            self.used.add(key)
            self.made += 1
        return value

    def _made_aside(self) -> dict[K, V]:
        return cast("dict[K, V]", _ASIDE.setdefault(id(self), {})) if self._most and _is_aside[0] else {}

    def of(self, key: K, make: Callable[[], V]) -> V:
        """What is known by this key, or what `make` gives. What gives nothing is asked again."""
        found = self.get(key)
        return found if found is not None else self.put(key, make())

    @contextmanager
    def recalling(self, known: Mapping[K, V]) -> Iterator[dict[K, V]]:
        """Within, what is `known` isn't made again; gives what is made, as it comes."""
        self._given, self._noted = known, {}
        try:
            yield self._noted
        finally:
            self._given, self._noted = {}, None

    def forget(self) -> None:
        """Know nothing any more."""
        self.known.clear()
        self.used.clear()
        if self._plain:
            self._plain.clear()


_ALL: dict[str, Recalled[Key, object]] = {}


def recalling(name: str, most: int, *, readied: bool = False) -> Recalled[Key, object]:
    """What is known under a name that nobody else has: it can be taken out."""
    assert name not in _ALL, name
    _ALL[name] = Recalled(most, readied=readied)
    return _ALL[name]


def recalled(name: str, most: int, *, readied: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The function does nothing twice, and what it gave can be taken out. It depends on its arguments alone, which are
    given by their places, and what it gives is never changed."""
    return _asking(recalling(name, most, readied=readied))


def remembered(most: int, *, readied: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The same, as long as this process lives."""
    return _asking(Recalled(most, readied=readied))


def _asking(memory: Recalled[Key, object]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def of(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def asked(*args: P.args, **named: P.kwargs) -> R:
            key = (*args, *named.values())
            found = memory.get(key)
            return found if found is not None else memory.put(key, function(*args, **named))  # type: ignore[return-value]

        return asked

    return of


def taken_out(*, used: bool) -> Entries:
    """All that is known here under a name; or what of it was `used`, by who used all that will be."""
    return {
        name: {key: value for key, value in memory.known.items() if not used or key in memory.used}
        for name, memory in _ALL.items()
    }


def given_back(entries: Entries) -> None:
    """Know this as well. What nobody here would have made is passed over."""
    for name, known in entries.items():
        if name in _ALL:
            here = _ALL[name].known
            here.update((key, value) for key, value in known.items() if key not in here)


def wait(names: Collection[str], more: Callable[[], None]) -> None:
    """Ask `more` to give back what is known under these names when somebody asks for any of it: few do."""
    for name in names:
        if name in _ALL:
            _ALL[name].waits(more)


def made_here() -> int:
    """How many entries with a name this process made."""
    return sum(memory.made for memory in _ALL.values())


def forget(*names: str) -> None:
    """Know nothing any more, or nothing under these names: for who measures what it costs."""
    for name in names or _ALL:
        _ALL[name].forget()
