"""What a parent believes of what a child says: data of a known shape, and problems that can be told, at places within
the project. It knows no district, and loads nothing that makes one.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, TypeVar

from pydantic import AfterValidator, TypeAdapter, ValidationError

from selebaran.model.problem import Place, Problem
from selebaran.words.catalogue import MESSAGES

MOST_PROBLEMS = 5000
LONGEST_WORDS = 4000
"""How many letters a text of a record may have; a value of a message may have five times as many."""
LONGEST_PLACE = 500
MOST_LETTERS = 8 << 20
"""So long may be what a child tells the next one of its district."""
T = TypeVar("T")


class NotBelieved(ValueError):
    """What a child said is no answer to what it was asked."""


def believed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems whose message can be filled in, at places within the project."""
    if len(problems) > MOST_PROBLEMS:
        raise NotBelieved("problems")
    for found in problems:
        if not _can_be_told(found):
            raise NotBelieved("problem")
        if not _is_within(found.place):
            raise NotBelieved("place")
    return problems


def _can_be_told(found: Problem) -> bool:
    """Whether there are words for a problem, and whatever they need, at a length that somebody reads."""
    message, names = MESSAGES.get(found.code), [name for name, _ in found.values]
    if message is None or not message.names <= set(names) or len(names) != len(set(names)) or "text" in names:
        return False
    return all(len(text) <= 5 * LONGEST_WORDS for _, text in found.values)


def _is_within(place: Place) -> bool:
    """Whether a place can be one of the project's."""
    path = PurePosixPath(place.file)
    if path.is_absolute() or ".." in path.parts or "\0" in place.file or len(place.file) > LONGEST_PLACE:
        return False
    return min(place.line, place.column) >= 0


Problems = Annotated[tuple[Problem, ...], AfterValidator(believed)]
"""Problems that a child found."""
PROBLEMS: TypeAdapter[Problems] = TypeAdapter(Problems)


def line_of(adapter: TypeAdapter[T], value: T) -> bytes:
    """A value as one line."""
    return adapter.dump_json(value, by_alias=True)


def value_of(adapter: TypeAdapter[T], line: bytes) -> T:
    """The value of a line. Raises `NotBelieved`."""
    try:
        return adapter.validate_json(line)
    except (ValidationError, ValueError, RecursionError) as error:
        raise NotBelieved(str(error)[:300]) from None
