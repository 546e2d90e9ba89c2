"""The bytes of a table as text -> its one sheet, with whichever separator and letters it was saved."""

from __future__ import annotations

import csv
import io

from selebaran.desk.grid import MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridRow, Grids, tidy
from selebaran.desk.hostile import MAX_FILE
from selebaran.model.problem import Place, problem

SEPARATORS = ";,\t"
WIDE = (b"\xff\xfe", b"\xfe\xff")


def csv_grids(raw: bytes, label: str) -> Grids:
    """The sheet of a .csv file. Excel writes semicolons where commas stand in numbers, and letters of Windows."""
    if len(raw) > MAX_FILE:
        return [], [problem("tabel-terlalu-besar", Place(label), batas=f"{MAX_FILE // 1024 // 1024} MB")]
    if raw.startswith(b"PK") or (b"\x00" in raw and not raw.startswith(WIDE)):
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    text = _decoded(raw)
    first = next((line for line in text.splitlines() if any(one in line for one in SEPARATORS)), "")
    separator = max(SEPARATORS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    if len(lines) > MOST_ROWS or any(len(line) > MOST_COLUMNS for line in lines):
        return [], [problem("tabel-terlalu-besar", Place(label), batas=f"{MOST_ROWS} baris")]
    rows = (GridRow(number, tuple(GridCell(tidy(text)) for text in line)) for number, line in enumerate(lines, 1))
    return [Grid(label, "", tuple(row for row in rows if any(cell.text for cell in row.cells)))], []


def _decoded(raw: bytes) -> str:
    if raw.startswith(WIDE):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
