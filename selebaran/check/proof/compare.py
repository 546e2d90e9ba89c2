"""Two rows of words or links -> where they differ, in a time that grows with their length alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

WINDOW = 80
"""How far a place is looked for at which two rows agree again."""
SURE = 3
"""So many that are the same in a row tell such a place."""
One = TypeVar("One")


class Difference(NamedTuple):
    """What only the first row has, from `at` to `end`; what only the other one has, from `come_at` to `come_end`."""

    at: int
    end: int
    come_at: int
    come_end: int


def differences(typed: Sequence[One], shown: Sequence[One], same: Callable[[One, One], bool]) -> Iterator[Difference]:
    """Where two rows differ, in order."""
    at = other = 0
    while at < len(typed) or other < len(shown):
        if at < len(typed) and other < len(shown) and same(typed[at], shown[other]):
            at, other = at + 1, other + 1
            continue
        next_, next_other = _again(typed, shown, at, other, same)
        yield Difference(at, next_, other, next_other)
        at, other = next_, next_other


def _again(
    typed: Sequence[One], shown: Sequence[One], at: int, other: int, same: Callable[[One, One], bool]
) -> tuple[int, int]:
    """The nearest place at which both agree for a while; their ends where there is none."""
    for away in range(1, 2 * WINDOW):
        for skipped in range(max(0, away - WINDOW), min(away, WINDOW) + 1):
            here, there = at + skipped, other + away - skipped
            if here <= len(typed) and there <= len(shown) and _agree(typed, shown, here, there, same):
                return here, there
    return len(typed), len(shown)


def _agree(typed: Sequence[One], shown: Sequence[One], at: int, other: int, same: Callable[[One, One], bool]) -> bool:
    """Whether both go on alike, to their ends if these are near."""
    left = min(len(typed) - at, len(shown) - other, SURE)
    if left < SURE and len(typed) - at != len(shown) - other:
        return False
    return all(same(typed[at + step], shown[other + step]) for step in range(left))
