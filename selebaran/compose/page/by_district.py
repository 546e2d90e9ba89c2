"""What a district wrote itself, composed: its pages, what stands in place of shared text, its translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.languages import Translation, drift, fingerprint_of, orphans
from selebaran.compose.page.overrides import choose
from selebaran.compose.page.own import addresses, compose_own
from selebaran.compose.page.shared import OwnBlocks
from selebaran.model.page import HEAD, ComposedPage, PageSource
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder


@dataclass(frozen=True)
class Written:
    """What a district wrote itself: pages, also in other languages, what stands in place of shared text, warnings."""

    pages: list[ComposedPage]
    blocks: dict[str, OwnBlocks]
    problems: tuple[Problem, ...]
    translations: dict[str, list[Translation]]


def written_by(folder: DistrictFolder, sources: Sequence[PageSource], faults: list[Problem]) -> Written:
    """What the district wrote itself, beside and in place of `sources`; errors in it are added to `faults`."""
    shared = {source.slug: source for source in sources}
    known = addresses(sources, folder.own.pages)
    pictures = folder.pictures
    indonesian = [page for page in folder.own.pages if page.language is None]
    pages, problems = compose_own(indonesian, known, pictures)
    problems += orphans(folder.own.pages, shared)
    prints = {page.slug: fingerprint_of(page) for page in indonesian}
    translations: dict[str, list[Translation]] = {}
    for code in folder.district.languages:
        own = [page for page in folder.own.pages if page.language == code]
        composed, found = compose_own(own, known, pictures)
        problems += found
        originals = {page.slug: page for page in own}
        outdated = {page.slug: drift(page.front.original, prints.get(page.slug), page.place) for page in own}
        problems += [notice for notices in outdated.values() for notice in notices]
        translations[code] = [
            Translation(page, originals[page.slug].front.reviewer, not outdated[page.slug])
            for page in composed
            if page.slug in originals
        ]
    chosen, found = choose(folder.own.overrides, shared)
    problems += found
    blocks: dict[str, OwnBlocks] = {}
    for slug, overrides in chosen.items():
        html = {}
        for block, override in overrides.items():
            if block != HEAD:
                around = Surroundings(slug, known, pictures, block)
                html[block], found = render(override.body, override.place, around)
                problems += found
        blocks[slug] = OwnBlocks(overrides, html)
    faults += [p for p in problems if p.is_error]
    return Written(pages, blocks, tuple(p for p in problems if not p.is_error), translations)
