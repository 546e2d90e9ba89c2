"""The bytes of an .ods workbook (LibreOffice) -> its sheets: formulas by what they gave last, hidden parts left out and
told. Its XML is read as it stands; nothing in it is run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from selebaran.desk.district_book import CHOICES
from selebaran.desk.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    GridCell,
    Grids,
    is_fault,
    number_text,
    text_cell,
    tidy,
)
from selebaran.desk.grid_cells import Layout, Spot, seen
from selebaran.desk.hostile import refused
from selebaran.desk.workbook_rows import UNREADABLE
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

TABLE, OFFICE, TEXT, STYLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "office", "text", "style")
)
OF_LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
HIDDEN = ("collapse", "filter")
GROUPS = tuple(
    f"{TABLE}table-{name}" for name in ("row-group", "header-rows", "rows", "column-group", "header-columns", "columns")
)
"""What rows and columns may lie in. A table within a cell is none of it."""
BLANKS = {f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}
NO_TEXT = (f"{OFFICE}annotation", f"{TEXT}note")
"""What somebody remarked on a cell isn't what stands in it."""
DURATION = re.compile(r"P(?:0+D)?T(\d+)H(?:(\d+)M)?.*")
NO_DAY = "1901"
"""A day before it is a time of day to a spreadsheet."""
Element = ElementTree.Element


def ods_grids(raw: bytes, label: str) -> Grids:
    """All sheets of a workbook that are seen, or why it can't be read."""
    if problems := refused(raw, label):
        return [], problems
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            root = ElementTree.fromstring(archive.read("content.xml"))
        hidden = frozenset(_hidden_styles(root))
        tables = root.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
        found = [_Sheet(label, table).read(hidden) for table in tables if table.get(f"{TABLE}name") != CHOICES]
    except (*UNREADABLE, ElementTree.ParseError):
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    kept = [grid for grids, _ in found for grid in grids if grid.rows]
    return kept, [fault for _, faults in found for fault in faults]


def _hidden_styles(root: Element) -> Iterator[str]:
    """The styles of sheets that aren't shown."""
    for style in root.iter(f"{STYLE}style"):
        looks = style.find(f"{STYLE}table-properties")
        if looks is not None and looks.get(f"{TABLE}display") == "false":
            yield style.get(f"{STYLE}name") or ""


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, label: str, table: Element) -> None:
        self._table = table
        self._grid = Grid(label, table.get(f"{TABLE}name") or "?", ())
        self._problems: list[Problem] = []
        self._cells: dict[Spot, Element] = {}
        self._hidden_rows: set[int] = set()

    def read(self, hidden: frozenset[str]) -> Grids:
        """The rows that are seen; `hidden` are the styles of sheets that aren't."""
        if self._table.get(f"{TABLE}style-name") in hidden:
            place = Place(f"{self._grid.label}[{self._grid.name}]")
            return [], [warning("bagian-tersembunyi", place, isi=self._grid.name)]
        number = 1
        for row in _within(self._table, f"{TABLE}table-row"):
            number += self._row(row, number)
        tall = [(spot, spot[0] + _count(cell, "number-rows-spanned") - 1) for spot, cell in self._cells.items()]
        layout = Layout(self._hidden_rows, self._hidden_columns(), [one for one in tall if one[1] > one[0][0]])
        grids, problems = seen(self._grid, self._cells, layout, self._cell)
        return grids, [*problems, *self._problems]

    def _row(self, row: Element, number: int) -> int:
        """Note the cells of a row that hold anything; gives how often it stands there."""
        there, times = dict(_cells(row)), _count(row, "number-rows-repeated")
        if there and len(self._cells) <= (MOST_ROWS + 1) * MOST_COLUMNS:  # beyond it is refused
            same = range(number, number + min(times, MOST_ROWS + 1))
            self._cells |= {(one, column): cell for one in same for column, cell in there.items()}
            self._hidden_rows |= set(same) if row.get(f"{TABLE}visibility") in HIDDEN else set()
        return times

    def _hidden_columns(self) -> list[tuple[int, int]]:
        """From which column to which nothing is shown."""
        found, at = [], 1
        for column in _within(self._table, f"{TABLE}table-column"):
            after = at + _count(column, "number-columns-repeated")
            found += [(at, after - 1)] if column.get(f"{TABLE}visibility") in HIDDEN else []
            at = after
        return found

    def _cell(self, spot: Spot) -> GridCell:
        cell, place = self._cells[spot], self._grid.place(spot[0], spot[1] - 1)
        text, found = tidy(_shown(cell)), _typed(cell)
        if cell.get(f"{OF_LIBREOFFICE}value-type") == "error" or is_fault(text):
            self._problems.append(problem("sel-galat", place, isi=shown(text or "?")))
            return EMPTY
        if formula := cell.get(f"{TABLE}formula"):
            if found.text:
                self._problems.append(warning("rumus-dibaca", place, isi=shown(found.text)))
            elif not cell.get(f"{OFFICE}value-type"):  # nobody has reckoned it yet
                self._problems.append(problem("sel-rumus", place, isi=shown(formula.removeprefix("of:"))))
        return found


