"""What of a district is found by name: puskesmas, hospitals, offices and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from selebaran.model.page import ComposedPage
from selebaran.model.search import Findable

OFFICES = {
    "dinkes": ("daftar", "bantuan"),
    "bpjs_kantor": ("daftar", "tempat"),
    "mpp": ("daftar", "tempat"),
    "dinas_sosial": ("tidak-mampu", "dinas-sosial"),
    "psc119": ("gawat-darurat", "ambulans"),
    "pengaduan": ("pengaduan", "pengaduan-daerah"),
}
"""The page and the part of it that tell of each office."""


def findables(values: Mapping[str, Any], pages: Iterable[ComposedPage]) -> tuple[Findable, ...]:
    """The places and events of a district, of which the site's pages tell. `values` are what templates see of it."""
    known = {page.slug for page in pages if not page.withheld_for}
    return tuple(found for found in _all(values) if found.page in known)


def _all(values: Mapping[str, Any]) -> Iterator[Findable]:
    for place in values["puskesmas"]:
        yield _place(place, "puskesmas", "daftar")
    for place in values["rumah_sakit"]:
        yield _place(place, "gawat-darurat" if place["igd"] else "rujukan", "rumah-sakit")
    for place in values["kantor"]:
        yield _place(place, "daftar", "tempat")
    for name, (page, anchor) in OFFICES.items():
        office = values["kontak"][name]
        if office["nama"]:
            text = _line(office["alamat"], office["telepon"] and f"Telepon {office['telepon']}")
            yield Findable(office["nama"], text, page, anchor)
    for post in values["pos_bantuan"]:
        yield Findable(post["nama"], _line(post["alamat"], post["hari"], post["jam"]), "daftar", "bantuan")
    seen = set()
    for event in values["kegiatan"]:
        if (event["judul"], event["tempat"]) not in seen:  # of one that comes again, its next day is enough
            seen.add((event["judul"], event["tempat"]))
            when = f"{event['hari']}, {event['tanggal']}"
            text = _line("Dibatalkan" if event["batal"] else None, when, event["jam"], event["tempat"])
            yield Findable(event["judul"], text, "jadwal", "jadwal")


def _place(place: Mapping[str, Any], page: str, anchor: str) -> Findable:
    phone = place["telepon"] and f"Telepon {place['telepon']}"
    return Findable(place["nama"], _line(place["alamat"], place["kecamatan"], phone), page, anchor)


def _line(*parts: object) -> str:
    return ". ".join(str(part) for part in parts if part)
