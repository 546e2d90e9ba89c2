"""The regions of Indonesia as the Ministry of Home Affairs lists them: what each is called, by code and by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

Kind = Literal["kabupaten", "kota", "kecamatan"]
EAST_OF = (("WIT", 80), ("WITA", 50))
"""The time zones (Keppres 41/1987) of provinces with a higher number; all others are in WIB."""
WEST = ("61", "62")
"""Kalimantan Barat and Kalimantan Tengah, which are in WIB too."""
PREFIXES = {"kabupaten": "kab", "kota": "kota", "kecamatan": "kec"}
"""How the slug of each kind begins."""
SHORTENED = {"kep": "kepulauan", "kab": "kabupaten", "kec": "kecamatan", "gn": "gunung", "administrasi": ""}
"""Words that are written in two ways, and one that is left out in speech."""
KIND_IN_FRONT = re.compile(r"(?:kecamatan|kec\.?|distrik|kapanewon|kemantren)\s+(?=\S)", re.I)
"""The kind of a kecamatan, whatever it is called there, before its name."""
NOBODYS = "00"
"""The province that no region lies in: who is made up has a code of it."""


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name without what officials write in two ways: Kep. Aru and Kepulauan Aru, Fak Fak and Fakfak."""
    words = re.findall(r"\w+", name.casefold())
    return "".join(SHORTENED.get(word, word) for word in words)


def shortens(short: str, name: str) -> bool:
    """Whether a name has all letters of a short one in their order: Siau Tagulandang Biaro, Sitaro."""
    letters = iter(folded(name))
    return all(letter in letters for letter in folded(short))


def bare(name: str, term: str = "") -> str:
    """The name of a kecamatan without its kind, which stands before it wherever it shows; `term` is what it is called
    there."""
    found = KIND_IN_FRONT.match(name)
    start = found.end() if found else 0
    if term and name.casefold().startswith(f"{term.casefold()} "):
        start = max(start, len(term) + 1)
    return name[start:].strip() or name


@dataclass(frozen=True)
class Region:
    """A kabupaten, a kota or a kecamatan. `name` is without its kind; `parent` is what a kecamatan belongs to."""

    code: str
    name: str
    kind: Kind
    province: str
    parent: str = ""

    @property
    def full_name(self) -> str:
        """Kabupaten Serang"""
        return f"{self.kind.capitalize()} {self.name}"

    @property
    def zone(self) -> str:
        """The time zone of its province."""
        province = self.code[:2]
        east = (zone for zone, last in EAST_OF if int(province) > last and province not in WEST)
        return next(east, "WIB")

    @property
    def slug(self) -> str:
        """kab-serang"""
        return f"{PREFIXES[self.kind]}-{'-'.join(re.findall('[a-z0-9]+', self.name.lower()))}"


@dataclass(frozen=True)
class Regions:
    """The table: names by code, in the order of the codes."""

    names: Mapping[str, str]

    @cached_property
    def districts(self) -> Mapping[str, Region]:
        """Every kabupaten and kota, by code."""
        return {code: self._district(code) for code in self.names if len(code) == 5}

    @cached_property
    def _by_slug(self) -> Mapping[str, Region]:
        return {folded(region.slug): region for region in self.districts.values()}

    @cached_property
    def _codes_within(self) -> Mapping[str, list[str]]:
        within: dict[str, list[str]] = {}
        for code in self.names:
            if len(code) == 8:
                within.setdefault(code[:5], []).append(code)
        return within

    @cached_property
    def _subdistricts_by_name(self) -> Mapping[str, list[str]]:
        named: dict[str, list[str]] = {}
        for code in (code for codes in self._codes_within.values() for code in codes):
            named.setdefault(folded(self.names[code]), []).append(code)
        return named

    def subdistricts(self, code: str) -> tuple[str, ...]:
        """The names of all kecamatan of a kabupaten, a kota (5 characters) or a province (2)."""
        of_districts = (code,) if len(code) == 5 else (one for one in self.districts if one.startswith(code))
        there = (self._codes_within.get(one, []) for one in of_districts if one in self.districts)
        return tuple(self.names[found] for codes in there for found in codes)

    def subdistricts_at(self, code: str) -> tuple[str, ...]:
        """The names of all kecamatan of a kabupaten or a kota; of a kecamatan (8 characters) its own."""
        there = [code] if len(code) == 8 and code in self.names else self._codes_within.get(code, [])
        return tuple(self.names[found] for found in there)

    def at(self, code: str) -> Region | None:
        """The kabupaten, kota or kecamatan of a code."""
        if len(code) != 8 or code not in self.names:
            return self.districts.get(code)
        parent = self.districts[code[:5]]
        return Region(code, self.names[code], "kecamatan", parent.province, parent.full_name)

    def of_slug(self, slug: str) -> tuple[Region, ...]:
        """What a folder's name stands for; kecamatan of one name are many."""
        if not slug.startswith(f"{PREFIXES['kecamatan']}-"):
            found = self._by_slug.get(folded(slug))
            return (found,) if found else ()
        codes = self._subdistricts_by_name.get(folded(slug.partition("-")[2]), [])
        return tuple(region for code in codes if (region := self.at(code)))

    def called(self, text: str) -> tuple[Region, ...]:
        """The kabupaten and kota that somebody means who types a code, a slug or a name with or without its kind."""
        if found := re.fullmatch(r"\s*(\d\d)\.?(\d\d)(?:\.?(\d\d))?\s*", text):
            region = self.at(".".join(part for part in found.groups() if part))
            return (region,) if region else ()
        if "/" in text:  # a path is no name
            return ()
        wanted = folded(text)
        whole = [region for region in self.districts.values() if folded(region.full_name) == wanted]
        return tuple(whole) or self.of_slug(text) or tuple(self._named(wanted))

    def _named(self, wanted: str) -> Iterator[Region]:
        return (region for region in self.districts.values() if folded(region.name) == wanted)

    def _district(self, code: str) -> Region:
        kind, _, name = self.names[code].partition(" ")
        name = name.removeprefix("Administrasi ").replace("Kep. ", "Kepulauan ")
        return Region(code, name, "kota" if kind == "Kota" else "kabupaten", self.names[code[:2]])
