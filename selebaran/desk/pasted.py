"""A table pasted into a message, from a spreadsheet: its cells lie between tabs. Words around it are told unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selebaran.desk.grid import Grids
from selebaran.desk.grid_csv import csv_grids
from selebaran.desk.message import LARGEST, decoded, message_lines
from selebaran.desk.message_forms import MOST_TOLD
from selebaran.model.problem import Place, Problem, warning
from selebaran.read.text import shown

TAB, QUOTE = "\t", '"'
FEWEST = 2
"""Tabs of a line of a table, and such lines: an entry of any kind needs three cells and a heading."""


def pasted_grids(raw: bytes, label: str) -> Grids:
    """The one sheet of a message, on the lines on which it stands there; none where nothing lies between tabs."""
    text = decoded(raw) if len(raw) <= LARGEST else None
    lines = message_lines(text or "")
    within = _within(lines)
    if not within:
        return [], []
    table = "\n".join(line if number in within else "" for number, line in enumerate(lines))
    grids, problems = csv_grids(table.encode(), label, TAB)
    return grids, [*problems, *list(_around(lines, within, label))[:MOST_TOLD]]


def _around(lines: Sequence[str], within: range, label: str) -> Iterator[Problem]:
    """What is told of the words around a table."""
    for number, line in enumerate(lines):
        if number not in within and line.strip():
            yield warning("pesan-dilewati", Place(label, number + 1), isi=shown(line.strip()))


def _within(lines: Sequence[str]) -> range:
    """The lines of a table: from the first with tabs to the last, and what a cell in quotes has below."""
    among = [number for number, line in enumerate(lines) if line.count(TAB) >= FEWEST]
    return range(among[0], _end(lines, among[-1])) if len(among) >= FEWEST else range(0)


def _end(lines: Sequence[str], last: int) -> int:
    """The line after a table whose last tab is in line `last`: a cell of several lines, in quotes, may go on below."""
    below = (at for at in range(last + 1, len(lines)) if lines[at].count(QUOTE) % 2)
    return next(below, last) + 1 if lines[last].count(QUOTE) % 2 else last + 1
