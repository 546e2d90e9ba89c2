"""The site of a class as it is with what one district has beside its names: what would be drawn otherwise is drawn, and
all other files are those of the class.

Which these are, isn't guessed: a page lies there already if it would be drawn from exactly the same, any other file if
it is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from selebaran.compose.template.repeated import ListCutter, NotRepeated
from selebaran.compose.template.slots import Cutter
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.site.artifacts import Beside, OfTheme
from selebaran.site.blame import path_of
from selebaran.site.choices import near_at_hand, places_of
from selebaran.site.dated import Forms, begins_of_list, forms_of, marked_again, with_forms
from selebaran.site.framed import DRAWN, Covered, Look
from selebaran.site.links import Site, faults_beside
from selebaran.site.own_pages import OwnPage, OwnPages
from selebaran.site.painter import Painter, data_of
from selebaran.site.plugin import SITEMAP
from selebaran.site.seen import Tags
from selebaran.site.whole import Cuts, Fixed, Found, Marked, WholeSite, alone
from selebaran.site.whole_search import Things, WholeSearch

OWN_FILES = (".ics", ".json", ".xml", ".txt")
"""Endings of files for programs; nothing in them acts on a page."""
F = TypeVar("F", Fixed, Marked)


@dataclass(frozen=True)
class Base:
    """The site of a class: what it was drawn from, with a digest of that for each page."""

    site: WholeSite
    edition: Edition
    digests: Mapping[str, str]

    @cached_property
    def own(self) -> OwnPages | None:
        """Draws pages beside its own; None where its site can't be drawn."""
        painter = Painter.of(self.edition)
        return OwnPages(painter) if painter else None

    @cached_property
    def of_theme(self) -> OfTheme:
        """What its theme has pages made of."""
        return OfTheme(self.edition.theme)

    @property
    def tags(self) -> Tags:
        """The tags of a site beside its own, of which those of frames were read."""
        return self.own.tags() if self.own else Tags(self.edition.frame.address)

    @cached_property
    def pages(self) -> Mapping[str, ComposedPage]:
        """Its pages, by slug."""
        return {page.slug: page for page in every_page(self.edition)}

    @cached_property
    def looks(self) -> Mapping[str, Look]:
        """What its pages look like, by path, as far as that is known; but for those of kecamatan, which show what is
        the district's."""
        areas = {path_of(page) for page in self.edition.pages if page.meta.is_subdistrict}
        kept = ((path, DRAWN.get((digest,))) for path, digest in self.digests.items() if path not in areas)
        return {path: found[1] for path, found in kept if found}

    def is_beside(self, edition: Edition) -> bool:
        """Whether all but pages and files for programs is the same: then nothing else is drawn otherwise."""
        mine, its = (
            (one.frame, one.menu, one.drawings, one.pictures, near_at_hand(one), places_of(one))
            for one in (self.edition, edition)
        )
        titles = {page.slug: page.meta.title for page in edition.pages}
        has_all = all(titles.get(page.slug) == page.meta.title for page in self.edition.pages)
        lists = {any(page.meta.facts_in_use for page in one.pages) for one in (self.edition, edition)}
        return mine == its and has_all and len(lists) == 1 and edition.files.keys() >= self.edition.files.keys()

    def has(self, page: ComposedPage) -> bool:
        """Whether a page lies there as it would be drawn."""
        like = self.pages.get(page.slug)
        return like is not None and path_of(page) in self.looks and _is_drawn_alike(page, like)

    def drawn(self, edition: Edition) -> list[OwnPage]:
        """The pages of an edition that don't lie there."""
        data, here = data_of(edition), [page for page in every_page(edition) if not self.has(page)]
        return [self.own.drawn(page, self.like(page), data.of(page)) for page in here] if self.own else []

    def like(self, page: ComposedPage) -> ComposedPage | None:
        """Its page at the same address, or to which the same sheet leads, whose code may be another."""
        paper = page.meta.paper
        return self.pages.get(page.slug) or (self._papers.get(paper.verdict.edition.piece) if paper else None)

    @cached_property
    def _papers(self) -> Mapping[str, ComposedPage]:
        """Pages to which sheets lead, by the names of these."""
        shown = ((page, page.meta.paper) for page in self.edition.paper_pages)
        return {paper.verdict.edition.piece: page for page, paper in shown if paper}

    def changed(self, edition: Edition) -> dict[str, bytes]:
        """The files for programs that don't."""
        return {path: body for path, body in edition.files.items() if self.edition.files.get(path) != body}

    def others(self, pages: Collection[str], made: Collection[str]) -> frozenset[str]:
        """The files that lie there, these pages of it among them, without those that are made anew."""
        there = {one.made.path for one in self.site.fixed} | {one.made.path for one in self.site.marked}
        return frozenset(there - {*map(path_of, self.pages.values())} - {*made} | {*pages})


