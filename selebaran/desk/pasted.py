"""A table pasted into a message, from a spreadsheet: its cells lie between tabs. Words around it are told unread."""

from __future__ import annotations

from collections.abc import Sequence

from selebaran.desk.grid import Grids
from selebaran.desk.grid_csv import csv_grids
from selebaran.desk.message import LARGEST, decoded, message_lines
from selebaran.desk.message_forms import MOST_TOLD
from selebaran.model.problem import Place, warning
from selebaran.read.text import shown

TAB, QUOTE = "\t", '"'
FEWEST = 2
"""Tabs of a line of a table, and such lines: an entry of any kind needs three cells and a heading."""


def pasted_grids(raw: bytes, label: str) -> Grids:
    """The one sheet of a message, on the lines on which it stands there; none where nothing lies between tabs."""
    text = decoded(raw) if len(raw) <= LARGEST else None
    lines = message_lines(text or "")
    among = [number for number, line in enumerate(lines) if line.count(TAB) >= FEWEST]
    if len(among) < FEWEST:
        return [], []
    within = range(among[0], _end(lines, among[-1]))
    table = "\n".join(line if number in within else "" for number, line in enumerate(lines))
    grids, problems = csv_grids(table.encode(), label, TAB)
    left = [(number, line.strip()) for number, line in enumerate(lines, 1) if number - 1 not in within and line.strip()]
    told = [warning("pesan-dilewati", Place(label, number), isi=shown(line)) for number, line in left[:MOST_TOLD]]
    return grids, [*problems, *told]


def _end(lines: Sequence[str], last: int) -> int:
    """The line after a table whose last tab is in line `last`: a cell of several lines, in quotes, may go on below."""
    below = (at for at in range(last + 1, len(lines)) if lines[at].count(QUOTE) % 2)
    return next(below, last) + 1 if lines[last].count(QUOTE) % 2 else last + 1
