"""The facts that somebody has to be asked about -> what to say on the telephone, grouped by who can answer.

The question comes before our own words, and has none of our numbers in it: who is told a number first, agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from selebaran.model.campaign import AnswererKind
from selebaran.model.facts import Fact
from selebaran.model.registry import Registry

UNKNOWN = "lain"
"""The group of facts of which nobody has said who can answer."""
WHOEVER = AnswererKind.model_validate({"sebutan": "Siapa saja yang tahu"})
ANYTHING = "Bagaimana aturannya sekarang?"
"""What is asked about a fact that says of no question."""
SENTENCE_END = re.compile(r"[?.](?=\s|$)")
TO_WHOM = re.compile(r"^Tanyakan\b[^?.:]*:\s*")
"""Before a question: "Tanyakan ke kantor cabang: …". The group says whom already; what to read or to dial stays."""


@dataclass(frozen=True)
class Question:
    """A fact as it is asked about on the telephone."""

    fact: Fact
    asked: str


@dataclass(frozen=True)
class CallGroup:
    """All that one office can answer; of what `is_read` nobody is asked, it is looked up."""

    key: str
    name: str
    is_read: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Call:
    """The questions of a day, in the order of the campaign's list of those who can answer."""

    day: date
    subject: str
    groups: tuple[CallGroup, ...]

    @property
    def count(self) -> int:
        """How many facts are asked about."""
        return sum(len(group.questions) for group in self.groups)


def call_of(registry: Registry, day: date, *, every: bool = False) -> Call:
    """The questions about all facts that are due or not sure enough for paper; about `every` one, where asked for."""
    wanted = [fact for fact in registry.facts if every or fact.needs_an_answer(day)]
    groups = (_group(key, kind, wanted) for key, kind in answerers_of(registry).items())
    return Call(day, registry.campaign.name, tuple(group for group in groups if group.questions))


def answerers_of(registry: Registry) -> dict[str, AnswererKind]:
    """All who can answer, by key, with those of whom nothing is known last."""
    return {**registry.campaign.answerers, UNKNOWN: registry.campaign.answerers.get(UNKNOWN, WHOEVER)}


def answerer_of(fact: Fact) -> str:
    """The key of the group in which a fact stands."""
    return fact.answerer or UNKNOWN


def _group(key: str, kind: AnswererKind, facts: Iterable[Fact]) -> CallGroup:
    known = (fact for fact in facts if answerer_of(fact) == key)
    return CallGroup(key, kind.name, kind.is_read, tuple(Question(fact, question_of(fact)) for fact in known))


def question_of(fact: Fact) -> str:
    """The first sentence of how the fact is to be checked, without whom to ask."""
    text = " ".join((fact.how_to_check or ANYTHING).split())
    end = SENTENCE_END.search(text)
    first = TO_WHOM.sub("", text[: end.end()] if end else text)
    return first[:1].upper() + first[1:]
