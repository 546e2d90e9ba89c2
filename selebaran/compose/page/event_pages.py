"""The pages of a district's events, below the page that tells of all of them: one for each event, those that are over,
all by kecamatan and by kind, and what other sites may paste."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from selebaran.compose.district.calendars import CalendarSource, calendars
from selebaran.compose.district.event_files import calendar_path, event_files, paste_html, paste_path
from selebaran.compose.district.events import (
    LISTS,
    clock_of,
    coming_days,
    moments_of,
    past_days,
    rhythm_of,
)
from selebaran.compose.district.rhythm import TONGUES
from selebaran.compose.page.finished import finished
from selebaran.compose.template.engine import escape_markdown as plain
from selebaran.compose.template.formats import day, days, hours, weekdays
from selebaran.model.calendar import entries_today
from selebaran.model.campaign import Campaign, EventKinds
from selebaran.model.edition import SiteFrame
from selebaran.model.event import RESERVED, Event, slug_of
from selebaran.model.language import INDONESIAN
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage
from selebaran.model.zone import tz_of

DAYS_SHOWN = 6
"""Of an event that comes again."""
USED = Usage(fields=frozenset(("daerah.kegiatan",)))
Sheet = tuple[str, str]
"""The name of a print piece, and its title."""


@dataclass(frozen=True)
class _Desk:
    """What the pages of one district have in common: `at` is the page that tells of events, `ask` whom residents ask,
    as Markdown; `sheets` are the print pieces that show the event that comes next."""

    folder: DistrictFolder
    at: str
    kinds: Mapping[str, str]
    as_of: date
    address: str | None
    ask: str
    sheets: tuple[Sheet, ...]

    @property
    def zone(self) -> str:
        """The district's time zone."""
        return self.folder.district.zone

    def term(self, subdistrict: str | None) -> str:
        """A kecamatan as it stands in a sentence, after a comma; "" for none."""
        term = self.folder.district.terms.subdistrict
        return f", {plain(term[:1].upper() + term[1:])} {plain(subdistrict)}" if subdistrict else ""

    def page(self, name: str, title: str, about: str, parts: Iterable[str], place: Place) -> ComposedPage:
        """A page below the one that tells of events."""
        slug, markdown = f"{self.at}/{name}", "\n\n".join(part for part in parts if part) + "\n"
        html, headings = finished(markdown, slug)
        meta = PageMeta(title, about, slug)
        used, origin = {"": USED}, {"": place}
        return ComposedPage(slug, html, meta, USED, used, origin, headings=headings, typed=(Typed(markdown, place),))


def event_slugs(folder: DistrictFolder, kinds: EventKinds | None) -> tuple[str, ...]:
    """The addresses of all of them."""
    ids = [str(event.id) for event in folder.events if kinds and event.kind in kinds.kinds]
    at = kinds.told_at.partition("#")[0] if kinds else ""
    return tuple(f"{at}/{name}" for name in (*ids, *RESERVED)) if ids else ()


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

    def pages(self, ask: str, sheets: Iterable[Sheet]) -> tuple[ComposedPage, ...]:
        """Its pages. `ask` is whom residents ask, as Markdown; `sheets` are the pieces that show what comes next."""
        if not self._events:
            return ()
        folder, coming = self._folder, self._coming
        desk = _Desk(folder, self._at, self._kinds, self._as_of, self._frame.address, ask, tuple(sheets))
        following = next((one.event.id for one in coming if not one.cancelled), None)
        whole = Place(f"districts/{folder.slug}/jadwal.yml")
        places = _places(folder)
        own = (_event_page(event, coming, desk, following, places.get(event.key, whole)) for event in self._events)
        listed = partial(_grouped, desk, [one for one in coming if not one.cancelled], whole)
        return (
            *own,
            listed("kecamatan", "Kegiatan menurut kecamatan", lambda one: one.event.subdistrict or "Tanpa kecamatan"),
            listed("jenis", "Kegiatan menurut jenis", lambda one: self._kinds[one.event.kind]),
            _archive(desk, past_days(self._events, desk.zone, self._as_of), whole),
            _to_paste(desk, coming, whole),
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
        told = event_files(self._coming, zone, self._at, self._kinds, frame.address, entries, self._as_of)
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
    event: Event, coming: Iterable[Occurrence], desk: _Desk, following: str | None, place: Place
) -> ComposedPage:
    ahead = [one for one in coming if one.event.id == event.id]
    parts = _Parts(event, ahead, desk)
    sheets = desk.sheets if event.id == following else ()
    texts = (
        parts.lede,
        parts.when,
        parts.where,
        parts.bring,
        parts.programme,
        parts.asked,
        parts.kept,
        _sheets(sheets),
    )
    return desk.page(str(event.id), event.title, parts.summary, [*texts, parts.back], place)


