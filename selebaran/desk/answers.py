"""Rows of a filled table × the register -> the checks to note, or every fault in what was answered.

"tetap" says that a fact holds as it stands; a text that ends with a full stop is its new sentence; an empty cell says
nothing, and the fact stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from selebaran.desk.answer_rows import Row
from selebaran.desk.answer_words import Answer, AnswerWords
from selebaran.desk.answerers import Answerers, source_of
from selebaran.desk.row_faults import known_rows
from selebaran.desk.stale import still_said
from selebaran.model.facts import Fact
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.recheck import Recheck


@dataclass(frozen=True)
class Heard:
    """What a table brings: checks by fact, how many facts in it have no answer, and what is wrong."""

    checks: tuple[tuple[Fact, Recheck], ...] = ()
    empty: int = 0
    problems: tuple[Problem, ...] = ()


def heard(rows: Sequence[Row], registry: Registry, latest: date) -> Heard:
    """What the rows of a table say of the register's facts. `latest` is the last day on which one can have asked."""
    known, faults = known_rows(rows, registry)
    words, people = AnswerWords(known), Answerers(known, registry, latest)
    checks: list[tuple[Fact, Recheck]] = []
    empty = 0
    for (kind, key), row in known.items():
        if kind != "fakta":
            continue
        fact = registry.facts.by_id[key]
        answer, wrong = words.of(fact, row)
        faults += wrong
        if answer is not None:
            check, wrong = _check(fact, row, answer, people)
            faults += wrong
            checks.append((fact, check))
        elif not wrong:
            empty += 1
    return Heard(tuple(checks), empty, tuple(dict.fromkeys(faults)))


def _check(fact: Fact, row: Row, answer: Answer, people: Answerers) -> tuple[Recheck, list[Problem]]:
    """The check that an answer is, and what is wrong with those whom it comes from. A change needs a second person."""
    who, faults = people.of(fact, row)
    check = Recheck(
        on=who.on or date.min,
        by=who.asked_by,
        source=source_of(who, row.cell("dasar").text),
        quote=row.cell("kutipan").text or None,
        values=answer.values,
        sentence=answer.sentence,
        answered_by=who.name or None,
        office=who.office or None,
    )
    if not check.changed(fact):
        return check, faults
    second, wrong = people.second(fact, row, who.name)
    return replace(check, approved_by=second or None), [*faults, *wrong, *_stale(check, fact, row)]


def _stale(check: Recheck, fact: Fact, row: Row) -> list[Problem]:
    """That a value has changed, and the sentence that stays goes on saying the old one."""
    said = ", ".join(still_said(check, fact))
    return [problem("jawaban-menyebut-lama", row.cell("jawaban").place, id=fact.id, isi=said)] if said else []
