"""A district's folder -> the values that templates see: sorted, formatted, under their Indonesian names.

Every name is there for every district, with None where nothing is known, so that a misspelt name can be told
from an empty field.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from selebaran.compose.district.chart import describe_figures
from selebaran.compose.district.events import present_events
from selebaran.compose.district.outreach import present_hours, present_outreach
from selebaran.compose.template.formats import KINDS, Phone, count, day, month
from selebaran.model.district import Contact, District, Facility, Figure
from selebaran.model.registry import DistrictFolder

CONTACTS = {
    "dinkes": "health_office",
    "bpjs_kantor": "bpjs_office",
    "mpp": "public_service_mall",
    "dinas_sosial": "social_office",
    "psc119": "ambulance",
    "pengaduan": "complaints",
}


def present_district(folder: DistrictFolder, as_of: date) -> dict[str, Any]:
    """All that a template may read of a district. Events are those of `as_of` and later."""
    district = folder.district
    emblem = district.printing.emblem if district.printing else None
    puskesmas = sorted((f for f in folder.facilities if f.kind == "puskesmas"), key=lambda f: f.name)
    hospitals = sorted((f for f in folder.facilities if f.kind == "rumah_sakit"), key=lambda f: f.name)
    offices = sorted((f for f in folder.facilities if f.kind == "kantor"), key=lambda f: f.name)
    return {
        "nama": district.name,
        "nama_pendek": district.short_name,
        "sebutan": f"{KINDS[district.kind]} {district.short_name}",
        "jenis": district.kind,
        "provinsi": district.province,
        "zona_waktu": district.zone,
        "domain": district.domain,
        "alamat_situs": district.domain,
        "rekaan": district.fictional,
        "istilah": {
            "desa": district.terms.village,
            "kecamatan": district.terms.subdistrict,
            "balai_desa": district.terms.village_hall,
        },
        "penerbit": _publisher(district),
        "kontak": {
            name: _contact(getattr(district.contacts, attribute) if district.contacts else None)
            for name, attribute in CONTACTS.items()
        },
        **present_events(folder.events, district.zone, as_of),
        **present_outreach(district, folder.boats),
        "puskesmas": tuple(_facility(f) for f in puskesmas),
        "puskesmas_per_kecamatan": _by_subdistrict(puskesmas),
        "rumah_sakit": tuple(_facility(f) for f in hospitals),
        "rs_igd": tuple(_facility(f) for f in hospitals if f.emergency),
        "kantor": tuple(_facility(f) for f in offices),
        "capaian": tuple(_figure(f) for f in sorted(folder.figures, key=lambda f: f.month)),
        "capaian_grafik": describe_figures(folder.figures, district.name) if folder.figures else None,
        "gambar": tuple(
            {"berkas": p.file, "teks": p.alt, "sumber": p.source} for p in district.pictures if p.file != emblem
        ),
    }


def _by_subdistrict(facilities: list[Facility]) -> tuple[dict[str, Any], ...]:
    """Facilities under their subdistrict, both in alphabetical order; those without one come last."""
    ordered = sorted(facilities, key=lambda f: (f.subdistrict is None, f.subdistrict or "", f.name))
    groups = groupby(ordered, key=lambda facility: facility.subdistrict)
    return tuple({"nama": name, "puskesmas": tuple(_facility(f) for f in group)} for name, group in groups)


def _publisher(district: District) -> dict[str, Any]:
    return {
        "nama": district.publisher.name if district.publisher else None,
        "alamat": district.publisher.address if district.publisher else None,
    }


def _contact(contact: Contact | None) -> dict[str, Any]:
    return {
        "nama": contact.name if contact else None,
        "alamat": contact.address if contact else None,
        "telepon": Phone(contact.phone) if contact and contact.phone else None,
        "wa": Phone(contact.whatsapp) if contact and contact.whatsapp else None,
        "jam": contact.hours if contact else None,
        "sumber": contact.source if contact else None,
        "diperiksa_pada": day(contact.checked_on) if contact else None,
    }


def _facility(facility: Facility) -> dict[str, Any]:
    return {
        "nama": facility.name,
        "kecamatan": facility.subdistrict,
        "alamat": facility.address,
        "telepon": Phone(facility.phone) if facility.phone else None,
        "jam": facility.hours,
        "urusan": facility.business,
        "igd": facility.emergency,
        "akses": facility.access,
        "layanan_jkn": tuple(present_hours(special) for special in facility.special_hours),
        "sumber": facility.source,
        "diperiksa_pada": day(facility.checked_on),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "bulan": month(figure.month),
        "peserta": count(figure.members),
        "aktif": count(figure.active),
        "sumber": figure.source,
    }
