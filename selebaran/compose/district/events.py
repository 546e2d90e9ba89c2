"""A district's events as pages and sheets show them: those that come again on each of their days, the soonest first.

Each carries the moments at which it begins and ends, so that a page that is read later can tell what is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date, time, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from selebaran.compose.district.rhythm import INDONESIAN_WORDS, rhythm
from selebaran.compose.template.formats import (
    ChatPhone,
    Phone,
    day,
    days,
    hours,
    month,
    short_days,
    short_month,
    weekdays,
)
from selebaran.compose.template.views import Values
from selebaran.model.event import Event
from selebaran.model.language import RhythmWords
from selebaran.model.occurrence import Occurrence, occurrences
from selebaran.model.page_meta import NextEvent
from selebaran.model.region import bare
from selebaran.model.watched import plain_day
from selebaran.model.zone import tz_of

MONTHS_AHEAD = 12
"""How far ahead an event that comes again is written out."""
MONTHS_READ = 27
"""The same on pages that thin out by themselves: they may be read for two years without a build."""
MOST_DAYS = 120
"""So many days are written out at most; of each event, its next one always is."""

LISTS = {
    "kecamatan": "Menurut kecamatan",
    "jenis": "Menurut jenis",
    "arsip": "Yang sudah lewat",
    "tempel": "Untuk situs desa",
}
"""Pages that list events, below the one that tells of all of them, and what links to them say."""


class Moments(NamedTuple):
    """When an event begins and ends, in ISO 8601 with the distance of the district's zone; one whose end isn't told
    ends with its day."""

    begins: str
    ends: str


def present_events(events: Iterable[Event], zone: str, as_of: date, kinds: Mapping[str, str], at: str = "") -> Values:
    """The events of `as_of` and later: each of their days one after the other; and by the month that they fall in,
    where one that comes again stands on its next day only. Under `…_kelak` stand more of their days, for pages that
    show the next ones of the day on which they are read. `kinds` are the campaign's, as residents read them, `at` is
    the page that tells of events."""
    events = tuple(events)
    names = {id(event): str(number) for number, event in enumerate(events, 1)}

    def shown(days: Iterable[Occurrence]) -> list[tuple[date, Values]]:
        return [(max(one.day, as_of), present_event(one, zone, kinds, at, names[id(one.event)])) for one in days]

    coming, kept = coming_days(events, zone, as_of), kept_days(events, zone, as_of)
    later = shown(kept)
    return {
        "kegiatan": tuple(event for _, event in shown(coming)),
        "kegiatan_per_bulan": _by_month(shown(_listed_once(coming))),
        "kegiatan_kelak": tuple(event for _, event in later),
        "kegiatan_kelak_per_bulan": _by_month(later),
        "kegiatan_daftar": tuple({"judul": text, "halaman": Markup(f"{at}/{name}.md")} for name, text in LISTS.items())
        if at and events
        else (),
        "kegiatan_per": day(plain_day(as_of)),
        "kegiatan_habis": Markup(max(moments_of(one, zone).ends for one in kept)) if kept else None,
    }


def _by_month(days: Iterable[tuple[date, Values]]) -> tuple[Values, ...]:
    months = groupby(days, key=lambda entry: entry[0].replace(day=1))
    return tuple({"bulan": month(begin), "kegiatan": tuple(event for _, event in group)} for begin, group in months)


def _listed_once(coming: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Each event on its next day; besides, days that are cancelled or moved, for those who would come."""
    told: set[int] = set()
    for one in coming:
        if one.is_told_apart or id(one.event) not in told:
            yield one
        if not one.is_told_apart:
            told.add(id(one.event))


def moments_of(one: Occurrence, zone: str) -> Moments:
    """When an event begins and ends on one of its days."""
    tz = tz_of(zone)
    return Moments(one.begins(tz).isoformat(timespec="minutes"), one.over(tz).isoformat(timespec="minutes"))


def present_event(one: Occurrence, zone: str, kinds: Mapping[str, str], at: str = "", name: str = "") -> Values:
    """An event as it is shown for one of its days. Its hours are the district's own. `pada` are the attributes of
    what shows it, `name` among them; see `compose/page/days.py`."""
    event, move = one.event, one.move
    begins, ends = moments_of(one, zone)
    name = f"{name}-{one.day}" if one.is_told_apart else name
    return {
        "pada": Markup(f'data-mulai="{begins}" data-selesai="{ends}" data-kegiatan="{name}"'),
        "mulai": Markup(begins),
        "judul": event.title,
        "halaman": Markup(f"{at}/{event.id}.md") if at and event.id else None,
        "jenis": kinds.get(event.kind),
        "hari": weekdays(one.day, one.last),
        "tanggal": days(one.day, one.last),
        "hari_terakhir": one.last.isoformat(),
        "tanggal_angka": short_days(one.day, one.last),
        "bulan_pendek": short_month(one.last).split()[0],
        "bulan_tahun": short_month(one.last),
        "jam": clock_of(one, zone),
        "tempat": one.venue,
        "kecamatan": bare(event.subdistrict) if event.subdistrict else None,
        "perhentian": stops_of(event, zone),
        "penyelenggara": event.organiser,
        "tanya": _asked(event),
        "bawa": event.bring,
        "acara": event.programme,
        "ulang": rhythm_of(event, tz_of(zone)),
        "batal": one.cancelled,
        "pindah_dari": f"{weekdays(move.day)}, {day(move.day)}" if move and move.day != one.day else None,
        "catatan": one.note,
    }


