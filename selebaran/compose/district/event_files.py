"""A district's events for programs and for other sites: as JSON, as RSS, and as HTML that a village's site may paste.

What is to be pasted loads nothing and frames nothing; it tells the day of which it speaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree

from selebaran.compose.district.events import clock_of, moments_of, rhythm_of
from selebaran.compose.template.formats import day, days, weekdays
from selebaran.model.calendar import CalendarEntry
from selebaran.model.event import slug_of
from selebaran.model.occurrence import Occurrence
from selebaran.model.zone import tz_of

NOTHING = "<p>Belum ada kegiatan.</p>"
"""What is pasted where there is no event."""


def calendar_path(at: str, inside: str = "") -> str:
    """Where a calendar lies: that of all events, or `inside` a folder below."""
    return f"{at}/{inside}kalender.ics"


def paste_path(at: str, subdistrict: str) -> str:
    """Where the text lies that a site of a kecamatan may paste; `subdistrict` is its name as an address has it."""
    return f"{at}/tempel/{subdistrict}.txt"


def event_files(
    coming: list[Occurrence],
    zone: str,
    at: str,
    kinds: Mapping[str, str],
    address: str | None,
    entries: Mapping[str, CalendarEntry],
    as_of: date,
    mark: str = "",
) -> dict[str, bytes]:
    """The files by their paths. `coming` are the days of events from `as_of` on; `mark` stands before the title of what
    isn't for everybody."""
    told = [_data(one, zone, at, kinds, address) for one in coming]
    data = {"per": as_of.isoformat(), "kegiatan": told}
    files = {f"{at}/kegiatan.json": json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"}
    nearest = list({one.event.id: one for one in reversed(coming) if not one.cancelled}.values())[::-1]
    for name, there in _by_subdistrict(nearest).items():
        files[paste_path(at, name)] = paste_html(there, zone, address, at, as_of).encode()
    if address:
        files[f"{at}/rss.xml"] = _rss(nearest, zone, at, address, entries, mark)
    return files


def _by_subdistrict(coming: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for one in coming:
        if one.event.subdistrict:
            found.setdefault(slug_of(one.event.subdistrict), []).append(one)
    return found


def paste_html(coming: Iterable[Occurrence], zone: str, address: str | None, at: str, as_of: date) -> str:
    """A list of events as plain HTML; without an address of the site it leads nowhere."""
    lines = [paste_line(one, zone, address, at) for one in coming]
    listed = "\n".join(["<ul>", *lines, "</ul>"]) if lines else NOTHING
    return f"{listed}\n{paste_end(address, at, as_of)}\n"


def paste_line(one: Occurrence, zone: str, address: str | None, at: str) -> str:
    """An event in that list."""
    return f"<li>{_linked(one, address, at)}: {escape(_when(one, zone))}. {escape(_where(one))}.</li>"


def paste_end(address: str | None, at: str, as_of: date) -> str:
    """What stands below the list: of which day it speaks."""
    more = f' <a href="{address}{at}/">Semua kegiatan</a>' if address else ""
    return f"<p>Menurut data {day(as_of)}.{more}</p>"


def _linked(one: Occurrence, address: str | None, at: str) -> str:
    title = escape(one.event.title)
    return f'<a href="{address}{at}/{one.event.id}/">{title}</a>' if address else f"<b>{title}</b>"


def _when(one: Occurrence, zone: str) -> str:
    return f"{weekdays(one.day, one.last)}, {days(one.day, one.last)}, {clock_of(one, zone)}"


def _where(one: Occurrence) -> str:
    return ", ".join(part for part in (one.venue, one.event.subdistrict) if part)


def _data(
    one: Occurrence, zone: str, at: str, kinds: Mapping[str, str], address: str | None
) -> dict[str, str | bool | list[str] | None]:
    event, moments = one.event, moments_of(one, zone)
    return {
        "id": event.id,
        "judul": event.title,
        "jenis": kinds.get(event.kind),
        "mulai": moments.begins,
        "selesai": moments.ends,
        "jam": clock_of(one, zone),
        "tempat": one.venue,
        "kecamatan": event.subdistrict,
        "koordinat": f"{event.spot.latitude},{event.spot.longitude}" if event.spot else None,
        "penyelenggara": event.organiser,
        "bawa": list(event.bring),
        "ulang": rhythm_of(event, tz_of(zone)),
        "batal": one.cancelled,
        "pindah_dari": one.move.day.isoformat() if one.move else None,
        "catatan": one.note,
        "halaman": f"{address or ''}{at}/{event.id}/",
        "kalender": f"{address or ''}{calendar_path(at, f'{event.id}/')}",
    }


def _rss(
    nearest: Iterable[Occurrence], zone: str, at: str, address: str, entries: Mapping[str, CalendarEntry], mark: str
) -> bytes:
    """RSS 2.0: each event once, with the day on which it was told of or changed."""
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    head = {
        "title": f"{mark}Kegiatan",
        "link": f"{address}{at}/",
        "description": "Kegiatan yang akan datang",
        "language": "id",
    }
    _texts(channel, head)
    for one in nearest:
        entry = entries[str(one.event.id)]
        link = f"{address}{at}/{one.event.id}/"
        when = format_datetime(datetime.combine(entry.published, time(), UTC))
        about = f"{_when(one, zone)}. {_where(one)}."
        texts = {"title": one.event.title, "link": link, "description": about, "pubDate": when}
        item = ElementTree.SubElement(channel, "item")
        _texts(item, texts)
        ElementTree.SubElement(item, "guid", isPermaLink="false").text = f"{link}#{entry.sequence}"
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _texts(parent: ElementTree.Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text
