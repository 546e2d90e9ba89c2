"""The pages of a district's events, below the page that tells of all of them: one for each event, and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, partial

from selebaran.compose.district.calendars import CalendarSource, calendars
from selebaran.compose.district.event_files import calendar_path, event_files
from selebaran.compose.district.events import (
    MONTHS_READ,
    coming_days,
    ending_days,
    kept_days,
    moments_of,
    past_days,
    rhythm_of,
)
from selebaran.compose.page.event_lists import archive_page, grouped_page, paste_page
from selebaran.compose.page.event_words import (
    DAYS_KEPT,
    EventDesk,
    Later,
    Sheet,
    clocked,
    listed,
    sentence,
    time_of,
    ways_on,
    when_of,
)
from selebaran.compose.page.printed import printed as plain
from selebaran.compose.page.printed import within_tag
from selebaran.compose.template.formats import day, hours, weekdays
from selebaran.model.calendar import entries_today
from selebaran.model.campaign import Campaign
from selebaran.model.edition import PieceOutcome, SiteFrame
from selebaran.model.event import RESERVED, AskedAbout, Event
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import EventDay
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage
from selebaran.model.zone import tz_of

OVER, MORE = "Kegiatan ini sudah lewat.", "Hari berikutnya belum ada di sini."
DAYS_SHOWN = 6
"""Of an event that comes again."""


class DistrictEvents:
    """What a site has of its district's events, as of a day: nothing where there are none, or where the campaign has no
    page that tells of events."""

    def __init__(self, folder: DistrictFolder, campaign: Campaign, as_of: date, frame: SiteFrame) -> None:
        kinds = campaign.events
        self._folder, self._as_of, self._frame = folder, as_of, frame
        self._kinds = kinds.kinds if kinds else {}
        self._at = kinds.told_at.partition("#")[0] if kinds and frame.events_page else ""
        self._events = [event for event in folder.events if self._at and event.kind in self._kinds]
        self._coming = coming_days(self._events, folder.district.zone, as_of)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The addresses of all its pages."""
        names = (*(str(event.id) for event in self._events), *RESERVED)
        return tuple(f"{self._at}/{name}" for name in names) if self._events else ()

    def pages(self, ask: str, sheets: Iterable[Sheet]) -> tuple[ComposedPage, ...]:
        """Its pages. `ask` is whom residents ask, as Markdown; `sheets` are the pieces that show what comes next."""
        if not self._events:
            return ()
        folder, zone = self._folder, self._folder.district.zone
        coming = coming_days(self._events, zone, self._as_of, MONTHS_READ)
        kept = kept_days(self._events, zone, self._as_of)
        desk = EventDesk(
            folder, self._at, self._kinds, self._as_of, self._frame.address, ask, tuple(sheets), self._frame.languages
        )
        following = next((one.event.id for one in coming if not one.cancelled), None)
        whole = Place(f"districts/{folder.slug}/jadwal.yml")
        places = _places(folder)
        own = (_event_page(event, coming, desk, following, places.get(event.key, whole)) for event in self._events)
        held = [one for one in kept if not one.cancelled]
        ends = ending_days(self._events, zone, self._as_of)
        by = partial(grouped_page, desk, held, whole, ends=ends)
        return (
            *own,
            by("kecamatan", "Kegiatan menurut kecamatan", lambda one: one.event.subdistrict or "Tanpa kecamatan"),
            by("jenis", "Kegiatan menurut jenis", lambda one: self._kinds[one.event.kind]),
            archive_page(desk, past_days(self._events, desk.zone, self._as_of), whole, ends),
            paste_page(desk, held, whole, ends),
        )

    def files(self) -> dict[str, bytes]:
        """Calendars, and what programs and other sites read."""
        folder, frame = self._folder, self._frame
        entries = entries_today(folder.events, folder.calendar, folder.district.tz, self._as_of)
        if not self._at or not (self._events or entries):
            return {}
        mark = "(PRATINJAU) " if frame.is_preview else ""
        name = f"{frame.names.site}{' (rekaan)' if frame.is_fictional else ''}"
        source = CalendarSource(folder, entries, self._at, self._kinds, frame.address, mark, name)
        zone = folder.district.zone
        told = event_files(self._coming, zone, self._at, self._kinds, frame.address, entries, self._as_of, mark)
        return {**calendars(source), **(told if self._events else {})}


def _places(folder: DistrictFolder) -> dict[tuple[str, str, str, str], Place]:
    """Where each event is written."""
    return {
        record.key: file.places.of(*loc)
        for file in folder.typed
        for loc, record in file.records()
        if isinstance(record, Event)
    }