def _within(element: Element, tag: str) -> Iterator[Element]:
    """Rows or columns of a sheet, also such as lie in groups."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag in GROUPS:
            yield from _within(one, tag)


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row that hold anything, by their columns."""
    column = 1
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = _count(cell, "number-columns-repeated")
        if cell.tag == f"{TABLE}table-cell" and (_typed(cell).text or cell.get(f"{TABLE}formula")):
            yield from ((at, cell) for at in range(column, column + min(times, MOST_COLUMNS + 1)))
        column += times


def _count(element: Element, what: str) -> int:
    """How often a row or a cell stands there, or over how many rows."""
    return max(int(element.get(f"{TABLE}{what}") or 1), 1)


def _typed(cell: Element) -> GridCell:
    """What a cell holds, as text."""
    kind, value = cell.get(f"{OFFICE}value-type"), cell.get(f"{OFFICE}value")
    if kind == "date" and (found := _moment(cell.get(f"{OFFICE}date-value") or "")):
        return found
    if kind == "time" and (found := _spent(cell.get(f"{OFFICE}time-value") or "")):
        return found
    if kind == "boolean":
        return GridCell("ya" if cell.get(f"{OFFICE}boolean-value") == "true" else "tidak")
    if kind in ("float", "percentage", "currency") and value:
        return GridCell(number_text(float(value)), "angka")
    found = text_cell(_shown(cell))
    return found if found.text else EMPTY


def _spent(text: str) -> GridCell | None:
    """A time of day, which is a span of hours to LibreOffice."""
    found = DURATION.fullmatch(text)
    return GridCell(f"{int(found[1]):02}.{int(found[2] or 0):02}", "jam") if found else None


def _moment(text: str) -> GridCell | None:
    """A day, or the time of one that no calendar has."""
    day, _, clock = text.partition("T")
    if day >= NO_DAY or not clock:
        return GridCell(day, "tanggal") if day else None
    return GridCell(clock[:5].replace(":", "."), "jam")


def _shown(cell: Element) -> str:
    """What a cell shows, without what somebody remarked on it."""
    return "\n".join(_words(part) for part in cell.iterfind(f"{TEXT}p"))


def _words(part: Element) -> str:
    inside = (f"{_word(one)}{one.tail or ''}" for one in part)
    return f"{part.text or ''}{''.join(inside)}"


def _word(one: Element) -> str:
    if one.tag == f"{TEXT}s":
        return " " * min(int(one.get(f"{TEXT}c") or 1), MOST_COLUMNS)
    return BLANKS.get(one.tag) or ("" if one.tag in NO_TEXT else _words(one))
