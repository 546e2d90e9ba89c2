"""Files that somebody filled in -> their sheets, read apart; what ends otherwise is told how to be saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from selebaran.desk.apart import grids_apart
from selebaran.desk.columns import SheetKind
from selebaran.desk.grid import Grids
from selebaran.desk.grid_csv import csv_grids
from selebaran.desk.grid_ods import ods_grids
from selebaran.desk.grid_xlsx import xlsx_grids
from selebaran.desk.tables import Tables, tables_of

READERS: Mapping[str, Callable[[bytes, str], Grids]] = {
    ".xlsx": xlsx_grids,
    ".xlsm": xlsx_grids,
    ".ods": ods_grids,
    ".csv": csv_grids,
    ".tsv": csv_grids,
}
"""How each kind of file is read, by its ending."""


def read_table(raw: bytes, name: str, ending: str, kinds: Sequence[SheetKind]) -> Tables:
    """The rows of a file. What its bytes do to a library stays in a child."""
    grids, problems = grids_apart(READERS[ending], raw, name)
    if any(problem.is_error for problem in problems) and not grids:
        return Tables(problems=tuple(problems))
    tables = tables_of(grids, kinds)
    return Tables(tables.slug, tables.rows, (*problems, *tables.problems))
