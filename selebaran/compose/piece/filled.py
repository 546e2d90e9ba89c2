"""What a district typed that may stand on a sheet: each text with its place, and what can't be spared of all that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape

from selebaran.compose.district.names import letters
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.piece.editions import FIELDS
from selebaran.compose.piece.excerpts import own_words
from selebaran.compose.template.views import Value, Values
from selebaran.model.campaign import Campaign
from selebaran.model.district import Contact
from selebaran.model.event import Event
from selebaran.model.fitting import Filled
from selebaran.model.identity import Publisher
from selebaran.model.outreach import Reach
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD
from selebaran.model.paper import PaperEdition
from selebaran.model.places import Loc
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed_file import TypedFile

SHORT = {"nama": "nama_pendek", "alamat": "alamat_pendek", "jam": "jam_pendek"}
"""Texts of an office, and the keys of those that stand in their place on paper."""
EVENT = {
    "title": ("judul", "judul kegiatan"),
    "venue": ("tempat", "tempat kegiatan"),
    "subdistrict": ("kecamatan", "kecamatan kegiatan"),
    "organiser": ("penyelenggara", "penyelenggara kegiatan"),
    "note": ("catatan", "catatan kegiatan"),
    "bring": ("bawa", "yang dibawa ke kegiatan"),
    "programme": ("acara", "susunan acara"),
}
"""What sheets show of an event: its keys, and what each is called within a sentence."""
TELLING = re.compile(r"\D|\d{3}")
"""What is in a value that can be told from a house number."""
TAG = re.compile(r"<[^>]*>")


def on_paper(values: Values) -> Values:
    """A district's values as sheets see them: the shorter texts of an office in place of those that the site shows."""
    contacts = values["kontak"]
    assert isinstance(contacts, Mapping)
    return {**values, "kontak": {key: _shortened(contact) for key, contact in contacts.items()}}


def _shortened(contact: Value) -> Value:
    assert isinstance(contact, Mapping)
    shown = {**contact, **{key: contact[short] for key, short in SHORT.items() if contact[short]}}
    name = shown["nama"]
    return {**shown, "panjang_nama": letters(name if isinstance(name, str) else None)}


def filled_by(
    folder: DistrictFolder, offices: Mapping[str, str], blocks: Mapping[str, OwnBlocks], piece: str
) -> tuple[Filled, ...]:
    """The texts of a district, and of its province, that a piece may print; `blocks` are those in place of
    shared ones."""
    own = (one for of_page in blocks.values() for one in _in_place(of_page))
    return tuple(dict.fromkeys((*_typed(folder, offices), *_line(folder, piece), *own)))


def _typed(folder: DistrictFolder, offices: Mapping[str, str]) -> Iterator[Filled]:
    for file in folder.typed:
        for loc, record in file.records():
            if isinstance(record, Contact):
                yield from _office(record, loc, file, offices)
            elif isinstance(record, Event):
                yield from _event(record, loc, file)
            elif isinstance(record, Reach):
                yield Filled("lama perjalanan ke rumah sakit", record.duration, file.place(loc, "lama"))
            elif isinstance(record, Publisher):
                key, short = ("nama_pendek", "") if record.short_name else ("nama", "nama_pendek")
                yield Filled("nama penerbit", record.short_name or record.name, file.place(loc, key), short)


def _event(event: Event, loc: Loc, file: TypedFile) -> Iterator[Filled]:
    for attribute, (key, called) in EVENT.items():
        value = getattr(event, attribute)
        if isinstance(value, tuple):
            yield from (Filled(called, text, file.places.of(*loc, key, at)) for at, text in enumerate(value))
        elif value:
            yield Filled(called, value, file.place(loc, key))


def _office(contact: Contact, loc: Loc, file: TypedFile, offices: Mapping[str, str]) -> Iterator[Filled]:
    for key, text, used in _of_office(contact):
        called = f"{FIELDS[key]} {offices.get(str(loc[-1]), contact.name)}"
        yield Filled(called, text, file.place(loc, used), SHORT[key] if used == key else "")


def _of_office(contact: Contact) -> Iterator[tuple[str, str, str]]:
    """Keys of an office, what paper shows of them, and under which key that stands."""
    for key, long, short in (
        ("nama", contact.name, contact.short_name),
        ("alamat", contact.address, contact.short_address),
        ("jam", contact.hours, contact.short_hours),
    ):
        if long:
            yield key, short or long, SHORT[key] if short else key


def _line(folder: DistrictFolder, piece: str) -> Iterator[Filled]:
    printing = folder.district.printing
    if printing and piece in printing.lines:
        place = folder.places["daerah.yml"].of("cetak", "baris", piece)
        yield Filled("baris tambahan", " ".join(printing.lines[piece].split()), place)


def _in_place(blocks: OwnBlocks) -> Iterator[Filled]:
    """What stands in place of shared text: blocks, each as a whole, and the page's title."""
    for block, override in blocks.overrides.items():
        if block == HEAD and override.front.title:
            yield Filled(f"judul timpaan {override.page}", override.front.title, override.head_places["judul"])
        elif block in blocks.html:
            yield _block(override, own_words(blocks.html[block]))


def _block(override: Override, html: str) -> Filled:
    runs = tuple(run for part in TAG.split(html) if (run := unescape(part).strip()))
    blank = len(override.body) - len(override.body.lstrip())
    place = replace(override.place, line=(override.place.line or 1) + override.body[:blank].count("\n"))
    return Filled(f"timpaan {override.target}", " ".join(" ".join(runs).split()), place, runs=runs)


def kept_by(folder: DistrictFolder, campaign: Campaign, edition: PaperEdition | None) -> tuple[str, ...]:
    """What never leaves a sheet: numbers for an emergency, what it states of facts (numbers to ask are facts), and the
    code of its edition."""
    stated = [text for values in edition.stated.values() for text in values.values()] if edition else []
    texts = (*_urgent(folder, campaign), *filter(TELLING.search, stated), *([edition.code] if edition else []))
    return tuple(dict.fromkeys(texts))


def _urgent(folder: DistrictFolder, campaign: Campaign) -> Iterator[str]:
    """The numbers of offices that the page for an emergency tells of."""
    page = campaign.emergency.page if campaign.emergency else ""
    for key, contact in folder.district.contacts.items():
        told_at = campaign.contacts[key].told_at if key in campaign.contacts else None
        if page and contact.phone and told_at and told_at.split("#")[0] == page:
            yield from (number.text for number in contact.phone.numbers)
