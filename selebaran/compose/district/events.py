"""A district's events as pages and sheets show them: those that come again on each of their days, the soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date
from itertools import groupby

from dateutil.relativedelta import relativedelta

from selebaran.compose.template.formats import day, day_and_month, hours, month, short_month, weekday
from selebaran.compose.template.views import Values
from selebaran.model.district import Event
from selebaran.model.page_meta import NextEvent
from selebaran.model.rrule import LAST, Rule

MONTHS_AHEAD = 12
"""How far ahead an event that comes again is written out."""
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WEEKS = {1: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", LAST: "terakhir"}


def present_events(events: Iterable[Event], zone: str, as_of: date, kinds: Mapping[str, str]) -> Values:
    """The events of `as_of` and later: each of their days one after the other; and by the month that they fall in,
    where one that comes again stands on its next day only. `kinds` are the campaign's, as residents read them."""
    days = coming_days(events, as_of)
    coming = [(on, present_event(event, on, zone, kinds)) for on, event in days]
    nearest = {id(event): on for on, event in reversed(days)}
    first = [entry for entry, (on, event) in zip(coming, days, strict=True) if nearest[id(event)] == on]
    months = groupby(first, key=lambda entry: entry[0].replace(day=1))
    return {
        "kegiatan": tuple(event for _, event in coming),
        "kegiatan_per_bulan": tuple(
            {"bulan": month(begin), "kegiatan": tuple(event for _, event in group)} for begin, group in months
        ),
    }


def present_event(event: Event, on: date, zone: str, kinds: Mapping[str, str]) -> Values:
    """An event as it is shown for one of its days. Its hours are the district's own."""
    return {
        "judul": event.title,
        "jenis": kinds.get(event.kind),
        "hari": weekday(on),
        "tanggal": day(on),
        "hari_terakhir": on.isoformat(),
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


def next_event(events: Iterable[Event], zone: str, as_of: date) -> NextEvent | None:
    """The soonest event from `as_of` on that isn't cancelled."""
    found = next((day for day in coming_days(events, as_of) if not day[1].cancelled), None)
    if found is None:
        return None
    on, event = found
    return NextEvent(
        title=event.title,
        weekday=weekday(on),
        day_of_month=str(on.day),
        month=short_month(on),
        hours=hours(event.start, event.end, zone),
        venue=event.venue,
        bring=event.bring,
    )


def coming_days(events: Iterable[Event], as_of: date) -> list[tuple[date, Event]]:
    """Each event with each of its days from `as_of` on, the soonest first."""
    days = [(on, event) for event in events for on in _days(event, as_of) if on >= as_of]
    return sorted(days, key=lambda entry: (entry[0], entry[1].start, entry[1].title))


def _days(event: Event, as_of: date) -> Iterator[date]:
    if event.recurrence is None:
        yield event.day
    else:
        horizon = as_of + relativedelta(months=MONTHS_AHEAD) if as_of.year < MAXYEAR else date.max
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
