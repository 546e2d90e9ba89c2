"""A shared page's template -> the text that a resident may read, each letter with its place in the file.

Both sides of a condition are never read together, so a page is read as often as it needs to see every branch once.
What a template writes is one word (`GAP`); what writes nothing leaves nothing behind. The marks of Markdown go, its
blocks stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from selebaran.check.sentences import BREAK, GAP

Kind = Literal["paragraph", "item", "definition", "term", "cell", "heading", "picture"]
MAX_READINGS = 64

TOKEN = re.compile(
    r"""
      (?P<comment>{\#\#.*?\#\#}\n?)
    | (?P<tag>(?:^[ \t]*)?{%[-+]?\s*(?P<name>\w+)(?:[^%]|%(?!}))*%}(?:(?<=-%})\s*|\n)?)
    | (?P<silent>{{-?\s*sebut\(.*?}})
    | (?P<print>{{.*?}})
    | (?P<target>\]\((?:{{.*?}}|[^()\s{}]){0,300}\))
    | (?P<break><br\s*/?>)
    | (?P<html></?[a-zA-Z][^<>]{0,300}>)
    | (?P<attributes>{[:.\#][^{}\n]{0,200}})
    | (?P<picture>!\[)
    | (?P<label>:\*\*(?=\s))
    | (?P<quote>^[ \t]*(?:>[ \t]?)+)
    | (?P<mark>\*+(?=\S)|(?<=\S)\*+|(?<!`)`{1,2}(?!`)|\[|\]|\\(?=[^\w\s])|(?<!\w)_+|_+(?!\w))
    | (?P<entity>&\#?\w{1,10};)
    """,
    re.X | re.S | re.M,
)
PICTURE = "\ue002"
WRITES = {"print": GAP, "break": BREAK, "picture": PICTURE, "label": f":{BREAK}", "entity": " "}
FENCE = re.compile(r"\s*(?:```|~~~)")
LINE = re.compile(
    rf"""
      (?P<empty>\s*)$
    | (?P<heading>\#{{1,6}}\s+)
    | (?P<cell>\s*\|)
    | (?P<definition>:\s+)
    | (?P<item>\s*(?:[-+*]|\d{{1,9}}[.)])\s+)
    | (?P<picture>\s*{PICTURE})
    """,
    re.X,
)

BEGINS: dict[str, Kind | Literal[""]] = {
    "empty": "",
    "heading": "heading",
    "cell": "cell",
    "definition": "definition",
    "item": "item",
    "picture": "picture",
}
"""What a line begins, by the group of `LINE` that it matches; an empty one only ends what was open."""


@dataclass(frozen=True)
class Reading:
    """One way through a template. `starts` are positions in the text, `origins` the offsets they come from."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The offset in the template of a position in the text."""
        index = max(bisect_right(self.starts, position) - 1, 0)
        length = position - self.starts[index] if self.starts else 0
        return (self.origins[index] if self.origins else 0) + length


@dataclass(frozen=True)
class Block:
    """A paragraph, item, cell … of a reading, with the position at which it begins there."""

    kind: Kind
    text: str
    start: int
    reading: Reading

    def origin(self, position: int) -> int:
        """The offset in the template of a position in the block."""
        return self.reading.origin(self.start + position)


Piece = tuple[int, str]
"""An offset in the template, and the text that is read from there on."""


@dataclass
class _Fork:
    """A condition or a loop: its branches, of which one is read."""

    branches: list[list[Piece | _Fork]] = field(default_factory=lambda: [[]])
    has_other: bool = False


def readings(template: str) -> list[Reading]:
    """All readings of a template that Jinja can parse; together they have every branch at least once."""
    return [_reading(pieces) for pieces in _ways(_parse(template))]


def blocks(reading: Reading) -> Iterator[Block]:
    """The blocks of a reading, in their order."""
    opened: tuple[Kind, int] | None = None
    end, fenced = 0, False

    def close(kind: Kind | None = None) -> Iterator[Block]:
        if opened:
            yield Block(kind or opened[0], reading.text[opened[1] : end], opened[1], reading)

    position = 0
    for line in reading.text.split("\n"):
        start, position = position, position + len(line) + 1
        fence = FENCE.match(line)
        fenced ^= bool(fence)
        found = None if fenced or fence else LINE.match(line)
        kind = BEGINS[found.lastgroup or "empty"] if found else None
        is_text = not (found or fenced or fence)
        if is_text and opened:
            end = start + len(line)
            continue
        yield from close("term" if kind == "definition" and opened and opened[0] == "paragraph" else None)
        body, opened, end = start + (found.end() if found else 0), None, start + len(line)
        if kind == "heading" or kind == "picture":
            yield Block(kind, line[body - start :], body, reading)
        elif kind == "cell":
            yield from _cells(line, start, reading)
        elif kind == "item" or kind == "definition":
            opened = (kind, body)
        elif is_text:
            opened = ("paragraph", body)
    yield from close()


def _cells(line: str, start: int, reading: Reading) -> Iterator[Block]:
    for cell in re.finditer(r"[^|]+", line):
        if cell[0].strip(" :-"):
            yield Block("cell", cell[0], start + cell.start(), reading)


def _parse(template: str) -> list[Piece | _Fork]:
    root: list[Piece | _Fork] = []
    stack = [root]
    forks: list[_Fork] = []
    position = 0
    for token in TOKEN.finditer(template):
        if token.start() > position:
            stack[-1].append((position, template[position : token.start()]))
        position = token.end()
        kind = token.lastgroup if token["tag"] is None else "tag"
        if kind == "tag":
            _fork(token["name"], stack, forks)
        elif text := WRITES.get(kind or ""):
            stack[-1].append((token.start(), text))
    stack[-1].append((position, template[position:]))
    return root


def _fork(name: str, stack: list[list[Piece | _Fork]], forks: list[_Fork]) -> None:
    if name in ("if", "for"):
        fork = _Fork(has_other=name == "for")
        stack[-1].append(fork)
        forks.append(fork)
        stack.append(fork.branches[0])
    elif name in ("elif", "else") and forks:
        forks[-1].branches.append([])
        forks[-1].has_other |= name == "else"
        stack[-1] = forks[-1].branches[-1]
    elif name in ("endif", "endfor") and forks:
        fork = forks.pop()
        stack.pop()
        if not fork.has_other:
            fork.branches.append([])


def _ways(pieces: list[Piece | _Fork]) -> list[list[Piece]]:
    """Sequences of pieces that take each branch once; where a fork has no more branches, its first is read."""
    parts = [
        [way for branch in part.branches for way in _ways(branch)] if isinstance(part, _Fork) else [[part]]
        for part in pieces
    ]
    count = min(max((len(part) for part in parts), default=1), MAX_READINGS)
    return [[piece for part in parts for piece in part[k if k < len(part) else 0]] for k in range(count)]


def _reading(pieces: list[Piece]) -> Reading:
    starts, position = [], 0
    for _, text in pieces:
        starts.append(position)
        position += len(text)
    return Reading("".join(text for _, text in pieces), tuple(starts), tuple(origin for origin, _ in pieces))
