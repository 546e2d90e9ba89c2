"""What somebody says beside the files that come: `--set KEY=TEXT`, for what a file doesn't say, or says wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from selebaran.model.problem import Place, Problem, problem
from selebaran.read.text import shown
from selebaran.words.near import nearest

OPTION = "--set"


@dataclass
class Answers:
    """Answers by their keys; which of them were asked for, and which keys there were to answer."""

    given: Mapping[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def get(self, key: str) -> str:
        """The answer to a key; "" where there is none."""
        self.asked.add(key)
        return self.given.get(key, "")

    def unused(self) -> Iterable[Problem]:
        """Each answer that nothing asked for."""
        for key in self.given.keys() - self.asked:
            near = nearest(key, sorted(self.asked))
            yield problem("isian-tidak-dipakai", place_of(key), kunci=shown(key), maksud=near)


def place_of(key: str) -> Place:
    """How messages name an answer."""
    return Place(f"{OPTION} {key}")


def wanted(place: Place, title: str, key: str, example: str = "…") -> Problem:
    """That something is to be said which no file says."""
    return problem("isian-perlu", place, isi=title, tulis=f"{key}={example}")
