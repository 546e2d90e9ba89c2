"""Takes statements out of finished Markdown: a table's cell, a list item, a paragraph, or a whole block.

What a template read, it read at a place in its output; the smallest unit of Markdown around that place is the
statement. A mention on a line of its own, or in the heading, speaks for the whole block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from selebaran.compose.fact.tables import GONE, without_empty
from selebaran.compose.markup.marks import FAR, marks_of
from selebaran.compose.markup.marks import Mark as ListMark
from selebaran.compose.template.views import FactUse

PREFIX = re.compile(r"\s*(?:>\s?)*(?:(?:[-*+]|\d+[.)]|:)\s+)?")
"""What stands before a line's own words: indentation, marks of quotations, the mark of an item or a definition."""
LEAD = re.compile(r"\s*(?:>\s?)*")
ITEM = re.compile(r"\s*(?:>\s?)*(?:[-*+]|\d+[.)]|:)\s+")
DEFINITION = re.compile(r"\s*(?:>\s?)*:\s+")
HEADING = re.compile(r"(#{2,6}\s+)(.*?)(\s*\{[^{}]*\})?\s*$")
RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
"""The line below a table's head."""
UNSURE = "Tanyakan dulu"
"""A heading that would state what can't be shown."""
REMOVED = "\ue024"
"""Stands for a statement until its line is taken out."""
CELL = "–"
"""What stands in a table's cell: its row needs one."""
NUMBERED = re.compile(r"(\s*(?:>\s?)*)(\d+)([.)]\s)")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Mark:
    """A fact that was read at an offset of the output. `mention`: its words stand around it, not in it."""

    offset: int
    fact: str
    mention: bool


class Tracer:
    """Listens to a template and notes where in its output each fact of a recorder's log was read."""

    def __init__(self, log: Sequence[FactUse]) -> None:
        self._log = log
        self._seen = len(log)
        self._length = 0
        self.marks: list[Mark] = []

    def __call__(self, part: str) -> None:
        """One more part of the output."""
        self._note(part)
        self._length += len(part)

    def finish(self) -> list[Mark]:
        """All marks, those that nothing followed at the end of the output."""
        self._note("")
        return self.marks

    def _note(self, part: str) -> None:
        self.marks += [Mark(self._length, use.fact, part == "") for use in self._log[self._seen :]]
        self._seen = len(self._log)


@dataclass(frozen=True)
class _Spot:
    """A mark by its line and column, both from 0."""

    line: int
    column: int
    mention: bool


def removed(text: str, marks: Sequence[Mark]) -> tuple[str, bool]:
    """The text of a block without the statements that `marks` point at, and whether all of it is gone. Nothing stands
    in their place, and of a table without any other, nothing at all: a note below the block tells of them."""
    left, is_gone = rewrite(text, marks, REMOVED, GONE)
    lines = without_empty(list(_taken_out(left.split("\n"))))
    return "\n".join(lines).replace(GONE, CELL), is_gone


def _taken_out(lines: list[str]) -> Iterator[str]:
    """The lines without those that were removed, and what hangs on these: deeper items, a term. Numbers go on."""
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if REMOVED not in line:
            if not _is_orphan(lines, number):
                yield line
            continue
        if not line.lstrip(" \t>").startswith(REMOVED):
            number = _below(lines, number, _indent(line))
        _count_on(lines, line, number)


def _count_on(lines: list[str], gone: str, number: int) -> None:
    """Give the number of an item that is gone to the one behind it."""
    at = next((at for at in range(number, len(lines)) if not _is_blank(lines[at])), -1)
    found, follows = NUMBERED.match(gone), NUMBERED.match(lines[at])
    if found and follows and found[1] == follows[1]:
        lines[at] = f"{found[0]}{lines[at][follows.end() :]}"


def _is_orphan(lines: Sequence[str], number: int) -> bool:
    """Whether the line before this one is a term of which no definition is left."""
    if _is_blank(lines[number - 1]) or DEFINITION.match(lines[number - 1]):
        return False
    below = list(takewhile(_is_of_term, lines[number:]))
    found = [line for line in below if DEFINITION.match(line)]
    return bool(found) and not "".join(below).strip().find(":") and all(REMOVED in line for line in found)


