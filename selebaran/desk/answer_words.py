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
        if not answer.text or _plain(answer.text) in UNSURE:
            more = typed or (row.cells.keys() & {"kutipan", "dasar"} and not answer.text)
            return None, [problem("jawaban-hilang", answer.place, id=fact.id)] if more else []
        faults = [_unlike(fact.values[name], cell) for name, cell in typed.items() if _wrong(fact.values[name], cell)]
        if unclear := _unclear(fact, answer):
            return None, [unclear, *faults]
        values = {name: _content(fact.values[name], cell) for name, cell in typed.items()}
        said = answer.text if _plain(answer.text) not in SAME and answer.text != fact.sentence else None
        return Answer({name: text for name, text in values.items() if text is not None}, said), faults

    def _value_rows(self, fact: Fact) -> Iterator[tuple[str, Row]]:
        """The rows of its values in which something is answered."""
        for name in fact.values:
            row = self._rows.get(("nilai", name))
            if row and (text := row.cell("jawaban").text) and _plain(text) not in UNSURE:
                yield name, row


def _plain(text: str) -> str:
    return text.casefold().strip(" .!")


def _content(value: FactValue, cell: Cell) -> str | None:
    """A value as it is now."""
    return value.content if _plain(cell.text) in SAME else typed_value(value.kind, cell.text)


def _wrong(value: FactValue, cell: Cell) -> bool:
    return _content(value, cell) is None


def _unlike(value: FactValue, cell: Cell) -> Problem:
    code = "jawaban-bukan-jenisnya"
    return problem(code, cell.place, isi=shown(cell.text), jenis=value.kind, contoh=EXAMPLES[value.kind])


def _unclear(fact: Fact, answer: Cell) -> Problem | None:
    """That a text is neither "tetap" nor a sentence. Who types a value there is told where it belongs."""
    text = answer.text
    if _plain(text) in SAME or text == fact.sentence or (text.endswith((".", ".”", ".)")) and " " in text):
        return None
    is_value = any(character.isdecimal() for character in text) and len(text.split()) < 4
    name = next(iter(fact.values), "") if is_value else ""
    return problem("jawaban-tidak-jelas", answer.place, isi=shown(text), nilai=name)
