"""The files of a new district: what is known stands there, what must be filled is marked, all else is a comment.

A comment with two marks explains; one with a single mark is an example, and counts once its mark is taken away. Each
record is explained where it comes first; where it comes again, its required keys stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from selebaran.model.district import District
from selebaran.model.kinds import Kinds, Meaning
from selebaran.model.proposal import FILE as PROPOSALS
from selebaran.model.record import Record
from selebaran.model.region import PREFIXES, Region
from selebaran.read.districts import FILES
from selebaran.read.schema import SCHEMAS, modeline
from selebaran.read.shape import Key, Kind, keys_of

BEGUN = tuple(name for name in FILES if name != PROPOSALS)
"""Files that somebody fills in; a list of proposals is made of an old one, or isn't there."""
GUIDE = "docs/panduan/daerah.md"
MUST = "WAJIB"
KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
"""What the first part of a slug says."""
SOURCE = "Kepmendagri 300.2.2-2430 Tahun 2025 (cahyadsn/wilayah, MIT)"
"""Where names and codes of regions are from."""
TO_ASK = "  # Sebutan yang lazim di sana, belum dipastikan: tanyakan ke daerah."
TERMS = (
    (r"34\.71", ("kelurahan", "kemantren", "kantor/aula kelurahan")),
    (r"34", ("kalurahan", "kapanewon", "balai kalurahan")),
    (r"9", ("kampung", "distrik", "balai kampung")),
    (r"\d\d\.7", ("kelurahan", "kecamatan", "kantor/aula kelurahan")),
    ("", ("desa", "kecamatan", "balai desa")),
)
"""By the beginning of a code, what laws and provinces call a village, a kecamatan and the village hall: UU 21/2001 in
Papua, Perda Istimewa DIY 1/2018 and Pergub DIY 25/2019 in Yogyakarta. The first that fits holds."""

Known = dict[str, list[str]]
"""The lines of daerah.yml for each key of which something is known."""


def skeletons(
    slug: str,
    domain: str | None,
    kinds: Kinds | None,
    region: Region | None = None,
    subdistricts: tuple[str, ...] = (),
) -> dict[str, str]:
    """The files of a district, by name, with what its slug, the central list, the campaign's keys and the table of
    regions tell."""
    known = _known(region, subdistricts) if region else {"jenis": [f"jenis: {KINDS[slug.partition('-')[0]]}"]}
    known |= {"domain": [f"domain: {domain}"]} if domain else {}
    records = ((f"{name}.yml", record) for name, (record, _, _) in SCHEMAS.items())
    return {
        name: "\n".join(_file(name, record, slug, known, kinds)) + "\n" for name, record in records if name in BEGUN
    }


def _known(region: Region, subdistricts: tuple[str, ...]) -> Known:
    """What the table tells of a region, and the usual words for a village, which it doesn't tell."""
    village, subdistrict, hall = next(terms for code, terms in TERMS if re.match(code, region.code))
    one_line = {
        "nama": region.full_name,
        "nama_pendek": region.name,
        "jenis": region.kind,
        "provinsi": region.province,
        "kode_kemendagri": f'"{region.code}"',
        "zona_waktu": region.zone,
        "identitas": "pasti",
    } | ({"induk": region.parent} if region.parent else {})
    listed = wrap(f"Dalam tabel: {', '.join(subdistricts)}.", 116, break_on_hyphens=False) if subdistricts else []
    return {
        **{key: [f"{key}: {value}"] for key, value in one_line.items()},
        "kecamatan": [*(f"## {line}" for line in listed), "# kecamatan: [Maju]"],
        "istilah": ["istilah:", TO_ASK, f"  desa: {village}", f"  kecamatan: {subdistrict}", f"  balai_desa: {hall}"],
        "sumber": ["sumber:", f"  - {SOURCE}"],
    }


