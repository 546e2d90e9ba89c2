"""What a page's template reads as `page.meta`: the one place where a page's typed facts get their Indonesian names.

Here begins what MkDocs and Jinja see; a name that isn't given is absent, as in any front matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selebaran.compose.fact.row import listed
from selebaran.compose.template.formats import day
from selebaran.compose.template.views import Values
from selebaran.model.artifact import Download
from selebaran.model.page_meta import NextEvent, PageMeta, PaperShown, Spoken, Way
from selebaran.model.paper import Verdict
from selebaran.model.piece import thumbnail_path
from selebaran.site.downloads import offered, sorted_out


def template_meta(meta: PageMeta, downloads: Sequence[Download]) -> dict[str, Any]:
    """A page under the names of its template. `downloads` are the print files that the site really has."""
    found = {
        "title": meta.title,
        "description": meta.description,
        "slug": meta.slug,
        "template": meta.template,
        "hide": list(meta.hidden_parts),
        "noindex": meta.noindex,
        "ditahan": meta.is_withheld,
        "dari": meta.layer,
        "umpan": meta.feed,
        "fakta": [listed(row) for row in meta.facts],
        "fakta_dipakai": [listed(row) for row in meta.facts_in_use],
        "pilihan": [choice.model_dump(by_alias=True) for choice in meta.choices],
        "acara": _event(meta.next_event) if meta.next_event else None,
        "unduh": offered(meta.offers, downloads),
        "unduh_lewat": sorted_out(meta.offers, downloads),
        "edisi": _paper(meta.paper, downloads) if meta.paper else None,
        **(_spoken(meta.spoken) if meta.spoken else {}),
        "bahasa_lain": [_way(way) for way in meta.ways],
    }
    return {name: value for name, value in found.items() if value}


def _spoken(spoken: Spoken) -> Values:
    return {
        "bahasa": spoken.code,
        "bahasa_awalan": spoken.prefix,
        "bahasa_catatan": spoken.note,
        "bahasa_peninjau": spoken.reviewer,
    }


def _way(way: Way) -> Values:
    names = {"kode": way.code, "nama": way.name, "url": way.address}
    return {**names, "ini": way.is_here, "terjemahan": way.is_translated}


def _event(event: NextEvent) -> Values:
    return {
        "judul": event.title,
        "hari": event.weekday,
        "tanggal_angka": event.day_of_month,
        "bulan_tahun": event.month,
        "jam": event.hours,
        "tempat": event.venue,
        "bawa": event.bring,
    }


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
        "terbit": day(edition.published) if shown.is_published else None,
        "per": day(shown.as_of),
        "sejak": day(verdict.since) if verdict.since else None,
        **_until(verdict),
        "perubahan": verdict.changes,
        "periksa": verdict.checking,
        "pengganti": {"kode": successor, "url": f"e/{successor}/"} if successor else None,
        "subjek": {"judul": shown.subject, "url": shown.subject_address},
        "unduh": can_download,
        "gambar": thumbnail_path(edition.piece) if can_download else None,
    }


def _until(verdict: Verdict) -> Values:
    """Until when the sheet may be relied on; the day that stands on paper where a recheck has moved it since."""
    now, printed = verdict.until, verdict.edition.until
    moved = now is not None and printed is not None and now != printed
    return {"berlaku": day(now) if now else None, "berlaku_tercetak": day(printed) if printed and moved else None}
