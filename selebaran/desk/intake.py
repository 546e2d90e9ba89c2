"""Files that somebody filled in -> their sheets, read apart; what ends otherwise is told how to be saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from selebaran.desk.answered import Answers
from selebaran.desk.apart import grids_apart
from selebaran.desk.columns import SheetKind
from selebaran.desk.filled import Data
from selebaran.desk.grid import Grids
from selebaran.desk.grid_csv import csv_grids
from selebaran.desk.grid_ods import ods_grids
from selebaran.desk.grid_xlsx import xlsx_grids
from selebaran.desk.merged import Merged, merged
from selebaran.desk.offer import Offers
from selebaran.desk.offered import Shelf, rows_of
from selebaran.desk.tables import Tables, tables_of
from selebaran.model.problem import Problem
from selebaran.model.telephone import Dialling

READERS: Mapping[str, Callable[[bytes, str], Grids]] = {
    ".xlsx": xlsx_grids,
    ".xlsm": xlsx_grids,
    ".ods": ods_grids,
    ".csv": csv_grids,
    ".tsv": csv_grids,
}
"""How each kind of file is read, by its ending."""


@dataclass(frozen=True)
class Intake:
    """What was handed in: tables, what other files offer, and what was said beside them."""

    tables: Sequence[Tables]
    sent: Sequence[Offers]
    answers: Answers

    @property
    def problems(self) -> list[Problem]:
        """What was told while the files were read."""
        of_tables = [one for table in self.tables for one in table.problems]
        return of_tables + [one for _, told in self.sent for one in told]

    def into(
        self, data: Data, pictures: Mapping[str, bytes], where: Dialling, kinds: Sequence[SheetKind]
    ) -> tuple[Merged, dict[str, bytes]]:
        """What a district's files are to say with all of it, and the pictures that come to it."""
        told: list[Problem] = []
        offers = [one for found, _ in self.sent for one in found]
        events = [one for one in offers if one.kind == "kegiatan"]
        rows = [row for one in self.tables for row in one.rows] + rows_of(events, kinds, self.answers, told)
        found = merged(rows, data, where)
        shelf = Shelf(found, self.answers, pictures)
        for offer in offers:
            if offer.kind != "kegiatan":
                shelf.put(offer)
        found.problems += [*told, *self.answers.unused()]
        return found, shelf.files


def read_table(raw: bytes, name: str, ending: str, kinds: Sequence[SheetKind]) -> Tables:
    """The rows of a file. What its bytes do to a library stays in a child."""
    grids, problems = grids_apart(READERS[ending], raw, name)
    if any(problem.is_error for problem in problems) and not grids:
        return Tables(problems=tuple(problems))
    tables = tables_of(grids, kinds)
    return Tables(tables.slug, tables.rows, (*problems, *tables.problems))