def _file(name: str, record: type[Record], slug: str, known: Known, kinds: Kinds | None) -> Iterator[str]:
    schema = name.removesuffix(".yml")
    yield modeline(schema)
    yield f"# {slug}: {_small(SCHEMAS[schema][2])}. Cara mengisi: {GUIDE}"
    yield "# Jangan mengarang nomor, alamat, atau nama. Yang tidak diketahui dibiarkan: situs menyebut tempat bertanya."
    yield "# Baris '##' menjelaskan. Baris '#' adalah contoh: ganti isinya, lalu buang '#' dan satu spasi di depannya."
    seen: set[type[Record]] = set()
    all_may_be_left = not any(key.must for key in keys_of(record))
    for key in keys_of(record):
        yield ""
        yield _about(key, kinds)
        if key.name in known and record is District:
            yield from known[key.name]
        else:
            yield from _unknown(key, seen, all_may_be_left, kinds)


def _unknown(key: Key, seen: set[type[Record]], all_may_be_left: bool, kinds: Kinds | None) -> Iterator[str]:
    """A key of which nothing is known; one that may be left is an example."""
    if key.must or (all_may_be_left and not key.kind.items):  # what holds for all entries stands there to be filled
        yield from _to_fill(key, kinds)
    elif all_may_be_left:  # a file without any key can't be read
        yield f"{key.name}:"
        yield from (f"# {line}" for line in list(_example(key, seen, kinds))[1:])
    else:
        yield from (f"# {line}" for line in _example(key, seen, kinds))


def _about(key: Key, kinds: Kinds | None) -> str:
    """One line that explains a key."""
    must = f"{MUST}. " if key.must else ""
    choices = "ya, tidak" if key.kind.type is bool else ", ".join(_choices(key.kind.items or key.kind, kinds))
    return f"## {must}{key.help.title}: {_small(key.help.text)}.{f' Pilihan: {choices}.' if choices else ''}"


def _choices(kind: Kind, kinds: Kinds | None) -> tuple[str, ...]:
    return kind.choices or tuple(kind.meanings(kinds))


def _small(text: str) -> str:
    """A text as it goes on after a colon."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _to_fill(key: Key, kinds: Kinds | None) -> Iterator[str]:
    """A key that must be filled by somebody who knows, with an example above it."""
    if key.kind.record:
        yield f"{key.name}:"
        for inner in keys_of(key.kind.record):
            yield f"  {_about(inner, kinds)} Contoh: {inner.help.example}"
            yield f"  {inner.name}:"
    else:
        yield f"## Contoh: {key.name}: {key.help.example}"
        yield f"{key.name}:"


def _example(key: Key, seen: set[type[Record]], kinds: Kinds | None) -> Iterator[str]:
    """A key with an example under it, as it would be typed."""
    items, names, entries = key.kind.items, key.kind.names, key.kind.entries
    record = key.kind.record or (items.record if items else None)
    if names and entries and entries.record:
        yield f"{key.name}:"
        yield from _entries(names.meanings(kinds), entries.record, seen, kinds)
        return
    if record is None:
        yield f"{key.name}: {next(iter(key.kind.meanings(kinds)), key.help.example)}"
        return
    yield f"{key.name}:"
    lines = list(_keys(record, seen, kinds))
    yield from (f"  {line}" for line in (_as_item(lines) if items else lines))


def _entries(
    meanings: Mapping[str, Meaning], record: type[Record], seen: set[type[Record]], kinds: Kinds | None
) -> Iterator[str]:
    """An example under each key that the campaign knows, explained."""
    for name, meaning in meanings.items():
        yield f"  ## {meaning.title}: {_small(meaning.text)}." if meaning.text else f"  ## {meaning.title}."
        yield f"  {name}:"
        yield from (f"    {line}" for line in _keys(record, seen, kinds))


def _as_item(lines: list[str]) -> Iterator[str]:
    """Lines as the first item of a list: the dash stands before the first one that is no explanation."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    yield from lines[:first]
    yield f"- {lines[first]}"
    yield from (f"  {line}" for line in lines[first + 1 :])


def _keys(record: type[Record], seen: set[type[Record]], kinds: Kinds | None) -> Iterator[str]:
    """The keys of a record with their examples; explained when the record comes for the first time."""
    is_new = record not in seen
    seen.add(record)
    may_be_left = not any(key.must for key in keys_of(record))
    if not is_new:
        yield "## Isian lain: seperti di atas."
    for key in keys_of(record):
        if is_new:
            yield _about(key, kinds)
        if key.help.other:
            yield f"## Atau: {key.name}: {key.help.example}"
        elif is_new or key.must or may_be_left:
            yield from _example(key, seen, kinds)
