"""A fault that an editor can mend: where it is, what it is, and the values that its message needs.

The words live in `selebaran.words.catalogue`; printing them is the command line's work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, order=True)
class Place:
    """A spot in an input file. `file` is relative to the project; line and column count from 1, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


class Severity(StrEnum):
    """An error stops what depends on it; a warning is printed and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `code` is a key of `words.catalogue.MESSAGES`; `values` fill the places in its text."""

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True when the thing that it concerns must not be built."""
        return self.severity is Severity.ERROR


def problem(code: str, place: Place, **values: object) -> Problem:
    """An error with its values given by name, as text."""
    return Problem(place, code, tuple(sorted((k, str(v)) for k, v in values.items())))


def warning(code: str, place: Place, **values: object) -> Problem:
    """A warning with its values given by name, as text."""
    return replace(problem(code, place, **values), severity=Severity.WARNING)


class ProblemsFound(Exception):
    """Raised by a stage that can't return a value; carries every fault that it found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def gathered(tasks: Iterable[Callable[[], Made]]) -> tuple[tuple[Made, ...], tuple[Problem, ...]]:
    """What the tasks made that could be done, and the faults of the others."""
    made: list[Made] = []
    faults: list[Problem] = []
    for task in tasks:
        try:
            made.append(task())
        except ProblemsFound as stopped:
            faults += stopped.problems
    return tuple(made), tuple(dict.fromkeys(faults))