def _event_page(
    event: Event, coming: Iterable[Occurrence], desk: EventDesk, following: str | None, place: Place
) -> ComposedPage:
    ahead = [one for one in coming if one.event.id == event.id]
    parts = _Parts(event, ahead, desk)
    sheets = desk.sheets if event.id == following else ()
    # The first heading ends the lede in the page's template, so it stands in no element that the clock hides.
    texts = (parts.lede, parts.kept, parts.where, parts.when, parts.bring, parts.programme, parts.asked)
    whole = [*texts, parts.until_next_is_over(_sheets(sheets)), parts.back]
    page = desk.page(str(event.id), event.title, parts.summary, whole, place, parts.later)
    files = frozenset(f"printables/{name}/piece.{kind}" for name, _ in sheets for kind in ("yml", "html"))
    days = tuple(_day(one, desk) for one in ahead[:DAYS_SHOWN])
    return replace(page, usage=page.usage | Usage(files=files), meta=replace(page.meta, event_days=days))


def _day(one: Occurrence, desk: EventDesk) -> EventDay:
    """A day as programs read it."""
    tz, event, move = tz_of(desk.zone), one.event, one.move
    begins, ends = (one.day, one.last) if one.start is None else (one.begins(tz), one.over(tz) if one.end else None)
    term = desk.folder.district.terms.subdistrict.capitalize()
    area = (f"{term} {event.subdistrict}",) if event.subdistrict else ()
    moved = datetime.combine(move.day, event.start or time(), tz).isoformat() if move else None
    return EventDay(
        event.title,
        begins.isoformat(),
        ends.isoformat() if ends else None,
        one.venue,
        area,
        event.organiser,
        one.cancelled,
        moved,
    )


