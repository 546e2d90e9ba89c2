"""What a page's template reads as `page.meta`: the one place where a page's typed facts get their Indonesian names.

Here begins what MkDocs and Jinja see; a name that isn't given is absent, as in any front matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from selebaran.compose.fact.row import listed, overdue_counts
from selebaran.compose.fact.stages import Stage, spans
from selebaran.compose.template.formats import day, timed_day
from selebaran.compose.template.views import Values
from selebaran.model.artifact import Download
from selebaran.model.page import address_of
from selebaran.model.page_meta import (
    Change,
    EventForm,
    NextEvent,
    OfferedCard,
    OfferedFile,
    PageMeta,
    PaperShown,
    Spoken,
    Way,
)
from selebaran.model.paper import Verdict
from selebaran.model.piece import thumbnail_path
from selebaran.model.sharing import BESIDE_LINK, Shape
from selebaran.site.downloads import OR, offered, sorted_out


def template_meta(meta: PageMeta, downloads: Sequence[Download], data: str = "") -> dict[str, Any]:
    """A page under the names of its template. `downloads` are the print files that the site really has, `data` is what
    programs read of it."""
    found = {
        "title": meta.title,
        "description": meta.description,
        "slug": meta.slug,
        "template": meta.template,
        "hide": list(meta.hidden_parts),
        "noindex": meta.noindex,
        "kecamatan": meta.is_subdistrict,
        "bawa_kecamatan": meta.brings_own,
        "ditahan": meta.is_withheld,
        "dari": meta.layer,
        "umpan": meta.feed,
        "fakta": [listed(row) for row in meta.facts],
        "fakta_lewat": overdue_counts(meta.facts),
        "fakta_dipakai": [listed(row) for row in meta.facts_in_use],
        "fakta_dipakai_lewat": overdue_counts(meta.facts_in_use),
        "perubahan": _changes(meta.changes),
        "perubahan_hari": _while_told(meta.changes),
        "bagikan": _summaries(meta),
        **_withheld(meta.withheld_from, meta.withheld_text),
        "pilihan": [choice.model_dump(by_alias=True) for choice in meta.choices],
        "acara": [_event(event) for event in meta.next_events],
        "unduh": offered(meta.offers, downloads),
        "unduh_lewat": sorted_out(meta.offers, downloads),
        "acara_isian": _event_form(meta.event_form),
        "petugas": meta.for_staff,
        "edisi": _paper(meta.paper, downloads) if meta.paper else None,
        **(_spoken(meta.spoken) if meta.spoken else {}),
        **_passed_on(meta),
        "diubah": str(meta.changed_on or ""),
        "pindah": _forward(meta),
        "data": data,
        "bahasa_lain": [_way(way) for way in meta.ways],
    }
    return {name: value for name, value in found.items() if value}


def _passed_on(meta: PageMeta) -> Values:
    """What the page shows for passing on, or has itself: pictures, messages, the sheets of an event."""
    return {
        "kartu": tuple(_card(card) for card in meta.cards),
        "pesan_bulan": tuple(_file(file) for file in meta.messages),
        "gambar_tautan": _beside_link(meta.card) if meta.card else None,
        "lembar_acara": _file(meta.sheets) if meta.sheets else None,
        "halaman_gambar": meta.sharing_page,
    }


SHAPES: dict[Shape, str] = {
    "persegi": "Persegi, untuk obrolan",
    "tegak": "Tegak, untuk media sosial",
    "cerita": "Penuh layar, untuk status",
}
"""What residents take a picture for. The one beside a link isn't saved by anybody."""


def _card(card: OfferedCard) -> Values:
    """A picture in the shapes in which it is saved; the first is shown."""
    files: tuple[Values, ...] = tuple(
        {
            "nama": SHAPES[file.shape],
            "url": file.path,
            "lebar": file.width,
            "tinggi": file.height,
            "ukuran": _kilobytes(file.size),
        }
        for file in card.files
        if file.shape in SHAPES
    )
    return {
        "nama": card.name,
        "kelompok": card.group,
        "judul": card.title,
        "teks": card.alternative,
        "kata": card.caption,
        "url": address_of(card.page),
        "berkas": files,
        "sampai": card.gone_from,
    }


def _beside_link(card: OfferedCard) -> Values | None:
    """The picture that chats show beside a link to the page."""
    found = next((file for file in card.files if file.shape == BESIDE_LINK), None)
    if found is None:
        return None
    size: Values = {"lebar": found.width, "tinggi": found.height}
    return {"url": found.path, "teks": card.alternative, "nama": card.name, **size}


def _file(file: OfferedFile) -> Values:
    told: Values = {"judul": file.title, "url": file.path, "ukuran": _kilobytes(file.size), "halaman": file.pages}
    return {**told, "sampai": file.gone_from}


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1000))} KB"


def _withheld(since: date | None, text: str | None) -> Values:
    return {"ditahan_mulai": since.isoformat() if since else None, "ditahan_kata": text}


def _summaries(meta: PageMeta) -> tuple[Values, ...]:
    """The page's summary as it is passed on, now and on later days; nothing where it stays the same."""
    stages = [Stage(None, meta.description), *(Stage(*later) for later in meta.later_descriptions)]
    found = spans(stages)
    return tuple({"kata": span.text, "hari": span.attributes} for span in found) if len(found) > 1 else ()


