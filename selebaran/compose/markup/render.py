"""The one renderer: CommonMark with tables, definitions, ids and the dialect of officials.

`own` is text of a district, in which WhatsApp's and Word's marks mean what they mean there. Shared text keeps the
meaning that Markdown gives them. What a text becomes depends on nothing else: the same text gives the same HTML.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from selebaran.compose.markup.aside import set_aside
from selebaran.compose.markup.attributes import attributes
from selebaran.compose.markup.headings import headings, headings_of
from selebaran.compose.markup.outcome import Fault, Rendered

NESTING = 100
"""How deep elements may stand in one another; deeper ones are refused before and after reading."""


def render(text: str, *, own: bool) -> Rendered:
    """The HTML of a text, its headings, and what of it can't be shown."""
    faults: list[Fault] = []
    env: dict[str, Any] = {"faults": faults, "own": own}
    parser = _parser(own)
    tokens = parser.parse(text, env)
    html = parser.renderer.render(tokens, parser.options, env)
    return Rendered(html, headings_of(tokens), tuple(sorted(faults, key=lambda fault: fault.line)))


@lru_cache(maxsize=2)
def _parser(own: bool) -> MarkdownIt:
    """The parser of a kind of text; made once, it keeps nothing of what it reads."""
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table"])
    parser.use(deflist_plugin)
    if not own:
        set_aside(parser)
    attributes(parser)
    headings(parser)
    return parser
