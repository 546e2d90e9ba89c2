"""Records -> JSON Schemas, by which an editor such as VS Code checks and completes a file while somebody types.

An editor reads YAML otherwise than this project does: 36.04 is a number to it, and true isn't a text. So each schema
takes what `strict_yaml` and the records take, whatever type YAML gives it; it may take more, never less. No part refers
to another: editors then show the help of the key itself, and say exactly what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Annotated, Any

from annotated_types import MinLen
from pydantic import TypeAdapter

from selebaran.model.campaign import Campaign
from selebaran.model.district import CentralList, Directory, District, Figures, Schedule
from selebaran.model.facts import FactFile
from selebaran.model.kinds import Kinds, Meaning
from selebaran.model.kit import PrintPrices
from selebaran.model.language import Exactly
from selebaran.model.proposal import FILE, Proposals
from selebaran.model.province import Province
from selebaran.model.record import SHARED, ForAll, Form, Record
from selebaran.model.search import SearchWords
from selebaran.read.shape import Key, Kind, keys_of
from selebaran.words.catalogue import MESSAGES

FOLDER = "skema"
OF_CAMPAIGN = "Dikenal kampanye ini"
"""What is said of a key of which the campaign says nothing."""
DRAFT = "http://json-schema.org/draft-07/schema#"
SCHEMAS: dict[str, tuple[type[Record], str, str]] = {
    "daerah": (District, "daerah.yml", "Siapa daerah ini, dan kantor tempat warga bertanya"),
    "jadwal": (Schedule, "jadwal.yml", "Kegiatan yang dapat didatangi warga"),
    "layanan": (Directory, "layanan.yml", "Puskesmas, rumah sakit, dan perahu ke sana"),
    "layanan-usulan": (Proposals, FILE, "Tempat layanan yang belum dicocokkan; hanya tampil di pratinjau"),
    "capaian": (Figures, "capaian.yml", "Jumlah yang dicapai tiap bulan"),
    "provinsi": (Province, "provinsi.yml", "Kantor, tempat layanan, dan kegiatan bagi semua daerah di satu provinsi"),
    "daftar": (CentralList, "_daftar.yml", "Daftar pusat: folder daerah mana yang sah, dan alamat situsnya"),
    "kampanye": (Campaign, "kampanye.yml", "Tentang apa situs dan lembar cetaknya, dan kata-kata di bingkainya"),
    "fakta": (FactFile, "fakta.yml", "Daftar fakta: setiap angka, nomor, tenggat, dan aturan"),
    "harga-cetak": (PrintPrices, "harga-cetak.yml", "Harga kertas dan tinta, untuk perkiraan biaya kit acara"),
    "sinonim": (SearchWords, "sinonim.yml", "Kata-kata untuk pencarian di situs"),
}
"""By name of the schema: its record, the file that it is for, and what that holds."""

Schema = dict[str, Any]


def schemas(kinds: Kinds | None) -> dict[str, str]:
    """All schemas as text, by name of their file. They know the campaign's keys, where `kinds` are given."""
    return {f"{name}.json": _text(_file(*about, kinds)) for name, about in SCHEMAS.items()}


def record_schema(record: type[Record], kinds: Kinds | None = None) -> Schema:
    """The schema of one entry, as it would stand alone."""
    return _record(record, kinds)


def modeline(schema: str, depth: int = 2) -> str:
    """The first line of a file that stands `depth` folders below the project, by which editors find its schema."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{schema}.json"


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _file(record: type[Record], title: str, text: str, kinds: Kinds | None) -> Schema:
    return {"$schema": DRAFT, "title": title, "description": text, **_record(record, kinds)}


def _record(record: type[Record], kinds: Kinds | None, above: Collection[str] = ()) -> Schema:
    """A record's keys; what the file may say above all entries needn't stand in each of them."""
    keys = [replace(key, must=key.must and key.name not in above) for key in keys_of(record)]
    told = _told_above(record)
    must = [key.name for key in keys if key.must]
    others = [key.name for key in keys if not key.must]
    return _object({key.name: _key(key, kinds, told) for key in keys}, must, others)


def _object(properties: Schema, must: list[str], others: list[str]) -> Schema:
    """A mapping with these keys and no other."""
    known = [f"Wajib: {', '.join(must)}"] if must else []
    known += [f"Boleh: {', '.join(others)}"] if others else []
    return {
        "type": "object",
        "properties": properties,
        "required": must,
        "additionalProperties": False,
        "errorMessage": f"Kunci yang dikenal di sini. {'. '.join(known)}",
    }


def _told_above(record: type[Record]) -> Collection[str]:
    """What a file says once for all of its entries."""
    return [key.name for key in keys_of(record) if key.name in SHARED] if issubclass(record, ForAll) else ()


def _key(key: Key, kinds: Kinds | None, above: Collection[str]) -> Schema:
    schema = _value(key.kind, kinds, above)
    needed = "Wajib" if key.must else "Wajib di sini atau sekali di atas" if key.name in above else "Boleh kosong"
    about = {"title": key.help.title, "description": f"{key.help.text}. {needed}."}
    if "pattern" in schema and schema["errorMessage"] == _cure("bukan-teks"):
        schema["errorMessage"] = f"Tulis seperti {key.help.example}"
    return about | (schema if key.must else _or_empty(schema))


def _or_empty(schema: Schema) -> Schema:
    """The schema of a key that may also stand there without a value."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*kinds, "null"]}