@dataclass(frozen=True)
class _Parts:
    """The parts of an event's page, as Markdown. `ahead` are its coming days."""

    event: Event
    ahead: list[Occurrence]
    desk: EventDesk

    @property
    def _held(self) -> list[Occurrence]:
        return [one for one in self.ahead if not one.cancelled]

    @property
    def _one(self) -> Occurrence:
        """The day that is told first."""
        gone = (self._gone,) if self._gone and not self._held else ()
        return next(iter((*self._held, *self.ahead, *gone)), Occurrence(self.event, self.event.day, True))

    @cached_property
    def _gone(self) -> Occurrence | None:
        """Its last day, as a page tells of it when that is over; None where more may come than are told here."""
        held = self._held[:DAYS_KEPT]
        if held and held[-1].last == date.max:
            return None
        after = held[-1].last + timedelta(days=1) if held else self.desk.as_of
        return next(iter(past_days([self.event], self.desk.zone, after)), None)

    @property
    def summary(self) -> str:
        """What is said of it in a list, in the search and when it is shared."""
        state = "" if self._held else "Dibatalkan. " if self._one.cancelled else "Sudah lewat. "
        return f"{state}{self._told(self._one)}"

    def _told(self, one: Occurrence) -> str:
        bring = f" Bawa: {', '.join(self.event.bring)}." if self.event.bring and self._held else ""
        return f"{when_of(one, self.desk.zone)}. {one.venue}.{bring}"

    @property
    def later(self) -> tuple[Later, ...]:
        """What the summary says when days have passed."""
        held = self._held[:DAYS_KEPT]
        over = "Sudah lewat. " if self._gone else "Hari berikutnya belum ada di sini. Terakhir: "
        told = [*(self._told(one) for one in held[1:]), *(f"{over}{self._told(one)}" for one in held[-1:])]
        days = zip(held, told, strict=True)
        return tuple((one.last + timedelta(days=1), text) for one, text in days if one.last < date.max)

    @property
    def lede(self) -> str:
        """When and where, or that nobody should come."""
        one = self._one
        if not self._held:
            return self._off(one, "Dibatalkan. Jangan datang." if one.cancelled else OVER)
        where = f"{plain(one.venue)}{self.desk.term(self.event.subdistrict)}."
        lines = [f"{time_of(day, self.desk.zone, strong=True)} {where}" for day in self._held[:DAYS_KEPT]]
        over = self._off(self._gone, OVER) if self._gone else f"**{MORE}** Lihat [jadwal]({self.desk.at}.md)."
        shown = clocked(lines, 1, over)
        return f"{shown}\n\n{self.until_over(plain(self._one.note))}" if self._one.note else shown

    def _off(self, one: Occurrence, said: str) -> str:
        """That nobody should come, and when that was."""
        note = f"\n\n{plain(one.note)}" if one.note else ""
        return f"**{said}** {plain(when_of(one, self.desk.zone))}, di {plain(one.venue)}.{note}"

    @property
    def when(self) -> str:
        """How often it comes, in the district's words, and its next days."""
        words = self._rhythm()
        if not self._held or not words:
            return ""
        shown = [one for one in self.ahead if not one.cancelled or one.is_told_apart][:DAYS_KEPT]
        days = clocked([f"- {self._day(one)}" for one in shown], DAYS_SHOWN, "")
        return self.until_over("\n\n".join(["## Kapan {#kapan}", words, days]))

    def _rhythm(self) -> str:
        """How often it comes, in the district's languages."""
        tz, others = tz_of(self.desk.zone), self.desk.folder.district.languages
        words = rhythm_of(self.event, tz)
        if words is None:
            return ""
        known = {code: found.rhythm for code in others if (found := self.desk.languages.get(code)) and found.rhythm}
        told = {code: rhythm_of(self.event, tz, theirs) for code, theirs in known.items()}
        spoken = [f'<span lang="{code}">{sentence(text)}</span>' for code, text in told.items() if text]
        return " ".join([sentence(words), *spoken])

    def _day(self, one: Occurrence) -> str:
        text = time_of(one, self.desk.zone)
        moved = f" Pindah dari {plain(weekdays(one.move.day))}, {day(one.move.day)}." if one.move else ""
        venue = f" {plain(one.venue)}." if one.venue != self.event.venue else ""
        return f"<del>{text}</del> **Dibatalkan.**" if one.cancelled else f"{text}{moved}{venue}"

    @property
    def where(self) -> str:
        """The place, on the map too; of a travelling service, its stops."""
        event = self.event
        stops = [
            f"- **{hours(one.start, one.end, self.desk.zone)}:** {plain(one.venue)}{self.desk.term(one.subdistrict)}"
            for one in event.stops
        ]
        spot = event.spot
        on_map = f"[Buka di peta HP](geo:{within_tag(spot.latitude)},{within_tag(spot.longitude)})" if spot else ""
        text = f"{plain(event.venue)}{self.desk.term(event.subdistrict)}."
        return "\n\n".join(part for part in ("## Di mana {#tempat}", text, "\n".join(stops), on_map) if part)

    @property
    def bring(self) -> str:
        """What to bring."""
        return self.until_over(_bullets("## Yang dibawa {#bawa}", self.event.bring))

    @property
    def programme(self) -> str:
        """What happens in which order."""
        return self.until_over(_bullets("## Susunan acara {#acara}", self.event.programme))

    @property
    def asked(self) -> str:
        """Who answers questions."""
        organiser = f"Penyelenggara: {plain(self.event.organiser)}." if self.event.organiser else ""
        otherwise = f"Tidak tahu harus ke mana? Tanyakan ke {self.desk.ask}."
        told = (_numbers(self.event.asked), organiser, otherwise)
        return "\n\n".join(["## Bertanya {#tanya}", *(part for part in told if part)])

    @property
    def kept(self) -> str:
        """The calendar that reminds people, and tells them when it is called off."""
        return self.until_over(
            f"[Simpan ke kalender]({calendar_path(self.desk.at, f'{within_tag(str(self.event.id))}/')})"
        )

    def until_over(self, text: str) -> str:
        """What is of no use when the event is over, or is off."""
        if not text or not self._held or not self._gone:
            return text if self._held else ""
        return self._until(text, self._held[-1])

    def until_next_is_over(self, text: str) -> str:
        """What is of one day alone: a sheet shows the event on its next one."""
        return self._until(text, self._held[0]) if text and self._held else ""

    def _until(self, text: str, one: Occurrence) -> str:
        return f'<div data-sampai="{within_tag(moments_of(one, self.desk.zone).ends)}">\n\n{text}\n\n</div>'

    @property
    def back(self) -> str:
        """Where all others are."""
        return ways_on(self.desk)


def _numbers(asked: AskedAbout | None) -> str:
    if asked is None:
        return ""
    phones = [f"telepon {_dialled(one.text, one.tel)}" for one in (asked.phone.numbers if asked.phone else ())]
    chats = [f"WhatsApp {_dialled(one.text, one.wa)}" for one in (asked.whatsapp.numbers if asked.whatsapp else ())]
    return f"**{', '.join([plain(asked.name), *phones, *chats])}.**"


def _dialled(text: str, link: str) -> str:
    return f"[{plain(text)}]({link})"


def _sheets(sheets: Iterable[Sheet]) -> str:
    """The sheets that show it; whether they are printed, the page of print files knows."""
    found = [f"- [{plain(title)}](unduh.md)" for _, title in sheets]
    return listed("## Lembar cetaknya {#lembar}", found)


def _bullets(head: str, entries: Iterable[str]) -> str:
    return listed(head, [f"- {plain(entry)}" for entry in entries])


def about_events(outcomes: Iterable[PieceOutcome]) -> tuple[tuple[str, str], ...]:
    """The pieces that show events, with their titles."""
    shown = [one for one in outcomes if "daerah.kegiatan" in {".".join(f.split(".")[:2]) for f in one.usage.fields}]
    return tuple((one.name, one.title) for one in shown)
