"""Where in a template's file a fault lies, and how it is written there.

A `Source` is a text with the place at which it begins in its file. Jinja counts lines within the text; an editor
needs the line and column of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from selebaran.model.problem import Place

TAG = re.compile(r"{{.*?}}|{%.*?%}", re.S)
EXPRESSION = r"""(?:\w+(?:\.|\[["']?))*"""
PAIRED = {"if", "for", "macro", "block", "call", "filter", "with", "autoescape", "raw"}
OWN = "<template>"
"""The file name that Jinja gives to a text that comes from no file."""


@dataclass(frozen=True)
class Source:
    """A template's text. `is_exact` is False where its columns are not those of the file (a folded YAML value)."""

    text: str
    place: Place
    is_exact: bool = True

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def at(self, offset: int) -> Place:
        """The place in the file of a position in the text."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        if line == 1 and self.place.column:
            column += self.place.column - 1
        return Place(self.place.file, self._line(line), column if self.is_exact else 0)

    def _line(self, line: int) -> int:
        return max(self.place.line, 1) + (line - 1 if self.is_exact else 0)

    def find(self, line: int, word: str) -> re.Match[str] | None:
        """A word as it stands in a tag that touches a line, with the expression before it."""
        if not word:
            return None
        wanted = re.compile(rf"{EXPRESSION}(?<![\w-])(?P<word>{re.escape(word)})(?![\w-])")
        for tag in TAG.finditer(self.text):
            first, last = (bisect_right(self._starts, edge) for edge in tag.span())
            if first <= line <= last and (found := wanted.search(self.text, *tag.span())):
                return found
        return None

    def spot(self, line: int, word: str) -> Place:
        """The place of a word near a line; of the line where it isn't found."""
        found = self.find(line, word)
        return self.at(found.start("word")) if found else Place(self.place.file, self._line(line))

    def unpaired(self) -> tuple[Place, str] | None:
        """The first tag that closes nothing, else the innermost one that nothing closes."""
        opened: list[tuple[int, str]] = []
        for tag in re.finditer(r"{%[-+]?\s*(\w+).*?%}", self.text, re.S):
            name = tag[1]
            if name.startswith("end") and name[3:] in PAIRED:
                if not opened or opened[-1][1] != name[3:]:
                    return self.at(tag.start()), name
                opened.pop()
            elif name in PAIRED:
                opened.append((tag.start(), name))
        return (self.at(opened[-1][0]), opened[-1][1]) if opened else None


def traced(error: BaseException, own: Source, others: Mapping[str, Source], word: str) -> tuple[Place, str]:
    """Where a template's run stopped: the innermost line that names the word, and how it is written there.

    A macro that prints what it was given is at a fault only where its caller names the thing."""
    lines = list(_lines(error, own, others))
    for source, line in lines:
        if found := source.find(line, word):
            return source.at(found.start("word")), found[0]
    source, line = lines[0] if lines else (own, 1)
    return source.spot(line, ""), word


def _lines(error: BaseException, own: Source, others: Mapping[str, Source]) -> Iterator[tuple[Source, int]]:
    """The template lines of a traceback, the innermost first."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        source = own if name == OWN else others.get(name)
        if source:
            found.append((source, trace.tb_lineno))
        trace = trace.tb_next
    return reversed(found)
