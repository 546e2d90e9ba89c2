"""Paragraphs of scripts that run from right to left say so, so that their marks stand at the right end."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore


def direction(parser: MarkdownIt) -> None:
    """Let a parser look at the script of each paragraph, heading, item and cell."""
    parser.core.ruler.after("block", "arah", _turn)


def _turn(state: StateCore) -> None:
    outer = None
    for opening, token in pairwise(state.tokens):
        if opening.nesting == 1 and not opening.hidden:
            outer = opening
        if token.type == "inline" and outer is not None and _runs_left(token.content):
            outer.attrSet("dir", "rtl")


def _runs_left(text: str) -> bool:
    """Whether the first letter of a text belongs to such a script."""
    if text.isascii():
        return False
    first = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), "L")
    return first != "L"
