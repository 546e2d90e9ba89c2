"""The text of a composed page, as Markdown -> what stands on the site: HTML that links addresses, and its headings."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from selebaran.compose.markup.sections import render_sections
from selebaran.compose.page.days import with_days
from selebaran.compose.page.links import with_addresses
from selebaran.jobs.recall import Recall
from selebaran.jobs.recalled import forget as forget_known
from selebaran.jobs.recalled import recalled
from selebaran.model.page import Heading


class Finished(NamedTuple):
    """A page's text on the site, and its headings in their order."""

    html: str
    headings: tuple[Heading, ...]


Key = tuple[str, str]
"""Markdown and slug."""
TEXTS: Recall[Key, Finished] = Recall()
"""For who composes one district after each change of it."""


def finished(markdown: str, slug: str) -> Finished:
    """The text of the page at this slug. What a district wrote stands in it as clean HTML, and is left alone."""
    return TEXTS.of((markdown, slug), lambda: _finished(markdown, slug))


@recalled("halaman", 512)
def _finished(markdown: str, slug: str) -> Finished:
    """It is kept: half of the pages are the same in most districts, and a preview is made again after each change."""
    rendered = render_sections(markdown)
    headings = tuple(Heading(found.level, found.id, escape(found.text, quote=False)) for found in rendered.headings)
    return Finished(with_days(with_addresses(rendered.html, slug)), headings)


def forget() -> None:
    """Make each text anew: for who measures what that costs."""
    forget_known("halaman")