@dataclass(frozen=True)
class _Parts:
    """The parts of an event's page, as Markdown. `ahead` are its coming days."""

    event: Event
    ahead: list[Occurrence]
    desk: _Desk

    @property
    def _held(self) -> list[Occurrence]:
        return [one for one in self.ahead if not one.cancelled]

    @property
    def _one(self) -> Occurrence:
        """The day that is told first."""
        gone = past_days([self.event], self.desk.zone, self.desk.as_of)
        return next(iter((*self._held, *self.ahead, *gone)), Occurrence(self.event, self.event.day, True))

    @property
    def summary(self) -> str:
        """What is said of it in a list, in the search and when it is shared."""
        one = self._one
        state = "" if self._held else "Dibatalkan. " if one.cancelled else "Sudah lewat. "
        bring = f" Bawa: {', '.join(self.event.bring)}." if self.event.bring and self._held else ""
        return f"{state}{_when(one, self.desk.zone)}. {one.venue}.{bring}"

    @property
    def lede(self) -> str:
        """When and where, or that nobody should come."""
        one = self._one
        if not self._held:
            text = "Dibatalkan. Jangan datang." if one.cancelled else "Kegiatan ini sudah lewat."
            note = f"\n\n{plain(one.note)}" if one.note else ""
            return f"**{text}** {plain(_when(one, self.desk.zone))}, di {plain(one.venue)}.{note}"
        where = f"{plain(one.venue)}{self.desk.term(self.event.subdistrict)}."
        lines = [f"{_time(day, self.desk.zone, strong=True)} {where}" for day in self._held[:DAYS_SHOWN]]
        over = "**Kegiatan ini sudah lewat.** Lihat [jadwal](" + self.desk.at + ".md)."
        shown = _clocked(lines, 1, over)
        return f"{shown}\n\n{plain(self._one.note)}" if self._one.note else shown

    @property
    def when(self) -> str:
        """How often it comes, in the district's words, and its next days."""
        tz = tz_of(self.desk.zone)
        if not self._held or not (words := rhythm_of(self.event, tz)):
            return ""
        others = [code for code in self.desk.folder.district.languages if code in TONGUES and code != INDONESIAN]
        told = [f'<span lang="{code}">{_capital(rhythm_of(self.event, tz, code) or "")}.</span>' for code in others]
        shown = [one for one in self.ahead if not one.cancelled or one.is_told_apart][: DAYS_SHOWN * 2]
        lines = [self._day(one) for one in shown]
        listed = _clocked([f"- {line}" for line in lines], DAYS_SHOWN, "")
        return "\n\n".join(["## Kapan {#kapan}", " ".join([f"{_capital(words)}.", *told]), listed])

    def _day(self, one: Occurrence) -> str:
        text = _time(one, self.desk.zone)
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
        on_map = f"[Buka di peta HP](geo:{spot.latitude},{spot.longitude})" if spot else ""
        text = f"{plain(event.venue)}{self.desk.term(event.subdistrict)}."
        return "\n\n".join(part for part in ("## Di mana {#tempat}", text, "\n".join(stops), on_map) if part)

    @property
    def bring(self) -> str:
        """What to bring."""
        return _list("## Yang dibawa {#bawa}", self.event.bring if self._held else ())

    @property
    def programme(self) -> str:
        """What happens in which order."""
        return _list("## Susunan acara {#acara}", self.event.programme if self._held else ())

    @property
    def asked(self) -> str:
        """Who answers questions."""
        event, asked = self.event, self.event.asked
        organiser = f"Penyelenggara: {plain(event.organiser)}." if event.organiser else ""
        phones = (
            [f"telepon {_dialled(number.text, number.tel)}" for number in asked.phone.numbers]
            if asked and asked.phone
            else []
        )
        chats = (
            [f"WhatsApp {_dialled(number.text, number.wa)}" for number in asked.whatsapp.numbers]
            if asked and asked.whatsapp
            else []
        )
        name = f"**{', '.join([plain(asked.name), *phones, *chats])}.**" if asked else ""
        return "\n\n".join(
            part
            for part in (
                "## Bertanya {#tanya}",
                name,
                organiser,
                f"Tidak tahu harus ke mana? Tanyakan ke {self.desk.ask}.",
            )
            if part
        )

    @property
    def kept(self) -> str:
        """The calendar that reminds people, and tells them when it is called off."""
        return f"[Simpan ke kalender]({calendar_path(self.desk.at, f'{self.event.id}/')})" if self._held else ""

    @property
    def back(self) -> str:
        """Where all others are."""
        return _more(self.desk)


def _dialled(text: str, link: str) -> str:
    return f"[{plain(text)}]({link})"


def _sheets(sheets: Iterable[Sheet]) -> str:
    """The sheets that show it; whether they are printed, the page of print files knows."""
    found = [f"- [{plain(title)}](unduh.md)" for _, title in sheets]
    return _list_of("## Lembar cetaknya {#lembar}", found)


