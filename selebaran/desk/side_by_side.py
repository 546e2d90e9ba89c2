"""Two tables beside each other on one sheet -> a sheet for each, in which every cell keeps its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from selebaran.desk.columns import SheetKind
from selebaran.desk.grid import EMPTY, Grid, GridRow
from selebaran.desk.headings import headings_of, is_form_head

TURNED = 3
"""So many known headings below each other are a table that runs to the right."""


def parted(grid: Grid, kinds: Sequence[SheetKind], form_head: tuple[str, str]) -> list[Grid]:
    """The sheets that a sheet is: parted at empty columns where headings of a table stand on both sides of one; turned,
    where its headings stand below each other."""
    for row in grid.rows:
        if is_form_head(row, form_head):
            return [grid]
        parts = [_only(row, span) for span in _spans(row)]
        if len(parts) > 1 and all(headings_of(part, kinds) for part in parts):
            return [_cut(grid, row.number, span) for span in _spans(row)]
        if headings_of(row, kinds):
            return [grid]
    return [_turned(grid, kinds) or grid]


def _spans(row: GridRow) -> Iterator[range]:
    """The runs of columns in which something stands."""
    columns = range(len(row.cells))
    for is_filled, run in groupby(columns, key=lambda at: bool(row.cells[at].text)):
        found = list(run)
        if is_filled:
            yield range(found[0], found[-1] + 1)


def _only(row: GridRow, span: range) -> GridRow:
    return replace(row, cells=tuple(cell if at in span else EMPTY for at, cell in enumerate(row.cells)))


def _cut(grid: Grid, head: int, span: range) -> Grid:
    """A sheet with one of its tables; what stands above the headings is of each."""
    rows = (row if row.number < head else _only(row, span) for row in grid.rows)
    return replace(grid, rows=tuple(row for row in rows if row.says_something))


def _turned(grid: Grid, kinds: Sequence[SheetKind]) -> Grid | None:
    """A sheet whose rows are columns; None where that makes no table of it. Cells are named as if it were turned."""
    columns = max((len(row.cells) for row in grid.rows), default=0)
    turned = tuple(
        GridRow(at + 1, tuple(row.cell(at) for row in grid.rows)) for at in range(columns) if at in range(columns)
    )
    head = next((found for row in turned[:2] if (found := headings_of(row, kinds))), None)
    return replace(grid, rows=turned) if head and head.score >= TURNED else None
