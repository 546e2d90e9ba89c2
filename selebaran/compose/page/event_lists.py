"""Pages that list a district's events: by kecamatan and by kind, those that are over, what other sites may paste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from selebaran.compose.district.event_files import calendar_path, paste_html, paste_path
from selebaran.compose.page.event_words import DAYS_KEPT, EventDesk, clocked, linked, listed, time_of, ways_on
from selebaran.compose.template.engine import escape_markdown as plain
from selebaran.compose.template.formats import day, days
from selebaran.model.event import slug_of
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place


def grouped_page(
    desk: EventDesk,
    coming: list[Occurrence],
    place: Place,
    name: str,
    title: str,
    group: Callable[[Occurrence], str],
) -> ComposedPage:
    """The next day of each event, under what it is sorted by."""
    groups: dict[str, list[Occurrence]] = {}
    for one in _soonest(coming):
        groups.setdefault(group(one), []).append(one)
    parts = ["Tiap kegiatan disebut pada hari terdekatnya. Yang batal tidak ada di sini."]
    for about, found in sorted(groups.items()):
        has_own = name == "kecamatan" and found[0].event.subdistrict
        path = calendar_path(desk.at, f"kecamatan/{slug_of(about)}-")
        calendar = f"[Kalender {plain(about)} (.ics)]({path})" if has_own else ""
        lines = clocked([_line(one, desk) for one in found], 0, "Belum ada kegiatan lagi di sini.", once=True)
        parts += [f"## {plain(about)} {{#{slug_of(about)}}}", lines, calendar]
    parts += [f"[Semua kegiatan dalam satu kalender (.ics)]({calendar_path(desk.at)})", ways_on(desk)]
    return desk.page(name, title, f"{title}, tiap kegiatan pada hari terdekatnya.", parts, place)


def coming_lines(coming: Iterable[Occurrence], desk: EventDesk) -> list[str]:
    """A line for each coming day, so many of each event that a page that nobody builds again still has its next one."""
    return [_line(one, desk) for one in _soonest(coming)]


def archive_page(desk: EventDesk, past: Iterable[Occurrence], place: Place) -> ComposedPage:
    """What is over."""
    lines = [f"- {linked(one, desk)}, {days(one.day, one.last)}. {plain(one.venue)}." for one in past]
    text = "\n".join(lines) or "Belum ada kegiatan yang lewat."
    parts = [f"Kegiatan yang sudah lewat menurut data {day(desk.as_of)}, yang terbaru lebih dulu.", text, ways_on(desk)]
    return desk.page("arsip", "Arsip kegiatan", "Kegiatan yang sudah lewat, yang terbaru lebih dulu.", parts, place)


def paste_page(desk: EventDesk, coming: list[Occurrence], place: Place) -> ComposedPage:
    """What a village's site may paste: plain HTML that loads nothing."""
    shown = [one for one in _next_of_each(coming) if not one.cancelled]
    about = "Daftar kegiatan untuk situs desa: HTML biasa, tanpa skrip dan tanpa bingkai."
    steps = "Salin teks di bawah ini ke halaman situs desa. Isinya tidak berubah sendiri: salin lagi tiap bulan."
    text = paste_html(shown, desk.zone, desk.address, desk.at, desk.as_of)
    fence = "\n".join(["```", text.rstrip("\n"), "```"])
    others = sorted({one.event.subdistrict for one in shown if one.event.subdistrict})
    files = [f"- [{plain(name)}]({paste_path(desk.at, slug_of(name))})" for name in others]
    parts = [steps, fence, listed("## Satu kecamatan saja {#kecamatan}", files), _data(desk), ways_on(desk)]
    return desk.page("tempel", "Kegiatan untuk situs desa", about, parts, place)


def _data(desk: EventDesk) -> str:
    """Data for programs."""
    rss = [f"- [Kegiatan sebagai RSS]({desk.at}/rss.xml)"] if desk.address else []
    files = [f"- [Kegiatan sebagai data (JSON)]({desk.at}/kegiatan.json)", *rss]
    return listed("## Untuk program lain {#data}", [*files, f"- [Kalender (.ics)]({calendar_path(desk.at)})"])


def _next_of_each(coming: Iterable[Occurrence]) -> Iterator[Occurrence]:
    told: set[str | None] = set()
    for one in coming:
        if not one.cancelled and one.event.id not in told:
            told.add(one.event.id)
            yield one


def _soonest(coming: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """So many days of each event that a page that nobody builds again still has its next one."""
    told: Counter[str | None] = Counter()
    for one in coming:
        told[one.event.id] += 1
        if told[one.event.id] <= DAYS_KEPT:
            yield one


def _line(one: Occurrence, desk: EventDesk) -> str:
    where = f"{plain(one.venue)}{desk.term(one.event.subdistrict)}"
    return f"- {time_of(one, desk.zone, str(one.event.id))} {linked(one, desk)}. {where}."
