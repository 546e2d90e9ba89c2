"""Districts that have nothing but names, an address and proposed places: what is told of them by values alone.

What a list of proposed places shows is one value of its kecamatan, rendered as on every page from names that are plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from string import ascii_lowercase

from selebaran.compose.district.marks import PROVINCE_FILE, SLUG, WAYS, Class, Proposed, filling, marked
from selebaran.compose.district.names import breakable
from selebaran.compose.district.subdistricts import Subdistrict, subdistricts_of
from selebaran.compose.page.subdistrict_places import proposed_html
from selebaran.model.district import District
from selebaran.model.event import slug_of
from selebaran.model.proposal import Proposals
from selebaran.model.registry import DistrictFolder

_WORD = r"(?:[A-Za-z]+\.?|(?<![^ ])\d{1,2}(?![^ ]))"
OF_AREA = re.compile(rf"{_WORD}(?:[ '/()-]+{_WORD})*[)']?")
"""What reads the same in Markdown, HTML and JSON but for an apostrophe, as marks have one: names of kecamatan
and of places."""
_SAID = "name", "short_name", "kind", "province", "code", "zone", "subdistricts", "terms", "sources", "domain"
OWN = frozenset((*_SAID, "identity", "note"))
"""What a district of a class says itself: values for which there are marks, its kind, zone and code, and where they are
from and whether that is sure, which no page of a preview shows."""
UNMARKED = frozenset(("daerah.jenis", "daerah.zona_waktu"))
"""What templates may read of it, though there are no marks for it in a text."""
READ = frozenset(("slug", "district", "proposals", "places", "typed", "listed", "listed_at", "province_file"))
"""Of a folder, what says nothing of its own: its values, proposed places, and where they stand."""
Area = tuple[str, ...]


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
    return not (says_more or has_more) and _is_plain(folder.proposals) and areas_of(folder) is not None


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


def areas_of(folder: DistrictFolder) -> tuple[Area, ...] | None:
    """The kecamatan of a district, as `_area` has them; None where a name isn't plain, or where addresses have another
    order than names."""
    found = subdistricts_of(folder.district)
    if not all(OF_AREA.fullmatch(one.name) for one in found):
        return None
    return tuple(map(_area, found, proposed_html(folder, found)[0]))


def marked_areas(of: Class) -> tuple[Area, ...]:
    """Those of the marks."""
    return areas_of(marked(of)) or ()


def more_areas(count: int) -> tuple[Area, ...]:
    """As many marks of kecamatan as this, in the order of the alphabet; by their addresses the second comes first."""
    letters = ("aa", "aa'z", *(f"a{letter}" for letter in ascii_lowercase[1:]))
    names = (f"Qz'{each}zq" for each in letters[:count])
    return tuple(_area(Subdistrict(name, slug_of(name)), "") for name in names)


def _area(one: Subdistrict, proposed: str) -> Area:
    """Its name in every form, its part of an address, and what its page shows of proposed places, as HTML."""
    return *(way(one.name) for way in WAYS), one.slug, proposed
