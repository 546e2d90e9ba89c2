"""What children of one kind of job made of the same before: told from one to the next, since a child's memory ends with
it. For who makes the same thing again after each change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recall(Generic[K, V]):
    """One kind of thing that can be recalled by what it is made from. Outside `recalling` each is made."""

    def __init__(self) -> None:
        self._known: Mapping[K, V] = {}
        self._noted: dict[K, V] | None = None

    @contextmanager
    def recalling(self, known: Mapping[K, V]) -> Iterator[dict[K, V]]:
        """Within, what is known isn't made again; gives what is, as it comes. What a district's text or picture became
        is to be told to nobody but that district's next child."""
        self._known, self._noted = known, {}
        try:
            yield self._noted
        finally:
            self._known, self._noted = {}, None

    def of(self, key: K, make: Callable[[], V]) -> V:
        """What is known by this key, or what `make` gives."""
        if self._noted is None:
            return make()
        if key in self._known:
            return self._known[key]
        if key not in self._noted:
            self._noted[key] = make()
        return self._noted[key]
