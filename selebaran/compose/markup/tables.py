"""Tables as officials paste them: below a line, without a rule, with tabs of a sheet, with cells beyond the head.

No cell is ever dropped: a row that is wider than the head widens the table. A `|` within a link or code is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from selebaran.compose.markup.lists import line_of
from selebaran.compose.markup.marks import marks_of

PIECE = re.compile(r"\\.|`[^`]*`|\[[^\[\]]*\]\([^()\s]*\)|\||[^\\`\[|]+|.", re.S)
RULE = re.compile(r"\|?[ \t]*:?[-–—]+:?[ \t]*(?:\|[ \t]*:?[-–—]+:?[ \t]*)*\|?[ \t]*$")
WIDEST = 20
"""The most columns of a table that is told by its tabs."""
SURE = 3
"""So many cells in every row tell a table, even where one has more of them than another."""
ALIGNED = {":-": "", "-:": "kanan", "::": "tengah", "--": ""}
"""Classes of cells, by the ends of the rule below their head."""


@dataclass(frozen=True)
class _Row:
    line: int
    cells: list[str]


@dataclass(frozen=True)
class _Table:
    """A table's rows from line `first` to line `end`; the head may be missing."""

    first: int
    end: int
    head: _Row | None
    rows: list[_Row]
    classes: list[str]


def tables(parser: MarkdownIt) -> None:
    """Let a parser read tables."""
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def cells_of(line: str) -> list[str]:
    """The cells of a row that is parted by `|`."""
    cells = [""]
    for piece in PIECE.findall(line.strip().removeprefix("|")):
        if piece == "|":
            cells.append("")
        else:
            cells[-1] += "|" if piece == "\\|" else piece
    return [cell.strip() for cell in (cells if cells[-1].strip() else cells[:-1])] or [""]


def _table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text = line_of(state, first)
    if ("|" not in text and "\t" not in text) or state.is_code_block(first) or state.sCount[first] < state.blkIndent:
        return False
    found = _piped(state, first, last, text) if "|" in text else _tabbed(state, first, last)
    if found is None:
        return False
    if not silent:
        _write(state, found)
    return True


def _piped(state: StateBlock, first: int, last: int, text: str) -> _Table | None:
    """A table whose first line has `|`, with a rule below it, above it, or none."""
    rows = [_Row(line, cells_of(line_of(state, line))) for line in _lines(state, first, last, "|")]
    ruled = next((at for at, row in enumerate(rows[:2]) if RULE.match(line_of(state, row.line))), None)
    if ruled is None:
        return _table_of(rows, has_head=len(rows) > 1) if _is_table(rows, text) else None
    if len(rows) == 1:  # a rule alone
        return None
    classes = [_class(cell) for cell in rows[ruled].cells]
    return _table_of(rows, has_head=ruled == 1, without=ruled, classes=classes)


def _table_of(rows: list[_Row], *, has_head: bool, without: int | None = None, classes: Sequence[str] = ()) -> _Table:
    body = [row for at, row in enumerate(rows) if at != without]
    head = body.pop(0) if has_head else None
    return _Table(rows[0].line, rows[-1].line + 1, head, body, list(classes))


def _is_table(rows: list[_Row], text: str) -> bool:
    """Whether rows without a rule are a table: between bars, with as many cells in each, or with several in each."""
    if text.startswith("|") and text.rstrip().endswith("|") and len(text.strip()) > 1:
        return True
    widths = {len(row.cells) for row in rows}
    return len(rows) > 1 and (len(widths) == 1 or min(widths) >= SURE) and widths != {1}


def _class(rule: str) -> str:
    return ALIGNED[(":" if rule.startswith(":") else "-") + (":" if rule.endswith(":") else "-")]


def _tabbed(state: StateBlock, first: int, last: int) -> _Table | None:
    """Two rows or more that a sheet's tabs part; `Hari<tab>: Kamis` is a line of a letter."""
    rows = [
        _Row(line, [cell.strip() for cell in line_of(state, line).rstrip().split("\t")])
        for line in _lines(state, first, last, "\t")
    ]
    is_sheet = len(rows) > 1 and all(2 <= len(row.cells) <= WIDEST for row in rows)
    is_other = _is_letter(rows) or marks_of(line_of(state, first))
    return _table_of(rows, has_head=True) if is_sheet and not is_other else None


def _is_letter(rows: list[_Row]) -> bool:
    return any(cell.startswith(":") for row in rows for cell in row.cells[1:])


def _lines(state: StateBlock, first: int, last: int, parted: str) -> Iterator[int]:
    """The lines of a table from its first one on: those that have what parts its cells."""
    line = first
    while line < last and parted in line_of(state, line) and state.sCount[line] >= state.blkIndent:
        if line > first and _is_other(state, line, last, parted):
            return
        yield line
        line += 1


def _is_other(state: StateBlock, line: int, last: int, parted: str) -> bool:
    """Whether something else begins on a line. `1.<tab>Budi<tab>Ketua` is a row of a sheet, `1.<tab>KTP` an item."""
    if parted == "\t" and line_of(state, line).rstrip().count("\t") > 1:
        return False
    return any(rule(state, line, last, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _write(state: StateBlock, table: _Table) -> None:
    rows = [*([table.head] if table.head else []), *table.rows]
    width = max(len(row.cells) for row in rows)
    classes = [*table.classes, *[""] * (width - len(table.classes))]
    opening = state.push("table_open", "table", 1)
    opening.map = [table.first, table.end]
    for part, cell, found in (("thead", "th", [table.head] if table.head else []), ("tbody", "td", table.rows)):
        if found:
            state.push(f"{part}_open", part, 1)
            for row in found:
                _row(state, row, cell, width, classes)
            state.push(f"{part}_close", part, -1)
    state.push("table_close", "table", -1)
    state.line = table.end


def _row(state: StateBlock, row: _Row, tag: str, width: int, classes: list[str]) -> None:
    state.push("tr_open", "tr", 1).map = [row.line, row.line + 1]
    for at in range(width):
        opening = state.push(f"{tag}_open", tag, 1)
        if classes[at]:
            opening.attrSet("class", classes[at])
        inline = state.push("inline", "", 0)
        inline.map = [row.line, row.line + 1]
        inline.content = row.cells[at] if at < len(row.cells) else ""
        inline.children = []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
