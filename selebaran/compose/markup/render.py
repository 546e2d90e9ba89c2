"""The one renderer: CommonMark with tables, definitions, ids and the dialect of officials.

`own` is text of a district, in which WhatsApp's and Word's marks mean what they mean there. Shared text keeps the
meaning that Markdown gives them. What a text becomes depends on nothing else: the same text gives the same HTML.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from selebaran.compose.markup.aside import set_aside
from selebaran.compose.markup.attributes import attributes
from selebaran.compose.markup.blocks import blocks
from selebaran.compose.markup.breaks import TYPED, breaks
from selebaran.compose.markup.direction import direction
from selebaran.compose.markup.elements import KEPT, elements
from selebaran.compose.markup.headings import headings, headings_of
from selebaran.compose.markup.links import WHERE, links
from selebaran.compose.markup.lists import lists
from selebaran.compose.markup.notes import notes
from selebaran.compose.markup.outcome import Fault, Rendered
from selebaran.compose.markup.refuse import refuse
from selebaran.compose.markup.tables import tables
from selebaran.compose.markup.values import values
from selebaran.compose.markup.whatsapp import whatsapp
from selebaran.compose.markup.word import evened, word
from selebaran.jobs.stages import staged
from selebaran.model.telephone import Dialling

NESTING = 100
"""How deep elements may stand in one another; what is deeper is told, since it is not read."""


@staged("markdown")
def render(
    text: str,
    *,
    own: bool,
    typed: str | None = None,
    kept: AbstractSet[str] = frozenset(),
    where: Dialling | None = None,
) -> Rendered:
    """The HTML of a text, its headings, and what of it can't be shown. `typed` is the same text, line by line, before
    facts were filled in; by its lines one tells which breaks are early. `kept` are further elements that it may hold,
    `where` is what is known of the telephones of its district."""
    faults: list[Fault] = []
    env: dict[str, Any] = {"faults": faults, "own": own, KEPT: kept, WHERE: where or Dialling()}
    if typed is not None and typed.count("\n") == text.count("\n"):
        env[TYPED] = typed.split("\n")
    parser = _parser(own)
    tokens = parser.parse(evened(text) if own else text, env)
    faults += [Fault("naskah-bertingkat", (token.map or [0])[0]) for token in tokens if token.level >= NESTING - 1][:1]
    html = parser.renderer.render(tokens, parser.options, env)
    return Rendered(html, headings_of(tokens), tuple(sorted(faults, key=lambda fault: fault.line)))


class _OwnParser(MarkdownIt):
    """Reads every address: who leads links says which may not be followed."""

    def validateLink(self, url: str) -> bool:
        """Any address is one."""
        return True


@lru_cache(maxsize=2)
def _parser(own: bool) -> MarkdownIt:
    """The parser of a kind of text; made once, it keeps nothing of what it reads."""
    parser = (_OwnParser if own else MarkdownIt)("commonmark", {"maxNesting": NESTING})
    parser.enable(["table", "strikethrough"]).use(deflist_plugin)
    lists(parser)
    tables(parser)
    notes(parser)
    blocks(parser, own)
    elements(parser, own)
    if own:
        word(parser)
        whatsapp(parser)
    else:
        set_aside(parser)
    direction(parser)
    breaks(parser)
    attributes(parser)
    refuse(parser)
    values(parser)
    links(parser)
    headings(parser)
    return parser
