"""Headings: their levels below the page's title, their ids, and what a table of contents says of them.

Ids are made as Python-Markdown makes them, so that addresses stay: words without their accents, hyphens between them,
and a number where two are the same.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from selebaran.compose.markup.outcome import Heading

DEEPEST = 6
NUMBERED = re.compile(r"^(.*)_([0-9]+)$")


def headings(parser: MarkdownIt) -> None:
    """Let a parser give headings their levels and ids."""
    parser.core.ruler.push("judul", _settle)


def _settle(state: StateCore) -> None:
    opened = [token for token in state.tokens if token.type in ("heading_open", "heading_close")]
    if any(token.tag == "h1" for token in opened):  # the page has its title: these stand below it
        _lower(opened)
    used = {str(token.attrs["id"]) for token in opened if "id" in token.attrs}
    given: dict[str, str] = {}
    for token, inline in pairwise(state.tokens):
        if token.type == "heading_open" and "id" not in token.attrs:
            token.attrSet("id", _unique(_slug(_plain(inline)), used, given))


def _lower(opened: list[Token]) -> None:
    for token in opened:
        token.tag = f"h{min(int(token.tag[1]) + 1, DEEPEST)}"


def headings_of(tokens: list[Token]) -> tuple[Heading, ...]:
    """The headings of a text that was read."""
    return tuple(
        Heading(int(token.tag[1]), str(token.attrs["id"]), _plain(inline), token.map[0] if token.map else 0)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open"
    )


def _plain(inline: Token) -> str:
    """The words of a heading without their marks."""
    return "".join(_words(child) for child in inline.children or []).strip()


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline", "image") else ""


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(first: str, used: set[str], given: dict[str, str]) -> str:
    """A name that no other has. `given` keeps the last one for each, from which the next is counted."""
    name = given.get(first, first)
    while name in used or not name:
        found = NUMBERED.match(name)
        name = f"{found[1]}_{int(found[2]) + 1}" if found else f"{name}_1"
    used.add(name)
    given[first] = name
    return name
