"""The text of a composed page, as Markdown -> what stands on the site: HTML that links addresses, and its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape
from typing import ClassVar, NamedTuple, cast

from selebaran.compose.markup.sections import Settled, render_sections
from selebaran.compose.page.days import with_days, with_days_alone
from selebaran.compose.page.links import with_addresses
from selebaran.compose.page.printed import as_typed, is_put_back, marks_here
from selebaran.compose.template.repeated import NotRepeated
from selebaran.compose.template.slots import Cutter, Slots, Values
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import Recalled, recalling
from selebaran.jobs.recalled import forget as forget_known
from selebaran.model.page import Heading


class Finished(NamedTuple):
    """A page's text on the site, and its headings in their order."""

    html: str
    headings: tuple[Heading, ...]


Key = tuple[str, str]
"""Markdown and slug."""
TEXTS: Recalled[Key, Finished] = Recalled(0)
"""For who composes one district after each change of it."""


KEPT = cast(Recalled[Key, Finished], recalling("halaman", 512))
"""What is kept of them: half of the pages are the same in most districts, and a preview is made again after each
change."""
SETTLED = Settled(with_days, with_days_alone)


@dataclass(frozen=True)
class MarkedText:
    """A text with marks: as Markdown, and what was made of it."""

    markdown: Slots
    html: Slots
    headings: tuple[tuple[Heading, Slots], ...]

    def finished(self, values: Values) -> Finished:
        """With values in place of the marks."""
        headings = tuple(replace(heading, text=text.filled(values)) for heading, text in self.headings)
        return Finished(self.html.filled(values), headings)


Marked = Mapping[str, tuple[MarkedText, ...]]
"""Texts with marks, by slug."""


def marked_texts(noted: Mapping[Key, Finished], cutter: Cutter) -> Marked:
    """Finished texts, cut at marks, as far as they have any and something stands for each."""
    found: dict[str, tuple[MarkedText, ...]] = {}
    for (markdown, slug), made in noted.items():
        headings = tuple((heading, cutter.cut(heading.text)) for heading in made.headings)
        one = MarkedText(cutter.cut(markdown), cutter.cut(made.html), headings)
        is_whole = one.markdown.is_clean and one.html.is_clean and all(text.is_clean for _, text in headings)
        if is_whole and not one.markdown.is_plain and not cutter.is_in(" ".join(one.id for one in made.headings)):
            found[slug] = (*found.get(slug, ()), one)
    return found


@contextmanager
def filling_in(marked: Marked, values: Values) -> Iterator[None]:
    """Within, a text that one with marks is with these values is had from that. Nothing is looked for in a text."""
    _Memory.marked, _Memory.values = marked, values
    try:
        yield
    finally:
        _Memory.marked, _Memory.values = {}, {}


class _Memory:
    """What texts were made with marks, and what stands for these now."""

    marked: ClassVar[Marked] = {}
    values: ClassVar[Values] = {}


def finished(markdown: str, slug: str) -> Finished:
    """The text of the page at this slug. What a district wrote stands in it as clean HTML, and is left alone."""
    key = as_typed(markdown), slug
    return TEXTS.of(key, lambda: _filled(*key) or KEPT.of(key, lambda: _finished(markdown, slug)))


def _filled(markdown: str, slug: str) -> Finished | None:
    """The text, where it is one of those that were made with marks, with the values that stand for these now."""
    if is_plain():
        return None
    for one in _Memory.marked.get(slug, ()):
        if one.markdown.filled(_Memory.values) == markdown:
            return one.finished(_Memory.values)
    return None


def _finished(markdown: str, slug: str) -> Finished:
    rendered = render_sections(markdown, marks_here(), SETTLED)
    if not is_put_back(rendered.html):  # something made another word of it
        raise NotRepeated(slug)
    headings = tuple(Heading(found.level, found.id, escape(found.text, quote=False)) for found in rendered.headings)
    return Finished(with_addresses(rendered.html, slug), headings)


def forget() -> None:
    """Make each text anew: for who measures what that costs."""
    forget_known("halaman")
