"""Keeps values plain words: no address, mail or emoji is found in what was written as a number (`&#64;`).

So values of districts and facts come into a text (`template/engine.py`). Who types an address writes its letters, and
`&amp;` at most. A telephone or time is found in values as well: nothing but its digits leads there.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join

APART = "huruf_nilai"
"""What such a letter is called until it is joined to the words around it."""


def values(parser: MarkdownIt) -> None:
    """Let a parser keep letters of values apart, until addresses and emoji were found."""
    parser.core.ruler.before("text_join", "nilai", _set_apart)
    parser.core.ruler.after("emoji", "nilai_kembali", _join)


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
