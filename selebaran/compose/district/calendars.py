"""A district's events as calendars read them (RFC 5545): one by one, by kecamatan, and all. The only importer of
icalendar.

Each event is told with its rule, what is left out, cancelled and moved, and with the zone; how often it was changed,
the ledger of calendars knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import icalendar

from selebaran.compose.district.event_files import calendar_path
from selebaran.compose.district.events import clock_of, rhythm_of, stops_of
from selebaran.model.calendar import CalendarEntry
from selebaran.model.event import Event, slug_of
from selebaran.model.event_time import length
from selebaran.model.occurrence import Occurrence
from selebaran.model.recurrence import Recurrence
from selebaran.model.registry import DistrictFolder
from selebaran.model.rrule import Rule
from selebaran.model.rrule_text import write_rule
from selebaran.model.zone import ZONES, tz_of

MAKER = "-//Selebaran//Kegiatan//ID"
OFTEN = timedelta(hours=12)
"""How often a calendar should look again."""
END = b"END:VCALENDAR\r\n"
SINCE = datetime(1970, 1, 1)
"""From when on a zone is as it is: long before any event."""


@dataclass(frozen=True)
class CalendarSource:
    """What calendars are made of. `at` is the page that tells of events, `kinds` are the campaign's words for their
    kinds, `mark` stands before each title of what isn't for everybody, `name` is the calendar's."""

    folder: DistrictFolder
    entries: Mapping[str, CalendarEntry]
    at: str
    kinds: Mapping[str, str]
    address: str | None
    mark: str
    name: str

    @property
    def zone(self) -> str:
        """The district's zone."""
        return self.folder.district.zone

    @property
    def tz(self) -> tzinfo:
        """The zone as it is reckoned with."""
        return tz_of(self.zone)

    @property
    def events(self) -> list[Event]:
        """Those of which the campaign has a word for their kind."""
        return [event for event in self.folder.events if event.kind in self.kinds]


def calendars(source: CalendarSource) -> dict[str, bytes]:
    """All calendar files of a site, by path; none where there was never an event."""
    told = {str(event.id): _written(_components(event, source)) for event in source.events}
    parts = {f"{name}/": own for name, own in told.items()}
    for slug, names in _by_subdistrict(source.events).items():
        parts[f"kecamatan/{slug}-"] = b"".join(told[name] for name in names)
    if whole := b"".join((*told.values(), _written(_withdrawn(source)))):
        parts[""] = whole
    head = _head(source) if parts else b""
    return {calendar_path(source.at, inside): b"".join((head, body, END)) for inside, body in parts.items()}


def _withdrawn(source: CalendarSource) -> Iterator[icalendar.Event]:
    """What calendars were told of and isn't there any more."""
    there = {event.id for event in source.events}
    return (_gone(entry, source) for entry in source.entries.values() if entry.gone and entry.id not in there)


def _written(parts: Iterable[icalendar.Event]) -> bytes:
    """Parts of a calendar, as they stand in each that has them."""
    return b"".join(part.to_ical() for part in parts)


def _by_subdistrict(events: Iterable[Event]) -> dict[str, list[str]]:
    """The ids of events, by their kecamatan as an address has it."""
    found: dict[str, list[str]] = {}
    for event in events:
        if event.subdistrict:
            found.setdefault(slug_of(event.subdistrict), []).append(str(event.id))
    return found


