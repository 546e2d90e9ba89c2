"""Keeps the breaks of lines that somebody broke early: an invitation's Hari / Tanggal / Jam, an address, a verse.

A break is early when the next line's first word would have fitted on the paragraph's longest line. Whoever wraps a
paragraph never leaves such a gap, so one gap in two tells that the paragraph is made of lines, and all its breaks stay.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

TYPED = "diketik"
"""Under which the lines of a text stand as they were typed, where facts were filled in since."""
NARROW = 34
"""Nobody wraps a paragraph as narrowly as this."""
UNWRAPPED = 160
"""Nor as widely as this: a longer line is a paragraph of Word, and so is the next one."""
VERSE = 60
"""Lines up to this length that all begin with a capital letter or a number are lines of their own."""
LABEL = re.compile(r"[^\W\d_][^:\n]{0,30}?\s*:(?:\s|$)")
ENUMERATED = re.compile(
    r"\(?(?:[A-Z]|[IVX]+|\d{1,3}|[a-z])\)|[A-Z]\.\s|[IVX]+\.\s|\d+(?:\.\d+)+\.?\s|[\u2600-\u27bf\U0001f300-\U0001faff]"
)
"""What begins a line that stands for itself, where two lines do so."""
BARE = re.compile(r"^[*_~\"'“‘(]+")


def breaks(parser: MarkdownIt) -> None:
    """Let a parser keep early breaks."""
    parser.core.ruler.after("block", "ganti_baris", _keep)


def _keep(state: StateCore) -> None:
    typed = state.env.get(TYPED)
    for token in state.tokens:
        if token.type == "inline" and "\n" in token.content:
            lines = token.content.split("\n")
            first = token.map[0] if token.map else 0
            measured = typed[first : first + len(lines)] if typed else []
            kept = early(measured if len(measured) == len(lines) else lines)
            token.content = "".join(
                f"{line}{ending}" for line, ending in zip(lines, [*map(_ending, lines, kept), ""], strict=True)
            )


def _ending(line: str, stays: bool) -> str:
    """How a line ends. A backslash breaks it by itself."""
    return "  \n" if stays and not line.endswith("\\") else "\n"


def early(lines: list[str]) -> list[bool]:
    """For each break between lines, whether it stays."""
    lines = [line.strip() for line in lines]
    longest = max(map(len, lines))
    gaps = [_leaves_room(line, next_, longest) for line, next_ in pairwise(lines)]
    if sum(gaps) * 2 >= len(gaps) or _is_verse(lines, longest):
        return [True] * len(gaps)
    counted = sum(bool(ENUMERATED.match(line)) for line in lines) > 1
    pairs = zip(gaps, lines, lines[1:], strict=False)
    return [gap or _stands_apart(line, next_, counted) for gap, line, next_ in pairs]


def _leaves_room(line: str, next_: str, longest: int) -> bool:
    """Whether whoever wraps lines of that width would have gone on with the next line's first word."""
    first = next_.split(maxsplit=1)[0] if next_ else ""
    return len(line) > UNWRAPPED or len(line) + 1 + len(first) <= longest


def _is_verse(lines: list[str], longest: int) -> bool:
    return longest <= NARROW or (longest <= VERSE and all(map(_begins_anew, lines)))


def _begins_anew(line: str) -> bool:
    first = BARE.sub("", line)[:1]
    return bool(first) and not first.islower()


def _stands_apart(line: str, next_: str, counted: bool) -> bool:
    is_labelled = bool(LABEL.match(line) and LABEL.match(next_))
    return is_labelled or (counted and bool(ENUMERATED.match(next_)))