def every_page(edition: Edition) -> tuple[ComposedPage, ...]:
    """The pages of an edition, with those to which sheets lead."""
    return *edition.pages, *edition.paper_pages


def _is_drawn_alike(page: ComposedPage, like: ComposedPage) -> bool:
    """Whether two pages of an address are drawn, and proved, from the same."""
    mine, its = ((one.html, one.headings, one.typed, one.meta) for one in (page, like))
    return page is like or mine == its


def site_beside(
    base: Base, edition: Edition, marks: Sequence[str], things: Things, things_of_base: Things
) -> WholeSite:
    """The site of an edition of marks, whose kecamatan are these `things`. Raises `NotRepeated` where it can't be had
    by values, or where something in it is wrong."""
    if not base.own or not base.is_beside(edition):
        raise NotRepeated(edition.slug)
    pages, files = base.drawn(edition), base.changed(edition)
    drawn = {path_of(one.page): one.text.encode() for one in pages}
    elsewhere = base.others({path_of(page) for page in every_page(edition)} - drawn.keys(), {*files, SITEMAP})
    if not _is_sound(base, edition, pages, elsewhere | files.keys()) or not all(map(_is_told, files)):
        raise NotRepeated(edition.slug)
    found = Found(ListCutter(Cutter((*marks, *base.site.touched)), things), edition.frame.built, Cuts())
    drawn |= files | {SITEMAP: base.own.sitemap(every_page(edition)).encode()}
    made, forms = Beside(edition, base.of_theme), forms_of(edition.frame.built)
    for path, body in sorted(drawn.items()):
        _take(found, made.artifact(path), body, edition.frame.built, forms)
    found.compare()
    inputs = made.inputs(elsewhere | base.site.of_search.keys())
    return replace(
        base.site,
        edition=alone(edition),
        search=WholeSearch(edition, ListCutter(Cutter(marks), things_of_base), base.site.search),
        fixed=(*found.fixed, *_with_inputs(base.site.fixed, inputs)),
        marked=(*found.marked, *_with_inputs(base.site.marked, inputs)),
        of_search={path: replace(one, inputs=inputs[path]) for path, one in base.site.of_search.items()},
    )


def _is_told(path: str) -> bool:
    """Whether nothing in a file acts on a page."""
    return path.endswith(OWN_FILES)


def _is_sound(base: Base, edition: Edition, pages: Iterable[OwnPage], others: frozenset[str]) -> bool:
    """Whether nothing is wrong with these pages, and nothing leads astray, beside other files."""
    tags = base.tags
    seen = {path_of(one.page): one.seen(tags) for one in pages}
    frames = {path_of(one.page): one.frame for one in pages if one.frame}
    read = {path: one for path, one in seen.items() if one}
    kept = {path: look for path, look in base.looks.items() if path in others}
    covered = Covered({}, {**kept, **frames})
    files = others | seen.keys() | {SITEMAP, *base.site.of_search}
    site = Site(read, {}, files, edition.frame.address, {}, covered)
    return len(read) == len(seen) and all(map(site.has, covered.leads)) and not faults_beside(site, edition)


def _take(found: Found, made: Artifact, content: bytes, day: date, forms: Forms) -> None:
    """Take a file that was drawn with marks in place of the day, or a list of data that says its day."""
    if made.path.endswith(".html"):
        if not any(mark in content for mark in forms):
            raise NotRepeated(made.path)
        found.take(made, content, lambda: with_forms(content, forms))
        return
    begins = begins_of_list(content) if made.path.endswith(".json") else ()
    marked = marked_again(content, begins, day)
    if marked is None:
        raise NotRepeated(made.path)
    found.take(made, marked, lambda: (content, begins))


def _with_inputs(files: Iterable[F], inputs: Mapping[str, tuple[str, ...]]) -> Iterator[F]:
    """Those of these files that are made from these."""
    for one in files:
        if one.made.path in inputs:
            yield replace(one, made=replace(one.made, inputs=inputs[one.made.path]))