def _is_of_term(line: str) -> bool:
    """Whether a line may belong to the term above it."""
    return _is_blank(line) or DEFINITION.match(line) is not None or line[:1] in " \t"


def _below(lines: Sequence[str], number: int, indent: int) -> int:
    """The first line that no longer belongs to an item of this indentation."""
    end = at = number
    while at < len(lines) and (_is_blank(lines[at]) or _indent(lines[at]) > indent):
        at += 1
        end = end if _is_blank(lines[at - 1]) else at
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>"))


def rewrite(text: str, marks: Sequence[Mark], stand_in: str, cell: str) -> tuple[str, bool]:
    """The text of a block without the statements that `marks` point at, and whether all of it is gone.

    `stand_in` takes the place of a statement, `cell` that of a table's cell; both are inline HTML."""
    lines = text.split("\n")
    spots = _spots(lines, marks)
    if any(_is_for_all(lines, spot) for spot in spots):
        return _all_gone(lines[0], spots, stand_in), True
    return "\n".join(_without(lines, spots, stand_in, cell)), False


def _spots(lines: Sequence[str], marks: Sequence[Mark]) -> list[_Spot]:
    """Where marks are, the last one first: what is exchanged at one moves none of those that follow."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    spots = []
    for mark in sorted(marks, key=lambda m: m.offset, reverse=True):
        number = bisect_right(starts, mark.offset) - 1
        spots.append(_Spot(number, mark.offset - starts[number], mark.mention))
    return spots


def _all_gone(first: str, spots: Sequence[_Spot], stand_in: str) -> str:
    """A block of which only the heading stays, if it states nothing itself."""
    heading = HEADING.match(first)
    if heading is None:
        return f"{stand_in}\n"
    is_stated = any(spot.line == 0 and not spot.mention for spot in spots)
    head = f"{heading[1]}{UNSURE}{heading[3] or ''}" if is_stated else first
    return f"{head}\n\n{stand_in}\n"


def _without(lines: Sequence[str], spots: Sequence[_Spot], stand_in: str, cell: str) -> list[str]:
    """The lines without the cells, items and paragraphs around the spots."""
    rows = [spot for spot in spots if _is_row(lines[spot.line])]
    left = _without_cells(lines, rows, cell)
    items = _items(left)
    found = [_unit(left, items, spot.line, spot.mention) for spot in spots if spot not in rows]
    units = {first: (last, prefix) for first, last, prefix in found}
    kept, number = [], 0
    while number < len(left):
        last, prefix = units.get(number, (number, ""))
        kept.append(prefix + stand_in if number in units else left[number])
        number = last + 1
    return _without_repeats(kept, stand_in)


def _without_cells(lines: Sequence[str], spots: Sequence[_Spot], cell: str) -> list[str]:
    left = list(lines)
    for number in {spot.line for spot in spots}:
        left[number] = _row(left[number], [spot.column for spot in spots if spot.line == number], cell)
    return left


def _is_for_all(lines: Sequence[str], spot: _Spot) -> bool:
    """Whether a mark speaks for the whole block: in its heading, on a line of its own, or before a table."""
    line = lines[spot.line]
    if _is_blank(line) or (spot.line == 0 and HEADING.match(line)):
        return True
    is_head = _is_row(line) and RULE.match("".join(lines[spot.line + 1 : spot.line + 2])) is not None
    return spot.mention and is_head and spot.column <= line.index("|")


def _is_blank(line: str) -> bool:
    return not line.strip(" \t>")


def _is_row(line: str) -> bool:
    return line.lstrip(" \t>").startswith("|")


def _row(line: str, columns: Sequence[int], cell: str) -> str:
    """A table's row with the cells at these columns exchanged; all cells when a column lies before the first."""
    edges = [i for i, letter in enumerate(line) if letter == "|" and not _is_escaped(line, i)]
    if line[edges[-1] + 1 :].strip():  # the last cell is open
        edges.append(len(line))
    cells = list(pairwise(edges))
    gone = {next((at for at, (left, right) in enumerate(cells) if left < column <= right), -1) for column in columns}
    if -1 in gone:
        return f"{line[: edges[0]]}| {cell} " + "| " * (len(edges) - 2) + "|"
    for at in sorted(gone, reverse=True):
        left, right = cells[at]
        line = f"{line[: left + 1]} {cell} {line[right:]}".rstrip()
    return line


