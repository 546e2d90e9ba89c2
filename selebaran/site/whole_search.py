"""The search of a site that was drawn with marks: its pages are looked through once, and values are put in as words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from operator import is_not
from typing import TypeVar, cast

from selebaran.compose.template.repeated import Each, ListCutter, Listed, NotRepeated, Repeated
from selebaran.compose.template.slots import Slots, Values
from selebaran.jobs.recalled import Recalled
from selebaran.jobs.stages import staged
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.search import Findable
from selebaran.site.search_index import Beside, FoundPage, Said, by_page, roots_in, said_of, scripts
from selebaran.site.search_noted import Noted, Whole
from selebaran.site.search_pages import beside_of, can_be_found
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import PageText, Part, plain, read_page, words_of
from selebaran.site.search_weighed import Scales, Weighed

BEFORE, BEHIND = re.compile(r"(?:^|[\s(“\"])$"), re.compile(r"^(?:$|[\s,.:;?!)”\"](?:$|\D))")
"""What stands beside a value that makes words by itself."""
T = TypeVar("T")
Things = Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Words:
    """The words of a text: of its letters, how often each mark stands in it, and lists of things."""

    base: Counter[str]
    marks: Counter[str]
    lists: tuple[Listed, ...] = ()

    def beside(self, values: Values, things: Things) -> Counter[str]:
        """Those of the values and things."""
        found: Counter[str] = Counter()
        for mark, count in self.marks.items():
            for word in words_of(values[mark]):
                found[word] += count
        for one in self.lists:
            text = one.filled(values, things)
            found.update(words_of(plain(text) if "<" in text else text))
        return found

    @property
    def is_plain(self) -> bool:
        """Whether all districts have the same."""
        return not (self.marks or self.lists)


NO_WORDS = _Words(Counter(), Counter())


@dataclass(frozen=True)
class Looked:
    """A page that was looked through. One whose `html` isn't None has to be looked through for each district."""

    address: str
    title: Repeated
    summary: Repeated
    parts: tuple[tuple[str, Repeated], ...]
    anchors: frozenset[str]
    words: _Words
    html: Repeated | None = None
    is_later: bool = False

    def filled(self, values: Values, things: Things) -> FoundPage:
        """The page with values in place of the marks; its words are those of its letters alone, unless it has to be
        looked through."""
        title, summary = self.title.filled(values, things), self.summary.filled(values, things)
        if self.html:
            parts, anchors, text = read_page(self.html.filled(values, things))
            words = Counter[str]() if self.is_later else Counter(words_of(text))
        else:
            parts = tuple(Part(anchor, heading.filled(values, things)) for anchor, heading in self.parts)
            anchors, words = self.anchors, self.words.base
        return FoundPage(self.address, title, summary, PageText(parts, anchors, words), self.is_later)

    @cached_property
    def is_said_alike(self) -> bool:
        """Whether all districts have the same but in its text."""
        heads = (self.title, self.summary, *(heading for _, heading in self.parts))
        return self.html is None and all(head.is_plain for head in heads)


class _Base:
    """What the search of all districts of a kind says alike, noted once: of each page what is said of it, or None where
    that differs; by its number, the text of one that has more words in each."""

    def __init__(self, pages: Pages, named: Named, scales: Scales) -> None:
        noted = Noted(seen=set(scales.exceptions))
        self.said, self.texts = list[Said | None](), dict[int, Weighed]()
        for number, page in enumerate(pages):
            is_alike = page is not None and page.is_said_alike
            said = said_of(page.filled({}, ()), named[page.address]) if page and is_alike else None
            if said:
                said.note(noted, number, scales)
            if page and page.html is None:
                text = scales.weighed(page.words.base)
                noted.weigh(number, text)
                if not page.words.is_plain:
                    self.texts[number] = text
            self.said.append(said)
        self.whole = Whole(scales, len(pages), noted)


Named = Mapping[str, Sequence[Findable]]
"""What is found by a name, by the address of the page that tells of it."""
Pages = tuple[Looked | None, ...]
"""Pages, without those that are each district's own."""


