"""Registry x district -> Edition. Pure: no disk, no clock."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from selebaran.compose.pages import PageComposer
from selebaran.compose.pieces import PieceComposer
from selebaran.compose.present import present_district
from selebaran.compose.views import FactsView, ReadFault, Recorder
from selebaran.compose.words import Phone, day
from selebaran.model.edition import Edition, SiteFrame
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.piece import ComposedPiece, Profile
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage

HOME = "beranda"
DOWNLOADS = "unduh"
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")
TEMPLATES = {"beranda": "home.html"}
"""Page templates by the name that front matter gives them."""
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


class Composer:
    """Composes editions of one registry, one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._pages = PageComposer(registry.facts)
        self._pieces = PieceComposer(registry)
        in_menu = [p for p in registry.pages if p.front.menu is not None and p.slug != HOME]
        self._menu = sorted(in_menu, key=lambda p: (p.front.menu or 0, p.slug))

    def compose(self, slug: str, *, as_of: date, profiles: tuple[Profile, ...]) -> Edition:
        """One district's edition as of a day, with its print pieces in the profiles that are asked for.

        Raises `ProblemsFound` with every fault of every page and piece."""
        folder = self._registry.districts[slug]
        values = present_district(folder, as_of)
        faults: list[Problem] = []
        frame = self._frame(folder, values, as_of)
        pages: list[ComposedPage] = []
        for source in self._registry.pages:
            try:
                pages.append(self._page(source, values, as_of))
            except ProblemsFound as found:
                faults += found.problems
        pieces: list[ComposedPiece] = []
        for piece in self._registry.pieces:
            for profile in (p for p in piece.spec.profiles if p in profiles):
                try:
                    pieces.append(self._pieces.compose(piece, profile, values, frame.context, as_of))
                except ProblemsFound as found:
                    faults += [p for p in found.problems if p not in faults]
        if faults:
            raise ProblemsFound(tuple(faults))
        pages.append(self._downloads())
        titles = {page.slug: str(page.meta["title"]) for page in pages}
        menu = [("Beranda", "index.md")]
        menu += [(p.front.menu_title or titles[p.slug], f"{p.slug}.md") for p in self._menu]
        menu += [(titles[DOWNLOADS], f"{DOWNLOADS}.md")]
        used = {name for page in pages for name in page.usage.drawings} | self._registry.theme_drawings
        return Edition(
            slug=slug,
            host=folder.host,
            as_of=as_of,
            frame=frame,
            pages=tuple(pages),
            menu=tuple(menu),
            pieces=tuple(pieces),
            drawings={name: self._registry.drawings[name] for name in sorted(used)},
            pictures=folder.pictures,
        )

    def _page(self, source: PageSource, values: dict[str, Any], as_of: date) -> ComposedPage:
        page = self._pages.compose(source, values, as_of)
        meta = dict(page.meta)
        names = set(DRAWING.findall(page.markdown)) | {choice.drawing for choice in source.front.choices}
        unknown = sorted(names - set(self._registry.drawings))
        if unknown:
            raise ProblemsFound(tuple(problem("seni-tidak-ada", source.place, nama=n, maksud="") for n in unknown))
        if source.front.template:
            meta |= {"template": TEMPLATES[source.front.template], "hide": ["navigation", "toc"]}
            meta["pilihan"] = [choice.model_dump(by_alias=True) for choice in source.front.choices]
            coming = [event for event in values["kegiatan"] if not event["batal"]]
            meta["acara"] = {**coming[0], "bawa": list(coming[0]["bawa"])} if coming else None
        usage = page.usage | Usage(drawings=frozenset(names))
        return ComposedPage(page.slug, page.markdown, meta, usage, page.blocks)

    def _groups(self) -> list[dict[str, Any]]:
        """All pages by what a resident wants, for the full list of pages."""
        found = []
        for group, title in GROUPS.items():
            pages = [p for p in self._registry.pages if p.front.group == group]
            pages.sort(key=lambda p: (p.front.menu is None, p.front.menu or 0, p.slug))
            links = [{"judul": p.front.menu_title or p.front.title, "url": f"{p.slug}/"} for p in pages]
            if links:
                found.append({"judul": title, "halaman": links})
        return found

    def _downloads(self) -> ComposedPage:
        pieces = [
            {
                "lembar": piece.name,
                "judul": piece.spec.title,
                "keterangan": piece.spec.about,
                "kertas": piece.spec.instructions.paper,
                "cetak": list(piece.spec.instructions.printing),
                "lipat": list(piece.spec.instructions.folding),
            }
            for piece in self._registry.pieces
        ]
        meta = {
            "title": "Lembar cetak",
            "description": "Selebaran, poster, dan brosur JKN untuk dicetak dan dibagikan.",
            "slug": DOWNLOADS,
            "template": "unduh.html",
            "fakta": [],
            "unduh": pieces,
        }
        return ComposedPage(DOWNLOADS, "", meta, Usage(), {})

    def _frame(self, folder: DistrictFolder, values: dict[str, Any], as_of: date) -> SiteFrame:
        facts = FactsView(self._registry.facts, Recorder(), as_of)
        try:
            care, pandawa = Phone(facts.care_center), Phone(facts.pandawa)
        except ReadFault as fault:
            raise ProblemsFound((_frame_problem(fault),)) from fault
        publisher = values["penerbit"]["nama"]
        context = {
            "nama": f"JKN {values['nama']}",
            "nama_pendek": f"JKN {values['sebutan']}",
            "daerah": values["nama"],
            "penerbit": publisher or UNCONFIRMED,
            "penerbit_pasti": publisher is not None,
            "pratinjau": True,
            "rekaan": values["rekaan"],
            "sebutan_rekaan": "Daerah rekaan untuk peragaan",
            "care_center": str(care),
            "care_center_tel": care.tel,
            "pandawa": str(pandawa),
            "pandawa_wa": pandawa.wa,
            "tanggal": day(as_of),
            "kelompok": self._groups(),
            "menu": [{"judul": p.front.menu_title or p.front.title, "url": f"{p.slug}/"} for p in self._menu],
        }
        address = f"https://{values['domain']}/" if values["domain"] else None
        return SiteFrame(context["nama"], address, context)


def _frame_problem(fault: ReadFault) -> Problem:
    values = dict(fault.values)
    if fault.code == "fakta-tidak-dikenal":
        values["maksud"] = ""
    return problem(fault.code, Place("content/fakta.yml"), **values)
