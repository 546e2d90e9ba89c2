"""Takes out whole tables of which nothing is left: a reader of fifteen dashes learns only that something is missing.

The note below the block says what isn't shown, and whom to ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

GONE = "\ue025"
"""Stands in a cell of which the statement was removed."""
RULE = re.compile(r"\s*(?:>\s?)*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
"""The line below a table's head."""
CELL_END = re.compile(r"(?<!\\)\|")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def without_empty(lines: Sequence[str]) -> list[str]:
    """The lines of Markdown without the tables in which every cell but those of the first column is GONE or blank, and
    without the sentence that leads to such a table by a colon."""
    left: list[str] = []
    number = 0
    while number < len(lines):
        rows = list(takewhile(_is_row, lines[number:]))
        if _is_empty(rows):
            _end_before(left)
            number += len(rows)
            continue
        count = max(1, len(rows))
        left += lines[number : number + count]
        number += count
    return left


def _is_row(line: str) -> bool:
    return line.lstrip(" \t>").startswith("|")


def _is_empty(rows: Sequence[str]) -> bool:
    """Whether lines are a table that says nothing in any of its rows."""
    if len(rows) < 3 or not RULE.match(rows[1]):
        return False
    return all(GONE in row and all(_is_blank(cell) for cell in _cells(row)[1:]) for row in rows[2:])


def _cells(row: str) -> list[str]:
    return CELL_END.split(row.lstrip(" \t>"))[1:]


def _is_blank(cell: str) -> bool:
    return not cell.replace(GONE, "").strip()


def _end_before(left: list[str]) -> None:
    """Take the sentence that ends with a colon off the lines before a table."""
    at = len(left) - 1
    while at >= 0 and not left[at].strip(" \t>"):
        at -= 1
    if at < 0 or not left[at].rstrip().endswith(":"):
        return
    *said, _ = SENTENCE_END.split(left[at].rstrip())
    left[at:] = [" ".join(said)] if said else []
