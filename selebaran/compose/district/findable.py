"""What of a district is found by name: puskesmas, hospitals, offices and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from selebaran.compose.district.events import clock_of, coming_days
from selebaran.compose.district.values import anchored, facilities_of
from selebaran.compose.template.formats import days, weekdays
from selebaran.model.campaign import Campaign, ContactKind, EventKinds, ServiceKind
from selebaran.model.district import District
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder
from selebaran.model.search import Findable


def findables(
    folder: DistrictFolder, pages: Iterable[ComposedPage], campaign: Campaign, as_of: date
) -> tuple[Findable, ...]:
    """The places of a district, and its events from `as_of` on, of which the site's pages tell: the campaign says which
    page's part tells of what."""
    known = {page.slug: page.html for page in pages if not page.withheld_for}
    everything = chain(
        _facilities(folder, campaign.services),
        _offices(folder.district, campaign.contacts),
        _desks(folder.district, campaign.help_desks_at),
        _events(folder, campaign.events, as_of),
    )
    return tuple(_there(found, known[found.page]) for found in everything if found.page in known)


def _facilities(folder: DistrictFolder, services: Mapping[str, ServiceKind]) -> Iterator[Findable]:
    for name, kind in services.items():
        for place, anchor in anchored(facilities_of(folder, name)):
            where = kind.emergency_told_at if place.emergency and kind.emergency_told_at else kind.told_at
            text = _line(place.address, place.subdistrict, _telephone(place.phone))
            yield replace(_findable(place.name, text, where), item=anchor)


def _offices(district: District, contacts: Mapping[str, ContactKind]) -> Iterator[Findable]:
    for name, kind in contacts.items():
        office = district.contacts.get(name)
        if office and kind.told_at:
            yield _findable(office.name, _line(office.address, _telephone(office.phone)), kind.told_at)


def _desks(district: District, told_at: str | None) -> Iterator[Findable]:
    for desk in district.help_desks if told_at else ():
        yield _findable(desk.name, _line(desk.address, desk.days, desk.hours), told_at or "")


def _there(found: Findable, html: str) -> Findable:
    """Where it is really told: the item itself, if the page has an id for it."""
    return replace(found, anchor=found.item) if found.item and f'id="{found.item}"' in html else found


def _findable(name: str, text: str, told_at: str) -> Findable:
    """What is found at a page's part, such as "obat#tempat"."""
    page, _, part = told_at.partition("#")
    return Findable(name, text, page, part)


def _events(folder: DistrictFolder, kinds: EventKinds | None, as_of: date) -> Iterator[Findable]:
    """Of one that comes again, its next day is enough. Who looks for one that is cancelled reads that first."""
    if kinds is None:
        return
    zone = folder.district.zone
    coming = coming_days(folder.events, zone, as_of)
    nearest: dict[str | None, Occurrence] = {}
    for one in sorted(coming, key=lambda one: one.cancelled):
        nearest.setdefault(one.event.id, one)
    for one in nearest.values():
        when = f"{weekdays(one.day, one.last)}, {days(one.day, one.last)}"
        text = _line("Dibatalkan" if one.cancelled else None, when, clock_of(one, zone), one.venue)
        yield _findable(one.event.title, text, kinds.told_at)


def _telephone(number: str | None) -> str | None:
    return f"Telepon {number}" if number else None


def _line(*parts: str | None) -> str:
    return ". ".join(part for part in parts if part)
