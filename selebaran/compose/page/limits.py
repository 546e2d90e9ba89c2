"""District text that would take minutes, or all memory, to read; refused before it is read, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.model.problem import Place, Problem, problem

MOST = {"[": 1000, "<": 2000, "*": 6000, "_": 6000, "`": 6000, "\\": 6000, "{{": 500}
"""How often a mark may stand in a text: what it costs to read grows with the square of their number."""
COLUMNS = 20
"""The most marks `|` in a line, and the most columns that a cell spans: each row of a table is filled up to the width
of its head."""
LINES = 2000
"""The most lines that aren't empty."""
DEPTH = 20
"""How many marks of lists and quotations may open a line."""
NESTED = 100
"""How many elements of raw HTML may stand in one another: browsers give up at 512."""
ATTRIBUTES = 30
"""How many attributes an element of raw HTML may have; a few are kept."""
MARK = r"(?:>|(?:[-*+:]|\d+[.)])(?=[ \t]))"
OPENED = re.compile(rf"[ \t]*(?:{MARK}[ \t]*)+")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
VOID = frozenset(("br", "hr", "img", "input", "area", "col", "wbr", "link", "meta", "base", "embed", "source", "track"))


def excess(text: str, place: Place) -> list[Problem]:
    """The first thing in a text that makes it too costly; nothing where it can be read. `place` is where it begins."""
    lines = text.split("\n")
    for mark, most in MOST.items():
        if (count := text.count(mark)) > most:
            where = _line(place, _most(lines, mark))
            return [problem("naskah-rumit", where, tanda=mark, jumlah=count, batas=most)]
    for number, line in enumerate(lines):
        if (count := line.count("|")) > COLUMNS:
            return [problem("naskah-rumit", _line(place, number), tanda="|", jumlah=count, batas=COLUMNS)]
        if len(_marks(line)) > DEPTH:
            return [problem("naskah-bertingkat", _line(place, number))]
    if sum(bool(line.strip()) for line in lines) > LINES:
        return [problem("berkas-terlalu-besar", place, batas=f"{LINES} baris")]
    return []


def nested(html: str, text: str, place: Place) -> list[Problem]:
    """The same of the HTML that was made of a text, before it is cleaned."""
    depth = 0
    for closes, name, rest in TAG.findall(html):
        if name.lower() not in VOID and not rest.endswith("/"):
            depth += -1 if closes else 1
        if depth > NESTED or len(QUOTED.sub("", rest).split()) > ATTRIBUTES:
            return [problem("naskah-bertingkat", _line(place, _most(text.split("\n"), "<")))]
    return []


def knotted(text: str, place: Place) -> list[Problem]:
    """A text in which Markdown lost itself: at the line that opens most, else where the longest block begins."""
    lines = text.split("\n")
    marks = [len(_marks(line)) for line in lines]
    if max(marks) > 1:
        return [problem("naskah-bertingkat", _line(place, marks.index(max(marks))))]
    first, _ = max(_blocks(lines), key=lambda block: block[1], default=(0, 0))
    return [problem("naskah-bertingkat", _line(place, first))]


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """First line and length of each run of lines without an empty one."""
    first = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            yield first, number - first
            first = number + 1


def _marks(line: str) -> list[str]:
    opened = OPENED.match(line)
    return re.findall(MARK, opened[0] + " ") if opened else []


def _most(lines: list[str], mark: str) -> int:
    return max(range(len(lines)), key=lambda number: lines[number].count(mark))


def _line(place: Place, number: int) -> Place:
    return Place(place.file, place.line + number)
