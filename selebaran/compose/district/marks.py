"""Marks in place of what districts differ by: a site is drawn once with them, and many come of it (site/framed.py).

A mark has an apostrophe: it reads otherwise in HTML and in an address, so each place tells what form of a value belongs
there. Values that could read otherwise themselves (an apostrophe, an ampersand) have no marks; their site is made the
plain way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal, NamedTuple
from urllib.parse import quote

from markupsafe import escape as escaped

from selebaran.compose.district.names import KINDS, capital, names_of, short_form
from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.campaign import SiteNames
from selebaran.model.district import District
from selebaran.model.places import Places
from selebaran.model.proposal import STATE, Proposals
from selebaran.model.registry import DistrictFolder
from selebaran.model.zone import Zone

PLAIN = re.compile(r"[A-Za-z]+(?:[ /-][A-Za-z]+)*")
"""What reads the same in Markdown, HTML and JSON."""
SLUG = "kab-bersama"
PROVINCE_FILE = "districts/_provinsi/qz-f-zq/provinsi.yml"
LONG = "z" * 24
"""Makes a mark as long as a short name for which the header has another form."""
WHOLE, PROVINCE, VILLAGE, SUBDISTRICT, HALL = "Qz'nzq", "Qz'pzq", "qz'vzq", "qz'kzq", "qz'bzq"
DOMAIN = "qz-d-zq.example"
"""Reads the same everywhere, as every domain does."""
ZONE, MINUTES, BRAND = "Qz'ozq", "Qz'mzq", "Qz'lzq"
"""A time zone, its minutes, and what the header's class has for a long name."""
KIND: Literal["kabupaten"] = "kabupaten"
AREAS = ("Qz'tzq", "Qz't'zzq", "Qz'wzq")
"""Three kecamatan, in the order of the alphabet by their names. By their addresses the second comes first."""
Way = Callable[[str], str]
WAYS: tuple[Way, ...] = (
    str,
    escape,
    lambda text: str(escaped(text)),
    escape_markdown,
    lambda text: quote(text, safe=""),
)
"""How a value reads as text, in the two ways of HTML, in Markdown and in an address."""
PLACES = tuple(f"Qz'{letter}zq" for letter in "rsxy")
"""Proposed places: of two kecamatan, the first with two and a spot, and one that lies in none."""


class Proposed(NamedTuple):
    """What lists of proposed places of one class say of themselves: what kind of places, where from, of what year; and
    whether some of them have no kecamatan."""

    kind: str
    source: str
    year: str
    has_unplaced: bool


@dataclass(frozen=True)
class Class:
    """What districts of one class have in common, beside what their pages are compared by: their zone, whether the
    header has a long name, whether their kecamatan are known, whether they have a domain."""

    zone: Zone
    is_long: bool
    has_areas: bool
    has_domain: bool
    village: str = VILLAGE
    subdistrict: str = SUBDISTRICT
    """What a village and a kecamatan are called there, where these aren't marks as well: pages are listed by their
    first letters, and some say more of a village that has an elected head."""
    proposed: Proposed | None = None

    @property
    def short(self) -> str:
        """The mark of the short name."""
        return f"Qz's{LONG if self.is_long else ''}zq"


def class_of(district: District, site: SiteNames) -> Class | None:
    """The class of a district; None for one that has something which no class has, or whose values aren't plain."""
    own = (district.publisher, district.consent, district.parent, district.languages)
    if district.fictional or any(own) or not all(map(PLAIN.fullmatch, _values(district))):
        return None
    areas, is_long = subdistricts_of(district), names_of(district, site).is_long
    return Class(district.zone, is_long, bool(areas), bool(district.domain))


def marked(of: Class) -> DistrictFolder:
    """A district that has nothing but marks. No text of any district is in it."""
    values: dict[str, object] = {
        "nama": WHOLE,
        "nama_pendek": of.short,
        "jenis": KIND,
        "provinsi": PROVINCE,
        "kode_kemendagri": "00.00",
        "zona_waktu": of.zone,
        "domain": DOMAIN if of.has_domain else None,
        "identitas": "pasti",
        "kecamatan": AREAS if of.has_areas else (),
        "istilah": {"desa": of.village, "kecamatan": of.subdistrict, "balai_desa": HALL},
        "sumber": ["-"],
    }
    places = {"daerah.yml": Places(f"districts/{SLUG}/daerah.yml")}
    district = District.model_validate(values)
    proposals = _marked_proposals(of.proposed) if of.proposed else None
    return DistrictFolder(SLUG, district, (), (), (), {}, places, province_file=PROVINCE_FILE, proposals=proposals)


def _marked_proposals(of: Proposed) -> Proposals:
    """Three in two of the kecamatan, none in the third."""
    inside = zip(PLACES, (AREAS[0], AREAS[0], AREAS[1]), ("-1.0000, 101.0000", None, None), strict=False)
    rows = [{"nama": name, "kecamatan": area, "koordinat": spot} for name, area, spot in inside]
    rows += [{"nama": PLACES[-1], "kecamatan": None, "koordinat": None}] if of.has_unplaced else []
    values = {"keadaan": STATE, "sumber": of.source, "tahun": of.year, "jenis": of.kind, "usulan": rows}
    return Proposals.model_validate(values)


def marks_of(of: Class) -> frozenset[str]:
    """All forms of the marks of a class."""
    return frozenset(filling(of, marked(of).district))


def filling(of: Class, district: District) -> dict[str, str]:
    """What stands in a district for each mark, by every form of the mark."""
    terms = district.terms
    found = {
        f"{KINDS[KIND]} {of.short}": short_form(district),
        WHOLE: district.name,
        of.short: district.short_name,
        PROVINCE: district.province,
        DOMAIN: district.domain or "",
        VILLAGE: terms.village,
        capital(VILLAGE): capital(terms.village),
        SUBDISTRICT: terms.subdistrict,
        capital(SUBDISTRICT): capital(terms.subdistrict),
        HALL: terms.village_hall,
        capital(HALL): capital(terms.village_hall),
    }
    return every_form(found)


def every_form(values: Mapping[str, str]) -> dict[str, str]:
    """What stands for each of these marks, by every form of it."""
    return {form: way(value) for mark, value in values.items() for form, way in _forms(mark)}


def _forms(mark: str) -> Iterable[tuple[str, Way]]:
    """How a mark reads."""
    return ((way(mark), way) for way in WAYS)


def _values(district: District) -> tuple[str, ...]:
    terms = district.terms
    names = (district.name, district.short_name, district.province)
    return (*names, terms.village, terms.subdistrict, terms.village_hall)
