"""The one switch between the two ways in which everything is made: the fast one and the plain one.

The fast way keeps what was made of the same before, makes what many have in common once, and joins pages and sheets
that differ by values only. The plain way does none of it: each text is read, each page drawn and each sheet laid out by
itself. Both give the same bytes; `build --prove` makes some districts both ways and compares. Whoever adds a fast way
asks here, and leaves the plain one beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import ClassVar, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class _Switch:
    is_on: ClassVar[bool] = False


def is_plain() -> bool:
    """Whether everything is to be made the plain way."""
    return _Switch.is_on


@contextmanager
def plainly() -> Iterator[None]:
    """Within, everything is made the plain way, in this process."""
    before, _Switch.is_on = _Switch.is_on, True
    try:
        yield
    finally:
        _Switch.is_on = before


class Remembered(Generic[P, R]):
    """A function of values that keeps what it gave for the same, but for who makes things plainly."""

    def __init__(self, make: Callable[P, R], most: int) -> None:
        self._make = make
        self._kept = lru_cache(maxsize=most)(make)

    def __call__(self, *values: P.args, **named: P.kwargs) -> R:
        """What it makes of these values, or made."""
        make = self._make if _Switch.is_on else self._kept
        return make(*values, **named)

    def forget(self) -> None:
        """Make all anew, once."""
        self._kept.cache_clear()


def remembered(most: int) -> Callable[[Callable[P, R]], Remembered[P, R]]:
    """Keep as much as this of what a function gave."""
    return lambda make: Remembered(make, most)
