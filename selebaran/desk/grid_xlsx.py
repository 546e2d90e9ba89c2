"""The bytes of an .xlsx workbook -> its sheets: formulas by what they gave last, hidden parts left out and told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook

from selebaran.desk.district_book import CHOICES
from selebaran.desk.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    GridCell,
    GridRow,
    Grids,
    letter,
    number_text,
    tidy,
)
from selebaran.desk.hostile import refused
from selebaran.desk.workbook_rows import UNREADABLE
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

FIRST_YEAR = 1901
"""A day before it is a time of day to a spreadsheet."""
CELLS = dict[tuple[int, int], GridCell]


def xlsx_grids(raw: bytes, label: str) -> Grids:
    """All sheets of a workbook that are seen, or why it can't be read."""
    if problems := refused(raw, label):
        return [], problems
    try:
        typed, given = (load_workbook(io.BytesIO(raw), data_only=only, keep_links=False) for only in (False, True))
        found = [
            _Sheet(label, sheet, given[sheet.title]).read() for sheet in typed.worksheets if sheet.title != CHOICES
        ]
    except UNREADABLE:
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    return [grid for grid, _ in found if grid], [fault for _, faults in found for fault in faults]


class _Sheet:
    """One sheet while it is read: as it was typed, and with what its formulas gave."""

    def __init__(self, label: str, sheet: Any, given: Any) -> None:
        self._label, self._sheet, self._given = label, sheet, given
        self._problems: list[Problem] = []
        self._grid = Grid(label, sheet.title, ())

    def read(self) -> tuple[Grid | None, list[Problem]]:
        """The rows that are seen."""
        place = Place(f"{self._label}[{self._sheet.title}]")
        if self._sheet.sheet_state != "visible":
            return None, [warning("bagian-tersembunyi", place, isi=self._sheet.title)]
        cells = {spot: cell for spot, cell in self._sheet._cells.items() if cell.value is not None}
        rows = {row for row, _ in cells}
        if len(rows) > MOST_ROWS or any(column > MOST_COLUMNS for _, column in cells):
            return None, [problem("tabel-terlalu-besar", place, batas=f"{MOST_ROWS} baris")]
        hidden = self._hidden(rows)
        found = {spot: self._cell(cell) for spot, cell in cells.items() if not hidden & {spot[0], -spot[1]}}
        self._fill_merged(found)
        return Grid(self._label, self._sheet.title, tuple(_rows(found))), self._problems

    def _hidden(self, rows: set[int]) -> set[int]:
        """Hidden rows by their number, and hidden columns by theirs below zero."""
        sized = self._sheet.row_dimensions
        gone = {row for row in rows if row in sized and sized[row].hidden}
        for row in sorted(gone):
            self._tell_hidden(self._grid.place(row), f"baris {row}")
        for first, last in self._hidden_columns():
            self._tell_hidden(self._grid.place(1, first - 1), f"kolom {letter(first - 1)}")
            gone |= {-column for column in range(first, min(last, MOST_COLUMNS) + 1)}
        return gone

    def _hidden_columns(self) -> list[tuple[int, int]]:
        """From which column to which nothing is shown."""
        widths = [one for one in self._sheet.column_dimensions.values() if one.hidden and one.min]
        return [(one.min, one.max) for one in widths if one.min <= MOST_COLUMNS]

    def _tell_hidden(self, place: Place, what: str) -> None:
        self._problems.append(warning("bagian-tersembunyi", place, isi=what))

    def _cell(self, cell: Any) -> GridCell:
        value = cell.value
        place = self._grid.place(cell.row, cell.column - 1)
        if cell.data_type == "f":
            value = self._given.cell(cell.row, cell.column).value
            if value is None:
                self._problems.append(problem("sel-rumus", place, isi=shown(str(cell.value))))
                return EMPTY
            self._problems.append(warning("rumus-dibaca", place, isi=shown(_typed(value).text)))
        if isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper():
            self._problems.append(problem("sel-galat", place, isi=shown(value)))
            return EMPTY
        return _typed(value)

    def _fill_merged(self, cells: CELLS) -> None:
        """What stands in a cell of several rows holds for each of them."""
        for one in list(self._sheet.merged_cells.ranges)[:MOST_ROWS]:
            first = cells.get((one.min_row, one.min_col))
            if first is None or one.max_row == one.min_row or one.max_row - one.min_row > MOST_ROWS:
                continue
            place = self._grid.place(one.min_row, one.min_col - 1)
            self._problems.append(warning("sel-tergabung", place, isi=shown(first.text), sampai=one.max_row))
            cells |= {(row, one.min_col): first for row in range(one.min_row + 1, one.max_row + 1)}


def _rows(cells: CELLS) -> Iterator[GridRow]:
    by_row: dict[int, dict[int, GridCell]] = {}
    for (row, column), cell in cells.items():
        if cell.text:
            by_row.setdefault(row, {})[column] = cell
    for row in sorted(by_row):
        there = by_row[row]
        yield GridRow(row, tuple(there.get(column, EMPTY) for column in range(1, max(there) + 1)))


def _typed(value: Any) -> GridCell:
    """What a cell holds, as text."""
    if isinstance(value, bool):
        return GridCell("ya" if value else "tidak")
    if isinstance(value, datetime) and value.year < FIRST_YEAR:
        value = value.time()
    if isinstance(value, timedelta):
        value = (datetime(FIRST_YEAR, 1, 1) + value).time()
    if isinstance(value, time):
        return GridCell(f"{value:%H.%M}", "jam")
    if isinstance(value, date):
        return GridCell(f"{value:%Y-%m-%d}", "tanggal")
    if isinstance(value, int | float):
        return GridCell(number_text(value), "angka")
    return GridCell(tidy(str(value)))
