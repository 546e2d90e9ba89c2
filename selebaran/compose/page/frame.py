"""What stands around every page of a site: names, numbers, navigation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from selebaran.compose.fact.policy import CARE_CENTER, PANDAWA, FactPolicy
from selebaran.compose.page.own import links_of
from selebaran.compose.template.formats import day
from selebaran.compose.template.views import FactsView, ReadFault, Recorder
from selebaran.model.edition import SiteFrame
from selebaran.model.own_text import OwnPage
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.model.registry import DistrictFolder

GROUPS = {
    "belum-punya": "Belum punya JKN",
    "tidak-aktif": "Kartu tidak aktif",
    "berobat": "Mau berobat",
    "keluarga": "Bayi & keluarga",
    "jadwal": "Jadwal",
    "bantuan": "Bantuan",
}
"""The groups of pages, in the order in which they are listed."""
UNCONFIRMED = "Penerbit belum dikonfirmasi"


def frame_of(
    folder: DistrictFolder,
    values: dict[str, Any],
    policy: FactPolicy,
    sources: Sequence[PageSource],
    menu: Sequence[PageSource],
) -> SiteFrame:
    """The frame of a district's site. `sources` are the shared pages, `menu` those of the short menu in its order.

    Raises `ProblemsFound` when the register lacks a number that every page shows."""
    recorder = Recorder()
    facts = FactsView(policy.register, recorder, policy.as_of)
    try:
        _ = facts[CARE_CENTER], facts[PANDAWA]
    except ReadFault as fault:
        raise ProblemsFound((_frame_problem(fault),)) from fault
    care, pandawa = policy.phone(CARE_CENTER), policy.phone(PANDAWA)
    publisher = values["penerbit"]["nama"]
    context = {
        "nama": f"JKN {values['nama']}",
        "nama_pendek": f"JKN {values['sebutan']}",
        "daerah": values["nama"],
        "penerbit": publisher or UNCONFIRMED,
        "penerbit_pasti": publisher is not None,
        "pratinjau": not policy.published,
        "rekaan": values["rekaan"],
        "sebutan_rekaan": "Daerah rekaan untuk peragaan",
        "care_center": str(care) if care else None,
        "care_center_tel": care.tel if care else None,
        "pandawa": str(pandawa) if pandawa else None,
        "pandawa_wa": pandawa.wa if pandawa else None,
        "tanggal": day(policy.as_of),
        "kelompok": _groups(sources, folder.own.pages),
        "menu": [{"judul": p.front.menu_title or p.front.title, "url": f"{p.slug}/"} for p in menu],
    }
    address = f"https://{values['domain']}/" if values["domain"] else None
    return SiteFrame(context["nama"], address, context, recorder.usage())


def _groups(sources: Sequence[PageSource], own: Collection[OwnPage]) -> list[dict[str, Any]]:
    """All pages by what a resident wants, for the full list of pages; a district's own come after the shared."""
    found = []
    for group, title in GROUPS.items():
        pages = [p for p in sources if p.front.group == group]
        pages.sort(key=_place_in_group)
        links = [{"judul": p.front.menu_title or p.front.title, "url": f"{p.slug}/"} for p in pages]
        links += links_of(own, group)
        if links:
            found.append({"judul": title, "halaman": links})
    return found


def _place_in_group(page: PageSource) -> tuple[bool, int, bool, int, str]:
    front = page.front
    return front.order is None, front.order or 0, front.menu is None, front.menu or 0, page.slug


def _frame_problem(fault: ReadFault) -> Problem:
    values = dict(fault.values)
    if fault.code == "fakta-tidak-dikenal":
        values["maksud"] = ""
    return problem(fault.code, Place("content/fakta.yml"), **values)
