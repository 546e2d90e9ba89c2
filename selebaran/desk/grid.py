"""A sheet as somebody filled it in, whichever program wrote it: the cells of its rows, and where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selebaran.model.problem import Place, Problem

CellKind = Literal["teks", "angka", "tanggal", "jam"]
MOST_ROWS, MOST_COLUMNS = 2000, 120
"""What is read of a sheet; more is refused, and not cut."""
LETTERS = 26


@dataclass(frozen=True)
class GridCell:
    """What a cell holds, as text. A day is tahun-bulan-hari, a time jam.menit, whatever the cell shows. `lines` is a
    text of several lines as it was typed, with the empty ones and what stands before the words."""

    text: str
    kind: CellKind = "teks"
    lines: str = ""


EMPTY = GridCell("")


@dataclass(frozen=True)
class GridRow:
    """A row by its number, counted from 1, and its cells from the first column on."""

    number: int
    cells: tuple[GridCell, ...]

    @property
    def says_something(self) -> bool:
        """Whether anything stands in it."""
        return any(cell.text for cell in self.cells)

    def cell(self, column: int) -> GridCell:
        """The cell of a column, counted from 0."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True)
class Grid:
    """A sheet: the file as messages name it, its name ("" for a file that has no sheets), and its rows that hold
    anything."""

    label: str
    name: str
    rows: tuple[GridRow, ...]

    def place(self, row: int, column: int | None = None) -> Place:
        """A cell, or a whole row, as people at a spreadsheet call it: kegiatan.xlsx[Kegiatan!E14]."""
        if not self.name:
            return Place(self.label, row, 0 if column is None else column + 1)
        spot = f"{'' if column is None else letter(column)}{row}"
        return Place(f"{self.label}[{self.name}!{spot}]")


Grids = tuple[list[Grid], list[Problem]]
"""What a file holds that could be read, and what is to be said of it."""


def letter(column: int) -> str:
    """The letters of a column, counted from 0."""
    before, last = divmod(column, LETTERS)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def tidy(text: str) -> str:
    """A text of a cell: blanks and line ends as one is used to; a line that ends stays one."""
    lines = (" ".join(line.split()) for line in text.replace("\u00a0", " ").splitlines())
    return "\n".join(line for line in lines if line).removeprefix("'")


def text_cell(text: str) -> GridCell:
    """A cell of what somebody typed."""
    plain = tidy(text)
    return GridCell(plain, lines=text.replace("\u00a0", " ").removeprefix("'") if "\n" in plain else "")


def is_fault(text: str) -> bool:
    """Whether a spreadsheet shows with it that a formula failed: #REF!, Err:502."""
    return bool(re.fullmatch(r"#(?:N/A|GETTING_DATA|[A-Z/0]+[!?])|Err:\d{3}", text))


def number_text(value: float) -> str:
    """A number without what a spreadsheet adds."""
    return str(int(value)) if float(value).is_integer() else re.sub(r"0+$", "", f"{value:.10f}")
