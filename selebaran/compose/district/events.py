"""A district's events as pages and sheets show them: those that come again on each of their days, the soonest first.

Each carries the moments at which it begins and ends, so that a page that is read later can tell what is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from selebaran.compose.template.formats import day, day_and_month, hours, month, short_month, weekday
from selebaran.compose.template.views import Values
from selebaran.model.district import ZONES, Event
from selebaran.model.page_meta import NextEvent
from selebaran.model.rrule import LAST, Rule

MONTHS_AHEAD = 12
"""How far ahead an event that comes again is written out."""
MONTHS_READ = 27
"""The same on pages that thin out by themselves: they may be read for two years without a build."""
MOST_DAYS = 120
"""So many days are written out at most; of each event, its next one always is."""
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WEEKS = {1: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", LAST: "terakhir"}


class Moments(NamedTuple):
    """When an event begins and ends, in ISO 8601 with the distance of the district's zone; one whose end isn't told
    ends with its day."""

    begins: str
    ends: str


def present_events(events: Iterable[Event], zone: str, as_of: date, kinds: Mapping[str, str]) -> Values:
    """The events of `as_of` and later: each of their days one after the other; and by the month that they fall in,
    where one that comes again stands on its next day only. Under `…_kelak` stand more of their days, for pages that
    show the next ones of the day on which they are read. `kinds` are the campaign's, as residents read them."""
    events = tuple(events)
    names = {id(event): str(number) for number, event in enumerate(events, 1)}

    def shown(days: Iterable[tuple[date, Event]]) -> list[tuple[date, Values]]:
        return [(on, present_event(event, on, zone, kinds, names[id(event)])) for on, event in days]

    days, kept = coming_days(events, as_of), kept_days(events, as_of)
    nearest = {id(event): on for on, event in reversed(days)}
    later = shown(kept)
    return {
        "kegiatan": tuple(event for _, event in shown(days)),
        "kegiatan_per_bulan": _by_month(shown((on, event) for on, event in days if nearest[id(event)] == on)),
        "kegiatan_kelak": tuple(event for _, event in later),
        "kegiatan_kelak_per_bulan": _by_month(later),
        "kegiatan_per": day(as_of),
        "kegiatan_habis": Markup(max(moments_of(event, on, zone).ends for on, event in kept)) if kept else None,
    }


def _by_month(days: Iterable[tuple[date, Values]]) -> tuple[Values, ...]:
    months = groupby(days, key=lambda entry: entry[0].replace(day=1))
    return tuple({"bulan": month(begin), "kegiatan": tuple(event for _, event in group)} for begin, group in months)


def moments_of(event: Event, on: date, zone: str) -> Moments:
    """When an event begins and ends on one of its days."""
    tz = ZoneInfo(ZONES[zone])
    start = datetime.combine(on, event.start, tz)
    end = datetime.combine(on, event.end, tz) if event.end else datetime.combine(on, time(), tz) + timedelta(days=1)
    return Moments(start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes"))


def present_event(event: Event, on: date, zone: str, kinds: Mapping[str, str], name: str = "") -> Values:
    """An event as it is shown for one of its days. Its hours are the district's own. `pada` are the attributes of
    what shows it; see `compose/page/days.py`."""
    begins, ends = moments_of(event, on, zone)
    return {
        "pada": Markup(f'data-mulai="{begins}" data-selesai="{ends}" data-kegiatan="{name}"'),
        "mulai": Markup(begins),
        "judul": event.title,
        "jenis": kinds.get(event.kind),
        "hari": weekday(on),
        "tanggal": day(on),
        "tanggal_angka": str(on.day),
        "bulan_pendek": short_month(on).split()[0],
        "bulan_tahun": short_month(on),
        "jam": hours(event.start, event.end, zone),
        "tempat": event.venue,
        "kecamatan": event.subdistrict,
        "penyelenggara": event.organiser,
        "bawa": event.bring,
        "acara": event.programme,
        "ulang": _rhythm(event),
        "batal": event.cancelled,
        "catatan": event.note,
    }


def next_events(events: Iterable[Event], zone: str, as_of: date) -> tuple[NextEvent, ...]:
    """The events from `as_of` on that aren't cancelled, the soonest first: each is the next one when those before it
    are over."""
    return tuple(_next(event, on, zone) for on, event in kept_days(events, as_of) if not event.cancelled)


def _next(event: Event, on: date, zone: str) -> NextEvent:
    begins, ends = moments_of(event, on, zone)
    return NextEvent(
        title=event.title,
        begins=begins,
        ends=ends,
        weekday=weekday(on),
        day_of_month=str(on.day),
        month=short_month(on),
        hours=hours(event.start, event.end, zone),
        venue=event.venue,
        bring=event.bring,
    )


def kept_days(events: Iterable[Event], as_of: date) -> list[tuple[date, Event]]:
    """The coming days that pages hold: the soonest, and the next one of each event."""
    days = coming_days(events, as_of, MONTHS_READ)
    nearest = {id(event): on for on, event in reversed(days)}
    return [(on, event) for number, (on, event) in enumerate(days) if number < MOST_DAYS or nearest[id(event)] == on]


def coming_days(events: Iterable[Event], as_of: date, months: int = MONTHS_AHEAD) -> list[tuple[date, Event]]:
    """Each event with each of its days from `as_of` on, the soonest first; of one that comes again those of so many
    months."""
    days = [(on, event) for event in events for on in _days(event, as_of, months) if on >= as_of]
    return sorted(days, key=lambda entry: (entry[0], entry[1].start, entry[1].title))


def _days(event: Event, as_of: date, months: int) -> Iterator[date]:
    if event.recurrence is None:
        yield event.day
    else:
        horizon = as_of + relativedelta(months=months) if as_of.year < MAXYEAR - 2 else date.max
        yield from event.recurrence.days(event.day, horizon, as_of)


def _rhythm(event: Event) -> str | None:
    """In words: setiap Kamis, Kamis kedua setiap bulan. Nothing for an event that comes once."""
    if event.recurrence is None:
        return None
    rule = event.recurrence.rule(event.day)
    every = f"setiap {rule.interval} " if rule.interval > 1 else "setiap "
    if rule.frequency == "DAILY":
        return f"{every}hari"
    if rule.frequency == "WEEKLY":
        names = _listed([WEEKDAYS[on] for _, on in sorted(rule.weekdays)] or [weekday(event.day)])
        return f"{names}, {every}pekan" if rule.interval > 1 else f"setiap {names}"
    if rule.frequency == "YEARLY":
        return f"{day_and_month(event.day)}, {every}tahun"
    return f"{_in_month(rule, event.day)} {every}bulan"


def _in_month(rule: Rule, first: date) -> str:
    """Kamis kedua; tanggal 5 dan 20; hari terakhir."""
    if rule.weekdays:
        return _listed([f"{WEEKDAYS[on]} {WEEKS[week]}" for week, on in rule.weekdays])
    days = [str(on) for on in sorted(rule.month_days) if on != LAST]
    named = [f"tanggal {_listed(days or [str(first.day)])}"] if days or not rule.month_days else []
    return _listed([*named, *(["hari terakhir"] if LAST in rule.month_days else [])])


def _listed(words: list[str]) -> str:
    """Senin, Rabu dan Jumat."""
    return " dan ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
