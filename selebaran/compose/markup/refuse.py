"""Marks of other programs that can't be shown: each is refused by its name, with its line, never printed raw.

Marks that can be shown are: `==tanda==` and `:emoji:`.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from selebaran.compose.markup.notes import lost_reference
from selebaran.compose.markup.outcome import Fault, faults_of

REFUSED = re.compile(
    r"^[ \t]*(\[TOC\]|\[\[_?TOC_?\]\]|:{3,}[ \t]*\S*|--8<--|\*\[[^\]\n]+\]:|\$\$|%%|@\[[^\]\n]*\]\([^)\n]*\))",
    re.M | re.I,
)
"""A table of contents, containers, snippets, abbreviations, formulas, comments, embedded videos."""
EMOJI = re.compile(r"(?<![\w:]):([a-z][a-z0-9_+-]+):(?![\w:])")
MARKED = re.compile(r"==(?=[^\s=])([^=\n]*[^\s=])==(?!=)")


def refuse(parser: MarkdownIt) -> None:
    """Let a parser name what it can't show, and show what it can."""
    parser.inline.ruler.before("emphasis", "stabilo", _highlighted)
    parser.core.ruler.before("inline", "tanda_lain", _look)
    parser.core.ruler.after("text_join", "emoji", _emoji)
    parser.core.ruler.after("inline", "coretan", _struck)


def _look(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            line = token.map[0] if token.map else 0
            for found in REFUSED.finditer(token.content):
                at = line + token.content.count("\n", 0, found.start(1))
                faults_of(state.env).append(Fault("tanda-markdown", at, {"tanda": found[1]}))
            if "[^" in token.content:
                lost_reference(token.content, line, state)


def _highlighted(state: StateInline, silent: bool) -> bool:
    """A text between `==`, as with a marker pen."""
    found = MARKED.match(state.src, state.pos)
    if not found or (state.pos and state.src[state.pos - 1] == "=") or found.end() > state.posMax:
        return False
    if not silent:
        last = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = last
    state.pos = found.end()
    return True


def _emoji(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "text" and ":" in child.content:
                child.content = EMOJI.sub(_picture, child.content)


def _struck(state: StateCore) -> None:
    """What is struck out was deleted, which is another element than what no longer holds."""
    for token in state.tokens:
        for child in token.children or []:
            if child.tag == "s":
                child.tag = "del"


def _picture(found: re.Match[str]) -> str:
    """The sign of that name; words between colons stay as they are."""
    from pymdownx.gemoji_db import emoji  # type: ignore[import-untyped]  # a thousand names, which hardly any text needs

    entry = emoji.get(found[0])
    codes = str(entry.get("unicode_alt") or entry.get("unicode", "")) if entry else ""
    return "".join(chr(int(code, 16)) for code in codes.split("-")) if codes else found[0]
