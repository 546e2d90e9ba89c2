"""Attributes in braces: `## Syarat {#syarat}`, a class right after a picture or link, a last line below a paragraph.

Only what is a list of attributes is one: `{sementara}` behind a heading stays a word.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from selebaran.compose.markup.outcome import Fault, faults_of

ENTRY = r"[#.][\w-]+|[a-z][a-z-]*=(?:\"[^\"\n{}]*\"|[^\s\"{}]+)"
LIST = rf"\{{:?[ ]*((?:{ENTRY})(?:[ ]+(?:{ENTRY}))*)[ ]*\}}"
BEHIND = re.compile(rf"(?:^|[ \n]+){LIST}[ ]*$")
ELSEWHERE = re.compile(rf"(?:(?<=\s)|(?<=[)\]])|^){LIST}")
RIGHT_AFTER = re.compile(LIST)
ONE = re.compile(ENTRY)
MARKDOWN_WITHIN = re.compile(r'(<[a-z]+\b[^<>\n]*?) markdown="1"')
"""Says that Markdown stands within an element: here it does wherever an empty line parts them."""


def attributes(parser: MarkdownIt) -> None:
    """Let a parser read attributes."""
    parser.core.ruler.after("block", "atribut_blok", _of_blocks)
    parser.core.ruler.after("inline", "atribut_baris", _of_inlines)


def _of_blocks(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "html_block":
            token.content = MARKDOWN_WITHIN.sub(r"\1", token.content)
    for opening, token in pairwise(state.tokens):
        if token.type == "inline" and opening.type in ("heading_open", "paragraph_open"):
            found = BEHIND.fullmatch(token.content, _last(token.content))
            if found and (opening.type == "heading_open" or found[0].startswith("\n")):
                token.content = token.content[: found.start()]
                _set(opening, found[1])


def _last(text: str) -> int:
    """Where the last list of attributes would begin, with the white space before it."""
    return len(text[: max(text.rfind("{"), 0)].rstrip(" \n"))


def _of_inlines(state: StateCore) -> None:
    for token in state.tokens:
        children = token.children or []
        for before, text in pairwise(children):
            if text.type == "text" and before.type in ("image", "link_close"):
                found = RIGHT_AFTER.match(text.content)
                if found:
                    text.content = text.content[found.end() :]
                    _set(before if before.type == "image" else _opening(children, before), found[1])
        _refuse_others(token, state)


def _refuse_others(token: Token, state: StateCore) -> None:
    """Tell of lists that stand where none is read: nobody means them as words."""
    line = token.map[0] if token.map else 0
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "text" and "{" in child.content:
            told = (Fault("tanda-markdown", line, {"tanda": found[0]}) for found in ELSEWHERE.finditer(child.content))
            faults_of(state.env).extend(told)


def _opening(children: list[Token], closing: Token) -> Token:
    """The token that opens what another one closes."""
    before = children[: next(at for at, child in enumerate(children) if child is closing)]
    return next(child for child in reversed(before) if child.type == "link_open")


def _set(token: Token, written: str) -> None:
    for entry in ONE.findall(written):
        if entry[0] == ".":
            token.attrJoin("class", entry[1:])
        elif entry[0] == "#":
            token.attrSet("id", entry[1:])
        else:
            name, _, value = entry.partition("=")
            token.attrSet(name, value.strip('"'))
