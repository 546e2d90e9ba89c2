"""The mask of a QR code, chosen as segno chooses it without looking at each module: a code takes 1.0 ms, not 2.2.

A code is written in eight ways, of which the one is taken that has the fewest odd places (ISO/IEC 18004, 7.8.3). Here
modules are bytes, and rows are joined into one number, so that a mask is laid on all of them at once, and neighbours
are compared at once. This module takes the place of segno's `find_and_apply_best_mask` while a code is made;
tests/press/test_masks.py holds it against that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from segno import encoder

Rows = tuple[bytes, ...]
"""A byte for each module: 1 is dark."""
MASKS = 8
RUN = re.compile(b"\0{5,}|\1{5,}")
FINDER = b"\1\0\1\1\1\0\1"
EDGE = b"\2"
"""What is neither dark nor light: it ends a row."""


@contextmanager
def quick_masks() -> Iterator[None]:
    """Within the block segno chooses masks this way."""
    plain = encoder.find_and_apply_best_mask
    encoder.find_and_apply_best_mask = _best_by(plain)
    try:
        yield
    finally:
        encoder.find_and_apply_best_mask = plain


_Best = Callable[..., tuple[int, Sequence[bytearray]]]


def _best_by(plain: _Best) -> _Best:
    def best(
        matrix: Sequence[bytearray], width: int, height: int, proposed: int | None = None
    ) -> tuple[int, Sequence[bytearray]]:
        rows = tuple(map(bytes, matrix))
        if proposed is not None or width != height or width < 21 or max(map(max, rows)) > 1:
            return plain(matrix, width, height, proposed)
        every = [_laid(mask, rows) for mask in _masks(plain, width)]
        number = min(range(MASKS), key=lambda n: penalty(every[n]))
        return number, tuple(map(bytearray, every[number]))

    return best


@lru_cache(maxsize=8)
def _masks(plain: _Best, width: int) -> tuple[Rows, ...]:
    """Each mask, as it is laid on a code without a dark module."""
    return tuple(
        tuple(map(bytes, plain([bytearray(width) for _ in range(width)], width, width, number)[1]))
        for number in range(MASKS)
    )


def _laid(mask: Rows, rows: Rows) -> Rows:
    laid = int.from_bytes(b"".join(mask)) ^ int.from_bytes(b"".join(rows))
    width = len(rows)
    modules = laid.to_bytes(width * width)
    return tuple(modules[start : start + width] for start in range(0, width * width, width))


def penalty(rows: Rows) -> int:
    """How odd a code looks (table 11 there)."""
    columns = tuple(map(bytes, zip(*rows, strict=True)))
    lines = (*rows, *columns)
    runs = sum(len(run) - 2 for run in RUN.findall(EDGE.join(lines)))
    dark = sum(map(sum, rows)) / len(rows) ** 2
    finders = sum(_like_finders(line) for line in lines if FINDER in line)
    return runs + 3 * _blocks(rows) + 40 * finders + 10 * int(abs(dark * 100 - 50) / 5)


def _blocks(rows: Rows) -> int:
    """Squares of four modules that are alike."""
    joined = EDGE.join(rows)
    modules = int.from_bytes(joined)
    above, before = modules ^ (modules >> 8 * (len(rows) + 1)), modules ^ (modules >> 8)
    return (above | (above >> 8) | before).to_bytes(len(joined))[len(rows) + 1 :].count(0)


def _like_finders(line: bytes) -> int:
    """Places that look like a part of the patterns by which a code is found."""
    found, at = 0, line.find(FINDER)
    while at != -1:
        after = at + len(FINDER)
        if 1 not in line[max(at - 4, 0) : at] or 1 not in line[after : after + 4]:
            found += 1
        else:
            after = at + 4
        at = line.find(FINDER, after)
    return found