LISTED = 3
"""So many of the pages that say something otherwise are named."""


def _changes(changes: Sequence[Change]) -> tuple[Values, ...]:
    """What is otherwise since a day, by day, the newest first."""
    by_day = groupby(changes, key=lambda change: change.on)
    return tuple(_day_of_change(on, tuple(told)) for on, told in by_day)


def _day_of_change(on: date, told: Sequence[Change]) -> Values:
    items = tuple(map(_change, told))
    return {"hari": timed_day(on), "hal": items, "dari": _iso(told[0].shows_from), "sampai": _iso(_over(told))}


def _over(changes: Sequence[Change]) -> date | None:
    """The day from which on none of these is told any more."""
    return max((change.gone_from for change in changes if change.gone_from), default=None)


def _while_told(changes: Sequence[Change]) -> Values | None:
    """The first day to come on which there is something to tell, where there is nothing today, and the last one's
    morrow."""
    begins = [change.shows_from for change in changes]
    since = min((day for day in begins if day), default=None) if None not in begins else None
    return {"dari": _iso(since), "sampai": _iso(_over(changes))} if changes else None


def _change(change: Change) -> Values:
    pages: tuple[Values, ...] = tuple({"judul": title, "url": at} for title, at in change.pages[:LISTED])
    return {
        "apa": change.subject,
        "kata": change.words,
        "nilai": change.values,
        "bunyi": change.said,
        "nilai_sampai": _iso(change.told_until),
        "halaman": pages,
        "lain": len(change.pages) - len(pages),
        "sampai": _iso(change.gone_from),
    }


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _forward(meta: PageMeta) -> Values | None:
    if meta.forward is None:
        return None
    return {"judul": meta.forward.title, "url": address_of(f"{meta.prefix}{meta.forward.slug}") or "./"}


def _spoken(spoken: Spoken) -> Values:
    return {
        "bahasa": spoken.code,
        "bahasa_awalan": spoken.prefix,
        "bahasa_catatan": spoken.note,
        "bahasa_peninjau": spoken.reviewer,
        "bahasa_arah": "rtl" if spoken.is_from_the_right else None,
        "bahasa_longgar": spoken.is_roomy,
    }


def _way(way: Way) -> Values:
    names = {"kode": way.code, "nama": way.name, "url": way.address}
    return {**names, "ini": way.is_here, "terjemahan": way.is_translated}


def _event(event: NextEvent) -> Values:
    return {
        "judul": event.title,
        "mulai": event.begins,
        "selesai": event.ends,
        "hari": event.weekday,
        "tanggal_angka": event.day_of_month,
        "bulan_tahun": event.month,
        "jam": event.hours,
        "tempat": event.venue,
        "bawa": event.bring,
        "id": event.id,
    }


def _event_form(form: EventForm | None) -> Values:
    """The page on which staff prepare an event; nothing for others."""
    if form is None:
        return {}
    kinds: tuple[Values, ...] = tuple({"nama": name, "kesempatan": OR.join(suits)} for name, suits in form.kinds)
    return {"jenis": kinds, "kertas": form.paper, "zona": form.zone}


def _paper(shown: PaperShown, downloads: Sequence[Download]) -> Values:
    """The page of an edition on paper; its piece can be fetched where it was really printed."""
    verdict, edition = shown.verdict, shown.verdict.edition
    can_download = shown.can_download and any(made.piece == edition.piece for made in downloads)
    successor = verdict.successor
    return {
        "kode": edition.code,
        "judul": edition.title,
        "lembar": edition.piece,
        "keadaan": verdict.state,
        "tahap": _stages(shown),
        "terbit": timed_day(edition.published) if shown.is_published else None,
        "per": day(shown.as_of),
        "per_hari": timed_day(shown.as_of),
        **_until(verdict),
        "pengganti": {"kode": successor, "url": f"e/{successor}/"} if successor else None,
        "subjek": {"judul": shown.subject, "url": shown.subject_address},
        "unduh": can_download,
        "gambar": thumbnail_path(edition.piece) if can_download else None,
    }


def _stages(shown: PaperShown) -> tuple[Values, ...]:
    """The verdict, and those that follow it, each with the day on which it begins and the one on which it ends."""
    stages = [(None, shown.verdict), *shown.later]
    ends = [*(since for since, _ in stages[1:]), None]
    return tuple(
        {
            "keadaan": verdict.state,
            "dari": since.isoformat() if since else None,
            "sampai": end.isoformat() if end else None,
            "sejak": timed_day(verdict.since) if verdict.since else None,
            "perubahan": verdict.changes,
            "periksa": verdict.checking,
            **_until(verdict),
        }
        for (since, verdict), end in zip(stages, ends, strict=True)
    )


def _until(verdict: Verdict) -> Values:
    """Until when the sheet may be relied on; the day that stands on paper where a recheck has moved it since."""
    now, printed = verdict.until, verdict.edition.until
    moved = now is not None and printed is not None and now != printed
    other = timed_day(printed) if printed and moved else None
    return {"berlaku": timed_day(now) if now else None, "berlaku_tercetak": other}
