"""Text that was copied from Word: indented first lines, no-break spaces, curly quotation marks where marks are meant.

In text of a district an indented paragraph is a paragraph, never code. Lines and columns stay where they are.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

BLANKS = "\u00a0\u2000-\u200a\u202f\u3000"
INDENT = re.compile(rf"^[ \t]*[{BLANKS}][ \t{BLANKS}]*", re.M)
AFTER_MARK = re.compile(rf"^([ \t]*(?:#{{1,6}}|>|[-*+]))[{BLANKS}]+", re.M)
BEFORE_CELL = re.compile(rf"(?<=\|)[{BLANKS}]+|[{BLANKS}]+(?=\|)")
TITLE = re.compile(r"(\]\([^()\s]+ )[“”„]([^“”„\n]*)[“”](?=\))")


def word(parser: MarkdownIt) -> None:
    """Let a parser take indented text for paragraphs."""
    parser.disable("code")


def evened(text: str) -> str:
    """A text with plain spaces where Word's would hide a mark, and straight quotes around titles of links."""
    for pattern in (INDENT, BEFORE_CELL):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    text = AFTER_MARK.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), text)
    return TITLE.sub(r'\1"\2"', text)
