"""Districts that have plain events and confirmed places beside their names: their class is composed once more with
these, and joined.

What they typed stays text all the way: the composer and the templates that render it on every page render it here, in a
district of marks that has it. Only names, addresses and kecamatan are put in afterwards, as in every district of the
class. Of what is made for one nothing is kept for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from selebaran.check.edition import OfMarks
from selebaran.compose.district.marks import PROVINCE_FILE, SLUG
from selebaran.compose.district.names import names_of
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.bare import Area, areas_of
from selebaran.compose.page.event_pages import DistrictEvents
from selebaran.compose.page.plain_records import area_pages
from selebaran.compose.template.repeated import ListCutter, NotRepeated, Repeated
from selebaran.compose.template.slots import Cutter
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.report.pages import data_of, listed
from selebaran.publish.report.record import record_of
from selebaran.site.blanks import squeezed
from selebaran.site.framed import DrawnBefore
from selebaran.site.frames import drawn_with_marks, whole_of
from selebaran.site.joined import joinable
from selebaran.site.whole import WholeSite


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
    if not files.keys() <= edition.files.keys():
        raise NotRepeated(folder.slug)
    return replace(edition, files={**edition.files, **files})


def areas_with_own(
    folder: DistrictFolder, edition: Edition, registry: Registry
) -> tuple[tuple[Area, ...], tuple[object, ...]]:
    """The kecamatan of a district, as they are in `Listed`: every form of the name, the first paragraph of the page,
    its address, and what else it shows of its own; and the headings of all that."""
    campaign = registry.campaign
    like = next((page for page in edition.pages if page.meta.is_subdistrict), None)
    if like is None:
        return (), ()
    policy = FactPolicy(registry.facts, edition.as_of, campaign.ask, published=False)
    pages = area_pages(folder, campaign, edition.as_of, edition.frame, policy.ask, like)
    found = zip(areas_of(folder) or (), pages, strict=True)
    return tuple(_area(area, page) for area, page in found), tuple({page.headings: None for page in pages})


def _area(area: Area, page: ComposedPage) -> Area:
    *ways, slug, _ = area
    one = joinable(page)
    if one is None or not (one.lede.endswith("\n") and one.own.endswith("\n")):
        raise NotRepeated(page.slug)
    return *ways, squeezed(one.lede).rstrip(), slug, squeezed(one.own).rstrip()


def own_site(
    made: OfMarks,
    registry: Registry,
    folder: DistrictFolder,
    marks: Sequence[str],
    drawn: DrawnBefore,
) -> Own:
    """The site of the class with the events and places of a district. Raises `NotRepeated` where it can't be had."""
    edition = with_own_files(made.edition, registry, folder)
    of_marks, headings = areas_with_own(made.registry.districts[SLUG], edition, registry)
    things, here = areas_with_own(folder, edition, registry)
    if here != headings:
        raise NotRepeated(folder.slug)
    with drawn_with_marks(edition, drawn) as (root, inputs):
        paths = SLUG, PROVINCE_FILE
        site = whole_of(edition, marks, of_marks, paths, root, inputs, {}) if inputs else None
    if site is None:
        raise NotRepeated(folder.slug)
    record = ListCutter(Cutter(marks), of_marks).cut(listed(data_of(record_of(edition, made.registry, (), ()))))
    return Own(site, record, things, len(edition.pages) - len(of_marks) + len(things), edition)
