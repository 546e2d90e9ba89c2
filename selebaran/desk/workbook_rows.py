"""The bytes of a filled workbook -> rows, with the cell in which each answer stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from selebaran.desk.answer_rows import COLUMNS, HEAD, Cell, Column, Row, RowKind
from selebaran.desk.hostile import refused
from selebaran.desk.workbook import GROUP, KEY, SHEET, TITLES
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.text import shown

FACT = re.compile(r"^[A-Z]{3,4}-\d{2}$")
MOST_ROWS, MOST_COLUMNS = 2000, 40
BEYOND = 1000
"""Rows after those, in which nothing may stand: it would not be read."""
HEADING_WITHIN = 30
"""Rows among which the headings have to stand."""
UNREADABLE = (KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError, SyntaxError, BadZipFile)
"""What the library raises for a file that isn't what it says."""


def workbook_rows(raw: bytes, label: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a workbook, or every fault in its form."""
    if problems := refused(raw, label):
        return [], problems
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
        name = SHEET if SHEET in book.sheetnames else book.sheetnames[0]
        grid = [tuple(row) for row in book[name].iter_rows(max_row=MOST_ROWS + BEYOND, max_col=MOST_COLUMNS)]
    except UNREADABLE:
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    if any(cell.value is not None for row in grid[MOST_ROWS:] for cell in row):
        return [], [problem("tabel-terlalu-besar", Place(f"{label}[{name}]"), batas=f"{MOST_ROWS} baris")]
    return _Sheet(label, name).read(grid[:MOST_ROWS])


class _Sheet:
    """One sheet of a workbook while it is read."""

    def __init__(self, label: str, name: str) -> None:
        self._label, self._name = label, name
        self._problems: list[Problem] = []

    def read(self, grid: list[tuple[Any, ...]]) -> tuple[list[Row], list[Problem]]:
        """All rows below the headings."""
        for number, row in enumerate(grid[:HEADING_WITHIN]):
            titles = [str(cell.value or "").strip().casefold() for cell in row]
            if KEY.casefold() in titles:
                return self._below(titles, grid[number + 1 :], number + 2)
        return [], [problem("tabel-tanpa-kepala", Place(f"{self._label}[{self._name}]"), kolom=KEY)]

    def _below(self, titles: list[str], grid: Iterable[tuple[Any, ...]], first: int) -> tuple[list[Row], list[Problem]]:
        known = {column: title.casefold() for column, title in TITLES.items()}
        at = {column: titles.index(known[column]) for column in COLUMNS if known[column] in titles}
        missing = [TITLES[column] for column in COLUMNS if column not in at]
        if missing:
            place = Place(f"{self._label}[{self._name}!{first - 1}]")
            return [], [problem("tabel-tanpa-kepala", place, kolom=", ".join(missing))]
        key = titles.index(KEY.casefold())
        rows = list(self._rows(grid, first, key, at))
        return rows, self._problems

    def _rows(self, grid: Iterable[tuple[Any, ...]], first: int, key: int, at: dict[Column, int]) -> Iterator[Row]:
        for number, row in enumerate(grid, first):
            name = self._text(row[key], number, key) if key < len(row) else ""
            cells = {c: Cell(text, self._place(number, i)) for c, i in at.items() if (text := self._at(row, number, i))}
            if name or cells:
                kind, plain = _kind(name)
                yield Row(kind, plain, self._place(number, key), cells)

    def _at(self, row: tuple[Any, ...], number: int, index: int) -> str:
        return self._text(row[index], number, index) if index < len(row) else ""

    def _place(self, number: int, index: int) -> Place:
        """A cell as people at a spreadsheet call it: Jawaban!E14."""
        return Place(f"{self._label}[{self._name}!{get_column_letter(index + 1)}{number}]")

    def _text(self, cell: Any, number: int, index: int) -> str:
        value = cell.value
        if cell.data_type == "f":
            self._problems.append(problem("sel-rumus", self._place(number, index), isi=shown(str(value))))
            return ""
        if isinstance(value, datetime | date):
            return value.isoformat()[:10]
        if isinstance(value, float) and "%" in str(cell.number_format):
            return f"{value * 100:g}%"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else " ".join(str(value).split())


def _kind(name: str) -> tuple[RowKind, str]:
    """What a row's key stands for."""
    if name.startswith(GROUP):
        return "kelompok", name.removeprefix(GROUP)
    if FACT.match(name.upper()):
        return "fakta", name.upper()
    return ("kepala" if name in HEAD else "nilai"), name