def _value(kind: Kind, kinds: Kinds | None, above: Collection[str] = ()) -> Schema:
    if kind.record:
        return _record(kind.record, kinds, above)
    if kind.items:
        items = _value(kind.items, kinds, above)
        schema: Schema = {"type": "array", "items": items, "errorMessage": _cure("bukan-daftar")}
        for said in kind.said:
            if isinstance(said, MinLen):
                schema.setdefault("minItems", said.min_length)
            elif isinstance(said, Exactly):
                schema |= {"minItems": said.count, "maxItems": said.count}
        return schema
    if kind.names and kind.entries:
        return _mapping(kind.names.meanings(kinds), _or_empty(_value(kind.entries, kinds, above)))
    if meanings := kind.meanings(kinds):
        return _choice(list(meanings)) | {"enumDescriptions": [meaning.title for meaning in meanings.values()]}
    if kind.choices:
        return _choice(list(kind.choices))
    if kind.type is bool:
        return _choice(["ya", "tidak", "true", "false", True, False])
    return _number(kind) if kind.type is int else _words(kind)


def _mapping(meanings: Mapping[str, Meaning], entry: Schema) -> Schema:
    """A mapping of which the campaign has the keys; any key may stand in it where it has none."""
    if not meanings:
        return {"type": "object", "additionalProperties": entry}
    return _object({key: _meaning(meaning) | entry for key, meaning in meanings.items()}, [], list(meanings))


def _meaning(meaning: Meaning) -> Schema:
    return {"title": meaning.title, "description": f"{meaning.text or OF_CAMPAIGN}. Boleh kosong."}


def _choice(choices: list[Any]) -> Schema:
    shown = ", ".join(choice for choice in choices if isinstance(choice, str) and choice not in ("true", "false"))
    return {"enum": choices, "errorMessage": f"Pilih salah satu: {shown}"}


def _number(kind: Kind) -> Schema:
    """A count. Quoted digits are one too."""
    bounds = TypeAdapter(_annotated(kind)).json_schema()
    least = {"minimum": bounds["minimum"]} if "minimum" in bounds else {}
    pattern = r"^\s*\+?[0-9][0-9_]*(\.0*)?\s*$"
    cure = _cure("bukan-angka")
    return {"type": ["integer", "string"], **least, "pattern": pattern, "errorMessage": cure}


def _words(kind: Kind) -> Schema:
    """A text, which YAML may take for a number or for true."""
    form = next((said for said in kind.said if isinstance(said, Form)), None)
    bounds = TypeAdapter(_annotated(kind)).json_schema() if kind.type is str else {}
    bounds = {name: bounds[name] for name in ("minLength", "maxLength", "pattern") if name in bounds}
    if form:
        least = {"exclusiveMaximum": form.below} if form.below else {}
        shape = {"type": _types(form.types), **bounds, "pattern": f"^({form.pattern})$", **least}
        return shape | {"errorMessage": _cure(form.code)}
    types: tuple[str, ...] = ("string", "number", "boolean")
    if "pattern" in bounds:
        types = ("string", "number") if bounds["pattern"].startswith(r"^\d") else ("string",)
    return {"type": _types(types), **bounds, "errorMessage": _cure("bukan-teks")}


def _types(types: tuple[str, ...]) -> str | list[str]:
    return types[0] if len(types) == 1 else list(types)


def _annotated(kind: Kind) -> Any:
    """The type with all that was said of it, for pydantic to tell its bounds."""
    return Annotated[kind.type, *kind.said] if kind.said else kind.type


def _cure(code: str) -> str:
    """How a problem is cured, as a sentence."""
    text = MESSAGES[code].plain_cure or MESSAGES[code].cure
    return text[0].upper() + text[1:]
