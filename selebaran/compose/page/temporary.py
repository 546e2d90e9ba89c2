"""Pages that are there for a time: from a day on (`tayang`), up to one (`sampai`).

A publication hasn't got a page whose day has not come. What leads to it stands there as plain words until then, as if
nobody had made a link of it: no page waits for another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from selebaran.compose.fact.stages import Stage, staged_note
from selebaran.compose.template.formats import timed_day
from selebaran.model.address import AnyPage
from selebaran.model.page import PageSource

AHEAD = "Tayang mulai"
"""Before what shows, in a preview, of a day that has not come."""
OVER = "Sudah lewat: berlaku sampai"
WORDS = r"(?P<words>(?:[^\[\]\n]|\n(?!\s*\n)|\[[^\[\]]*\])*)"
IN_MARKDOWN = rf"(?<!!)\[{WORDS}\] ?\(<?(?P<page>[\w/-]+)\.md(?:#[\w-]+)?>?(?:[ \t]+[\"'“(][^)\n]*)?\)"
IN_HTML = r"<a\b[^<>]*?\bhref=[\"'](?P<target>[\w/-]+)\.md(?:#[\w-]+)?[\"'][^<>]*>(?P<within>.*?)</a>"
LINK = re.compile(f"{IN_MARKDOWN}|{IN_HTML}", re.S)


def pages_ahead(pages: Iterable[AnyPage], as_of: date) -> tuple[AnyPage, ...]:
    """Pages whose day has not come: a publication has them from that day on."""
    return tuple(page for page in pages if page.first_day and page.first_day > as_of)


def unlinked(text: str, ahead: Collection[str]) -> str:
    """A text in which the links to pages that aren't there yet are words."""
    if not ahead or ".md" not in text:
        return text

    def words(found: re.Match[str]) -> str:
        if (found["page"] or found["target"]) not in ahead:
            return found[0]
        return found["words"] if found["page"] else found["within"]

    return LINK.sub(words, text)


def without_links(source: PageSource, ahead: Collection[str]) -> PageSource:
    """A shared page without links to pages that aren't there yet."""
    if not ahead:
        return source
    parts = tuple(replace(part, text=unlinked(part.text, ahead)) for part in source.segments)
    return source if parts == source.segments else replace(source, segments=parts)


def note_above(source: PageSource, as_of: date) -> str:
    """What stands above a shared page: from when on readers will have it, or that it is over, now and on later days."""
    if source.first_day and source.first_day > as_of:
        return staged_note([Stage(None, f"{AHEAD} {timed_day(source.first_day)}.")])
    last = source.front.last_day
    return over_note(last, as_of) if last else ""


def over_note(last: date, as_of: date) -> str:
    """That a page was good until a day, on each day after it."""
    over, since = f"{OVER} {timed_day(last)}.", last + timedelta(days=1)
    return staged_note([Stage(None, over)] if as_of >= since else [Stage(None, ""), Stage(since, over)])
