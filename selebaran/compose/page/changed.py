"""The day on which what a page says last changed, for search engines: of its facts, events, overrides, or its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder

EVENTS = "daerah.kegiatan"


def with_days_of_change(pages: Iterable[ComposedPage], folder: DistrictFolder, as_of: date) -> tuple[ComposedPage, ...]:
    """The pages, each with its day. A page of which none is known has none: the day of the build says nothing."""
    return tuple(replace(page, meta=replace(page.meta, changed_on=_newest(page, folder, as_of))) for page in pages)


def _newest(page: ComposedPage, folder: DistrictFolder, as_of: date) -> date | None:
    days = (day for day in _days(page, folder) if day and day <= as_of)
    return max(days, default=None)


def _days(page: ComposedPage, folder: DistrictFolder) -> Iterator[date | None]:
    for fact in page.meta.facts:
        yield from (fact.checked_on or fact.as_of, fact.changed_on)
    yield from (own.front.on for own in page.overridden.values())
    yield from (own.first_day for own in folder.own.pages if own.slug == page.slug)
    shows_all = any(name.startswith(EVENTS) for name in page.usage.fields)
    own_event = page.slug.rpartition("/")[2]
    yield from (told.published for told in folder.calendar if shows_all or told.id == own_event)
