"""The source of a page -> what somebody translates, a line or a cell at a time, and back.

What isn't words stays out of a translator's hands: what Markdown puts before and behind a line stays where it is, and
facts, targets of links, code and tags within it become numbers in braces, `{1}`, which the translation repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selebaran.read.content import FENCE

MARK = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}"  # a fact or a field, and what depends on one
    r"|(?<=\])\((?:[^(){}]|\{\{.*?\}\})*\)(?:\{[^{}]*\})?"  # the target of a link or picture
    r"|`[^`]+`|<[^<>]+>|\{\d+\}"
)
SHOWN = re.compile(r"\{(\d+)\}")
"""A mark as translators see it."""
LETTER = re.compile(r"[^\W\d_]")
NAMED = r"(?:\{\{\s*sebut\(.*?\)\s*\}\}\s*)*"
"""That a statement rests on a fact: it shows nothing."""
LEAD = re.compile(NAMED)
AROUND = (
    re.compile(r"(?P<before>\s*#{1,6}\s+)(?P<words>.*?)(?P<behind>\s*(?:\{\s*#[^}]*\})?\s*)$"),
    re.compile(r"(?P<before>\s*(?:!!!|\?\?\?\+?|===)[^\"“]*[\"“])(?P<words>.*?)(?P<behind>[\"”]\s*)$"),
    re.compile(rf"(?P<before>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?{NAMED})(?P<words>.*?)(?P<behind>\s*)$"),
)
"""What a line's Markdown puts around its words; the first that fits."""
ROW = re.compile(r"\s*\|.*\|\s*$")
CELLS = re.compile(r"\||(?:\{\{.*?\}\}|\{%.*?%\}|\\.|[^|])+", re.S)


@dataclass(frozen=True)
class Unit:
    """Words to be translated: `text` has marks in place of what they stand for, in order. `lead` stands before them
    and shows nothing."""

    text: str
    marks: tuple[str, ...]
    lead: str = ""

    def filled(self, text: str) -> str:
        """A translation of the words with what its marks stand for, behind what shows nothing."""
        return self.lead + SHOWN.sub(lambda found: self.marks[int(found[1]) - 1], text)


Part = str | Unit
"""What stays as it is, or what is translated."""


def parts_of(text: str) -> tuple[Part, ...]:
    """A page's text, cut up; joined again it is the same text."""
    found: list[Part] = []
    fenced = False
    for line in text.splitlines(keepends=True):
        fenced ^= bool(FENCE.match(line))
        found += [line] if fenced or FENCE.match(line) else _line(line)
    return tuple(found)


def units_of(parts: Sequence[Part]) -> tuple[Unit, ...]:
    """What is to be translated, in order."""
    return tuple(part for part in parts if isinstance(part, Unit))


def joined(parts: Sequence[Part], texts: Mapping[int, str]) -> str:
    """The text with these translations, by the number of their unit, counted from 1; others stay as they were."""
    return "".join(_numbered(parts, texts))


def _numbered(parts: Sequence[Part], texts: Mapping[int, str]) -> Iterator[str]:
    number = 0
    for part in parts:
        if isinstance(part, Unit):
            number += 1
            yield part.filled(texts.get(number, part.text))
        else:
            yield part


def unit(text: str) -> Part:
    """Words as a unit; what has no letters stays as it is."""
    marks: list[str] = []

    def kept(found: re.Match[str]) -> str:
        marks.append(found[0])
        return f"{{{len(marks)}}}"

    shown = MARK.sub(kept, text)
    return Unit(shown, tuple(marks)) if LETTER.search(SHOWN.sub("", shown)) else text


def as_marked(text: str, marks: Sequence[str]) -> str:
    """A translation as it stands in a file, with the marks of its original; what that doesn't have stays as it is."""
    free = list(enumerate(marks, 1))

    def number(found: re.Match[str]) -> str:
        at = next((index for index, (_, what) in enumerate(free) if what == found[0]), None)
        return found[0] if at is None else f"{{{free.pop(at)[0]}}}"

    return MARK.sub(number, text)


def _line(line: str) -> list[Part]:
    if ROW.match(line):
        return [unit_with_blanks for cell in CELLS.findall(line) for unit_with_blanks in _around(cell, AROUND[-1:])]
    return _around(line, AROUND)


def _around(line: str, forms: Sequence[re.Pattern[str]]) -> list[Part]:
    ending = line[len(line.rstrip("\n")) :]
    found = next(found for form in forms if (found := form.match(line.removesuffix(ending) if ending else line)))
    return [part for part in (found["before"], unit(found["words"]), found["behind"] + ending) if part]
