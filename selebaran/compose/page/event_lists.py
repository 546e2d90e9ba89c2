"""Pages that list a district's events: by kecamatan and by kind, those that are over, what other sites may paste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html import escape

from selebaran.compose.district.event_files import NOTHING, calendar_path, paste_end, paste_line, paste_path
from selebaran.compose.district.events import moments_of, newest_first
from selebaran.compose.page.event_words import DAYS_KEPT, EventDesk, clocked, linked, listed, time_of, ways_on
from selebaran.compose.page.printed import printed as plain
from selebaran.compose.page.printed import within_tag
from selebaran.compose.template.formats import day, days
from selebaran.model.event import slug_of
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place

Ends = Mapping[str, tuple[Occurrence, date]]
"""The last days of events (see `ending_days`)."""


def grouped_page(
    desk: EventDesk,
    coming: list[Occurrence],
    place: Place,
    name: str,
    title: str,
    group: Callable[[Occurrence], str],
    ends: Ends,
) -> ComposedPage:
    """The next day of each event, under what it is sorted by. A part goes when all of its events are over."""
    groups: dict[str, list[Occurrence]] = {}
    for one in _soonest(coming):
        groups.setdefault(group(one), []).append(one)
    parts = ["Tiap kegiatan disebut pada hari terdekatnya. Yang batal tidak ada di sini."]
    for about, found in sorted(groups.items()):
        has_own = name == "kecamatan" and found[0].event.subdistrict
        path = calendar_path(desk.at, f"kecamatan/{within_tag(slug_of(about))}-")
        gone = until(_over_from(found, ends))
        calendar = f"[Kalender {plain(about)} (.ics)]({path}){gone}" if has_own else ""
        lines = clocked([_line(one, desk) for one in found], 0, f"Belum ada kegiatan lagi di sini.{gone}", once=True)
        parts += [f"## {plain(about)}{gone} {{#{within_tag(slug_of(about))}}}", lines, calendar]
    parts += [f"[Semua kegiatan dalam satu kalender (.ics)]({calendar_path(desk.at)})", ways_on(desk)]
    return desk.page(name, title, f"{title}, tiap kegiatan pada hari terdekatnya.", parts, place)


def coming_lines(coming: Iterable[Occurrence], desk: EventDesk) -> list[str]:
    """A line for each coming day, so many of each event that a page that nobody builds again still has its next one."""
    return [_line(one, desk) for one in _soonest(coming)]


def _over_from(found: Iterable[Occurrence], ends: Ends) -> date | None:
    """The day from which all these events are over; None where one comes again without an end."""
    known = [ends.get(str(one.event.id)) for one in found]
    return max((end[1] for end in known if end), default=None) if all(known) else None


def until(gone: date | None) -> str:
    """What hands its last day to the heading, item or paragraph in which it stands."""
    return f'<span data-sampai="{within_tag(str(gone))}"></span>' if gone else ""


def archive_page(desk: EventDesk, past: Iterable[Occurrence], place: Place, ends: Ends) -> ComposedPage:
    """What is over, now and by the reader's clock."""
    before, later = list(past), {name: since for name, (_, since) in ends.items()}
    every = newest_first([*before, *(one for one, _ in ends.values())])
    lines = [f"- {_from(later.get(str(one.event.id)))}{_held(one, desk)}" for one in every]
    none = "" if before else f"Belum ada kegiatan yang lewat.{until(min(later.values(), default=None))}"
    told = f"Kegiatan yang sudah lewat menurut data {day(desk.as_of)}, yang terbaru lebih dulu."
    parts = [told, none, "\n".join(lines), ways_on(desk)]
    return desk.page("arsip", "Arsip kegiatan", "Kegiatan yang sudah lewat, yang terbaru lebih dulu.", parts, place)


def _held(one: Occurrence, desk: EventDesk) -> str:
    return f"{linked(one, desk)}, {plain(days(one.day, one.last))}. {plain(one.venue)}."


def _from(since: date | None) -> str:
    """What lets an item wait for its first day."""
    return f'<span data-dari="{within_tag(str(since))}" hidden></span>' if since else ""


def paste_page(desk: EventDesk, coming: list[Occurrence], place: Place, ends: Ends) -> ComposedPage:
    """What a village's site may paste: plain HTML that loads nothing. Nobody copies what is over: it isn't shown."""
    about = "Daftar kegiatan untuk situs desa: HTML biasa, tanpa skrip dan tanpa bingkai."
    steps = "Salin teks di bawah ini ke halaman situs desa. Isinya tidak berubah sendiri: salin lagi tiap bulan."
    parts = [_of_subdistricts(coming, desk, ends), _data(desk), ways_on(desk)]
    lines = list(_lines_to_paste(coming, desk))
    shown = "".join(f"<span{attributes}>{escape(text, quote=False)}\n</span>" for text, attributes in lines)
    text = f'<pre data-acara="" data-sekali><code>{shown}</code></pre>'
    fence = "\n".join(["```", *(text for text, _ in lines), "```"])
    title = "Kegiatan untuk situs desa"
    return desk.page("tempel", title, about, [steps, text, *parts], place, typed=[steps, fence, *parts])


def _of_subdistricts(coming: Iterable[Occurrence], desk: EventDesk, ends: Ends) -> str:
    """The texts of one kecamatan each."""
    there = [one for one in coming if one.event.subdistrict]
    names = sorted({str(one.event.subdistrict) for one in there})
    files = [
        f"- [{plain(name)}]({paste_path(desk.at, within_tag(slug_of(name)))})"
        f"{until(_over_from((one for one in there if one.event.subdistrict == name), ends))}"
        for name in names
    ]
    return listed(f"## Satu kecamatan saja{until(_over_from(there, ends))} {{#kecamatan}}", files)


def _lines_to_paste(coming: Iterable[Occurrence], desk: EventDesk) -> Iterator[tuple[str, str]]:
    """The text, each event in it on its next day: its lines, each with the attributes of what shows it."""
    found = list(_soonest(coming))
    if found:
        yield "<ul>", " data-ada"
    for one in found:
        begins, ends = moments_of(one, desk.zone)
        days = f' data-mulai="{begins}" data-selesai="{ends}" data-kegiatan="{one.event.id}"'
        yield paste_line(one, desk.zone, desk.address, desk.at), days
    if found:
        yield "</ul>", " data-ada"
    yield NOTHING, " data-kosong hidden" if found else " data-kosong"
    yield paste_end(desk.address, desk.at, desk.as_of), ""


def _data(desk: EventDesk) -> str:
    """Data for programs."""
    rss = [f"- [Kegiatan sebagai RSS]({desk.at}/rss.xml)"] if desk.address else []
    files = [f"- [Kegiatan sebagai data (JSON)]({desk.at}/kegiatan.json)", *rss]
    return listed("## Untuk program lain {#data}", [*files, f"- [Kalender (.ics)]({calendar_path(desk.at)})"])


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
