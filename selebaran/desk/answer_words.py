"""What was answered about one fact: that it holds, what it says now, and the values that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selebaran.desk.answer_rows import Cell, Row
from selebaran.desk.row_faults import Rows
from selebaran.desk.typed_value import EXAMPLES, typed_value
from selebaran.model.facts import Fact, FactValue
from selebaran.model.problem import Problem, problem
from selebaran.read.text import shown

SAME = {
    *("tetap", "sama", "masih sama", "tetap sama", "benar", "masih benar", "betul", "sesuai", "tidak berubah"),
    *("ya", "ya, sama", "ya, tetap", "ya, benar", "ok", "oke", "✓"),
}
"""What means that nothing has changed."""
UNSURE = {"tidak tahu", "tidak pasti", "tidak yakin", "belum tahu", "belum pasti", "ragu", "?", "-", "–"}
"""What means no answer: the fact is left alone."""


ENDS = (".", ".”", ".)")
"""How a sentence ends."""


@dataclass(frozen=True)
class Answer:
    """What a fact says now: the values that were given, and another sentence where it has one."""

    values: Mapping[str, str]
    sentence: str | None


class AnswerWords:
    """Reads the answers of one table."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, fact: Fact, row: Row) -> tuple[Answer | None, list[Problem]]:
        """The answer about a fact, None where there is none, and every fault in it."""
        typed = {name: row.cell("jawaban") for name, row in self._value_rows(fact)}
        answer = row.cell("jawaban")
        if not _says_something(answer):
            return None, _left_out(fact, row, typed)
        unlike = [_unlike(fact.values[name], cell) for name, cell in typed.items()]
        faults = [fault for fault in (_unclear(fact, answer), *unlike) if fault]
        return (None if faults else _answer(fact, answer, typed)), faults

    def _value_rows(self, fact: Fact) -> Iterator[tuple[str, Row]]:
        """The rows of its values in which something is answered."""
        for name in fact.values:
            row = self._rows.get(("nilai", name))
            if row and _says_something(row.cell("jawaban")):
                yield name, row


def _plain(text: str) -> str:
    return text.casefold().strip(" .!")


def _says_something(cell: Cell) -> bool:
    return bool(cell.text) and _plain(cell.text) not in UNSURE


def _is_same(fact: Fact, answer: Cell) -> bool:
    return _plain(answer.text) in SAME or answer.text == fact.sentence


def _answer(fact: Fact, answer: Cell, typed: Mapping[str, Cell]) -> Answer:
    values = {name: _content(fact.values[name], cell) or "" for name, cell in typed.items()}
    return Answer(values, None if _is_same(fact, answer) else answer.text)


def _left_out(fact: Fact, row: Row, typed: Mapping[str, Cell]) -> list[Problem]:
    """That a fact has no answer, though something else was said of it: a value, or whose words they were."""
    answer = row.cell("jawaban")
    began = typed or (not answer.text and row.cells.keys() & {"kutipan", "dasar"})
    return [problem("jawaban-hilang", answer.place, id=fact.id)] if began else []


def _content(value: FactValue, cell: Cell) -> str | None:
    """A value as it is now."""
    return value.content if _plain(cell.text) in SAME else typed_value(value.kind, cell.text)


def _unlike(value: FactValue, cell: Cell) -> Problem | None:
    if _content(value, cell) is not None:
        return None
    example = EXAMPLES[value.kind]
    return problem("jawaban-bukan-jenisnya", cell.place, isi=shown(cell.text), jenis=value.kind, contoh=example)


def _unclear(fact: Fact, answer: Cell) -> Problem | None:
    """That a text is neither "tetap" nor a sentence. Who types a value there is told where it belongs."""
    text = answer.text
    if _is_same(fact, answer) or (text.endswith(ENDS) and " " in text):
        return None
    is_value = any(character.isdecimal() for character in text) and len(text.split()) < 4
    name = next(iter(fact.values), "") if is_value else ""
    return problem("jawaban-tidak-jelas", answer.place, isi=shown(text), nilai=name)
