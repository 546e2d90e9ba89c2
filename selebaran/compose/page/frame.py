"""What stands around every page of a site: names, numbers, navigation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from selebaran.compose.district.names import names_of
from selebaran.compose.fact.policy import CARE_CENTER, PANDAWA, FactPolicy
from selebaran.compose.fact.row import facts_view
from selebaran.compose.page.own import links_of
from selebaran.compose.template.formats import day
from selebaran.compose.template.views import ReadFault, Recorder, Values
from selebaran.model.edition import Hotline, Link, LinkGroup, SiteFrame
from selebaran.model.own_text import OwnPage
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage

GROUPS = {
    "belum-punya": "Belum punya JKN",
    "tidak-aktif": "Kartu tidak aktif",
    "berobat": "Mau berobat",
    "keluarga": "Bayi & keluarga",
    "jadwal": "Jadwal",
    "bantuan": "Bantuan",
}
"""The groups of pages, in the order in which they are listed."""
FICTIONAL = "Daerah rekaan untuk peragaan"


def frame_of(
    folder: DistrictFolder, policy: FactPolicy, sources: Sequence[PageSource], menu: Sequence[PageSource]
) -> SiteFrame:
    """The frame of a district's site. `sources` are the shared pages, `menu` those of the short menu in its order.

    Raises `ProblemsFound` when the register lacks a number that every page shows."""
    usage = _numbers_used(policy)
    care, pandawa = policy.phone(CARE_CENTER), policy.phone(PANDAWA)
    district = folder.district
    return SiteFrame(
        names=names_of(district),
        address=f"https://{district.domain}/" if district.domain else None,
        is_preview=not policy.published,
        is_fictional=district.fictional,
        care_center=Hotline(care, care.tel) if care else None,
        pandawa=Hotline(pandawa, pandawa.wa) if pandawa else None,
        day=day(policy.as_of),
        groups=_groups(sources, folder.own.pages),
        menu=tuple(_link(page) for page in menu),
        usage=usage,
    )


def frame_values(frame: SiteFrame) -> Values:
    """The frame under the names that templates of pages and sheets use."""
    names = frame.names
    return {
        "nama": names.site,
        "nama_pendek": names.site_short,
        "nama_panjang": names.is_long,
        "daerah": names.district,
        "penerbit": names.publisher,
        "penerbit_pasti": names.publisher_is_known,
        "penerbit_di_samping": names.publisher_beside,
        "penerbit_menyebut_daerah": names.publisher_tells,
        "pratinjau": frame.is_preview,
        "rekaan": frame.is_fictional,
        "sebutan_rekaan": FICTIONAL,
        "care_center": frame.care_center.number if frame.care_center else None,
        "care_center_tel": frame.care_center.link if frame.care_center else None,
        "pandawa": frame.pandawa.number if frame.pandawa else None,
        "pandawa_wa": frame.pandawa.link if frame.pandawa else None,
        "tanggal": frame.day,
        "kelompok": tuple({"judul": group.title, "halaman": _listed(group.links)} for group in frame.groups),
        "menu": _listed(frame.menu),
    }


def _listed(links: Sequence[Link]) -> tuple[Values, ...]:
    return tuple({"judul": link.title, "url": link.address} for link in links)


def _numbers_used(policy: FactPolicy) -> Usage:
    """What the frame itself states: the numbers that every page shows."""
    recorder = Recorder()
    facts = facts_view(policy, recorder)
    try:
        _ = facts[CARE_CENTER], facts[PANDAWA]
    except ReadFault as fault:
        raise ProblemsFound((_frame_problem(fault),)) from fault
    return recorder.usage()


def _groups(sources: Sequence[PageSource], own: Collection[OwnPage]) -> tuple[LinkGroup, ...]:
    """All pages by what a resident wants, for the full list of pages; a district's own come after the shared."""
    groups = (
        LinkGroup(title, (*_shared_links(sources, group), *links_of(own, group))) for group, title in GROUPS.items()
    )
    return tuple(group for group in groups if group.links)


def _shared_links(sources: Sequence[PageSource], group: str) -> list[Link]:
    return [_link(page) for page in sorted((p for p in sources if p.front.group == group), key=_place_in_group)]


def _link(page: PageSource) -> Link:
    return Link(page.front.menu_title or page.front.title, f"{page.slug}/")


def _place_in_group(page: PageSource) -> tuple[bool, int, bool, int, str]:
    front = page.front
    return front.order is None, front.order or 0, front.menu is None, front.menu or 0, page.slug


def _frame_problem(fault: ReadFault) -> Problem:
    values = dict(fault.values)
    if fault.code == "fakta-tidak-dikenal":
        values["maksud"] = ""
    return problem(fault.code, Place("content/fakta.yml"), **values)
