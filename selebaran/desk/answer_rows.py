"""A filled table as rows, whichever kind of file it was: what is answered, in which column, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from selebaran.model.problem import Place

RowKind = Literal["kepala", "kelompok", "fakta", "nilai"]
Column = Literal["jawaban", "kutipan", "dasar", "nama", "jabatan", "tanggal"]
COLUMNS: tuple[Column, ...] = ("jawaban", "kutipan", "dasar", "nama", "jabatan", "tanggal")
ASKED_BY, SECOND, ASKED_ON = "yang_bertanya", "orang_kedua", "hari_bertanya"
HEAD = (ASKED_BY, SECOND, ASKED_ON)
"""What is said once for the whole table."""


@dataclass(frozen=True)
class Cell:
    """What somebody wrote, and where."""

    text: str
    place: Place


@dataclass(frozen=True)
class Row:
    """One thing that could be answered. `key` is the name of what is said once, of a group, of a fact or of a value;
    `cells` are those that aren't empty, `group` the one below which a fact was written, where the file tells."""

    kind: RowKind
    key: str
    place: Place
    cells: Mapping[Column, Cell]
    group: str = ""

    def cell(self, column: Column) -> Cell:
        """What stands in a column; an empty text, at the place of the row, where nothing does."""
        return self.cells.get(column) or Cell("", self.place)
