"""The kecamatan of a district, each with its part of an address: by the table of regions and what it adds itself."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.district import District
from selebaran.model.event import slug_of
from selebaran.model.region import bare, folded
from selebaran.read.regions import regions

DISTRICT, SUBDISTRICT = 5, 8
"""Characters of their codes."""


@dataclass(frozen=True)
class Subdistrict:
    """A kecamatan by its name, without its kind, and its part of an address."""

    name: str
    slug: str

    def is_called(self, name: str | None) -> bool:
        """Whether somebody means it who typed this name; the table gives some two names, as in Wari/Taiyeve II."""
        names = (self.name, *self.name.replace("(", "/").strip(")").split("/"))
        return bool(name) and folded(bare(name or "")) in {folded(part) for part in names}


@dataclass(frozen=True)
class Area:
    """A kecamatan to whose page the code of a sheet leads: its name, and the page's address."""

    name: str
    address: str


def subdistricts_of(district: District) -> tuple[Subdistrict, ...]:
    """All of a district's, in alphabetical order; a site of a kecamatan has that one alone."""
    code, table = district.code, regions()
    known = table.subdistricts(code) if len(code) == DISTRICT else ()
    if len(code) == SUBDISTRICT and code in table.names:
        known = (table.names[code],)
    found: dict[str, Subdistrict] = {}
    for name in sorted((*known, *district.subdistricts), key=folded):
        plain = bare(name, district.terms.subdistrict)
        slug = slug_of(plain) or "kecamatan"
        while slug in found and folded(found[slug].name) != folded(plain):
            slug += "-2"
        found.setdefault(slug, Subdistrict(plain, slug))
    return tuple(found.values())
