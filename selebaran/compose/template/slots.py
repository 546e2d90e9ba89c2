"""Texts that were made with marks in place of values, and what they are with the values of a district."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern

RESIDUE = re.compile(r"qz\W{0,6}[a-z](?:\W{1,6}z)?z*q", re.I)
"""What is left of a mark where something else was made of it than it is known by: part of an id, of a file's name."""
Values = Mapping[str, str]
"""What stands for each mark, by every form of it."""


@dataclass(frozen=True)
class Slots:
    """A text with marks, cut at them: letters and marks by turns."""

    parts: tuple[str, ...]

    def filled(self, values: Values) -> str:
        """The text with values in place of the marks."""
        if len(self.parts) == 1:
            return self.parts[0]
        parts = list(self.parts)
        parts[1::2] = [values[mark] for mark in parts[1::2]]
        return "".join(parts)

    @property
    def is_plain(self) -> bool:
        """Whether there is no mark in it."""
        return len(self.parts) == 1

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left of a mark that isn't cut out."""
        return not any(RESIDUE.search(part) for part in self.parts[::2])


class Cutter:
    """Cuts texts at these marks, a longer one before one that it begins with."""

    def __init__(self, marks: Iterable[str]) -> None:
        self.marks = frozenset(marks)
        every = "|".join(re.escape(mark) for mark in sorted(self.marks, key=len, reverse=True))
        self._marks = re.compile(f"({every})")

    def cut(self, text: str) -> Slots:
        """A text, cut."""
        return Slots(tuple(map(intern, self._marks.split(text))))

    def is_in(self, text: str) -> bool:
        """Whether a text has a mark, or what is left of one."""
        return bool(self._marks.search(text) or RESIDUE.search(text))
