"""Districts that fill in everything: the longest name there is, every field at its limit, in the widest letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from selebaran.model.district import Contact
from selebaran.model.printing import Printing
from selebaran.model.record import Record
from selebaran.model.registry import DistrictFolder, Registry
from tests.conftest import DEMO

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
    changes: dict[str, Any] = {"name": NAME, "short_name": SHORT_NAME, "contacts": contacts, "domain": HOST}
    district = before.model_copy(update={**changes, "printing": printing, "publisher": publisher})
    events = tuple(e.model_copy(update={"title": letters(80), "venue": letters(80)}) for e in folder.events)
    filled = dataclasses.replace(folder, district=district, events=events)
    return dataclasses.replace(registry, districts={DEMO: filled})


def numbers(count: int) -> str:
    """So many telephone numbers, as long as they come, none of which can be."""
    return " / ".join(f"0000-1000-{1001 + number}" for number in range(count))


def hosts(name: str) -> tuple[str, str]:
    """The domains that a region would choose: dinkes.<name>kab.go.id, and dinkes<name>.id."""
    kind, _, rest = name.partition(" ")
    word = "".join(letter for letter in rest.lower() if letter.isalnum())
    return f"dinkes.{word}{'kota' if kind == 'Kota' else 'kab'}.go.id", f"dinkes{word}.id"


def named(registry: Registry, name: str, host: str) -> Registry:
    """The demonstration district under another name and domain, with addresses and telephones as long as those of a
    place far away."""
    folder = registry.districts[DEMO]
    kind, _, rest = name.partition(" ")
    address = f"Jalan Kolonel Haji Burlian Kilometer 12 Nomor 1024, {rest}"
    contacts = {
        key: contact.model_copy(update={"address": address}) for key, contact in folder.district.contacts.items()
    }
    changes: dict[str, Any] = {"name": name, "short_name": rest, "kind": kind.lower(), "domain": host}
    district = folder.district.model_copy(update={**changes, "contacts": contacts})
    return dataclasses.replace(registry, districts={DEMO: dataclasses.replace(folder, district=district)})


def hardest(names: Iterable[str], count: int) -> tuple[str, ...]:
    """Of all names those that need most room: the longest, those with the longest word, those of the longest domain."""
    known = list(names)
    measures: tuple[Callable[[str], object], ...] = (
        len,
        lambda name: max(map(len, name.split())),
        lambda name: len(hosts(name)[0]),
        lambda name: sum(letter in "mwMW" for letter in name),
    )
    found = [sorted(known, key=measure)[-count:] for measure in measures]
    return tuple(sorted({name for names in found for name in names}))
