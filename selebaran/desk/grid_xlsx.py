"""The bytes of an .xlsx workbook -> its sheets: formulas by what they gave last, hidden parts left out and told."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook

from selebaran.desk.district_book import CHOICES
from selebaran.desk.grid import EMPTY, MOST_ROWS, Grid, GridCell, Grids, is_fault, number_text, text_cell
from selebaran.desk.grid_cells import Layout, Spot, seen
from selebaran.desk.hostile import refused
from selebaran.desk.workbook_rows import UNREADABLE
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

FIRST_YEAR = 1901
"""A day before it is a time of day to a spreadsheet."""


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
    return [grid for grids, _ in found for grid in grids], [fault for _, faults in found for fault in faults]


class _Sheet:
    """One sheet while it is read: as it was typed, and with what its formulas gave."""

    def __init__(self, label: str, sheet: Any, given: Any) -> None:
        self._sheet, self._given = sheet, given
        self._problems: list[Problem] = []
        self._grid = Grid(label, sheet.title, ())

    def read(self) -> Grids:
        """The rows that are seen."""
        if self._sheet.sheet_state != "visible":
            place = Place(f"{self._grid.label}[{self._grid.name}]")
            return [], [warning("bagian-tersembunyi", place, isi=self._grid.name)]
        spots = [spot for spot, cell in self._sheet._cells.items() if cell.value is not None]
        grids, problems = seen(self._grid, spots, self._layout(), self._cell)
        return grids, [*problems, *self._problems]

    def _layout(self) -> Layout:
        sized = self._sheet.row_dimensions
        widths = [one for one in self._sheet.column_dimensions.values() if one.hidden and one.min]
        merged = list(self._sheet.merged_cells.ranges)[:MOST_ROWS]
        return Layout(
            frozenset(row for row in sized if sized[row].hidden),
            [(one.min, one.max) for one in widths],
            [((one.min_row, one.min_col), one.max_row) for one in merged if one.max_row > one.min_row],
        )

    def _cell(self, spot: Spot) -> GridCell:
        cell = self._sheet._cells[spot]
        value = cell.value
        place = self._grid.place(cell.row, cell.column - 1)
        if cell.data_type == "f":
            given = self._given.cell(cell.row, cell.column)
            value = given.value
            if value is None and given.data_type == "str":  # it gave nothing, as many do of empty rows
                return EMPTY
            if value is None:
                formula = getattr(cell.value, "text", None) or cell.value  # one of several cells is no text
                self._problems.append(problem("sel-rumus", place, isi=shown(str(formula))))
                return EMPTY
            self._problems.append(warning("rumus-dibaca", place, isi=shown(_typed(value).text)))
        if isinstance(value, str) and is_fault(value):
            self._problems.append(problem("sel-galat", place, isi=shown(value)))
            return EMPTY
        return _typed(value)


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
    return text_cell(str(value))
