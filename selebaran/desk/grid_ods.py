"""The bytes of an .ods workbook (LibreOffice) -> its sheets. Its XML is read as it stands; nothing in it is run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from selebaran.desk.district_book import CHOICES
from selebaran.desk.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridRow, Grids, number_text, tidy
from selebaran.desk.hostile import refused
from selebaran.desk.workbook_rows import UNREADABLE
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HIDDEN = ("collapse", "filter")


def ods_grids(raw: bytes, label: str) -> Grids:
    """All sheets of a workbook, or why it can't be read."""
    if problems := refused(raw, label):
        return [], problems
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            root = ElementTree.fromstring(archive.read("content.xml"))
        found = [_Sheet(label, table).read() for table in root.iter(f"{TABLE}table")]
    except (*UNREADABLE, ElementTree.ParseError):
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    kept = [grid for grid, _ in found if grid.name != CHOICES and grid.rows]
    return kept, [fault for _, faults in found for fault in faults]


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, label: str, table: ElementTree.Element) -> None:
        self._table = table
        self._grid = Grid(label, table.get(f"{TABLE}name") or "?", ())
        self._problems: list[Problem] = []

    def read(self) -> tuple[Grid, list[Problem]]:
        """The rows that are seen."""
        rows, number = [], 1
        for row in self._table.iter(f"{TABLE}table-row"):
            cells = tuple(self._cells(row, number))
            times = _times(row, "rows")
            if any(cell.text for cell in cells):
                if row.get(f"{TABLE}visibility") in HIDDEN:
                    told = warning("bagian-tersembunyi", self._grid.place(number), isi=f"baris {number}")
                    self._problems.append(told)
                else:
                    rows += [GridRow(number + more, cells) for more in range(min(times, MOST_ROWS + 1))]
            number += times
            if len(rows) > MOST_ROWS:
                place = Place(f"{self._grid.label}[{self._grid.name}]")
                return self._grid, [problem("tabel-terlalu-besar", place, batas=f"{MOST_ROWS} baris")]
        return Grid(self._grid.label, self._grid.name, tuple(rows)), self._problems

    def _cells(self, row: ElementTree.Element, number: int) -> Iterator[GridCell]:
        column = 0
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            for _ in range(min(_times(cell, "columns"), MOST_COLUMNS - column)):
                yield self._cell(cell, number, column)
                column += 1

    def _cell(self, cell: ElementTree.Element, row: int, column: int) -> GridCell:
        found = _typed(cell)
        if cell.get(f"{TABLE}formula") and found.text:
            told = warning("rumus-dibaca", self._grid.place(row, column), isi=shown(found.text))
            self._problems.append(told)
        return found


def _times(element: ElementTree.Element, what: str) -> int:
    """How often a row or a cell stands there."""
    return max(int(element.get(f"{TABLE}number-{what}-repeated") or 1), 1)


def _typed(cell: ElementTree.Element) -> GridCell:
    kind, value = cell.get(f"{OFFICE}value-type"), cell.get(f"{OFFICE}value")
    if kind == "date":
        return GridCell((cell.get(f"{OFFICE}date-value") or "")[:10], "tanggal")
    if kind == "time":
        hours, _, rest = (cell.get(f"{OFFICE}time-value") or "").removeprefix("PT").partition("H")
        return GridCell(f"{int(hours):02}.{rest[:2]}", "jam")
    if kind in ("float", "percentage", "currency") and value:
        return GridCell(number_text(float(value)), "angka")
    texts = ["".join(part.itertext()) for part in cell.iter(f"{TEXT}p")]
    return GridCell(tidy("\n".join(texts))) if texts else EMPTY
