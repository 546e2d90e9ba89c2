"""The cells of a sheet by their spots, and what its office did to it -> the rows that are seen, whichever program wrote
them. What is hidden is left out and told; what stands in a cell of several rows holds for each of them that is used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from selebaran.desk.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridRow, Grids, letter
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

Spot = tuple[int, int]
"""Row and column of a cell, both counted from 1."""


@dataclass(frozen=True)
class Layout:
    """Rows that aren't shown, columns that aren't (from, to), and cells of several rows (where they begin, the last of
    the rows)."""

    hidden_rows: Collection[int] = ()
    hidden_columns: Sequence[tuple[int, int]] = ()
    tall: Sequence[tuple[Spot, int]] = ()

    def shows(self, spot: Spot) -> bool:
        """Whether a cell is seen."""
        row, column = spot
        return row not in self.hidden_rows and not any(first <= column <= last for first, last in self.hidden_columns)


def seen(grid: Grid, spots: Collection[Spot], layout: Layout, read: Callable[[Spot], GridCell]) -> Grids:
    """The sheet with the rows that are seen; `spots` are cells that hold anything, `read` gives those seen."""
    if len({row for row, _ in spots}) > MOST_ROWS or any(column > MOST_COLUMNS for _, column in spots):
        return [], [problem("tabel-terlalu-besar", Place(f"{grid.label}[{grid.name}]"), batas=f"{MOST_ROWS} baris")]
    problems = list(_hidden(grid, spots, layout))
    cells = {spot: read(spot) for spot in spots if layout.shows(spot)}
    problems += _spread(grid, cells, layout)
    return [Grid(grid.label, grid.name, tuple(_rows(cells)))], problems


def _spread(grid: Grid, cells: dict[Spot, GridCell], layout: Layout) -> Iterator[Problem]:
    """Put what stands in a cell of several rows into each of them in which something stands."""
    used = {row for (row, _), cell in cells.items() if cell.text}
    for (row, column), last in layout.tall:
        first = cells.get((row, column), EMPTY)
        below = [one for one in range(row + 1, min(last, row + MOST_ROWS) + 1) if one in used]
        if first.text and below:
            place = grid.place(row, column - 1)
            yield warning("sel-tergabung", place, isi=shown(first.text), sampai=below[-1])
            cells |= {(one, column): first for one in below}


def _hidden(grid: Grid, spots: Collection[Spot], layout: Layout) -> Iterator[Problem]:
    for row in sorted({row for row, _ in spots}.intersection(layout.hidden_rows)):
        yield warning("bagian-tersembunyi", grid.place(row), isi=f"baris {row}")
    for first, last in layout.hidden_columns:
        if at := [column for _, column in spots if first <= column <= last]:
            yield warning("bagian-tersembunyi", grid.place(1, min(at) - 1), isi=f"kolom {letter(min(at) - 1)}")


def _rows(cells: dict[Spot, GridCell]) -> Iterator[GridRow]:
    by_row: dict[int, dict[int, GridCell]] = {}
    for (row, column), cell in cells.items():
        if cell.text:
            by_row.setdefault(row, {})[column] = cell
    for row in sorted(by_row):
        there = by_row[row]
        yield GridRow(row, tuple(there.get(column, EMPTY) for column in range(1, max(there) + 1)))
