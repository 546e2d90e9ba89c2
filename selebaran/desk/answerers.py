"""Who asked, who answered and on which day; and the second person, without whom nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selebaran.compose.template.formats import day as long_day
from selebaran.desk.answer_rows import ASKED_BY, ASKED_ON, SECOND, Cell, Row
from selebaran.desk.call import answerer_of, answerers_of
from selebaran.desk.people import is_same_person
from selebaran.desk.row_faults import Rows
from selebaran.desk.typed_value import typed_day
from selebaran.model.facts import Fact
from selebaran.model.problem import Problem, problem
from selebaran.model.record import NO_NAME
from selebaran.model.registry import Registry
from selebaran.read.text import shown
from selebaran.words.mended import mended


@dataclass(frozen=True)
class Who:
    """Those whom one answer comes from. Of what was read, nobody is `name`."""

    asked_by: str
    name: str
    office: str
    on: date | None


def source_of(who: Who, basis: str) -> str:
    """What the register names as the source of an answer."""
    said = f"Jawaban {who.name}, {who.office}, {long_day(who.on)}" if who.name and who.on else ""
    return "; ".join(filter(None, (said, basis)))


class Answerers:
    """The people and days of one table."""

    def __init__(self, rows: Rows, registry: Registry, latest: date) -> None:
        self._rows, self._latest = rows, latest
        self._kinds = answerers_of(registry)

    def of(self, fact: Fact, row: Row) -> tuple[Who, list[Problem]]:
        """Who answered about a fact, and what is wrong with what is said of them."""
        key = row.group if row.group in self._kinds else answerer_of(fact)
        group, is_read = self._rows.get(("kelompok", key)), self._kinds[key].is_read
        above = row if row.cell("nama").text or group is None else group
        asked, name, office = self._head(ASKED_BY, row), above.cell("nama"), above.cell("jabatan")
        office = row.cell("jabatan") if row.cell("jabatan").text else office
        on, faults = self._day(fact, row, group)
        faults += _missing(asked, "jawaban-tanpa-penanya")
        if is_read:
            faults += [] if row.cell("dasar").text else [problem("jawaban-tanpa-dasar", row.place, id=fact.id)]
        else:
            faults += [
                *_missing(name, "jawaban-tanpa-penjawab"),
                *_missing(office, "jawaban-tanpa-jabatan"),
                *_same(asked, name),
            ]
        faults += [*_no_name(asked), *_no_name(name)]
        return Who(asked.text, "" if is_read else name.text, "" if is_read else office.text, on), faults

    def second(self, fact: Fact, row: Row, name: str) -> tuple[str, list[Problem]]:
        """The second person of a change. It is neither who asked nor who answered."""
        found = self._head(SECOND, row)
        if not found.text:
            return "", [problem("jawaban-tanpa-orang-kedua", found.place, id=fact.id)]
        others = [self._head(ASKED_BY, row), Cell(name, found.place)]
        same = [fault for other in others for fault in _same(other, found)]
        return found.text, [*same[:1], *_no_name(found)]

    def _head(self, key: str, row: Row) -> Cell:
        """What is said once for the whole table."""
        found = self._rows.get(("kepala", key))
        return found.cell("jawaban") if found else Cell("", row.place)

    def _day(self, fact: Fact, row: Row, group: Row | None) -> tuple[date | None, list[Problem]]:
        spots = (row.cell("tanggal"), *((group.cell("tanggal"),) if group else ()), self._head(ASKED_ON, row))
        cell = next((cell for cell in spots if cell.text), spots[-1])
        if not cell.text:
            return None, [problem("jawaban-tanpa-hari", cell.place)]
        typed = typed_day(cell.text)
        if typed is None:
            return None, [problem("tanggal-tidak-terbaca", cell.place, isi=shown(cell.text), maksud="")]
        on = date.fromisoformat(typed)
        return on, list(_faults_of_day(fact, on, cell, self._latest))


def _faults_of_day(fact: Fact, on: date, cell: Cell, latest: date) -> Iterator[Problem]:
    if on > latest:
        yield problem("jawaban-belum-tiba", cell.place, hari=on.isoformat())
    if fact.checked_on and on < fact.checked_on:
        yield problem("jawaban-lebih-lama", cell.place, id=fact.id, hari=fact.checked_on.isoformat())


def _missing(cell: Cell, code: str) -> list[Problem]:
    return [] if cell.text else [problem(code, cell.place)]


def _same(one: Cell, other: Cell) -> list[Problem]:
    both = one.text and other.text and is_same_person(one.text, other.text)
    return [problem("jawaban-orang-sama", other.place, nama=shown(other.text))] if both else []


def _no_name(cell: Cell) -> list[Problem]:
    found = NO_NAME.search(cell.text)
    if found is None:
        return []
    maksud = mended("nama-tidak-sah", cell.text)
    return [problem("nama-tidak-sah", cell.place, isi=shown(cell.text), huruf=found[0], maksud=maksud)]
