"""A calendar file (RFC 5545) -> its events, in the hours of the district. icalendar reads it, in a child.

Who invited whom stays unread: organisers and guests are people with addresses.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Calendar, Component

from selebaran.desk.offer import Offer, Offers, Said
from selebaran.model.event_time import ALL_DAY
from selebaran.model.problem import Place, problem
from selebaran.model.rrule_text import RuleFault, read_rule
from selebaran.read.text import shown

LARGEST = 512 << 10
MOST_EVENTS = 200
FORM = "kalender (.ics)"
WEEKLY = {1: "pekan", 2: "2 pekan", 3: "3 pekan", 4: "4 pekan"}
PLAIN = {"FREQ", "INTERVAL", "UNTIL", "BYDAY", "WKST"}
"""The parts of a rule that is "every week" or "every other week"."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ODD = ("RDATE", "EXRULE", "RECURRENCE-ID")
"""Parts for which an event of ours has no key."""
NIGHT = timedelta(hours=12)
SUBDISTRICT = re.compile(r",?\s*\bKec(?:amatan\b|\.)\s*([A-Z][\w'-]*(?: (?!Kab|Kota|Prov)[A-Z][\w'-]*)*).*", re.S)
"""A kecamatan, and what stands behind it: the district, the province, a postal code."""
HTML = re.compile(r"</?(?:b|i|u|p|br|a|div|span|ul|li|html)\b[^<>]*>", re.I)


