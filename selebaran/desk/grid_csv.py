"""The bytes of a table as text -> its one sheet, with whichever separator and letters it was saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from selebaran.desk.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Grid, Grids, is_fault, text_cell
from selebaran.desk.grid_cells import Layout, seen
from selebaran.desk.hostile import MAX_FILE
from selebaran.model.problem import Place, Problem, problem

SEPARATORS = ";,\t"
WIDE = (b"\xff\xfe", b"\xfe\xff")


def csv_grids(raw: bytes, label: str, separators: str = SEPARATORS) -> Grids:
    """The sheet of a .csv file. Excel writes semicolons where commas stand in numbers, and letters of Windows."""
    if _is_no_text(raw):
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    if len(raw) > MAX_FILE:
        return [], [_too_big(label, f"{MAX_FILE // 1024 // 1024} MB")]
    lines: list[list[str]] = []
    try:
        for line in _lines(_decoded(raw), separators):
            lines.append(line)
    except csv.Error:  # a quote that isn't closed takes the rows below it into its cell
        return [], [problem("kutip-terbuka", Place(label, len(lines) + 1))]
    if len(lines) > MOST_ROWS or max(map(len, lines), default=0) > MOST_COLUMNS:
        return [], [_too_big(label, f"{MOST_ROWS} baris")]
    spots = {(row, at): text_cell(text) for row, line in enumerate(lines, 1) for at, text in enumerate(line, 1) if text}
    faults = {spot: cell.text for spot, cell in spots.items() if is_fault(cell.text)}
    grid = Grid(label, "", ())
    grids, problems = seen(grid, spots, Layout(), lambda spot: EMPTY if spot in faults else spots[spot])
    told = (problem("sel-galat", grid.place(row, at - 1), isi=text) for (row, at), text in faults.items())
    return grids, [*problems, *told]


def _is_no_text(raw: bytes) -> bool:
    return raw.startswith(b"PK") or (b"\x00" in raw and not raw.startswith(WIDE))


def _lines(text: str, separators: str) -> Iterator[list[str]]:
    """The cells of each line, by the separator that the first line with one has most of."""
    first = next((line for line in text.splitlines() if any(one in line for one in separators)), "")
    return iter(csv.reader(io.StringIO(text), delimiter=max(separators, key=first.count), strict=True))


def _too_big(label: str, limit: str) -> Problem:
    return problem("tabel-terlalu-besar", Place(label), batas=limit)


def _decoded(raw: bytes) -> str:
    if raw.startswith(WIDE):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
