"""Districts that fill in everything (the longest name there is, every field at its limit, in the widest letters), and
regions that nobody has entered yet."""

from __future__ import annotations

import dataclasses
from typing import Any

from selebaran.model.district import Contact, Facility
from selebaran.model.outreach import Reach
from selebaran.model.printing import Printing
from selebaran.model.record import Record
from selebaran.model.registry import DistrictFolder, Registry
from tests.conftest import DEMO
from tests.press.regions import Region

NAME = "Kabupaten Kepulauan Siau Tagulandang Biaro"
SHORT_NAME = "Kepulauan Siau Tagulandang Biaro"
HOST = "dinkes.kepulauansiautagulandangbiarokab.go.id"
SENTENCE = "Jalan Raya Rekaan Kilometer Dua Belas di seberang lapangan dan pasar lama, "


def wide(letters: int) -> str:
    """The widest text of so many letters that has a word now and then."""
    return ("WWWWWWWWM " * letters)[: letters - 1].rstrip().ljust(letters, "W")


def plain(letters: int) -> str:
    """A text of so many letters as somebody would type it."""
    return (SENTENCE * 5)[: letters - 1].rstrip(" ,").ljust(letters, "a")


def limit(record: type[Record], key: str) -> int:
    """How many letters the schema allows."""
    found = record.model_json_schema()["properties"][key]
    return int(next(part["maxLength"] for part in [found, *found.get("anyOf", ())] if "maxLength" in part))


def full(registry: Registry) -> dict[str, Registry]:
    """The demonstration district with everything filled in: in the widest letters, with short texts beside the long
    ones; and in ordinary letters, without anything for paper."""
    folder = registry.districts[DEMO]
    short = ("nama_pendek", "alamat_pendek", "jam_pendek")
    widest = {key: wide(limit(Contact, key)) for key in ("nama", "alamat", "jam", *short)}
    usual = {key: plain(limit(Contact, key)) for key in ("nama", "alamat", "jam")}
    return {
        "widest": _with(registry, folder, widest, wide),
        "ordinary": _with(registry, folder, usual, plain),
    }


def _with(registry: Registry, folder: DistrictFolder, texts: dict[str, str], letters: Any) -> Registry:
    before = folder.district
    contacts = {
        key: Contact.model_validate(
            {"sumber": "Karangan", "diperiksa_pada": "2026-11-01", "telepon": numbers(3), "wa": numbers(1), **texts},
            context=(before.dialling(()), None),
        )
        for key in registry.campaign.contacts
    }
    rooms = {p.name: p.spec.line_room.letters for p in registry.pieces if p.spec.line_room}
    lines = {name: letters(room) for name, room in rooms.items()}
    assert before.printing and before.publisher
    printing = Printing.model_validate({"baris": lines, "lambang": before.printing.emblem})
    publisher = before.publisher.model_copy(update={"name": letters(120), "short_name": letters(40)})
    reach = before.hospital_reach
    assert reach
    far = reach.model_copy(update={"duration": letters(limit(Reach, "lama"))})
    changes: dict[str, Any] = {
        "hospital_reach": far,
        "name": NAME,
        "short_name": SHORT_NAME,
        "contacts": contacts,
        "domain": HOST,
    }
    district = before.model_copy(update={**changes, "printing": printing, "publisher": publisher})
    events = tuple(e.model_copy(update={"title": letters(80), "venue": letters(80)}) for e in folder.events)
    longest = {"name": letters(limit(Facility, "nama")), "always_open": True}
    places = tuple(f.model_copy(update=longest) if f.kind == "puskesmas" else f for f in folder.facilities)
    filled = dataclasses.replace(folder, district=district, events=events, facilities=places)
    return dataclasses.replace(registry, districts={DEMO: filled})


def numbers(count: int) -> str:
    """So many telephone numbers, as long as they come, none of which can be."""
    return " / ".join(f"0000-1000-{1001 + number}" for number in range(count))


def named(registry: Registry, region: Region) -> Registry:
    """The demonstration district as a region, under the domain that it would choose, with offices whose addresses and
    numbers are as long as they come far away."""
    folder = registry.districts[DEMO]
    before = folder.district
    address = f"Jalan Kolonel Haji Burlian Kilometer 12 Nomor 1024, {region.short_name}"
    phone = Contact.model_validate(
        {"nama": "Kantor", "telepon": numbers(1), "wa": numbers(1), "sumber": "x", "diperiksa_pada": "2026-11-01"},
        context=(before.dialling(()), None),
    )
    told = {"address": address, "phone": phone.phone, "whatsapp": phone.whatsapp}
    contacts = {key: contact.model_copy(update=told) for key, contact in before.contacts.items()}
    assert before.publisher
    publisher = before.publisher.model_copy(update={"name": f"Dinas Kesehatan {region.name}"})
    named = {"name": region.name, "short_name": region.short_name, "kind": region.kind, "domain": region.hosts[0]}
    district = before.model_copy(update={**named, "contacts": contacts, "publisher": publisher})
    return dataclasses.replace(registry, districts={DEMO: dataclasses.replace(folder, district=district)})
