"""What of a district is found by name: puskesmas, hospitals, offices and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from selebaran.compose.district.events import coming_days
from selebaran.compose.district.values import contact_of, facilities_of
from selebaran.compose.template.formats import day, hours, weekday
from selebaran.model.district import District, Event
from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder
from selebaran.model.search import Findable

FACILITIES = {
    "puskesmas": ("puskesmas", "daftar"),
    "rumah_sakit": ("rujukan", "rumah-sakit"),
    "kantor": ("daftar", "tempat"),
}
"""The page and the part of it that tell of each kind of facility."""
EMERGENCY = "gawat-darurat"
"""The page that tells of hospitals with an emergency ward."""
OFFICES = {
    "dinkes": ("daftar", "bantuan"),
    "bpjs_kantor": ("daftar", "tempat"),
    "mpp": ("daftar", "tempat"),
    "dinas_sosial": ("tidak-mampu", "dinas-sosial"),
    "psc119": ("gawat-darurat", "ambulans"),
    "pengaduan": ("pengaduan", "pengaduan-daerah"),
}
"""The page and the part of it that tell of each office."""


def findables(folder: DistrictFolder, pages: Iterable[ComposedPage], as_of: date) -> tuple[Findable, ...]:
    """The places of a district, and its events from `as_of` on, of which the site's pages tell."""
    known = {page.slug for page in pages if not page.withheld_for}
    everything = chain(_facilities(folder), _offices(folder.district), _desks(folder.district), _events(folder, as_of))
    return tuple(found for found in everything if found.page in known)


def _facilities(folder: DistrictFolder) -> Iterator[Findable]:
    for kind, (page, anchor) in FACILITIES.items():
        for place in facilities_of(folder, kind):
            where = EMERGENCY if place.emergency and kind == "rumah_sakit" else page
            text = _line(place.address, place.subdistrict, _telephone(place.phone))
            yield Findable(place.name, text, where, anchor)


def _offices(district: District) -> Iterator[Findable]:
    for name, (page, anchor) in OFFICES.items():
        office = contact_of(district, name)
        if office:
            yield Findable(office.name, _line(office.address, _telephone(office.phone)), page, anchor)


def _desks(district: District) -> Iterator[Findable]:
    for desk in district.help_desks:
        yield Findable(desk.name, _line(desk.address, desk.days, desk.hours), "daftar", "bantuan")


def _events(folder: DistrictFolder, as_of: date) -> Iterator[Findable]:
    """Of one that comes again, its next day is enough."""
    nearest: dict[tuple[str, str], tuple[date, Event]] = {}
    for on, event in coming_days(folder.events, as_of):
        nearest.setdefault((event.title, event.venue), (on, event))
    for on, event in nearest.values():
        when = f"{weekday(on)}, {day(on)}"
        clock = hours(event.start, event.end, folder.district.zone)
        text = _line("Dibatalkan" if event.cancelled else None, when, clock, event.venue)
        yield Findable(event.title, text, "jadwal", "jadwal")


def _telephone(number: str | None) -> str | None:
    return f"Telepon {number}" if number else None


def _line(*parts: str | None) -> str:
    return ". ".join(part for part in parts if part)
