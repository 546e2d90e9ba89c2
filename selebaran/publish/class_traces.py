"""What districts use, as far as their class tells it: one of marks is composed for all that have no text of their own.

In a country of such districts a question about all of them costs what the others do. One of which little more is known
takes from a class the pieces that read nothing of that, and a child composes the rest. No text of a district comes into
what another one's answer is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from selebaran.check.edition import CheckedComposer
from selebaran.compose.district.marks import SLUG, Class, class_of, marked, marks_of
from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.impact import Parts, Trace, trace_of
from selebaran.compose.page.bare import OWN, READ, is_bare, marked_areas, proposed_in
from selebaran.compose.template.repeated import ADDRESS
from selebaran.compose.template.slots import Cutter
from selebaran.jobs.plain import is_plain
from selebaran.model.district import District
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.piece import Asked
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage

TAKES_SHEETS = frozenset(("identity", "note", "proposals"))
"""What a district may have beside the names of its class so that some sheets are told by that."""
MARKED = frozenset(("cetak", "nama", "nama_pendek", "sebutan", "provinsi", "domain", "alamat_situs"))
"""What templates read for which there are marks, and what nobody decided about sheets."""
TERMS = "istilah"
"""Templates say more of a village that has an elected head."""
Used = tuple[Usage, Mapping[str, Usage]]


@dataclass(frozen=True)
class _OfClass:
    """What all districts of a class use: beside the pages of their kecamatan, and on each of these, by what stands
    before the kecamatan's own part in an address; and the pieces of the district of marks."""

    trace: Trace
    of_area: Mapping[str, Used]
    outcomes: tuple[PieceOutcome, ...]
    folder: DistrictFolder

    def trace_of(self, slug: str, areas: tuple[str, ...]) -> Trace:
        """What one of them uses, that has these kecamatan."""
        pages = {f"{before}{area}": used for before, used in self.of_area.items() for area in areas}
        return replace(self.trace, slug=slug, pages={**self.trace.pages, **pages})


class ClassTraces:
    """What classes tell of a registry's districts as of a day, with these pieces asked for."""

    def __init__(self, registry: Registry, composer: CheckedComposer, as_of: date, asked: Asked) -> None:
        self._registry, self._composer, self._as_of, self._asked = registry, composer, as_of, asked
        self._made: dict[Class, _OfClass | None] = {}

    def of(self, slug: str) -> Trace | None:
        """What a district uses; None where its class doesn't tell."""
        folder = self._registry.districts[slug]
        is_told = _more_than_names(folder) <= {"proposals"} and is_bare(folder)
        made = self._class_of(folder) if is_told or not _more_than_names(folder) else None
        return made.trace_of(slug, _areas_of(folder.district)) if made else None

    def outcomes(self, slug: str) -> Mapping[str, PieceOutcome]:
        """The pieces of a class, by name, that use in a district what they do there."""
        folder = self._registry.districts[slug]
        if not _more_than_names(folder) <= TAKES_SHEETS or self._class(folder) is None:
            return {}
        made = self._first(is_hosted=bool(folder.district.domain)) or self._class_of(folder)
        return self._taken(folder, made) if made else {}

    def _first(self, *, is_hosted: bool) -> _OfClass | None:
        """A class of districts with a domain, or without: then a sheet has no code to scan, and says other things."""
        return next((made for of, made in self._made.items() if made and of.has_domain == is_hosted), None)

    def _taken(self, folder: DistrictFolder, made: _OfClass) -> Mapping[str, PieceOutcome]:
        """The pieces that go through no list of a district, and to which it is as these marks are: what they read is a
        mark, or the same."""
        own, marks = (present_district(one, self._as_of, self._registry.campaign) for one in (folder, made.folder))
        same = {*MARKED, *(key for key, value in own.items() if marks.get(key) == value)}
        if _terms_of(folder) == _terms_of(made.folder):
            same.add(TERMS)
        told = [one for one in made.outcomes if not one.source.spec.repeat and _read_by(one) <= same]
        return {one.name: one for one in told}

    def _class(self, folder: DistrictFolder) -> Class | None:
        """The class of a district that has one."""
        of, terms = class_of(folder.district, self._registry.campaign.site), folder.district.terms
        if of is None or is_plain() or folder.slug in self._registry.district_problems:
            return None
        return replace(of, village=terms.village, subdistrict=terms.subdistrict, proposed=proposed_in(folder))

    def _class_of(self, folder: DistrictFolder) -> _OfClass | None:
        """What its class tells."""
        of = self._class(folder)
        if of is not None and of not in self._made:
            self._made[of] = self._make(of)
        return self._made[of] if of is not None else None

    def _make(self, of: Class) -> _OfClass | None:
        first = self._first(is_hosted=of.has_domain)
        told = self._taken(marked(of), first) if first else {}
        try:
            edition = self._composer.of_marks(of, self._as_of, asked=self._asked, told=told).edition
        except ProblemsFound:
            return None  # each district tells them
        return _told_by(edition, of)


def _told_by(edition: Edition, of: Class) -> _OfClass | None:
    """What the edition of marks tells of its class; None where something in it is called by what districts differ by,
    where kecamatan aren't all the same, or where a sheet that goes through a list states a fact."""
    trace, areas = trace_of(edition), tuple(area[ADDRESS] for area in marked_areas(of))
    own = {page: used for page, used in trace.pages.items() if page.rpartition("/")[2] in areas}
    others = {page: used for page, used in trace.pages.items() if page not in own}
    of_area = {f"{page.rpartition('/')[0]}/": used for page, used in own.items()}
    told = _OfClass(replace(trace, pages=others), of_area, edition.outcomes, marked(of))
    is_whole = told.trace_of(SLUG, areas).pages == trace.pages and not any(map(_grows, edition.outcomes))
    return told if is_whole and not _names_one(told, Cutter(marks_of(of))) else None


def _names_one(told: _OfClass, cutter: Cutter) -> bool:
    """Whether a page, a piece or a part of one is called by what districts differ by."""
    every: tuple[Parts, ...] = (told.trace.pages, told.trace.pieces, told.of_area)
    names = [name for parts in every for page, (_, each) in parts.items() for name in (page, *each)]
    return cutter.is_in(" ".join(names))


def _grows(outcome: PieceOutcome) -> bool:
    """Whether a piece has more panels the more a district has, in which facts stand."""
    return bool(outcome.source.spec.repeat and (outcome.usage.facts or outcome.usage.values))


def _more_than_names(folder: DistrictFolder) -> frozenset[str]:
    """The fields by which a district has more than names, an address and kecamatan."""
    marks = marked(Class(folder.district.zone, is_long=False, has_areas=False, has_domain=False))
    said = District.model_fields.keys() - (OWN - TAKES_SHEETS)
    had = {field.name for field in fields(folder)} - READ | {"proposals"}
    more = (name for name in said if getattr(folder.district, name) != getattr(marks.district, name))
    return frozenset((*more, *(name for name in had if getattr(folder, name) != getattr(marks, name))))


def _areas_of(district: District) -> tuple[str, ...]:
    return tuple(one.slug for one in subdistricts_of(district))


def _terms_of(folder: DistrictFolder) -> tuple[str, str]:
    return folder.district.terms.village, folder.district.terms.subdistrict


def _read_by(outcome: PieceOutcome) -> frozenset[str]:
    """What a piece read of its district."""
    return frozenset(name.split(".")[1] for name in outcome.usage.fields if name.startswith("daerah."))