def _is_escaped(line: str, index: int) -> bool:
    before = line[:index]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _unit(lines: list[str], items: Collection[int], number: int, mention: bool) -> tuple[int, int, str]:
    """First and last line of the list item, definition or paragraph around a line, and what stays of it.

    A term goes with its definitions; one that is only mentioned stays, with one definition."""
    first, last = _span(lines, items, number)
    mark = DEFINITION.match("".join(lines[last + 1 : last + 2])) if first not in items else None
    if mark:
        term = "\n".join(lines[first : last + 1])
        while last + 1 < len(lines) and _goes_on(lines[last + 1]):
            last += 1
        return first, last, f"{term}\n{mark[0]}" if mention else ""
    return first, last, _prefix(lines[first]) if first in items else _lead(lines[first])


def _items(lines: Sequence[str]) -> frozenset[int]:
    """The lines on which items begin, as the renderer reads them: marks that may be words need their neighbour."""
    marks = [marks_of(_bare(line)) for line in lines]
    known = [{(mark.family, mark.number) for mark in found} for found in marks]

    def begins(number: int) -> bool:
        near = [*known[max(0, number - FAR) : number], *known[number + 1 : number + FAR]]
        return any(mark.is_certain or any(_beside(mark) & other for other in near) for mark in marks[number])

    return frozenset(number for number, line in enumerate(lines) if ITEM.match(line) or begins(number))


def _beside(mark: ListMark) -> set[tuple[str, int]]:
    """What the items before and after it begin with."""
    steps = (-1, 1) if mark.style else (0,)
    return {(mark.family, mark.number + step) for step in steps}


def _lead(line: str) -> str:
    found = LEAD.match(line)
    return found[0] if found else ""


def _bare(line: str) -> str:
    return line[len(_lead(line)) :]


def _prefix(line: str) -> str:
    """What stands before a line's own words. A mark that touches its word gets a space."""
    found = PREFIX.match(line)
    marks = marks_of(_bare(line))
    if marks and not ITEM.match(line):
        return f"{_lead(line)}{_bare(line)[: marks[0].length]} "
    return found[0] if found else ""


def _span(lines: list[str], items: Collection[int], number: int) -> tuple[int, int]:
    """First and last line of the list item or paragraph around a line."""
    first = last = number
    while first not in items and first > 0 and _goes_on(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines[last + 1]) and last + 1 not in items:
        last += 1
    return first, last


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the same unit as its neighbour, as far as it alone tells."""
    return not _is_blank(line) and not HEADING.match(line) and not _is_row(line)


def _without_repeats(lines: list[str], stand_in: str) -> list[str]:
    """One stand-in where several would follow each other."""
    kept: list[str] = []
    before = ""
    for line in lines:
        bare = line.removeprefix(_prefix(line))
        if bare == stand_in and before == stand_in:
            while _is_blank(kept[-1]):
                kept.pop()
            continue
        kept.append(line)
        if not _is_blank(line):
            before = bare
    return kept


def without_sentences(text: str, marks: Sequence[Mark]) -> str:
    """A plain text without the sentences that marks point at; a mention takes the whole text."""
    if any(mark.mention for mark in marks):
        return ""
    ends = [found.start() for found in SENTENCE_END.finditer(text)]
    gone = {bisect_right(ends, min(mark.offset, len(text) - 1)) for mark in marks}
    return " ".join(part for number, part in enumerate(SENTENCE_END.split(text)) if number not in gone)
