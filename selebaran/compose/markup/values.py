"""Keeps values plain words: no address, mail or emoji is found in what was written as a number (`&#64;`).

Between backticks and fences, where Markdown leaves all letters as they are, such a number is the letter that it
stands for too: a fact is its value wherever it is named.

So values of districts and facts come into a text (`template/engine.py`). Who types an address writes its letters, and
`&amp;` at most. A telephone or time is found in values as well: nothing but its digits leads there.
"""

from __future__ import annotations

import re
import sys

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join

APART = "huruf_nilai"
"""What such a letter is called until it is joined to the words around it."""
NUMBERED = re.compile(r"&#(\d{1,7});")
VERBATIM = ("code_inline", "fence", "code_block")


def values(parser: MarkdownIt) -> None:
    """Let a parser keep letters of values apart, until addresses and emoji were found."""
    parser.core.ruler.after("inline", "nilai_dalam_kode", _read_in_code)
    parser.core.ruler.before("text_join", "nilai", _set_apart)
    parser.core.ruler.after("emoji", "nilai_kembali", _join)


def _read_in_code(state: StateCore) -> None:
    for token in state.tokens:
        for one in (token, *(token.children or ())):
            if one.type in VERBATIM and "&#" in one.content:
                one.content = NUMBERED.sub(lambda found: _letter(int(found[1])), one.content)


def _letter(number: int) -> str:
    """The letter that a number stands for; one that is none is shown as such."""
    return chr(number) if 0 < number <= sys.maxunicode and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def _set_apart(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "text_special" and child.markup.startswith("&#"):
                child.type = APART


def _join(state: StateCore) -> None:
    """What comes next sees words alone: telephones, times, headings."""
    for token in state.tokens:
        for child in token.children or []:
            if child.type == APART:
                child.type = "text_special"
    text_join(state)