def _head(source: CalendarSource) -> bytes:
    """What all calendars of a site begin with."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{source.mark}{source.name}")
    calendar.add("x-wr-timezone", ZONES[source.zone])
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone(source.zone))
    written: bytes = calendar.to_ical()
    return written.removesuffix(END)


def _zone(zone: str) -> icalendar.Timezone:
    """The zone's hours: none of Indonesia's has changed since long before any event."""
    offset = datetime.combine(SINCE, time(), tz_of(zone)).utcoffset()
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", SINCE)
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", zone)
    found = icalendar.Timezone()
    found.add("tzid", ZONES[zone])
    found.add_component(standard)
    return found


def _components(event: Event, source: CalendarSource) -> Iterator[icalendar.Event]:
    """An event, and each of its days that is not as the others."""
    first = Occurrence(event, event.day, event.cancelled)
    main = _component(first, source)
    told = event.recurrence
    if told is None:
        if event.span and event.start:
            main.add("rrule", icalendar.vRecur.from_ical(f"FREQ=DAILY;COUNT={event.span.days + 1}"))
        yield main
        return
    rule = told.rule(event.day, event.start or time(), source.tz)
    main.add("rrule", icalendar.vRecur.from_ical(write_rule(rule, _until(rule, event, source))))
    if left_out := _left_out(told, rule, event):
        main.add("exdate", [_moment(day, event.start, source.tz) for day in left_out], parameters=_kind(event))
    yield main
    for day in told.called_off:
        yield _component(Occurrence(event, day, True), source, day)
    for move in told.moves:
        yield _component(Occurrence(event, move.to, event.cancelled, move), source, move.day)


def _kind(event: Event) -> dict[str, str]:
    return {} if event.start else {"VALUE": "DATE"}


def _until(rule: Rule, event: Event, source: CalendarSource) -> str:
    """Its last day, as RFC 5545 asks: a day for what is all day, else the instant at which it begins then."""
    if not isinstance(rule.until, date):
        return ""
    if event.start is None:
        return f"{rule.until:%Y%m%d}"
    return f"{datetime.combine(rule.until, event.start, source.tz).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _left_out(told: Recurrence, rule: Rule, event: Event) -> list[date]:
    """The days of the rule on which it isn't, and of which nothing else is told."""
    named = {*told.left_out, *(day for day in rule.excluded if isinstance(day, date))}
    met = {*told.moved_days} - {move.day for move in told.moves}
    own = {day for day in told.taken if rule.days(event.day, day, day)}
    return sorted(day for day in {*(named - {*told.moved_days}), *met, *own} if day >= event.day)


def _moment(day: date, start: time | None, tz: tzinfo) -> date:
    return datetime.combine(day, start, tz) if start else day


def _component(one: Occurrence, source: CalendarSource, instead_of: date | None = None) -> icalendar.Event:
    event = one.event
    found = _begun(source.entries[str(event.id)], source)
    found.add("dtstart", _moment(one.day, one.start, source.tz))
    if ends := _end(one, source.tz):
        found.add("dtend", ends)
    if instead_of:
        found.add("recurrence-id", _moment(instead_of, event.start, source.tz))
    district = source.folder.district
    parts = (one.venue, event.subdistrict and f"{district.terms.subdistrict} {event.subdistrict}", district.name)
    found.add("location", ", ".join(part for part in parts if part))
    if event.spot:
        found["geo"] = icalendar.vGeo((float(event.spot.latitude), float(event.spot.longitude)))
    found.add("categories", [source.kinds[event.kind]])
    found.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if source.address:
        found.add("url", f"{source.address}{source.at}/{event.id}/")
    found.add("description", "\n".join(_told(one, source)))
    return found


def _begun(entry: CalendarEntry, source: CalendarSource) -> icalendar.Event:
    stamp = datetime.combine(entry.published, time(), UTC)
    found = icalendar.Event()
    found.add("uid", f"{entry.id}@{source.folder.slug}")
    found.add("sequence", entry.sequence)
    found.add("dtstamp", stamp)
    found.add("last-modified", stamp)
    found.add("summary", f"{source.mark}{entry.title}")
    return found


def _gone(entry: CalendarEntry, source: CalendarSource) -> icalendar.Event:
    """An event that was told of and isn't there any more."""
    found = _begun(entry, source)
    found.add("dtstart", _moment(entry.day, entry.start, source.tz))
    found.add("status", "CANCELLED")
    return found


def _end(one: Occurrence, tz: tzinfo) -> date | None:
    """When it ends; None where nobody knows. Of several days it is told as one day that comes again."""
    last = one.last if one.start is None or one.event.recurrence else one.day
    if one.start is None:
        return last + timedelta(days=1)
    lasts = length(one.start, one.end)
    return datetime.combine(last, one.start, tz) + lasts if lasts else None


def _told(one: Occurrence, source: CalendarSource) -> Iterator[str]:
    """What else is said of it, a line each."""
    event, zone = one.event, source.zone
    if one.cancelled:
        yield "Dibatalkan. Jangan datang."
    yield f"Jam: {clock_of(one, zone)}"
    if words := rhythm_of(event, source.tz):
        yield words[:1].upper() + words[1:]
    yield from (f"{stop['jam']}: {stop['tempat']}" for stop in stops_of(event, zone))
    if event.bring:
        yield f"Bawa: {', '.join(event.bring)}"
    if one.note:
        yield one.note
    if event.asked:
        numbers = [
            number.text for given in (event.asked.phone, event.asked.whatsapp) if given for number in given.numbers
        ]
        yield f"Tanya: {', '.join([event.asked.name, *numbers])}"
