"""Which forms there are for people without YAML, and what each asks: made of the records, so that no key is forgotten.

A form asks less than its file can say: an event's picture, and an RRULE, which nobody types on a phone. What it leaves
out stays as it is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from selebaran.desk.columns import typing_of
from selebaran.model.district import Contact, Facility
from selebaran.model.event import Event
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import NEWS, OwnFront
from selebaran.model.record import Record
from selebaran.model.recurrence import Recurrence
from selebaran.read.schema import Schema, record_schema
from selebaran.read.shape import Key, keys_of

BODY = "isi"
"""The key of a page's text."""
ADDRESS = "alamat"
"""The key of a page's address; nobody need fill it in."""
OFFICE = "kantor"
"""The key that says which office a contact is."""
SHORTEST_LINE = 200
"""Texts that may be longer than this get several lines to be typed in."""
PAGE_KEYS = ("judul", "ringkas", "kelompok", "tayang", "sampai")
NEWS_KEYS = ("judul", "ringkas", "tanggal", "tayang", "sampai")
Asked: TypeAlias = Schema
"""A field for the form's script: what it is called, how it is typed, what is said of it; JSON."""
OFFICES: Asked = {
    "kunci": OFFICE,
    "judul": "Kantor",
    "petunjuk": "Kantor yang dimaksud",
    "jenis": "pilih",
    "wajib": 1,
    "salah": "Pilih dari daftar",
}
TEXT_FIELD: Asked = {
    "kunci": BODY,
    "judul": "Isi",
    "petunjuk": "Awali judul bagian dengan ## dan butir dengan tanda -. Pisahkan paragraf dengan satu baris kosong",
    "jenis": "naskah",
    "wajib": 1,
}
ADDRESS_FIELD: Asked = {
    "kunci": ADDRESS,
    "judul": "Alamat halaman",
    "petunjuk": "Bila kosong, dibuat dari judulnya. Alamat yang sudah ada: isinya diganti",
    "jenis": "teks",
    "contoh": "pos-baru",
}
PICTURE, PICTURE_KEYS = "gambar", ("teks", "sumber", "data")
"""The key of a page's pictures, and those of each: what it shows, whose it is, its bytes in base64."""
PICTURE_FIELD: Asked = {
    "kunci": PICTURE,
    "judul": "Gambar",
    "petunjuk": "Foto dari perangkat ini, dikecilkan di sini. Tampil di bawah isinya. Paling banyak tiga",
    "jenis": "gambar",
    "paling": 3,
    "isi": [
        {
            "kunci": "teks",
            "judul": "Yang tampak di gambar",
            "petunjuk": "Satu kalimat untuk yang tidak dapat melihatnya",
            "jenis": "teks",
            "wajib": 1,
            "contoh": "Warga antre di depan pos",
        },
        {
            "kunci": "sumber",
            "judul": "Gambar dari siapa",
            "petunjuk": "Yang memotret atau memilikinya, dan mengizinkannya dipakai",
            "jenis": "teks",
            "wajib": 1,
            "contoh": "Foto Dinas Kesehatan",
        },
    ],
}
HINTS = {"ulang": "Kembali tiap pekan atau tiap bulan, pada hari yang sama"}
"""Of what a form asks less of than its file can say."""
HOW_DAYS = ", tahun-bulan-hari"
KEPT = ("minLength", "maxLength", "minItems", "pattern", "required", "additionalProperties")
"""What validators need of a schema."""
LEFT_OUT: Mapping[type[Record], tuple[str, ...]] = {Event: ("id", "gambar"), Recurrence: ("rrule",)}
"""What no form asks."""


@dataclass(frozen=True)
class FormKind:
    """A form: its key in what is sent, its title, what it is for, and the record that it fills. `file` and `under` are
    where that stands; a page has a file of its own below `under`. `must` are keys that this form needs beside those of
    the record, `only` the keys that it asks, in their order."""

    key: str
    title: str
    text: str
    record: type[Record]
    file: str
    under: str
    must: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it makes a file of its own."""
        return self.record is OwnFront


FORMS = (
    FormKind(
        "kegiatan", "Kegiatan", "Yang dapat didatangi warga, sekali atau berulang", Event, "jadwal.yml", "kegiatan"
    ),
    FormKind("tempat", "Tempat layanan", "Puskesmas, rumah sakit, kantor", Facility, "layanan.yml", "layanan"),
    FormKind("kontak", "Kantor tempat bertanya", "Alamat, nomor, dan jam buka", Contact, "daerah.yml", "kontak"),
    FormKind("kabar", "Kabar", "Berita bertanggal", OwnFront, "", f"halaman/{NEWS}", ("tanggal",), NEWS_KEYS),
    FormKind("halaman", "Halaman", "Keterangan yang berlaku terus", OwnFront, "", "halaman", (), PAGE_KEYS),
)
FORM_OF = {form.key: form for form in FORMS}


def form_schema(form: FormKind, kinds: Kinds | None = None) -> Schema:
    """The schema of what a form sends, without its text and its address."""
    return _narrowed(record_schema(form.record, kinds), form.record, form)


def _narrowed(schema: Schema, record: type[Record], form: FormKind | None = None) -> Schema:
    """A record's schema without what no form asks."""
    keys = {key.name: key for key in keys_of(record)}
    names = [name for name in (form and form.only) or keys if name not in LEFT_OUT.get(record, ())]
    needed = {*schema["required"], *(form.must if form else ())}
    properties = {name: _inner(schema["properties"][name], keys[name]) for name in names}
    return {**schema, "properties": properties, "required": [name for name in names if name in needed]}


