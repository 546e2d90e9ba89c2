"""Registry x district -> Edition. Pure: no disk, no clock."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from selebaran.compose.district.event_day import event_told_of
from selebaran.compose.district.names import spoken
from selebaran.compose.district.pictures import web_pictures
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.lists import FactsInUse, fact_files, facts_in_use, with_list
from selebaran.compose.fact.notices import all_notices
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.answers import searched
from selebaran.compose.page.by_district import written_by
from selebaran.compose.page.changed import with_days_of_change
from selebaran.compose.page.changes import with_changes
from selebaran.compose.page.downloads import DOWNLOADS, downloads_page
from selebaran.compose.page.event_form import with_offers
from selebaran.compose.page.event_pages import DistrictEvents, about_events
from selebaran.compose.page.forwards import closed, closing, forwarding, with_closing
from selebaran.compose.page.frame import frame_of
from selebaran.compose.page.glossary import glossary_page
from selebaran.compose.page.inputs import with_files
from selebaran.compose.page.languages import Translation, as_indonesian, fingerprint_of, in_languages, translated
from selebaran.compose.page.local_drawings import LocalPages
from selebaran.compose.page.offline import OFFLINE
from selebaran.compose.page.one_district import OneDistrict, files_for_programs
from selebaran.compose.page.page_kinds import meta_of_kind
from selebaran.compose.page.publishable import of_day, unless_wrong
from selebaran.compose.page.shared import PageComposer
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.page.subdistrict_pages import SubdistrictPages
from selebaran.compose.page.temporary import pages_ahead, without_links
from selebaran.compose.page.topics import topics_page
from selebaran.compose.page.unchecked import checked_entries
from selebaran.compose.piece.cards import CardComposer
from selebaran.compose.piece.choices import own_print
from selebaran.compose.piece.editions import Papers
from selebaran.compose.piece.inputs import pieces_with_files
from selebaran.compose.piece.setting import Setting, Wish, wishes_of
from selebaran.compose.piece.sheet import UNTOLD, PieceComposer
from selebaran.model.address import AnyPage
from selebaran.model.edition import Card, Edition, PieceOutcome, Shared, SiteFrame
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import HOME, ComposedPage, PageSource
from selebaran.model.piece import NOTHING_ASKED, Asked, ComposedPiece
from selebaran.model.problem import Problem, ProblemsFound, gathered, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.model.usage import Usage

DRAWING = re.compile(r'<img\b[^>]*? src="[^"]*\bseni/([a-z0-9-]+)\.svg')
Names = frozenset[str]
NO_NAMES: Names = frozenset()
NOWHERE: Mapping[str, str] = {}


class Composer:
    """Composes editions of one registry, one district after the other; `of_marks`: districts that differ by little."""

    def __init__(self, registry: Registry, *, of_marks: bool = False) -> None:
        self._registry, self._pages = registry, PageComposer(registry.facts, of_marks=of_marks)
        self._pieces = PieceComposer(registry)
        self._cards = CardComposer(registry, self._pieces)
        glossary = glossary_page(registry.glossary, registry.campaign, frozenset(page.slug for page in registry.pages))
        self._policy = lru_cache(maxsize=8)(partial(FactPolicy, registry.facts, whom=registry.campaign.ask))
        self._sources = (*registry.pages, *filter(None, (glossary,)))
        self._local = LocalPages(self._sources, registry.drawings)
        self._prints = {source.slug: fingerprint_of(source) for source in self._sources}
        in_menu = [p for p in registry.pages if p.front.menu is not None and p.slug != HOME]
        self._menu = sorted(in_menu, key=lambda p: (p.front.menu or 0, p.slug))

    def beside(self, registry: Registry, *, is_of_one: bool = False) -> Composer:
        """One whose registry has other districts and drawings; `is_of_one`: it keeps nothing and makes no calendars."""
        other = copy(self)
        other._registry, other._pages = registry, self._pages.reading() if is_of_one else self._pages
        return other

    def cards_for_all(self, as_of: date, *, published: bool) -> tuple[Card, ...]:
        """The pictures that are the same in all districts on a day: those that name none."""
        return self._cards.for_all(as_of, published=published)

    def sheets_for_none(
        self, as_of: date, profiles: tuple[Profile, ...], papers: tuple[Paper, ...], *, published: bool
    ) -> tuple[ComposedPiece, ...]:
        """The sheets of a day as if no district were meant. No district's text is touched."""
        return self._cards.sheets_for_none(as_of, profiles, papers, published=published)

    def warm(self) -> None:
        """Compile every template, so that no child has to; no district's text is touched."""
        self._pages.warm(self._sources)
        self._pieces.warm()

    def prepare(self, as_of: date, *, published: bool) -> tuple[ComposedPage, ...]:
        """Shared pages as if no district were meant. What reads the same in all of them is kept."""
        values, policy = self._cards.nowhere(as_of, published).values, self._policy(as_of, published=published)
        self.sheets_for_none(as_of, (), (), published=published)  # their words, and no sheet
        return gathered(partial(self._pages.compose, source, values, policy) for source in self._sources)[0]

    def compose(
        self,
        slug: str,
        *,
        as_of: date,
        profiles: tuple[Profile, ...],
        papers: tuple[Paper, ...] | None = None,
        published: bool = False,
        without: Names = NO_NAMES,
        asked: Asked = NOTHING_ASKED,
        within: Mapping[str, str] = NOWHERE,
        event: Occurrence | None = None,
        sharing: bool = False,
        told: Mapping[str, PieceOutcome] = UNTOLD,
    ) -> Edition:
        """One district's edition as of a day: its pieces in these profiles, on these papers or its office's own, those
        `asked` for, some `within` a kecamatan, `without` the refused, as `told` where only their usage counts; about
        `event`, else the next; `sharing`: with what is passed on. Raises `ProblemsFound` with every fault."""
        district = self._district(slug, as_of, event, published=published)
        folder, policy, frame, areas = district.folder, district.policy, district.frame, district.areas
        campaign = self._registry.campaign
        pages_for_all, page_problems = self._shared_pages(district)
        pictures, picture_problems = web_pictures(folder)
        wishes = wishes_of(folder, self._registry.pieces, profiles, asked, without, lambda n: areas.area(within.get(n)))
        setting, print_problems = self._setting(district, papers)
        outcomes, shared, piece_problems = self._outcomes(setting, wishes, told, sharing=sharing)
        every, language_problems = self._every_page(district, pages_for_all, outcomes)
        others = (*page_problems, *picture_problems, *language_problems, *print_problems, *piece_problems)
        others = unless_wrong(*folder.notices, *district.ahead, *district.written.problems, *others)
        problems = (*others, *shared.problems)
        used = facts_in_use(every, outcomes, frame)
        pages, frame, outcomes = self._traced(every, used, policy, frame, folder, outcomes)
        editions = Papers(folder.ledger, outcomes, pages, policy, district.values, campaign.offices, *district.until)
        return Edition(
            slug=slug,
            host=folder.host,
            as_of=as_of,
            published=published,
            frame=frame,
            pages=pages,
            menu=self._short_menu(pages, self._in_menu(district.sources, as_of)),
            outcomes=outcomes,
            drawings=self._drawings(every),
            own_drawings=self._registry.own_drawings,
            pictures=pictures,
            files={
                **fact_files(used, policy, frame.about),
                **files_for_programs(district, frame, pages, campaign.figures),
                **({} if self._pages.is_reading else district.events.files()),
            },
            paper_pages=editions.pages(),
            verdicts=editions.verdicts,
            new=editions.new if published else (),
            **searched(self._registry.search_words, campaign, folder, policy, pages),
            theme=self._registry.theme,
            shared=shared,
            problems=(*problems, *all_notices(pages, outcomes, shared.cards, policy)),
        )

    def sheet(
        self,
        slug: str,
        name: str,
        *,
        as_of: date,
        profiles: tuple[Profile, ...],
        papers: tuple[Paper, ...] | None = None,
        asked: Asked = NOTHING_ASKED,
    ) -> tuple[PieceOutcome | None, tuple[Problem, ...]]:
        """One piece as it lies in the edition of a preview, none where the district hasn't got it, and what is to be
        said of it; no page is composed. Raises `ProblemsFound`."""
        district = self._district(slug, as_of, None, published=False)
        pieces = [piece for piece in self._registry.pieces if piece.name == name]
        setting, said = self._setting(district, papers)
        wishes = wishes_of(district.folder, pieces, profiles, asked, NO_NAMES, lambda _: None)
        made, _, faults = self._outcomes(setting, wishes, UNTOLD, sharing=False)
        return next(iter(made), None), (*said, *faults)

    def _traced(
        self,
        every: Iterable[ComposedPage],
        used: FactsInUse,
        policy: FactPolicy,
        frame: SiteFrame,
        folder: DistrictFolder,
        outcomes: Iterable[PieceOutcome],
    ) -> tuple[tuple[ComposedPage, ...], SiteFrame, tuple[PieceOutcome, ...]]:
        """Pages and frame with the facts in use, what is otherwise since when, the files that each came from, and the
        day on which it last changed; and the pieces with their files."""
        listing = [with_list(page, used, policy, frame.about) for page in every]
        told = with_changes(listing, self._sources, folder, policy, frame.about, self._registry.uncommon)
        pages, frame = with_files(told, frame, folder, [one.source for one in outcomes], self._registry.drawing_file)
        outcomes = pieces_with_files(outcomes, folder, self._registry.print_files, self._registry.drawing_file)
        return with_days_of_change(pages, folder, policy.as_of), frame, outcomes

    def _waiting(self, folder: DistrictFolder, as_of: date) -> Names:
        """The pages of a site, shared and its own, whose day has not come."""
        return frozenset(page.slug for page in pages_ahead((*self._sources, *folder.own.pages), as_of))

    def _in_menu(self, sources: Collection[PageSource], as_of: date) -> list[PageSource]:
        """The pages of the short menu that are there on a day."""
        return [page for page in self._menu if page in sources and not page.is_past(as_of)]

    def _district(self, slug: str, as_of: date, given: Occurrence | None, *, published: bool) -> OneDistrict:
        """A district as of a day; `given` is the event that sheets tell of, where that isn't the next."""
        folder, registry, campaign = self._registry.districts[slug], self._registry, self._registry.campaign
        waiting = self._waiting(folder, as_of) if published else NO_NAMES
        folder, ahead = of_day(folder, as_of, published=published)
        policy = self._policy(as_of, published=published)
        sources = tuple(page for page in self._sources if page.slug not in waiting)
        frame = frame_of(folder, policy, campaign, sources, self._in_menu(sources, as_of), registry.portal)
        events = DistrictEvents(folder, campaign, as_of, frame)
        areas = SubdistrictPages(folder, campaign, as_of, frame)
        slugs = (*events.slugs, *areas.slugs)
        return OneDistrict(
            folder,
            present_district(folder, as_of, campaign),
            policy,
            written_by(folder, self._sources, policy, campaign, slugs, registry.former, waiting),
            checked_entries(folder, campaign),
            waiting,
            event_told_of(folder, campaign, as_of, given),
            sources,
            frame,
            events,
            areas,
            ahead,
        )

    def _every_page(
        self,
        district: OneDistrict,
        shared: tuple[ComposedPage, ...],
        outcomes: tuple[PieceOutcome, ...],
    ) -> tuple[tuple[ComposedPage, ...], tuple[Problem, ...]]:
        """The pages of a site in all its languages, with those that old addresses lead to; all that is to be said of
        its other languages."""
        translations, said = self._translations(district)
        folder, policy, languages = district.folder, district.policy, self._registry.campaign.languages
        about = spoken(self._registry.campaign.downloads, folder.district)
        downloads = downloads_page(outcomes, about, policy)
        shared = with_offers(shared, downloads.meta.offers)
        there = (
            *shared,
            *district.written.pages,
            *district.events.pages(policy.ask, about_events(outcomes)),
            downloads,
        )
        there = (*there, topics_page(there))
        own = (page for page in folder.own.pages if page.language is None)
        may_have_moved: tuple[AnyPage, ...] = (*self._registry.pages, *self._registry.closed, *own)
        indonesian = (*there, *forwarding(may_have_moved, there))
        return (*in_languages(indonesian, translations, languages, published=policy.published), OFFLINE), said

    def _short_menu(self, pages: Iterable[ComposedPage], menu: Iterable[PageSource]) -> tuple[tuple[str, str], ...]:
        """The pages of the short menu: titles and slugs."""
        titles = {page.slug: page.meta.title for page in pages}
        chosen = [(p.front.menu_title or titles[p.slug], p.slug) for p in menu]
        return (("Beranda", HOME), *chosen, (titles[DOWNLOADS], DOWNLOADS))

    def _drawings(self, pages: Iterable[ComposedPage]) -> dict[str, str]:
        """The drawings that pages show, and those that every site does."""
        drawn = {name for page in pages for name in page.usage.drawings} | self._registry.theme_drawings
        return {name: self._registry.drawings[name] for name in sorted(drawn)}

    def _shared_pages(self, district: OneDistrict) -> tuple[tuple[ComposedPage, ...], tuple[Problem, ...]]:
        """The shared pages in a district with those of its kecamatan, and what is wrong with those that aren't."""
        blocks, registry = district.written.blocks, self._registry
        sources = self._local.of(registry.campaign.drawings_in(district.folder.district.province))
        pages, faults = gathered(
            partial(self._page, source, district, blocks.get(source.slug))
            for source in sources
            if source.slug not in district.waiting
        )
        titles = {page.slug: page.meta.title for page in (*pages, *district.written.pages)}
        gone, others = gathered(partial(self._closed, source, district, titles) for source in registry.closed)
        return (*self._with_areas(pages, district), *gone), (*faults, *others)

    def _with_areas(self, pages: Iterable[ComposedPage], district: OneDistrict) -> Iterator[ComposedPage]:
        """The shared pages; behind the one that lists them, those of the kecamatan."""
        areas = district.areas
        sources = {source.slug: source for source in self._sources}
        for page in pages:
            if page.slug != areas.at:
                yield areas.leading(page)
                continue
            yield areas.index(page)
            base = self._page(areas.common(sources[page.slug]), district, district.written.blocks.get(page.slug))
            yield from areas.pages(base, district.policy.ask)

    def _closed(self, source: PageSource, district: OneDistrict, titles: Mapping[str, str]) -> ComposedPage:
        """A page that is there no more; raises `ProblemsFound`."""
        return closed(self._page(with_closing(source, closing(source.front.closed or "", titles)), district, None))

    def _setting(self, district: OneDistrict, papers: tuple[Paper, ...] | None) -> tuple[Setting, Sequence[Problem]]:
        """What a district gives to all of its pieces, and all that is to be said of what it decides about them."""
        folder, registry = district.folder, self._registry
        papers = papers or (folder.district.paper,)
        own, said = own_print(folder, registry.pieces, registry.print_files["tokens.css"])
        setting = Setting(
            folder, district.values, district.frame, district.policy, own, district.written.blocks, papers
        )
        return replace(setting, event=district.event), said

    def _outcomes(
        self, setting: Setting, wishes: Sequence[Wish], told: Mapping[str, PieceOutcome], *, sharing: bool
    ) -> tuple[tuple[PieceOutcome, ...], Shared, tuple[Problem, ...]]:
        """What becomes of each of a district's print pieces, in the profiles and for the kecamatan for which it is
        made, where that isn't `told`; what it passes on, where that was asked for; and what is wrong with others."""

        compose = partial(self._pieces.told_or_composed, told)
        made, faults = gathered(partial(compose, w.piece, w.profiles, replace(setting, area=w.area)) for w in wishes)
        return made, self._cards.of(setting) if sharing else Shared(), faults

    def _translations(self, district: OneDistrict) -> tuple[Mapping[str, Sequence[Translation]], tuple[Problem, ...]]:
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

    def _page(self, source: PageSource, district: OneDistrict, own: OwnBlocks | None) -> ComposedPage:
        """A shared page with its drawings; raises `ProblemsFound`."""
        linked = without_links(source, district.waiting)
        page = self._pages.compose(linked, district.values, district.policy, own, district.checked)
        names = set(DRAWING.findall(page.html)) | {choice.drawing for choice in source.front.choices}
        unknown = sorted(names - set(self._registry.drawings))
        if unknown:
            raise ProblemsFound(tuple(problem("seni-tidak-ada", source.place, nama=n, maksud="") for n in unknown))
        usage = page.usage | Usage(drawings=frozenset(names))
        return replace(
            page,
            meta=meta_of_kind(page.meta, source.front, district.folder, self._registry.campaign, district.policy.as_of),
            usage=usage,
        )
