"""Marks in place of what districts differ by: a site is drawn once with them, and many come of it (site/framed.py).

A mark has an apostrophe: it reads otherwise in HTML and in an address, so each place tells what form of a value belongs
there. Values that could read otherwise themselves (an apostrophe, an ampersand) have no marks; their site is made the
plain way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from html import escape
from itertools import islice, product
from string import ascii_lowercase
from typing import Literal, NamedTuple
from urllib.parse import quote

from markupsafe import escape as escaped

from selebaran.compose.district.names import KINDS, breakable, capital, names_of, short_form
from selebaran.compose.district.subdistricts import Subdistrict, subdistricts_of
from selebaran.compose.page.subdistrict_places import proposed_html
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.campaign import SiteNames
from selebaran.model.district import District
from selebaran.model.event import slug_of
from selebaran.model.places import Places
from selebaran.model.proposal import STATE, Proposals
from selebaran.model.registry import DistrictFolder
from selebaran.model.zone import Zone

PLAIN = re.compile(r"[A-Za-z]+(?:[ /-][A-Za-z]+)*")
"""What reads the same in Markdown, HTML and JSON."""
OF_AREA = re.compile(r"[A-Za-z]+(?:[ '/()-]+[A-Za-z]+)*\)?")
"""The same for kecamatan, whose marks have an apostrophe as well."""
SLUG = "kab-bersama"
PROVINCE_FILE = "districts/_provinsi/qz-f-zq/provinsi.yml"
LONG = "z" * 24
"""Makes a mark as long as a short name for which the header has another form."""
WHOLE, PROVINCE, VILLAGE, SUBDISTRICT, HALL = "Qz'nzq", "Qz'pzq", "qz'vzq", "qz'kzq", "qz'bzq"
DOMAIN = "qz-d-zq.example"
"""Reads the same everywhere, as every domain does."""
KIND: Literal["kabupaten"] = "kabupaten"
AREAS = ("Qz'tzq", "Qz'uzq", "Qz'wzq")
"""Three kecamatan, in the order of the alphabet by their names and by their addresses."""
OWN = frozenset(
    ("name", "short_name", "kind", "province", "code", "zone", "subdistricts", "terms", "sources", "domain")
)
"""What a district of a class says itself: values for which there are marks, its kind and code, and where they are
from, which no page shows."""
Way = Callable[[str], str]
WAYS: tuple[Way, ...] = (
    str,
    escape,
    lambda text: str(escaped(text)),
    escape_markdown,
    lambda text: quote(text, safe=""),
)
"""How a value reads as text, in the two ways of HTML, in Markdown and in an address."""
READ = frozenset(("slug", "district", "proposals", "places", "typed", "listed", "listed_at", "province_file"))
"""Of a folder, what says nothing of its own: its values, proposed places, and where they stand."""
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
    return {form: way(value) for mark, value in found.items() for form, way in _forms(mark)}


def bare_filling(of: Class, folder: DistrictFolder) -> dict[str, str]:
    """The same of one that `is_bare`, with its slug and the file of its province."""
    of_marks = marked(of)
    own = {SLUG: folder.slug, PROVINCE_FILE: folder.province_file}
    own |= {_broken(of_marks): _broken(folder)} if of.has_domain else {}
    unplaced = {_unplaced(of_marks): _unplaced(folder)} if of.proposed and of.proposed.has_unplaced else {}
    return {**filling(of, folder.district), **own, **unplaced}


def _broken(folder: DistrictFolder) -> str:
    """Its address as sheets say it, with a blank where it may break."""
    return " ".join(breakable(folder.district.domain or "", folder.district)[0])


def _unplaced(folder: DistrictFolder) -> str:
    """What the list of kecamatan shows of proposed places that lie in none, as HTML."""
    return proposed_html(folder, ())[1]


def breaks_alike(folder: DistrictFolder, pages: Iterable[str]) -> bool:
    """Whether the addresses of pages may break where they do with marks: no word of the district's name is in them."""
    of_marks = marked(Class(folder.district.zone, is_long=False, has_areas=False, has_domain=True))
    here, there = ([breakable(f"-/{page}", one.district)[1] for page in pages] for one in (folder, of_marks))
    return here == there


def is_bare(folder: DistrictFolder) -> bool:
    """Whether a district has nothing but values of its class and kecamatan whose names are plain: no text of its own,
    no place, event, picture, contact, nor anything that was published."""
    of_marks = marked(Class(folder.district.zone, is_long=False, has_areas=False, has_domain=False))
    says_more = not folder.province_file or any(
        getattr(folder.district, name) != getattr(of_marks.district, name)
        for name in District.model_fields.keys() - OWN
    )
    has_more = any(
        getattr(folder, field.name) != getattr(of_marks, field.name)
        for field in fields(folder)
        if field.name not in READ
    )
    return not (says_more or has_more) and areas_of(folder) is not None and _is_plain(folder.proposals)


def _is_plain(proposals: Proposals | None) -> bool:
    """Whether proposed places have names that read the same everywhere, and so has their source."""
    told = (proposals.source, *(place.name for place in proposals.places)) if proposals else ()
    return all(map(OF_AREA.fullmatch, told))


def proposed_in(folder: DistrictFolder) -> Proposed | None:
    """What a district's list of proposed places says of itself."""
    found = folder.proposals
    if found is None or not found.places:
        return None
    return Proposed(found.kind, found.source, found.year, not all(place.subdistrict for place in found.places))


Area = tuple[str, ...]


def areas_of(folder: DistrictFolder) -> tuple[Area, ...] | None:
    """The kecamatan of a district, as `_area` has them; None where a name isn't plain, or where addresses have another
    order than names."""
    found = subdistricts_of(folder.district)
    slugs = [one.slug for one in found]
    if slugs != sorted(slugs) or not all(OF_AREA.fullmatch(one.name) for one in found):
        return None
    return tuple(map(_area, found, proposed_html(folder, found)[0]))


def marked_areas(of: Class) -> tuple[Area, ...]:
    """Those of the marks."""
    return areas_of(marked(of)) or ()


def more_areas(count: int) -> tuple[Area, ...]:
    """As many marks of kecamatan as this, in the order of the alphabet."""
    names = (f"Qz'{first}{second}zq" for first, second in islice(product(ascii_lowercase, repeat=2), count))
    return tuple(_area(Subdistrict(name, slug_of(name)), "") for name in names)


def _area(one: Subdistrict, proposed: str) -> Area:
    """Its name in every form, its part of an address, and what its page shows of proposed places, as HTML."""
    return *(way(one.name) for way in WAYS), one.slug, proposed


def _forms(mark: str) -> Iterable[tuple[str, Way]]:
    """How a mark reads."""
    return ((way(mark), way) for way in WAYS)


def _values(district: District) -> tuple[str, ...]:
    terms = district.terms
    names = (district.name, district.short_name, district.province)
    return (*names, terms.village, terms.subdistrict, terms.village_hall)
