"""Text that was copied from Word: indented first lines, no-break spaces, curly quotation marks where marks are meant.

In text of a district an indented paragraph is a paragraph, never code, and an indented list below a line is a list.
Lines and columns stay where they are.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

BLANKS = "\u00a0\u2000-\u200a\u202f\u3000"
INDENT = re.compile(rf"^[ \t]*[{BLANKS}][ \t{BLANKS}]*", re.M)
AFTER_MARK = re.compile(rf"^([ \t]*(?:#{{1,6}}|>|[-*+]))[{BLANKS}]+", re.M)
BEFORE_CELL = re.compile(rf"(?<=\|)[{BLANKS}]+|[{BLANKS}]+(?=\|)")
TITLE = re.compile(r"(\]\([^()\s]+ )[“”„]([^“”„\n]*)[“”](?=\))")


def word(parser: MarkdownIt) -> None:
    """Let a parser take indented text for paragraphs, and what begins on an indented line for what it is."""
    parser.disable("code")
    parser.block.ruler.at("paragraph", _paragraph)


def _paragraph(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """CommonMark's rule, but for lines four columns further in: there it looks for no list."""
    outer, state.parentType = state.parentType, "paragraph"
    ends = state.md.block.ruler.getRules("paragraph")
    end, last = first + 1, state.lineMax
    while end < last and not state.isEmpty(end):
        if state.sCount[end] >= 0 and any(rule(state, end, last, True) for rule in ends):
            break
        end += 1
    state.parentType, state.line = outer, end
    state.push("paragraph_open", "p", 1).map = [first, end]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(first, end, state.blkIndent, False).strip()
    inline.map, inline.children = [first, end], []
    state.push("paragraph_close", "p", -1)
    return True


def evened(text: str) -> str:
    """A text with plain spaces where Word's would hide a mark, and straight quotes around titles of links."""
    for pattern in (INDENT, BEFORE_CELL):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    text = AFTER_MARK.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), text)
    return TITLE.sub(r'\1"\2"', text)
