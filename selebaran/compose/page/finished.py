"""The text of a composed page, as Markdown -> what stands on the site: HTML that links addresses, and its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import ClassVar, NamedTuple

from selebaran.compose.markup.sections import render_sections
from selebaran.compose.page.days import with_days
from selebaran.compose.page.links import with_addresses
from selebaran.jobs.plain import remembered
from selebaran.model.page import Heading


class Finished(NamedTuple):
    """A page's text on the site, and its headings in their order."""

    html: str
    headings: tuple[Heading, ...]


Key = tuple[str, str]
Kept = Mapping[Key, Finished]
"""Finished texts by Markdown and slug."""


class _Memory:
    """What is known from before, and what is being noted."""

    known: ClassVar[Kept] = {}
    noted: ClassVar[dict[Key, Finished] | None] = None


@contextmanager
def recalling(known: Kept) -> Iterator[dict[Key, Finished]]:
    """Within, a text that is known isn't made again; gives those that are, as they come. For who composes one district
    after each change of it: what a district's text became is told to nobody but that district's next child."""
    _Memory.known, _Memory.noted = known, {}
    try:
        yield _Memory.noted
    finally:
        _Memory.known, _Memory.noted = {}, None


def finished(markdown: str, slug: str) -> Finished:
    """The text of the page at this slug. What a district wrote stands in it as clean HTML, and is left alone."""
    if _Memory.noted is None:
        return _finished(markdown, slug)
    key = markdown, slug
    if key in _Memory.known:
        return _Memory.known[key]
    found = _Memory.noted[key] = _finished(markdown, slug)
    return found


@remembered(512)
def _finished(markdown: str, slug: str) -> Finished:
    """It is kept: half of the pages are the same in most districts, and a preview is made again after each change."""
    rendered = render_sections(markdown)
    headings = tuple(Heading(found.level, found.id, escape(found.text, quote=False)) for found in rendered.headings)
    return Finished(with_days(with_addresses(rendered.html, slug)), headings)


def forget() -> None:
    """Make each text anew: for who measures what that costs."""
    _finished.forget()
