"""Rows of a table -> those that speak of something in the register, each once; and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selebaran.desk.answer_rows import HEAD, Row
from selebaran.desk.call import answerers_of
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.text import HIDDEN, shown
from selebaran.words.near import nearest

LONGEST = 2000
"""Letters that a text of the register may have."""
Rows = dict[tuple[str, str], Row]
"""Rows by what they speak of: their kind and key."""


def known_rows(rows: Sequence[Row], registry: Registry) -> tuple[Rows, list[Problem]]:
    """The rows of facts, values, groups and what is said once, in their order, and the faults of rows and cells."""
    names = {
        "kepala": set(HEAD),
        "kelompok": set(answerers_of(registry)),
        "fakta": set(registry.facts.by_id),
        "nilai": set(registry.facts.by_name),
    }
    every = sorted(set().union(*names.values()))
    known: Rows = {}
    faults: list[Problem] = []
    for row in rows:
        if row.key not in names[row.kind]:
            if row.cells:
                maksud = nearest(row.key, every)
                faults.append(problem("baris-tidak-dikenal", row.place, isi=shown(row.key), maksud=maksud))
        elif (row.kind, row.key) not in known:
            known[row.kind, row.key] = row
        elif row.cells:
            faults.append(problem("baris-ganda", row.place, isi=row.key))
        faults += _faults_of_cells(row)
    return known, faults


def _faults_of_cells(row: Row) -> Iterator[Problem]:
    """Letters that nobody sees, and texts that are longer than the register takes."""
    for column, cell in row.cells.items():
        if found := HIDDEN.search(cell.text):
            yield problem("huruf-tersembunyi", cell.place, huruf=f"U+{ord(found[0]):04X}")
        if len(cell.text) > LONGEST:
            yield problem("teks-terlalu-panjang", cell.place, kunci=column, max_length=LONGEST)
