"""Which stage the time goes to. A stage is a function that says its name; nothing is noted unless somebody asks.

Time is noted once, for the innermost stage under way. So the sum over all stages is the time that has passed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import ClassVar, Literal, ParamSpec, TypeVar, get_args

Stage = Literal[
    "baca",
    "periksa",
    "siap",
    "susun",
    "markdown",
    "mkdocs",
    "cari",
    "sambung",
    "kebijakan",
    "tautan",
    "bukti",
    "tata-letak",
    "gambar",
    "tinta",
    "baca-ulang",
    "sidik",
    "hari",
    "lihat",
    "simpan",
    "laporan",
]
STAGES: tuple[Stage, ...] = get_args(Stage)
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Spent:
    """What went to a stage within others (the outermost first), without what went to those within it: how many times it
    began, seconds of processor, seconds of wall clock."""

    path: tuple[Stage, ...]
    times: int
    cpu: float
    wall: float


class _Clock:
    """The stages of this process. A forked child has its parent's, and begins anew with `begin`."""

    on = False
    path: tuple[Stage, ...] = ()
    cpu = wall = 0.0
    noted: ClassVar[dict[tuple[Stage, ...], list[float]]] = {}


def begin() -> None:
    """From now on, note where the time goes."""
    _Clock.on, _Clock.path, _Clock.noted = True, (), {}
    _Clock.cpu, _Clock.wall = time.process_time(), time.perf_counter()


def is_on() -> bool:
    """Whether somebody asked where the time goes."""
    return _Clock.on


def ended() -> tuple[Spent, ...]:
    """What was noted since `begin`; nothing is noted any more."""
    if not _Clock.on:
        return ()
    _note()
    _Clock.on = False
    return tuple(Spent(path, int(times), cpu, wall) for path, (times, cpu, wall) in _Clock.noted.items())


def _note() -> None:
    """Put down to the stage under way what has passed since the last time."""
    cpu, wall = time.process_time(), time.perf_counter()
    row = _Clock.noted.setdefault(_Clock.path, [0, 0.0, 0.0])
    row[1] += cpu - _Clock.cpu
    row[2] += wall - _Clock.wall
    _Clock.cpu, _Clock.wall = cpu, wall


@contextmanager
def stage(name: Stage) -> Iterator[None]:
    """The block is a stage."""
    if not _Clock.on:
        yield
        return
    _note()
    before = _Clock.path
    _Clock.path = (*before, name)
    _Clock.noted.setdefault(_Clock.path, [0, 0.0, 0.0])[0] += 1
    try:
        yield
    finally:
        if _Clock.on:
            _note()
        _Clock.path = before


def staged(name: Stage) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The function is a stage. (Not for one that yields: it has returned before it does anything.)"""

    def of(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def timed(*args: P.args, **named: P.kwargs) -> R:
            if not _Clock.on:
                return function(*args, **named)
            with stage(name):
                return function(*args, **named)

        return timed

    return of


def together(every: Iterable[Spent]) -> tuple[Spent, ...]:
    """The same stages of several jobs, added up."""
    found: dict[tuple[Stage, ...], list[float]] = {}
    for one in every:
        row = found.setdefault(one.path, [0, 0.0, 0.0])
        row[0], row[1], row[2] = row[0] + one.times, row[1] + one.cpu, row[2] + one.wall
    return tuple(Spent(path, int(row[0]), row[1], row[2]) for path, row in sorted(found.items()))
