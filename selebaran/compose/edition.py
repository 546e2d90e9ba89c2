"""Registry x district -> Edition. Pure: no disk, no clock."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

from selebaran.compose.district.chart import figure_files
from selebaran.compose.district.findable import findables
from selebaran.compose.district.pictures import web_pictures
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.lists import with_facts
from selebaran.compose.fact.notices import all_notices, refusals
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.by_district import Written, written_by
from selebaran.compose.page.downloads import DOWNLOADS, downloads_page
from selebaran.compose.page.frame import frame_of
from selebaran.compose.page.glossary import glossary_page
from selebaran.compose.page.languages import as_indonesian, in_languages
from selebaran.compose.page.own import feed
from selebaran.compose.page.shared import HOME, OwnBlocks, PageComposer
from selebaran.compose.piece.choices import own_print, pieces_of
from selebaran.compose.piece.editions import Papers
from selebaran.compose.piece.sheet import PieceComposer, Setting
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.piece import Profile
from selebaran.model.problem import Problem, ProblemsFound, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage

DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")
OFFLINE = ComposedPage(
    "offline",
    "",
    {
        "title": "Tidak ada internet",
        "description": "HP Anda sedang tanpa internet. Telepon tetap dapat dipakai.",
        "slug": "offline",
        "template": "offline.html",
        "search": {"exclude": True},
        "noindex": True,
        "fakta": [],
    },
    Usage(),
)
"""What a phone shows that has lost its connection."""


class Composer:
    """Composes editions of one registry, one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._pages = PageComposer(registry.facts)
        self._pieces = PieceComposer(registry)
        known = frozenset(page.slug for page in registry.pages)
        self._sources = (*registry.pages, glossary_page(registry.glossary, known))
        in_menu = [p for p in registry.pages if p.front.menu is not None and p.slug != HOME]
        self._menu = sorted(in_menu, key=lambda p: (p.front.menu or 0, p.slug))

    def warm(self) -> None:
        """Compile every template. Who forks does it first, so that no child has to; no district's text is touched."""
        self._pages.warm(self._sources)
        self._pieces.warm()

    def compose(self, slug: str, *, as_of: date, profiles: tuple[Profile, ...], published: bool = False) -> Edition:
        """One district's edition as of a day, with its print pieces in the profiles that are asked for.

        Raises `ProblemsFound` with every fault of every page and piece; for a publication, with every reason why the
        district may not be published."""
        folder = self._registry.districts[slug]
        if published and (refused := refusals(folder)):
            raise ProblemsFound(tuple(refused))
        policy = FactPolicy(self._registry.facts, as_of, published=published)
        values = present_district(folder, as_of)
        faults: list[Problem] = []
        frame = frame_of(folder, values, policy, self._sources, self._menu)
        written = written_by(folder, self._sources, faults)
        pages = [*self._all_pages(values, policy, written, faults), *written.pages]
        own, said = own_print(folder, self._registry.pieces, self._registry.print_files["tokens.css"])
        pictures, broken = web_pictures(folder)
        faults += [*broken, *(p for p in said if p.is_error)]
        code, ledger = folder.district.code, folder.ledger
        setting = Setting(slug, code, values, frame.context, policy, ledger, own, written.blocks)
        outcomes: list[PieceOutcome] = []
        for piece in pieces_of(folder.district, self._registry.pieces):
            try:
                outcomes.append(self._pieces.compose(piece, profiles, setting))
            except ProblemsFound as stopped:
                faults += [p for p in stopped.problems if p not in faults]
        pages.append(downloads_page([outcome.source for outcome in outcomes]))
        pages, outdated = self._in_languages(folder, pages, values, policy, written, faults)
        if faults:
            raise ProblemsFound(tuple(faults))
        pages.append(OFFLINE)
        drawn = {name for page in pages for name in page.usage.drawings} | self._registry.theme_drawings
        files = (
            with_facts(pages, outcomes, frame, policy)
            | figure_files(folder)
            | feed(folder.own.pages, folder.district.name, frame.address)
        )
        papers = Papers(folder.ledger, outcomes, pages, policy, values)
        notices = all_notices(pages, outcomes, policy) if published else ()
        return Edition(
            slug=slug,
            host=folder.host,
            as_of=as_of,
            published=published,
            frame=frame,
            pages=tuple(pages),
            menu=self._short_menu(pages),
            outcomes=tuple(outcomes),
            drawings={name: self._registry.drawings[name] for name in sorted(drawn)},
            pictures=pictures,
            files=files,
            paper_pages=papers.pages(),
            verdicts=papers.verdicts,
            new=papers.new if published else (),
            findables=findables(values, pages),
            search_words=self._registry.search_words,
            problems=(*written.problems, *outdated, *said, *notices),
        )

    def _short_menu(self, pages: list[ComposedPage]) -> tuple[tuple[str, str], ...]:
        """The pages of the short menu: titles and source files."""
        titles = {page.slug: str(page.meta["title"]) for page in pages}
        chosen = [(p.front.menu_title or titles[p.slug], f"{p.slug}.md") for p in self._menu]
        return (("Beranda", "index.md"), *chosen, (titles[DOWNLOADS], f"{DOWNLOADS}.md"))

    def _in_languages(
        self,
        folder: DistrictFolder,
        pages: list[ComposedPage],
        values: dict[str, Any],
        policy: FactPolicy,
        written: Written,
        faults: list[Problem],
    ) -> tuple[list[ComposedPage], list[Problem]]:
        """The pages, and after them those in the district's other languages; and which translations are out of date."""

        def compose(source: PageSource) -> ComposedPage:
            return self._page(source, values, policy, as_indonesian(written.blocks.get(source.slug)))

        codes, shared = folder.district.languages, self._registry.translations
        own, published, notices = written.translations, policy.published, list[Problem]()
        found = in_languages(codes, pages, shared, own, compose, self._sources, faults, notices, published=published)
        return found, notices

    def _all_pages(
        self, values: dict[str, Any], policy: FactPolicy, written: Written, faults: list[Problem]
    ) -> list[ComposedPage]:
        """The shared pages; what is wrong with them is added to `faults`."""
        pages = []
        for source in self._sources:
            try:
                pages.append(self._page(source, values, policy, written.blocks.get(source.slug)))
            except ProblemsFound as found:
                faults += found.problems
        return pages

    def _page(
        self, source: PageSource, values: dict[str, Any], policy: FactPolicy, own: OwnBlocks | None
    ) -> ComposedPage:
        page = self._pages.compose(source, values, policy, own)
        meta = dict(page.meta)
        names = set(DRAWING.findall(page.markdown)) | {choice.drawing for choice in source.front.choices}
        unknown = sorted(names - set(self._registry.drawings))
        if unknown:
            raise ProblemsFound(tuple(problem("seni-tidak-ada", source.place, nama=n, maksud="") for n in unknown))
        if source.front.template:
            meta |= {"template": f"{source.front.template}.html", "hide": ["navigation", "toc"]}
            meta["pilihan"] = [choice.model_dump(by_alias=True) for choice in source.front.choices]
            coming = [event for event in values["kegiatan"] if not event["batal"]]
            meta["acara"] = {**coming[0], "bawa": list(coming[0]["bawa"])} if coming else None
        usage = page.usage | Usage(drawings=frozenset(names))
        return dataclasses.replace(page, meta=meta, usage=usage)
