"""The bytes of a table as text -> its one sheet, with whichever separator and letters it was saved."""

from __future__ import annotations

import csv
import io

from selebaran.desk.grid import MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridRow, Grids, tidy
from selebaran.desk.hostile import MAX_FILE
from selebaran.model.problem import Place, Problem, problem

SEPARATORS = ";,\t"
WIDE = (b"\xff\xfe", b"\xfe\xff")


def csv_grids(raw: bytes, label: str) -> Grids:
    """The sheet of a .csv file. Excel writes semicolons where commas stand in numbers, and letters of Windows."""
    if _is_no_text(raw):
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    if len(raw) > MAX_FILE:
        return [], [_too_big(label, f"{MAX_FILE // 1024 // 1024} MB")]
    try:
        lines = _lines(_decoded(raw))
    except csv.Error:
        return [], [problem("tabel-bukan-xlsx", Place(label))]
    if len(lines) > MOST_ROWS or max(map(len, lines), default=0) > MOST_COLUMNS:
        return [], [_too_big(label, f"{MOST_ROWS} baris")]
    rows = (GridRow(number, tuple(map(_cell, line))) for number, line in enumerate(lines, 1))
    return [Grid(label, "", tuple(row for row in rows if row.says_something))], []


def _cell(text: str) -> GridCell:
    return GridCell(tidy(text))


def _is_no_text(raw: bytes) -> bool:
    return raw.startswith(b"PK") or (b"\x00" in raw and not raw.startswith(WIDE))


def _lines(text: str) -> list[list[str]]:
    """The cells of each line, by the separator that the first line with one has most of."""
    first = next((line for line in text.splitlines() if any(one in line for one in SEPARATORS)), "")
    return list(csv.reader(io.StringIO(text), delimiter=max(SEPARATORS, key=first.count)))


def _too_big(label: str, limit: str) -> Problem:
    return problem("tabel-terlalu-besar", Place(label), batas=limit)


def _decoded(raw: bytes) -> str:
    if raw.startswith(WIDE):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
