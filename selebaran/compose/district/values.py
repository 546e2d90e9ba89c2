"""A district's folder -> the values that templates see: sorted, formatted, under their Indonesian names.

Every name is there for every district, with None where nothing is known, so that a misspelt name can be told
from an empty field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from selebaran.compose.district.added import present_added
from selebaran.compose.district.chart import describe_figures
from selebaran.compose.district.events import present_events
from selebaran.compose.district.names import capital, dialled_letters, letters, short_form
from selebaran.compose.district.opening import most_today, today_lines
from selebaran.compose.district.outreach import present_hours, present_outreach
from selebaran.compose.template.formats import ChatPhone, Phone, count, month, timed_day
from selebaran.compose.template.views import Value, Values
from selebaran.model.campaign import Campaign
from selebaran.model.district import Contact, District, Facility, Figure
from selebaran.model.event import slug_of
from selebaran.model.proposal import Proposals
from selebaran.model.region import bare
from selebaran.model.registry import DistrictFolder
from selebaran.model.telephone import Telephone

CONTACT_FIELDS = (
    *("nama", "panjang_nama", "alamat", "telepon", "panjang_telepon", "wa", "jam", "sumber", "diperiksa_pada"),
    *("nama_pendek", "alamat_pendek", "jam_pendek", "jam_hari_ini"),
)


def present_district(folder: DistrictFolder, as_of: date, campaign: Campaign) -> Values:
    """All that a template may read of a district. Events are those of `as_of` and later; the campaign has the words for
    their kinds and for the figures, and says which contacts and kinds of places there are. What it hasn't got words for
    isn't there."""
    district, words = folder.district, campaign.figures
    kinds = campaign.events.kinds if campaign.events else {}
    events = [event for event in folder.events if event.kind in kinds]
    figures = sorted(folder.figures, key=lambda f: f.month) if words else []
    return {
        **_facilities(folder, campaign.services),
        **_identity(district),
        "penerbit": _publisher(district),
        "kontak": {key: _contact(district.contacts.get(key)) for key in campaign.contacts},
        **present_events(events, district.zone, as_of, kinds, events_page(campaign)),
        **present_outreach(district, folder.boats, campaign.states),
        "usulan": _proposals(folder.proposals),
        "capaian": tuple(map(_figure, figures)),
        "capaian_grafik": describe_figures(figures, district.name, words) if words and figures else None,
        **present_added(folder, words),
        "gambar": _pictures(district),
    }


def events_page(campaign: Campaign) -> str:
    """The page that tells of events; "" where the campaign has none."""
    return campaign.events.told_at.partition("#")[0] if campaign.events else ""


def _identity(district: District) -> Values:
    terms = district.terms
    return {
        "nama": district.name,
        "nama_pendek": district.short_name,
        "sebutan": short_form(district),
        "jenis": district.kind,
        "provinsi": district.province,
        "zona_waktu": district.zone,
        "domain": district.domain,
        "alamat_situs": district.domain,
        "rekaan": district.fictional,
        "istilah": {
            "desa": terms.village,
            "kecamatan": terms.subdistrict,
            "kecamatan_kapital": capital(terms.subdistrict),
            "balai_desa": terms.village_hall,
        },
    }


def _facilities(folder: DistrictFolder, kinds: Iterable[str]) -> Values:
    """The places of each kind: all of them, those with an open emergency room, all by subdistrict, and what is said of
    the hours of most of them today."""
    found: dict[str, Value] = {}
    for kind in kinds:
        there = facilities_of(folder, kind)
        everywhere, emergency, by_subdistrict, today = service_names(kind)
        shown = [(place, _facility(place, anchor)) for place, anchor in anchored(there)]
        found[everywhere] = tuple(values for _, values in shown)
        found[emergency] = tuple(values for place, values in shown if place.emergency)
        found[by_subdistrict] = _by_subdistrict(shown, kind)
        found[today] = most_today([place.hours for place in there])
    return found


def service_names(kind: str) -> tuple[str, str, str, str]:
    """The names under which templates find the places of a kind: all, with an emergency room, by subdistrict, and the
    hours of today."""
    return kind, f"{kind}_igd", f"{kind}_per_kecamatan", f"{kind}_hari_ini"