def _grouped(
    desk: _Desk, coming: list[Occurrence], place: Place, name: str, title: str, group: Callable[[Occurrence], str]
) -> ComposedPage:
    """The next day of each event, under what it is sorted by."""
    groups: dict[str, list[Occurrence]] = {}
    for one in _next_of_each(coming):
        groups.setdefault(group(one), []).append(one)
    parts = ["Tiap kegiatan disebut pada hari terdekatnya. Yang batal tidak ada di sini."]
    for about, found in sorted(groups.items()):
        has_own = name == "kecamatan" and found[0].event.subdistrict
        path = calendar_path(desk.at, f"kecamatan/{slug_of(about)}-")
        calendar = f"[Kalender {plain(about)} (.ics)]({path})" if has_own else ""
        lines = _clocked([_line(one, desk) for one in found], 0, "Belum ada kegiatan lagi di sini.")
        parts += [f"## {plain(about)} {{#{slug_of(about)}}}", lines, calendar]
    whole = f"[Semua kegiatan dalam satu kalender (.ics)]({calendar_path(desk.at)})"
    return desk.page(name, title, f"{title}, tiap kegiatan pada hari terdekatnya.", [*parts, whole, _more(desk)], place)


def _archive(desk: _Desk, past: Iterable[Occurrence], place: Place) -> ComposedPage:
    lines = [f"- {_link(one, desk)}, {days(one.day, one.last)}. {plain(one.venue)}." for one in past]
    text = "\n".join(lines) or "Belum ada kegiatan yang lewat."
    parts = [f"Kegiatan yang sudah lewat menurut data {day(desk.as_of)}, yang terbaru lebih dulu.", text, _more(desk)]
    return desk.page("arsip", "Arsip kegiatan", "Kegiatan yang sudah lewat, yang terbaru lebih dulu.", parts, place)


def _to_paste(desk: _Desk, coming: list[Occurrence], place: Place) -> ComposedPage:
    """What a village's site may paste: plain HTML that loads nothing."""
    shown = [one for one in _next_of_each(coming) if not one.cancelled]
    about = "Daftar kegiatan untuk situs desa: HTML biasa, tanpa skrip dan tanpa bingkai."
    steps = "Salin teks di bawah ini ke halaman situs desa. Isinya tidak berubah sendiri: salin lagi tiap bulan."
    text = paste_html(shown, desk.zone, desk.address, desk.at, desk.as_of)
    fence = "\n".join(["```", text.rstrip("\n"), "```"])
    others = sorted({one.event.subdistrict for one in shown if one.event.subdistrict})
    files = [f"- [{plain(name)}]({paste_path(desk.at, slug_of(name))})" for name in others]
    parts = [steps, fence, _list_of("## Satu kecamatan saja {#kecamatan}", files), _data(desk), _more(desk)]
    return desk.page("tempel", "Kegiatan untuk situs desa", about, parts, place)


def _data(desk: _Desk) -> str:
    """Data for programs."""
    rss = [f"- [Kegiatan sebagai RSS]({desk.at}/rss.xml)"] if desk.address else []
    files = [f"- [Kegiatan sebagai data (JSON)]({desk.at}/kegiatan.json)", *rss]
    return _list_of("## Untuk program lain {#data}", [*files, f"- [Kalender (.ics)]({calendar_path(desk.at)})"])


def _more(desk: _Desk) -> str:
    links = [f"[{text}]({desk.at}/{name}.md)" for name, text in LISTS.items()]
    return " · ".join([f"[Semua kegiatan]({desk.at}.md)", *links])


def _next_of_each(coming: Iterable[Occurrence]) -> Iterator[Occurrence]:
    told: set[str | None] = set()
    for one in coming:
        if not one.cancelled and one.event.id not in told:
            told.add(one.event.id)
            yield one


def _line(one: Occurrence, desk: _Desk) -> str:
    return f"- {_time(one, desk.zone)} {_link(one, desk)}. {plain(one.venue)}{desk.term(one.event.subdistrict)}."


def _link(one: Occurrence, desk: _Desk) -> str:
    return f"[{plain(one.event.title)}]({desk.at}/{one.event.id}.md)"


def _when(one: Occurrence, zone: str) -> str:
    """Kamis, 3 Desember 2026, 08.30–13.00 WIB"""
    return f"{weekdays(one.day, one.last)}, {days(one.day, one.last)}, {clock_of(one, zone)}"


def _time(one: Occurrence, zone: str, *, strong: bool = False) -> str:
    """The same as an element that knows its moments, for the reader's clock (see `compose/page/days.py`)."""
    begins, ends = moments_of(one, zone)
    text = f"{_when(one, zone)}."
    attributes = (
        f'datetime="{begins}" data-mulai="{begins}" data-selesai="{ends}" data-kegiatan="{one.event.id}-{one.day}"'
    )
    return f"<time {attributes}>{f'**{text}**' if strong else text}</time>"


def _clocked(lines: Iterable[str], most: int, over: str) -> str:
    """Lines each of which shows until its day is over, `most` at a time (0: all), and what is said after the last."""
    joined = "\n".join(lines) if most != 1 else "\n\n".join(lines)
    gone = f"\n<div data-kosong hidden>\n\n{over}\n\n</div>" if over else ""
    return f'<div data-acara="{most or ""}">\n<div data-ada>\n\n{joined}\n\n</div>{gone}\n</div>'


def _list(head: str, entries: Iterable[str]) -> str:
    return _list_of(head, [f"- {plain(entry)}" for entry in entries])


def _list_of(head: str, lines: list[str]) -> str:
    return "\n".join([f"{head}\n", *lines]) if lines else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
