"""Districts that have plain events and confirmed places beside their names: their class is composed once more with
these, and joined.

What they typed stays text all the way: the composer and the templates that render it on every page render it here, in a
district of marks that has it. Only names, addresses and kecamatan are put in afterwards, as in every district of the
class. Of what is made for one nothing is kept for another but frames of pages, in which nothing but marks stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from selebaran.check.edition import OfMarks
from selebaran.compose.district.marks import SLUG
from selebaran.compose.district.names import names_of
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.bare import Area, areas_of
from selebaran.compose.page.event_pages import DistrictEvents
from selebaran.compose.page.plain_records import area_pages, texts_of, with_records
from selebaran.compose.page.printed import with_marks
from selebaran.compose.piece.validity import event_in
from selebaran.compose.template.repeated import ListCutter, NotRepeated, Repeated
from selebaran.compose.template.slots import Cutter
from selebaran.compose.template.views import Values
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.page import ComposedPage, Heading
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.report.pages import data_of, listed
from selebaran.publish.report.record import record_of
from selebaran.publish.same_sheets import says_same
from selebaran.site.blanks import squeezed
from selebaran.site.joined import joinable
from selebaran.site.whole import WholeSite
from selebaran.site.whole_beside import Base, site_beside
from selebaran.site.whole_search import Things

LISTED = 2
"""The level of headings that a page's list of parts has."""


class Own(NamedTuple):
    """The class as it is with the events and places of one district: its site, its report as JSON, both with marks, and
    the kecamatan of that district; how many pages there are beside theirs."""

    site: WholeSite
    record: Repeated
    things: tuple[Area, ...]
    pages: int
    edition: Edition


def with_own_files(edition: Edition, registry: Registry, folder: DistrictFolder) -> Edition:
    """An edition of marks with the district's own calendars and lists of events: lines of a calendar are broken by
    their length, so that a name can't be put into them."""
    campaign, district = registry.campaign, folder.district
    address = f"https://{district.domain}/" if district.domain else None
    frame = replace(edition.frame, names=names_of(district, campaign.site), address=address)
    files = DistrictEvents(folder, campaign, edition.as_of, frame).files()
    return replace(edition, files={**edition.files, **files})


def areas_with_own(
    folder: DistrictFolder, edition: Edition, registry: Registry
) -> tuple[tuple[Area, ...], frozenset[tuple[Heading, ...]]]:
    """The kecamatan of a district, as they are in `Listed`: every form of the name, its address, what its page shows
    of its own below the first paragraph, and that one; and the headings that a page lists."""
    campaign = registry.campaign
    like = next((page for page in edition.pages if page.meta.is_subdistrict), None)
    if like is None:
        return (), frozenset()
    policy = FactPolicy(registry.facts, edition.as_of, campaign.ask, published=False)
    pages = area_pages(folder, campaign, edition.as_of, edition.frame, policy.ask, like)
    found = zip(areas_of(folder) or (), pages, strict=True)
    return tuple(_area(area, page) for area, page in found), frozenset(map(_listed_headings, pages))


def _listed_headings(page: ComposedPage) -> tuple[Heading, ...]:
    """Those that stand in the list of a page's parts; deeper ones don't."""
    return tuple(heading for heading in page.headings if heading.level == LISTED)


def _area(area: Area, page: ComposedPage) -> Area:
    *ways, slug, _ = area
    one = joinable(page)
    if one is None or not (one.lede.endswith("\n") and one.own.endswith("\n")):
        raise NotRepeated(page.slug)
    return *ways, slug, squeezed(one.own).rstrip(), squeezed(one.lede).rstrip()


class Areas(NamedTuple):
    """The kecamatan of the marks and those of a district, as they are with its events and places."""

    of_marks: tuple[Area, ...]
    own: tuple[Area, ...]


@dataclass(frozen=True)
class OfKind:
    """What a kind of districts is made of, and what a site of it with something more is made beside."""

    made: OfMarks
    base: Base

    @cached_property
    def _presented(self) -> Values:
        """The marks as templates have them."""
        registry = self.made.registry
        return present_district(registry.districts[SLUG], self.made.edition.as_of, registry.campaign)

    def areas(self, own: DistrictFolder, registry: Registry) -> Areas:
        """The kecamatan with the events and places of a district. Raises `NotRepeated` where their pages have parts
        that those of the marks haven't."""
        marks = with_records(self.made.registry.districts[SLUG], own)
        with with_marks(texts_of(own)):
            of_marks, headings = areas_with_own(marks, self.made.edition, registry)
            of_own, here = areas_with_own(own, self.made.edition, registry)
        if here != headings:
            raise NotRepeated(own.slug)
        return Areas(of_marks, of_own)

    def told(self, own: DistrictFolder, registry: Registry, as_of: date) -> Mapping[str, PieceOutcome]:
        """The pieces that are the same with the events and places of a district: what they read of it is, and they
        name none of its events."""
        was = self._presented
        now = present_district(with_records(self.made.registry.districts[SLUG], own), as_of, registry.campaign)

        def is_same(one: PieceOutcome) -> bool:
            is_of_all = says_same(one, now, was) and not one.source.spec.about_event
            return is_of_all and event_in(self.made.words[one.name], now["kegiatan"]) is None

        return {one.name: one for one in self.made.pieces.values() if is_same(one)}


def own_site(
    kind: OfKind,
    made: OfMarks,
    registry: Registry,
    folder: DistrictFolder,
    marks: Sequence[str],
    things: Things,
    areas: Areas,
) -> Own:
    """The site of a kind with the events and places of a district; `things` are the kecamatan of its marks, `areas`
    those with what is the district's. Raises `NotRepeated` where it can't be had."""
    edition = with_own_files(made.edition, registry, folder)
    of_marks, own = areas
    site = site_beside(kind.base, edition, marks, of_marks, things)
    record = ListCutter(Cutter(marks), of_marks).cut(listed(data_of(record_of(edition, made.registry, (), ()))))
    return Own(site, record, own, len(edition.pages) - len(of_marks) + len(own), edition)