def stops_of(event: Event, zone: str) -> tuple[Values, ...]:
    """Where a travelling service stops, in the order in which it does."""
    return tuple(
        {"jam": hours(stop.start, stop.end, zone), "tempat": stop.venue, "kecamatan": stop.subdistrict}
        for stop in event.stops
    )


def _asked(event: Event) -> Values:
    asked = event.asked
    phone, chat = (asked.phone, asked.whatsapp) if asked else (None, None)
    return {
        "nama": asked.name if asked else None,
        "telepon": Phone(phone.numbers) if phone else None,
        "wa": ChatPhone(chat.numbers) if chat else None,
    }


def clock_of(one: Occurrence, zone: str) -> str:
    """09.00–12.00 WIB; of an event of several days, that it is so on each of them."""
    text = hours(one.start, one.end, zone)
    return f"{text} tiap hari" if one.last > one.day and one.start else text


def next_events(events: Iterable[Event], zone: str, as_of: date) -> tuple[NextEvent, ...]:
    """The events from `as_of` on that aren't cancelled, the soonest first: each is the next one when those before it
    are over."""
    return tuple(_next(one, zone) for one in kept_days(events, zone, as_of) if not one.cancelled)


def _next(one: Occurrence, zone: str) -> NextEvent:
    begins, ends = moments_of(one, zone)
    return NextEvent(
        title=one.event.title,
        begins=begins,
        ends=ends,
        weekday=weekdays(one.day, one.last),
        day_of_month=short_days(one.day, one.last),
        month=short_month(one.last),
        hours=clock_of(one, zone),
        venue=one.venue,
        bring=one.event.bring,
        id=one.event.id or "",
    )


def kept_days(events: Iterable[Event], zone: str, as_of: date) -> list[Occurrence]:
    """The coming days that pages hold: the soonest, and the next one of each event."""
    found = coming_days(events, zone, as_of, MONTHS_READ)
    nearest = {id(one.event): one.day for one in reversed(found) if not one.cancelled}
    return [one for number, one in enumerate(found) if number < MOST_DAYS or nearest.get(id(one.event)) == one.day]


def coming_days(events: Iterable[Event], zone: str, as_of: date, months: int = MONTHS_AHEAD) -> list[Occurrence]:
    """Each event with each of its days from `as_of` on, the soonest first; of one that comes again those of so many
    months."""
    events = tuple(events)
    if not events:
        return []
    horizon = as_of + relativedelta(months=months) if as_of.year < MAXYEAR - 2 else date.max
    tz = tz_of(zone)
    return sorted((one for event in events for one in days_of(event, tz, horizon, as_of)), key=_order)


def days_of(event: Event, tz: tzinfo, horizon: date, since: date) -> tuple[Occurrence, ...]:
    """The days of an event from `since` on; one that comes once is shown however far ahead it is."""
    return occurrences(event, tz, horizon if event.recurrence else date.max, since)


def past_days(events: Iterable[Event], zone: str, as_of: date) -> list[Occurrence]:
    """The last day of each event that is over, the latest first. What was cancelled is not told of again."""
    tz, before = tz_of(zone), as_of - timedelta(days=1) if as_of > date.min else as_of
    over = [event for event in events if not days_of(event, tz, before + timedelta(days=366), as_of)]
    gone = [[one for one in occurrences(event, tz, before) if not one.cancelled] for event in over]
    return newest_first(found[-1] for found in gone if found)


def newest_first(days: Iterable[Occurrence]) -> list[Occurrence]:
    """Days of events, the latest first."""
    return sorted(days, key=_order, reverse=True)


def ending_days(events: Iterable[Event], zone: str, as_of: date) -> dict[str, tuple[Occurrence, date]]:
    """Of each event that is not over and comes no more after some day, by its id: the last day on which it is held, and
    the first one on which it is over. What comes again without an end has neither."""
    found = {str(event.id): _ending(event, tz_of(zone)) for event in events}
    return {name: end for name, end in found.items() if end and end[1] > as_of}


def _ending(event: Event, tz: tzinfo) -> tuple[Occurrence, date] | None:
    told = event.recurrence
    if told and not told.rule(event.day, event.start or time(), tz).ends:
        return None
    days = occurrences(event, tz, date.max)
    held, last = [one for one in days if not one.cancelled], max(one.last for one in days)
    return (held[-1], last + timedelta(days=1)) if held and last < date.max else None


def _order(one: Occurrence) -> tuple[date, str, str]:
    return one.day, str(one.start or ""), one.event.title


def rhythm_of(event: Event, tz: tzinfo, words: RhythmWords = INDONESIAN_WORDS) -> str | None:
    """How often it comes again, in words. Nothing for an event that comes once."""
    if event.recurrence is None:
        return None
    return rhythm(event.recurrence.rule(event.day, event.start or time(), tz), event.day, words)
