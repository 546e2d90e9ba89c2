"""Keeps the clean HTML of district text out of the reader's hands, where it stands within a shared page.

The end of such a text is certain: no element of that name is allowed within it, and `<` is escaped everywhere else.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

BEGIN, END = '<div class="dari-daerah">', "</div>"
"""Stand around it, each on a line. No other element of this name is allowed within."""
OPENING = BEGIN.removesuffix(">")
"""On a page in another language it also says that it is Indonesian."""
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def set_aside(parser: MarkdownIt) -> None:
    """Let a parser pass district text on as it is."""
    parser.block.ruler.before("table", "dari_daerah", _district_text, INTERRUPTS)


def _district_text(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith(OPENING, start):
        return False
    line = first
    while line < last and state.src[state.bMarks[line] : state.eMarks[line]] != END:
        line += 1
    if line == last:
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.map = [first, line + 1]
        token.content = state.src[start : state.eMarks[line]] + "\n"
        state.line = line + 1
    return True


def first_part(html: str) -> str:
    """Such a text as it reads now, without what stands around it."""
    return html.partition("\n")[2].partition(f"\n{END}")[0] if html.startswith(OPENING) else html
