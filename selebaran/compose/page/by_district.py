"""What a district wrote itself, composed: its pages, what stands in place of shared text, its translations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.html import Surroundings
from selebaran.compose.page.languages import Translation, drift, fingerprint_of, orphans, unspoken
from selebaran.compose.page.named import NOTHING, Filled, fill_summary, render_named
from selebaran.compose.page.overrides import choose
from selebaran.compose.page.own import addresses, compose_own
from selebaran.compose.page.shown_pictures import listed_pictures
from selebaran.compose.page.standing import OwnBlocks
from selebaran.model.campaign import Campaign
from selebaran.model.language import Languages
from selebaran.model.own_text import Override, OwnPage
from selebaran.model.page import HEAD, ComposedPage, PageSource
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder
from selebaran.model.telephone import Dialling

Made = TypeVar("Made")
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True)
class Written:
    """What a district wrote itself: pages, what stands in place of shared text by page, translations by language; and
    what is wrong with it, warnings too."""

    pages: tuple[ComposedPage, ...]
    blocks: Mapping[str, OwnBlocks]
    translations: Mapping[str, tuple[Translation, ...]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Replacement:
    """An override with its summary as it reads today, the HTML of its text, and the facts that both name."""

    override: Override
    html: str
    named: Filled
    summary: Filled
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Desk:
    """Where a district's text is composed: the addresses that it may lead to, the pictures that it may show, what
    becomes of the facts that it names, what is known of telephones there, the titles of shared pages, and the
    languages that pages may be translated into."""

    known: Mapping[str, Collection[str] | None]
    pictures: Collection[str]
    policy: FactPolicy
    where: Dialling
    titles: Mapping[str, str]
    languages: Languages

    def pages(self, own: Collection[OwnPage]) -> tuple[list[ComposedPage], list[Problem]]:
        """Own pages of one language."""
        return compose_own(own, self.known, self.pictures, self.policy, self.where, self.titles, self.languages)

    def translations(
        self, own: Collection[OwnPage], prints: Mapping[str, str]
    ) -> tuple[tuple[Translation, ...], list[Problem]]:
        """Own pages in another language. `prints` are the fingerprints of the Indonesian ones, by slug."""
        composed, problems = self.pages(own)
        originals = {page.slug: page for page in own}
        outdated = {page.slug: drift(page.front.original, prints.get(page.slug), page.place) for page in own}
        translations = tuple(
            Translation(page, originals[page.slug].front.reviewer, not outdated[page.slug])
            for page in composed
            if page.slug in originals
        )
        return translations, [*problems, *(notice for notices in outdated.values() for notice in notices)]

    def blocks(self, overrides: Mapping[str, Override]) -> tuple[OwnBlocks, list[Problem]]:
        """What stands in place of a shared page's blocks."""
        made = {block: self._replacement(override) for block, override in overrides.items()}
        shown = {block: one.override for block, one in made.items()}
        html = {block: one.html for block, one in made.items() if block != HEAD}
        return OwnBlocks(shown, html, _named(made)), [fault for one in made.values() for fault in one.problems]

    def _replacement(self, override: Override) -> _Replacement:
        summary = fill_summary(override, self.policy)
        shown = _with_summary(override, summary.text)
        if override.block == HEAD:
            return _Replacement(shown, "", NOTHING, summary, summary.problems)
        around = Surroundings(override.page, self.known, self.pictures, override.block, self.where)
        html, named, faults = render_named(override.body, override.place, around, self.policy)
        return _Replacement(shown, html, named, summary, (*faults, *summary.problems))


def _named(made: Mapping[str, _Replacement]) -> dict[str, Filled]:
    """The facts that each text names, and under `HEAD` those of the summary that shows."""
    heads = {block: one.summary for block, one in made.items() if one.override.front.summary}
    return {block: one.named for block, one in made.items()} | {HEAD: heads.get(HEAD, heads.get("", NOTHING))}


def _with_summary(override: Override, summary: str) -> Override:
    """The override with its summary, if it has one, as it reads today."""
    front = override.front.model_copy(update={"summary": summary or None})
    return replace(override, front=front)


def written_by(
    folder: DistrictFolder,
    sources: Sequence[PageSource],
    policy: FactPolicy,
    campaign: Campaign,
    made: Iterable[str] = (),
    former: Mapping[str, str] = NO_NAMES,
    ahead: Collection[str] = (),
) -> Written:
    """What the district wrote itself, beside and in place of `sources` and of the pages `made` of data. `former`
    tells what shared pages are called now; pages `ahead` aren't there yet. Its links may
    dial what its own numbers may; the register has short codes beside those of the `campaign`."""
    own = folder.own.pages
    shared = {source.slug: source for source in sources}
    indonesian = [page for page in own if page.language is None]
    prints = {page.slug: fingerprint_of(page) for page in indonesian}
    chosen, refused = choose(folder.own.overrides, shared)
    desk = _Desk(
        addresses(sources, own, made, former, ahead),
        listed_pictures(folder),
        policy,
        folder.district.dialling({*campaign.short_codes, *policy.register.short_codes}),
        {source.slug: source.front.menu_title or source.front.title for source in sources},
        campaign.languages,
    )
    pages, faults = desk.pages(indonesian)
    translated = {
        code: desk.translations([page for page in own if page.language == code], prints)
        for code in folder.district.languages
    }
    replaced = {slug: desk.blocks(overrides) for slug, overrides in chosen.items()}
    missed = (*orphans(own, shared), *unspoken(own, folder.district.languages, campaign.languages))
    problems = (*faults, *missed, *_told(translated), *refused, *_told(replaced))
    return Written(tuple(pages), _made(replaced), _made(translated), problems)


def _made(results: Mapping[str, tuple[Made, list[Problem]]]) -> dict[str, Made]:
    """What was made, without what is to be said of it."""
    return {name: made for name, (made, _) in results.items()}


def _told(results: Mapping[str, tuple[object, list[Problem]]]) -> list[Problem]:
    """What is to be said of all that was made."""
    return [problem for _, problems in results.values() for problem in problems]