def read_agenda(raw: bytes, label: str, zone: tzinfo) -> Offers:
    """The events of a calendar. Days and hours are told in `zone`; those without a zone are there already."""
    if len(raw) > LARGEST:
        return [], [problem("kiriman-terlalu-besar", Place(label), batas=f"{LARGEST >> 10} KB")]
    try:
        events = list(Calendar.from_ical(raw.decode("utf-8-sig")).walk("VEVENT"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        events = []
    if not events:
        return [], [problem("kiriman-tidak-terbaca", Place(label), jenis=FORM)]
    lines = [number for number, line in enumerate(raw.splitlines(), 1) if line.strip().upper() == b"BEGIN:VEVENT"]
    offers = list[Offer]()
    for number, event in enumerate(events[:MOST_EVENTS]):
        place = Place(label, lines[number] if number < len(lines) else 0)
        offers.append(Offer("kegiatan", label, place, says=dict(_Reader(event, place, zone).says())))
    return offers, []


class _Reader:
    """One event while it is read."""

    def __init__(self, event: Component, place: Place, zone: tzinfo) -> None:
        self._event, self._place, self._zone = event, place, zone

    def says(self) -> Iterator[tuple[str, Said]]:
        """The keys that it says."""
        for key, name in (("judul", "SUMMARY"), ("tempat", "LOCATION"), ("catatan", "DESCRIPTION")):
            text = " ".join(_plain(str(self._event.get(name, ""))).split())
            if key == "tempat":
                yield from self._venue(text)
            elif text:
                yield key, Said(text, self._place, is_guess=key == "catatan")
        first = self._moment("DTSTART")
        if first is not None:
            yield from self._days(first)
            yield from self._rule(first)
        if str(self._event.get("STATUS", "")).upper() == "CANCELLED":
            yield "batal", Said("ya", self._place)

    def _venue(self, text: str) -> Iterator[tuple[str, Said]]:
        """A place, and the kecamatan that stands behind it: Balai Desa, Kec. Uji, Kab. Uji. Of a kecamatan alone, it is
        the place."""
        area = SUBDISTRICT.search(text)
        venue = text[: area.start()].strip(" ,") if area else ""
        if area and venue:
            yield "kecamatan", Said(area[1], self._place, is_guess=True)
        if venue or text:
            yield "tempat", Said(venue or text, self._place, is_guess=bool(venue))

    def _moment(self, name: str) -> date | datetime | None:
        """A day, or a moment as the district's clocks show it; None where there is none."""
        try:
            found: Any = self._event.decoded(name)
        except (KeyError, ValueError, TypeError, AttributeError):
            return None
        return self._here(found)

    def _here(self, found: Any) -> date | datetime | None:
        if isinstance(found, datetime):
            return found.astimezone(self._zone).replace(tzinfo=None) if found.tzinfo else found
        return found if isinstance(found, date) else None

    def _days(self, first: date | datetime) -> Iterator[tuple[str, Said]]:
        """Days and hours. What ends in the same night has one day; the end of a whole day is the day after it."""
        is_moment = isinstance(first, datetime)
        last = self._end(first)
        yield "tanggal", self._said(f"{first:%Y-%m-%d}")
        yield "mulai", self._said(f"{first:%H.%M}" if is_moment else ALL_DAY)
        if isinstance(last, datetime) and isinstance(first, datetime):
            yield "selesai", self._said(f"{last:%H.%M}")
            last = last.date() if last - first > NIGHT else first.date()
        elif last is not None:
            last = last - timedelta(1)
        day = first.date() if isinstance(first, datetime) else first
        if last is not None and last > day:
            yield "tanggal_selesai", self._said(f"{last:%Y-%m-%d}")

    def _end(self, first: date | datetime) -> date | datetime | None:
        last = self._moment("DTEND")
        if last is None and "DURATION" in self._event:
            try:
                last = first + self._event.decoded("DURATION")
            except (ValueError, TypeError, OverflowError, AttributeError):
                return None
        return last if isinstance(last, datetime) == isinstance(first, datetime) else None

    def _rule(self, first: date | datetime) -> Iterator[tuple[str, Said]]:
        rules = self._event.get("RRULE")
        odd = [name for name in ODD if name in self._event] + (["RRULE, RRULE"] if isinstance(rules, list) else [])
        if odd:
            yield "ulang.tiap", self._unsure(", ".join(odd))
            return
        if rules is None:
            return
        if every := _weekly(rules, first):
            yield "ulang.tiap", self._said(every)
            if until := next(iter(rules.get("UNTIL", ())), None):
                yield "ulang.sampai", self._said(f"{self._here(until):%Y-%m-%d}")
        else:
            rule, fault = _rule_of_ours(rules, first)
            yield ("ulang.tiap", self._unsure(fault)) if fault else ("ulang.rrule", self._said(rule))
        if left_out := sorted(set(self._left_out())):
            yield "ulang.kecuali", self._said(", ".join(left_out))

    def _left_out(self) -> Iterator[str]:
        found = self._event.get("EXDATE", [])
        for one in found if isinstance(found, list) else [found]:
            for day in one.dts:
                yield f"{self._here(day.dt):%Y-%m-%d}"

    def _said(self, text: str) -> Said:
        return Said(text, self._place)

    def _unsure(self, rule: str) -> Said:
        """How often it comes, of which we can't say what the calendar does."""
        return Said(rule, self._place, unsure=f"{shown(rule)} tidak dikenal. Pekan, bulan, atau sekali?")


def _rule_of_ours(rules: Any, first: date | datetime) -> tuple[str, str]:
    """A rule as an event of ours can have it, and the part that it can't have. What repeats the hour of its first day,
    and what programs note for themselves, is left out."""
    hours = {"BYHOUR": first.hour, "BYMINUTE": first.minute, "BYSECOND": 0} if isinstance(first, datetime) else {}
    parts = []
    for part in rules.to_ical().decode().split(";"):
        name, _, value = part.upper().partition("=")
        is_hour = name in hours and value.isdecimal() and int(value) == hours[name]
        parts += [] if is_hour or name.startswith("X-") else [part]
    rule = ";".join(parts)
    try:
        read_rule(rule)
    except RuleFault as fault:
        return "", str(fault)
    return rule, ""


def _plain(text: str) -> str:
    """Words without the marks of a web page, which some calendars write."""
    return html.unescape(re.sub(r"<[^<>]{1,200}>", " ", text)) if HTML.search(text) else text


def _weekly(rule: Any, first: date) -> str:
    """How often a rule comes that is nothing but "every week" or "every n weeks" on the day on which it begins."""
    days = [str(day) for day in rule.get("BYDAY", ())]
    is_plain = {str(part).upper() for part in rule} <= PLAIN and days in ([], [DAYS[first.weekday()]])
    is_weekly = [str(one).upper() for one in rule.get("FREQ", ())] == ["WEEKLY"]
    return WEEKLY.get(int(next(iter(rule.get("INTERVAL", (1,))))), "") if is_plain and is_weekly else ""