def _inner(schema: Schema, key: Key) -> Schema:
    if key.kind.record:
        return {**schema, **_narrowed(schema, key.kind.record)}
    if key.kind.items and key.kind.items.record:
        return {**schema, "items": _narrowed(schema["items"], key.kind.items.record)}
    return schema


def form_fields(form: FormKind, kinds: Kinds | None, places: tuple[str, ...]) -> list[Asked]:
    """What a form asks, for its renderer: a list of fields, those of records within them below `isi`."""
    offices = [(key, said.title) for key, said in kinds.lists["kontak"].items()] if kinds else []
    before = [{**OFFICES, "pilihan": offices}] if form.key == "kontak" else []
    after = [TEXT_FIELD, PICTURE_FIELD, ADDRESS_FIELD] if form.is_page else []
    return [*before, *_fields(form.record, form_schema(form, kinds), kinds, places), *after]


def _fields(record: type[Record], schema: Schema, kinds: Kinds | None, places: tuple[str, ...]) -> Iterator[Asked]:
    keys = {key.name: key for key in keys_of(record)}
    for name, about in schema["properties"].items():
        yield _field(keys[name], about, kinds, places) | ({"wajib": 1} if name in schema["required"] else {})


def _field(key: Key, about: Schema, kinds: Kinds | None, places: tuple[str, ...]) -> Asked:
    """One field, as short as can be: it goes out with every form."""
    inner = key.kind.items or key.kind
    schema = about["items"] if key.kind.items else about
    found: Asked = {"kunci": key.name, "judul": key.help.title, "petunjuk": HINTS.get(key.name, key.help.text)}
    if inner.record:
        kind = "beberapa" if key.kind.items else "kelompok"
        return {**found, "jenis": kind, "isi": list(_fields(inner.record, schema, kinds, places))}
    choices, most = _choices(key, kinds, places), schema.get("maxLength", 0)
    found |= {"jenis": "pilih" if choices else _typing(key, most), "salah": schema["errorMessage"]}
    found |= {"pilihan": choices} if choices else {}
    found |= {"paling": most} if most else {}
    return _told(found, key)


def _told(found: Asked, key: Key) -> Asked:
    """A field with its example, if one helps. A day is picked, as each browser has it: nobody types one."""
    if found["jenis"] == "tanggal":
        return {**found, "petunjuk": found["petunjuk"].removesuffix(HOW_DAYS)}
    if key.help.example and found["jenis"] not in ("pilih", "ya"):
        return {**found, "contoh": key.help.example.strip("[]\"'")}
    return found


def _typing(key: Key, most: int) -> str:
    """How it is typed: on several lines where it is a list, or may be long."""
    typing = typing_of(key.kind)
    if key.kind.items:
        return "baris"
    return "panjang" if typing == "teks" and most > SHORTEST_LINE else typing


def _choices(key: Key, kinds: Kinds | None, places: tuple[str, ...]) -> list[tuple[str, str]]:
    """What there is to pick: a key and its words."""
    if key.name == "kecamatan":
        return [(name, name) for name in places]
    meanings = key.kind.meanings(kinds)
    return [(one, one) for one in key.kind.choices] or [(one, said.title) for one, said in meanings.items()]


def neutral_schemas() -> dict[str, Schema]:
    """The schemas of all forms as no campaign fills them in, without words: what validators are made of."""
    return {form.key: _wordless(form_schema(form)) for form in FORMS}


def _wordless(schema: Schema) -> Schema:
    """A schema without what is only said to people, and of texts alone: a form sends nothing else."""
    found = {name: part for name, part in schema.items() if name in KEPT}
    if "properties" in schema:
        inner = {name: _wordless(part) for name, part in schema["properties"].items()}
        return {"type": "object", **found, "properties": inner}
    if "items" in schema:
        return {"type": "array", **found, "items": _wordless(schema["items"])}
    if "enum" in schema:
        return {**found, "enum": [one for one in schema["enum"] if isinstance(one, str)]}
    return {"type": "string", **found}