def facilities_of(folder: DistrictFolder, kind: str) -> list[Facility]:
    """The facilities of a kind, in alphabetical order."""
    return sorted((f for f in folder.facilities if f.kind == kind), key=lambda f: f.name)


def _pictures(district: District) -> tuple[Values, ...]:
    """All but the emblem, which stands on paper."""
    emblem = district.printing.emblem if district.printing else None
    return tuple({"berkas": p.served, "teks": p.alt, "sumber": p.source} for p in district.pictures if p.file != emblem)


def anchored(places: Iterable[Facility]) -> Iterator[tuple[Facility, str]]:
    """Places, each with the id that an address leads to it by."""
    taken: set[str] = set()
    for place in places:
        anchor = slug_of(place.name) or "tempat"
        while anchor in taken:
            anchor += "-2"
        taken.add(anchor)
        yield place, anchor


def _by_subdistrict(places: Iterable[tuple[Facility, Values]], kind: str) -> tuple[Values, ...]:
    """Facilities under their subdistrict, both in alphabetical order; those without one come last."""
    named = ((_plain(place.subdistrict), place.name, values) for place, values in places)
    ordered = sorted(named, key=lambda found: (found[0] is None, found[0] or "", found[1]))
    groups = groupby(ordered, key=lambda found: found[0])
    return tuple(
        {"nama": name, "id": f"kecamatan-{slug_of(name or 'lain')}", kind: tuple(values for *_, values in group)}
        for name, group in groups
    )


def _publisher(district: District) -> Values:
    return {
        "nama": district.publisher.name if district.publisher else None,
        "alamat": district.publisher.address if district.publisher else None,
    }


def _contact(contact: Contact | None) -> Values:
    if contact is None:
        return dict.fromkeys(CONTACT_FIELDS)
    return {
        "nama": contact.name,
        "panjang_nama": letters(contact.name),
        "alamat": contact.address,
        "telepon": _phone(contact.phone),
        "panjang_telepon": dialled_letters(contact.phone),
        "wa": ChatPhone(contact.whatsapp.numbers) if contact.whatsapp else None,
        "jam": contact.hours,
        "jam_hari_ini": today_lines(contact.hours),
        "nama_pendek": contact.short_name,
        "alamat_pendek": contact.short_address,
        "jam_pendek": contact.short_hours,
        "sumber": contact.source,
        "diperiksa_pada": timed_day(contact.checked_on),
    }


def _phone(typed: Telephone | None) -> Phone | None:
    return Phone(typed.numbers) if typed else None


def _plain(subdistrict: str | None) -> str | None:
    """Its name alone: pages say before it what it is."""
    return bare(subdistrict) if subdistrict else None


def _facility(facility: Facility, anchor: str) -> Values:
    return {
        "nama": facility.name,
        "id": anchor,
        "kecamatan": _plain(facility.subdistrict),
        "alamat": facility.address,
        "telepon": _phone(facility.phone),
        "jam": facility.hours,
        "jam_hari_ini": today_lines(facility.hours),
        "urusan": facility.business,
        "igd": facility.emergency,
        "buka_24_jam": facility.always_open,
        "akses": facility.access,
        "jam_khusus": tuple(present_hours(special) for special in facility.special_hours),
        "sumber": facility.source,
        "diperiksa_pada": timed_day(facility.checked_on),
    }


def _proposals(proposals: Proposals | None) -> Values | None:
    """What an old list has and nobody has compared, by subdistrict; those without one come last. A publication has
    none."""
    if proposals is None or not proposals.places:
        return None
    ordered = sorted(proposals.places, key=lambda p: (p.subdistrict is None, p.subdistrict or "", p.name))
    rows = tuple({"nomor": n, "nama": one.name, "kecamatan": one.subdistrict} for n, one in enumerate(ordered, 1))
    return {"sumber": proposals.source, "tahun": proposals.year, "keadaan": proposals.state, "baris": rows}


def _figure(figure: Figure) -> Values:
    return {
        "bulan": month(figure.month),
        "peserta": count(figure.members),
        "aktif": count(figure.active),
        "sumber": figure.source,
    }
