"""A text as it was written -> the text that a resident may read, each letter with its place in the file.

Both sides of a template's condition are never read together, so a page is read as often as it needs to see every
branch once. What a template writes is one word (`GAP`); what writes nothing leaves nothing behind. The marks of
Markdown go, its blocks stay. What a district wrote is no template: a fact that it names is one word there too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from selebaran.check.sentences import BREAK, GAP
from selebaran.compose.page.named import NAMED

Kind = Literal["paragraph", "item", "definition", "term", "cell", "heading", "picture"]
MAX_READINGS = 64

MARKUP = r"""
    | (?P<target>\]\((?:{{[^{}\n]{0,80}}}|[^()\s{}]){0,300}\))
    | (?P<break><br\s{0,3}/?>)
    | (?P<html></?[a-zA-Z][^<>]{0,300}>)
    | (?P<attributes>{[:.\#][^{}\n]{0,200}})
    | (?P<picture>!\[)
    | (?P<label>:\*\*(?=\s))
    | (?P<quote>^[ \t]*(?:>[ \t]?)+)
    | (?P<mark>\*+(?=\S)|(?<=\S)\*+|(?<!`)`{1,2}(?!`)|\[|\]|\\(?=[^\w\s])|(?<!\w)_+|_+(?!\w))
    | (?P<entity>&\#?\w{1,10};)
"""
"""The marks of Markdown and HTML. Bounded: a district's text may hold heaps of them."""
TOKEN = re.compile(
    r"""
      (?P<comment>{\#\#.*?\#\#}\n?)
    | (?P<tag>(?:^[ \t]*)?{%[-+]?\s*(?P<name>\w+)(?:[^%]|%(?!}))*%}(?:(?<=-%})\s*|\n)?)
    | (?P<silent>{{-?\s*sebut\(.*?}})
    | (?P<print>{{.*?}})
    """
    + MARKUP,
    re.X | re.S | re.M,
)
PLAIN_TOKEN = re.compile(rf"(?P<print>{NAMED.pattern}){MARKUP}", re.X | re.M)
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


def plain_reading(text: str) -> Reading:
    """The one reading of a text that is no template."""
    pieces: list[Piece] = []
    position = 0
    for token in PLAIN_TOKEN.finditer(text):
        pieces.append((position, text[position : token.start()]))
        pieces.append((token.start(), WRITES.get(token.lastgroup or "", "")))
        position = token.end()
    return _reading([(origin, part) for origin, part in (*pieces, (position, text[position:])) if part])


def blocks(reading: Reading) -> Iterator[Block]:
    """The blocks of a reading, in their order."""
    reader = _Blocks(reading)
    position = 0
    for line in reading.text.split("\n"):
        yield from reader.line(line, position)
        position += len(line) + 1
    yield from reader.close()


@dataclass
class _Blocks:
    """Reads line by line. `opened` is the block that the next line may go on with, from where it begins; `end` is where
    its last line ends."""

    reading: Reading
    opened: tuple[Kind, int] | None = None
    end: int = 0
    fenced: bool = False

    def line(self, line: str, start: int) -> Iterator[Block]:
        """One more line; yields what it ends, and what is whole in it."""
        begins, skipped = self._begins(line)
        if begins == "text" and self.opened:
            self.end = start + len(line)
            return
        is_term = begins == "definition" and self.opened is not None and self.opened[0] == "paragraph"
        yield from self.close("term" if is_term else None)
        self.opened, self.end = None, start + len(line)
        if begins == "heading" or begins == "picture":
            yield Block(begins, line[skipped:], start + skipped, self.reading)
        elif begins == "cell":
            yield from _cells(line, start, self.reading)
        elif begins == "item" or begins == "definition":
            self.opened = (begins, start + skipped)
        elif begins == "text":
            self.opened = ("paragraph", start)

    def close(self, kind: Kind | None = None) -> Iterator[Block]:
        """The block that is open, as one of another kind if need be."""
        if self.opened:
            text = self.reading.text[self.opened[1] : self.end]
            yield Block(kind or self.opened[0], text, self.opened[1], self.reading)

    def _begins(self, line: str) -> tuple[Kind | Literal["", "text"], int]:
        """What a line begins ("" is nothing, as in a fence), and where its words do."""
        fence = FENCE.match(line)
        self.fenced ^= bool(fence)
        if self.fenced or fence:
            return "", 0
        found = LINE.match(line)
        return (BEGINS[found.lastgroup or "empty"], found.end()) if found else ("text", 0)


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
