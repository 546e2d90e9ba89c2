"""Words between tags of HTML: an address or a link of Markdown in them leads as it does in any other text.

CommonMark reads nothing in a block of HTML. Who pastes a table with `[sini](halaman.md)` or an address in a cell
means a link all the same.
"""

from __future__ import annotations

import re

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_core import StateCore

from selebaran.compose.markup.breaks import TYPED
from selebaran.compose.markup.outcome import Fault, faults_of

TAG = re.compile(HTML_TAG_RE.pattern.removeprefix("^"), re.S)
LEADS = re.compile(r"\]\(|://|\bwww\.|\w@\w", re.I)
"""What a line with a link in it has."""
LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
VERBATIM = re.compile(r"<(/?)(a|pre|code|kbd)\b", re.I)
"""Elements in which no link is looked for."""


def with_links(html: str, line: int, state: StateCore) -> str:
    """A block of HTML, which begins on `line`, with the links of its words. Words outside of such a line stay as they
    are."""
    if not LEADS.search(html):
        return html
    parts: list[str] = []
    at = depth = 0
    for tag in TAG.finditer(html):
        parts += (html[at : tag.start()] if depth else _read(html, at, tag.start(), line, state), tag[0])
        at = tag.end()
        if found := VERBATIM.match(tag[0]):
            depth = max(0, depth - 1) if found[1] else depth + 1
    return "".join([*parts, html[at:] if depth else _read(html, at, len(html), line, state)])


def _read(html: str, start: int, end: int, line: int, state: StateCore) -> str:
    """The words from `start` to `end` as HTML."""

    def one(found: re.Match[str]) -> str:
        if not LEADS.search(found[0]):
            return found[0]
        env = {**state.env, "faults": []}
        env.pop(TYPED, None)
        tokens = state.md.parseInline(found[0], env)
        here = line + html.count("\n", 0, start + found.start())
        faults_of(state.env).extend(Fault(f.code, here, f.values, f.mild) for f in faults_of(env))
        return str(state.md.renderer.render(tokens, state.md.options, env))

    return LINE.sub(one, html[start:end])