class WholeSearch:
    """The search of an edition of marks; of one that is `beside` that of its kind, pages that are its own are looked
    through for it alone. Raises `NotRepeated` where a page can't be had by values."""

    def __init__(self, edition: Edition, cutter: ListCutter, beside: WholeSearch | None = None) -> None:
        later = frozenset(edition.search_words.later)
        there = _findable(edition)
        self._keys = tuple(_key_of(page, cutter, later) for page in there)
        self._named, self._variants = by_page(edition.findables), dict[frozenset[int], Pages]()
        own = self._own(beside) if beside else None
        self._of_kind = beside if beside and own is not None else self
        if beside is None or own is None:
            self._pages = tuple(_looked(page, cutter, later) for page in there)
            self._alike = cast(Pages, self._pages)
        else:
            self._pages = beside._with(own, there, cutter, later)
            self._alike = beside._without(own)
        self._near = tuple(_near(edition, cutter))

    @staged("cari")
    def files(self, edition: Edition, values: Values, things: Things, roots: Roots) -> dict[str, bytes]:
        """The files, by path, of a district with these values and kecamatan. `edition` is that of the marks with what
        the search of its province goes by."""
        scales, own = Scales(edition.search_words, roots), Noted()
        base, beside = self._base(edition, scales, roots)
        lines, named = list[str](), list[str]()
        for number, said in enumerate(base.said):
            if said is None:
                page = self._pages[number].filled(values, things)
                said = said_of(page, self._named[page.url])
                said.note(own, number, scales)
                if self._pages[number].html:
                    own.weigh(number, scales.weigh(page.text.words))
            lines += said.lines
            named += said.named
        for number, text in base.texts.items():
            own.weigh_beside(number, text, scales.weigh(self._pages[number].words.beside(values, things)))
        near = tuple(self._subdistricts(values, things))
        told = base.whole.told(scales, own, roots_in((title for _, title in near), scales))
        return scripts(told, lines, named, near, beside)

    def _base(self, edition: Edition, scales: Scales, roots: Roots) -> tuple[_Base, Beside]:
        """What districts that come one after the other have the same: those of a kind, and of a province."""
        words, named = edition.search_words, self._of_kind._named
        key = self._alike, words.exceptions, words.ignored, named
        of_kind = _kept(roots, "kind", key, lambda: _Base(self._alike, named, scales))
        return of_kind, _kept(roots, "province", (edition,), lambda: beside_of(edition))

    def _own(self, beside: WholeSearch) -> frozenset[int] | None:
        """Which of its pages another doesn't have; None where the other has none at their addresses."""
        both = list(zip(self._keys, beside._keys, strict=False))
        if len(self._keys) != len(beside._keys) or any(mine[0] != its[0] for mine, its in both):
            return None
        named = ((self._named[str(mine[0])], beside._named[str(mine[0])]) for mine, _ in both)
        told = enumerate(zip(both, named, strict=True))
        return frozenset(at for at, ((mine, its), (here, there)) in told if mine != its or here != there)

    def _with(
        self, own: frozenset[int], there: Iterable[ComposedPage], cutter: ListCutter, later: frozenset[str]
    ) -> tuple[Looked, ...]:
        """Its pages, with those of another where that has its own."""
        both = enumerate(zip(there, self._pages, strict=True))
        return tuple(_unseen(page, cutter, later) if at in own else known for at, (page, known) in both)

    def _without(self, own: frozenset[int]) -> Pages:
        """Its pages without some; the same object for all that lack the same."""
        if own not in self._variants:
            self._variants[own] = tuple(None if at in own else page for at, page in enumerate(self._pages))
        return self._variants[own]

    def _subdistricts(self, values: Values, things: Things) -> Iterator[tuple[str, str]]:
        for each in self._near:
            for text in each.filled(values, things):
                slug, _, title = text.partition("\n")
                yield slug, title


def _kept(roots: Roots, name: str, key: tuple[object, ...], make: Callable[[], T]) -> T:
    """What was made last under this name, if it was of the same objects."""
    known = roots.looked.get(name)
    if not isinstance(known, tuple) or any(map(is_not, known[0], key)):
        known = roots.looked[name] = key, make()
    made: T = known[1]
    return made


LOOKED: Recalled[tuple[object, ...], Looked] = Recalled(0)
"""What was found on pages, by all that they say: for who draws many sites that are alike."""


def _findable(edition: Edition) -> list[ComposedPage]:
    """The pages that the search tells of."""
    pages = (*edition.pages, *edition.paper_pages)
    if any(page.meta.prefix for page in pages):
        raise NotRepeated("translations have files of their own")
    return [page for page in pages if can_be_found(page)]


def _near(edition: Edition, cutter: ListCutter) -> Iterator[Each]:
    """Address and name of a kecamatan."""
    near = [page for page in edition.pages if page.meta.is_subdistrict]
    return (each for page in near[:1] if (each := cutter.cut_one(f"{page.slug}\n{page.meta.title}")))


def _key_of(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> tuple[object, ...]:
    meta = page.meta
    return page.address, page.html, meta.title, meta.description, meta.slug in later, meta.for_staff, cutter.forms


def _looked(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> Looked:
    return LOOKED.of(_key_of(page, cutter, later), lambda: _looked_through(page, cutter, later))


def _unseen(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> Looked:
    """A page that is looked through when it has its values."""
    html, meta = cutter.cut("" if page.meta.for_staff else page.html), page.meta
    title, summary = cutter.cut(meta.title), cutter.cut(meta.description)
    return Looked(page.address, title, summary, (), frozenset(), NO_WORDS, html, meta.slug in later)


def _looked_through(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> Looked:
    html = "" if page.meta.for_staff else page.html
    is_later = page.meta.slug in later
    title, summary = cutter.cut(page.meta.title), cutter.cut(page.meta.description)
    parts, anchors, text = read_page(html)
    headings = tuple((part.anchor, cutter.cut(part.heading)) for part in parts)
    words = _words("" if is_later else text, cutter)
    again = None if words else cutter.cut(html)
    return Looked(page.address, title, summary, headings, anchors, words or NO_WORDS, again, is_later)


def _words(text: str, cutter: ListCutter) -> _Words | None:
    """The words of a text; None where a value or a list could make a word with the letters beside it, or what is a list
    on the page is none without its tags."""
    try:
        parts = cutter.cut(text).parts
    except NotRepeated:
        return None
    slots = [part for part in parts if isinstance(part, Slots)]
    letters = [letters for part in slots for letters in part.parts[::2]]
    if not _is_apart(letters):
        return None
    base = Counter(chain(*map(words_of, letters)))
    marks = Counter(chain(*(part.parts[1::2] for part in slots)))
    return _Words(base, marks, tuple(part for part in parts if isinstance(part, Listed)))


def _is_apart(letters: Iterable[str]) -> bool:
    """Whether what stands between these makes words by itself."""
    return all(BEFORE.search(before) and BEHIND.search(behind) for before, behind in pairwise(letters))
