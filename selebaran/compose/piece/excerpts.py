"""Parts of shared pages, for paper: the same words as on the site, without what only a screen can do.

A sentence that does nothing but lead to another page ("Baca …") is left out, and so is the question right before it;
drawings go with their captions, and addresses of links; the words of a link stay. What a district wrote in place of a
block stands in its place on paper too, whole.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from selebaran.compose.markup.aside import first_part
from selebaran.compose.markup.render import render
from selebaran.compose.page.named import NOTHING, Filled
from selebaran.compose.page.parts import NoPart, PagePart, find_part
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.template.engine import TemplateFault, Templates
from selebaran.compose.template.views import FactsView, ReadFault
from selebaran.jobs.recalled import remembered
from selebaran.model.page import HEAD, PageSource
from selebaran.model.problem import Place

PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?")
CAPTIONED = re.compile(r"^!\[[^\]]*\]\([^)]*\)\{[^}]*\.adegan[^}]*\}[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
"""A drawing with what stands below it in one paragraph: its caption."""
SENTENCE = re.compile(r"(?<=[.!?])(\**)\s+")
ELSEWHERE = re.compile(r"\]\((?!tel:|https:)[^)]*\)")
LEADS = re.compile(r"\b(?:baca|lihat|buka)\b|\bada\s+di\s+\[|\[(?:di|kembali)\b", re.IGNORECASE)
"""Words of a sentence that does nothing but lead to the page that it links to."""
ITEM = re.compile(r"(\s*(?:[-*+]|\d+\.|:)\s+|\|)")
BOLD = re.compile(r"\*\*([^*]+[.?!])\*\*(?:\s+|$)")
TAGS = re.compile(r"<img\b[^>]*>|</?a\b[^>]*>")
WHOLE = re.compile(r'<span class="utuh">([^<]*)</span>')
"""A time that a narrow screen keeps on one line. Sheets have other ways, and their words no elements between."""
TODAY = re.compile(r'<span data-pekan="\d+" hidden>[^<]*</span> ')
"""What a page says of a day's hours by the reader's clock. Paper has the whole week."""


class Excerpts:
    """Looks parts up under names such as "obat#syarat"."""

    def __init__(self, pages: Sequence[PageSource]) -> None:
        self._pages = {page.slug: page for page in pages}
        self._templates = Templates("markdown", {})

    def warm(self, names: Iterable[str]) -> None:
        """Compile the templates of these parts. A name that finds none is left to who asks for it."""
        with contextlib.suppress(NoPart):
            for name in names:
                found = find_part(self._pages, name)
                self._templates.warm((found.heading, found.text))

    def heading(self, name: str, context: Mapping[str, object], own: Mapping[str, OwnBlocks]) -> str:
        """A part's heading, as plain text: its block's, its page's title, or the bold words with which it begins."""
        found = self._found(name)
        written = own[found.slug].overrides.get(HEAD) if found.slug in own else None
        if not found.block and not found.numbered and written and written.front.title:
            return written.front.title
        if not found.numbered:
            return self._rendered(found.heading, found.place, context).strip()
        text = self._rendered(found.text, found.place, context).strip()
        opening = BOLD.match(text)
        plain = opening[1] if opening else for_paper(text)
        return _words(plain).rstrip(".")

    def html(
        self, name: str, context: Mapping[str, object], own: Mapping[str, OwnBlocks], *, alone: bool = False
    ) -> Markup:
        """What stands below that heading. Where that is nothing and the part stands `alone`, without a heading: the
        words of its own, so that a step of bold words alone isn't lost."""
        found = self._found(name)
        blocks = own.get(found.slug)
        if blocks and found.block in blocks.html:
            _record(blocks.named.get(found.block, NOTHING), context["fakta"])
            return Markup(own_words(blocks.html[found.block]))
        text = self._rendered(found.text, found.place, context)
        if found.numbered:
            below = BOLD.sub("", text.strip(), count=1) if BOLD.match(text.strip()) else ""
            text = text if alone and not for_paper(below).strip() else below
        return Markup(_without_tags(_html(for_paper(text))))

    def files(self, name: str, own: Mapping[str, OwnBlocks]) -> list[str]:
        """The files in which a part's words and heading stand."""
        found = self._found(name)
        overrides = own[found.slug].overrides if found.slug in own else {}
        return [found.place.file, *(overrides[block].place.file for block in (found.block, HEAD) if block in overrides)]

    def _found(self, name: str) -> PagePart:
        try:
            return find_part(self._pages, name)
        except NoPart as fault:
            raise ReadFault(fault.code, **fault.values) from fault

    def _rendered(self, text: str, place: Place, context: Mapping[str, object]) -> str:
        try:
            return self._templates.render(text, place, context)
        except TemplateFault as fault:
            raise ReadFault(fault.problem.code, **dict(fault.problem.values)) from fault


def own_words(html: str) -> str:
    """What a district wrote in place of a block, as HTML for paper."""
    return _without_tags(first_part(html))


def _without_tags(html: str) -> str:
    return TODAY.sub("", WHOLE.sub(r"\1", TAGS.sub("", html))).strip()


def _record(named: Filled, facts: object) -> None:
    """What a district's text named counts as used where it stands."""
    assert isinstance(facts, FactsView)
    for name in named.names:
        _ = facts[name]


def for_paper(text: str) -> str:
    """Markdown without drawings and without what leads to other pages."""
    return "\n".join(_line(line) for line in PICTURE.sub("", CAPTIONED.sub("", text)).split("\n"))


@remembered(4096)
def _html(text: str) -> str:
    """Markdown as HTML; the profiles of a piece, and most districts, have the same words."""
    return render(text, own=False).html


@remembered(4096)
def _words(text: str) -> str:
    """Markdown of one line as plain text."""
    return str(Markup(render(text, own=False).html).striptags())


def _line(line: str) -> str:
    if not ELSEWHERE.search(line):
        return line
    start = ITEM.match(line)
    head = start[1] if start else ""
    if head == "|":
        return re.sub(r"\[([^\]]*)\]" + ELSEWHERE.pattern[2:], r"\1", line)
    kept: list[str] = []
    for sentence in _sentences(line[len(head) :]):
        if ELSEWHERE.search(sentence) and LEADS.search(sentence):
            while kept and kept[-1].rstrip("* ").endswith("?"):
                kept.pop()
        else:
            kept.append(sentence)
    return f"{head}{' '.join(kept)}" if kept else ""


def _sentences(text: str) -> list[str]:
    """The sentences of a line; the asterisks that close a bold one stay with it."""
    parts = SENTENCE.split(text)
    return [part + (parts[i + 1] if i + 1 < len(parts) else "") for i, part in enumerate(parts) if i % 2 == 0]
