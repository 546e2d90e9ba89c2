"""Registry x district -> Edition. Pure: no disk, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from selebaran.compose.district.chart import figure_files
from selebaran.compose.district.events import next_event
from selebaran.compose.district.findable import findables
from selebaran.compose.district.names import spoken
from selebaran.compose.district.pictures import web_pictures
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.lists import fact_files, facts_in_use, with_list
from selebaran.compose.fact.notices import all_notices, refusals
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.by_district import Written, written_by
from selebaran.compose.page.downloads import DOWNLOADS, downloads_page
from selebaran.compose.page.frame import frame_of
from selebaran.compose.page.glossary import glossary_page
from selebaran.compose.page.inputs import with_files
from selebaran.compose.page.languages import Translation, as_indonesian, fingerprint_of, in_languages, translated
from selebaran.compose.page.own import feed
from selebaran.compose.page.shared import OwnBlocks, PageComposer
from selebaran.compose.piece.choices import own_print, pieces_of
from selebaran.compose.piece.editions import Papers
from selebaran.compose.piece.inputs import pieces_with_files
from selebaran.compose.piece.sheet import PieceComposer, Setting
from selebaran.compose.template.views import Values
from selebaran.model.edition import Edition, PieceOutcome, SiteFrame
from selebaran.model.page import HOME, ComposedPage, PageSource
from selebaran.model.page_meta import PageMeta
from selebaran.model.piece import Profile
from selebaran.model.problem import Problem, ProblemsFound, gathered, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage

DRAWING = re.compile(r'<img\b[^>]*? src="[^"]*\bseni/([a-z0-9-]+)\.svg')
Names = frozenset[str]
NO_NAMES: Names = frozenset()
OFFLINE = ComposedPage(
    "offline",
    "",
    PageMeta(
        title="Tidak ada internet",
        description="HP Anda sedang tanpa internet. Telepon tetap dapat dipakai.",
        slug="offline",
        template="offline.html",
        noindex=True,
    ),
    Usage(),
)
"""What a phone shows that has lost its connection."""


@dataclass(frozen=True)
class _District:
    """One district as of a day: its folder, what templates see of it, how facts are treated, and its own text."""

    folder: DistrictFolder
    values: Values
    policy: FactPolicy
    written: Written


class Composer:
    """Composes editions of one registry, one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._pages = PageComposer(registry.facts)
        self._pieces = PieceComposer(registry)
        known = frozenset(page.slug for page in registry.pages)
        glossary = glossary_page(registry.glossary, registry.campaign, known)
        self._sources = (*registry.pages, *((glossary,) if glossary else ()))
        self._prints = {source.slug: fingerprint_of(source) for source in self._sources}
        in_menu = [p for p in registry.pages if p.front.menu is not None and p.slug != HOME]
        self._menu = sorted(in_menu, key=lambda p: (p.front.menu or 0, p.slug))

    def warm(self) -> None:
        """Compile every template. Who forks does it first, so that no child has to; no district's text is touched."""
        self._pages.warm(self._sources)
        self._pieces.warm()

    def compose(
        self,
        slug: str,
        *,
        as_of: date,
        profiles: tuple[Profile, ...],
        published: bool = False,
        without: Names = NO_NAMES,
    ) -> Edition:
        """One district's edition as of a day, with its print pieces in the profiles that are asked for; as if the
        pieces `without`, which the press refused, weren't there. Raises `ProblemsFound` with every fault of every page
        and piece; for a publication, with every reason why the district may not be published."""
        folder = self._registry.districts[slug]
        if published and (refused := refusals(folder)):
            raise ProblemsFound(tuple(refused))
        campaign = self._registry.campaign
        policy = FactPolicy(self._registry.facts, as_of, campaign.ask, published=published)
        frame = frame_of(folder, policy, campaign, self._sources, self._menu)
        written = written_by(folder, self._sources, policy, campaign.short_codes)
        district = _District(folder, present_district(folder, as_of, campaign), policy, written)
        shared, page_problems = self._shared_pages(district)
        pictures, picture_problems = web_pictures(folder)
        outcomes, piece_problems = self._outcomes(district, frame, profiles, without)
        translations, language_problems = self._translations(district)
        of_pages = (*written.problems, *page_problems, *picture_problems, *language_problems)
        problems = (*folder.notices, *of_pages, *piece_problems)
        if faults := tuple(dict.fromkeys(found for found in problems if found.is_error)):
            raise ProblemsFound(faults)
        downloads = downloads_page(outcomes, spoken(campaign.downloads, folder.district), policy)
        every = (*in_languages((*shared, *written.pages, downloads), translations, published=published), OFFLINE)
        used = facts_in_use(every, outcomes, frame)
        listing = [with_list(page, used, policy, frame.about) for page in every]
        pages, frame = with_files(listing, frame, folder, [o.source for o in outcomes], self._registry.drawing_file)
        outcomes = pieces_with_files(outcomes, folder, self._registry.print_files, self._registry.drawing_file)
        papers = Papers(folder.ledger, outcomes, pages, policy, district.values, campaign.offices)
        return Edition(
            slug=slug,
            host=folder.host,
            as_of=as_of,
            published=published,
            frame=frame,
            pages=pages,
            menu=self._short_menu(pages),
            outcomes=outcomes,
            drawings=self._drawings(every),
            own_drawings=self._registry.own_drawings,
            pictures=pictures,
            files={
                **fact_files(used, policy, frame.about),
                **figure_files(folder, campaign.figures, frame.about),
                **feed(folder, written.pages, frame.address),
            },
            paper_pages=papers.pages(),
            verdicts=papers.verdicts,
            new=papers.new if published else (),
            findables=findables(folder, pages, campaign, as_of),
            search_words=self._registry.search_words,
            theme=self._registry.theme,
            problems=(*problems, *(all_notices(pages, outcomes, policy) if published else ())),
        )

    def _short_menu(self, pages: Iterable[ComposedPage]) -> tuple[tuple[str, str], ...]:
        """The pages of the short menu: titles and slugs."""
        titles = {page.slug: page.meta.title for page in pages}
        chosen = [(p.front.menu_title or titles[p.slug], p.slug) for p in self._menu]
        return (("Beranda", HOME), *chosen, (titles[DOWNLOADS], DOWNLOADS))

    def _drawings(self, pages: Iterable[ComposedPage]) -> dict[str, str]:
        """The drawings that pages show, and those that every site does."""
        drawn = {name for page in pages for name in page.usage.drawings} | self._registry.theme_drawings
        return {name: self._registry.drawings[name] for name in sorted(drawn)}

    def _shared_pages(self, district: _District) -> tuple[tuple[ComposedPage, ...], tuple[Problem, ...]]:
        """The shared pages in a district, and what is wrong with those that aren't there."""
        blocks = district.written.blocks
        return gathered(partial(self._page, source, district, blocks.get(source.slug)) for source in self._sources)

    def _outcomes(
        self, district: _District, frame: SiteFrame, profiles: tuple[Profile, ...], without: Names
    ) -> tuple[tuple[PieceOutcome, ...], tuple[Problem, ...]]:
        """What becomes of each of a district's print pieces, and all that is to be said of them."""
        folder, registry = district.folder, self._registry
        own, said = own_print(folder, registry.pieces, registry.print_files["tokens.css"])
        setting = Setting(folder, district.values, frame, district.policy, own, district.written.blocks)
        pieces = [piece for piece in pieces_of(folder.district, registry.pieces) if piece.name not in without]
        outcomes, faults = gathered(partial(self._pieces.compose, piece, profiles, setting) for piece in pieces)
        return outcomes, (*said, *faults)

    def _translations(self, district: _District) -> tuple[Mapping[str, Sequence[Translation]], tuple[Problem, ...]]:
        """The district's pages in its other languages, by language, and all that is to be said of them. A shared page
        is the centre's to translate."""
        blocks, shared = district.written.blocks, self._registry.translations

        def compose(source: PageSource) -> ComposedPage:
            return self._page(source, district, as_indonesian(blocks.get(source.slug)))

        made = {
            code: translated(tuple(shared.get(code, {}).values()), self._prints, compose)
            for code in district.folder.district.languages
        }
        translations = {code: (*district.written.translations[code], *pages) for code, (pages, _) in made.items()}
        return translations, tuple(found for _, problems in made.values() for found in problems)

    def _page(self, source: PageSource, district: _District, own: OwnBlocks | None) -> ComposedPage:
        """A shared page with its drawings; raises `ProblemsFound`."""
        page = self._pages.compose(source, district.values, district.policy, own)
        names = set(DRAWING.findall(page.html)) | {choice.drawing for choice in source.front.choices}
        unknown = sorted(names - set(self._registry.drawings))
        if unknown:
            raise ProblemsFound(tuple(problem("seni-tidak-ada", source.place, nama=n, maksud="") for n in unknown))
        usage = page.usage | Usage(drawings=frozenset(names))
        meta = _home_meta(page.meta, source, district) if source.front.template else page.meta
        return replace(page, meta=meta, usage=usage)


def _home_meta(meta: PageMeta, source: PageSource, district: _District) -> PageMeta:
    """What the template of the home page shows besides."""
    folder = district.folder
    return replace(
        meta,
        template=f"{source.front.template}.html",
        hidden_parts=("navigation", "toc"),
        choices=source.front.choices,
        next_event=next_event(folder.events, folder.district.zone, district.policy.as_of),
    )
