"""The search of a site that was drawn with marks: its pages are looked through once, and values are put in as words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selebaran.compose.template.repeated import ListCutter, Repeated
from selebaran.compose.template.slots import Values
from selebaran.jobs.recalled import Recalled
from selebaran.jobs.stages import staged
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.site.search_index import FoundPage
from selebaran.site.search_pages import can_be_found, files_of_found
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import PageText, Part, page_text, read_page, words_of

BEFORE, BEHIND = re.compile(r"(?:^|[\s(“\"])$"), re.compile(r"^(?:$|[\s,.:;?!)”\"](?:$|\D))")
"""What stands beside a value that makes words by itself."""
Things = Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Words:
    """The words of a text: of its letters, and how often each mark stands in it."""

    base: Counter[str]
    marks: Counter[str]

    def beside(self, values: Values) -> Counter[str]:
        """Those of the values."""
        found: Counter[str] = Counter()
        for mark, count in self.marks.items():
            for word in words_of(values[mark]):
                found[word] += count
        return found


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
        """The page with values in place of the marks."""
        title, summary = self.title.filled(values, things), self.summary.filled(values, things)
        if self.html:
            text = page_text(self.html.filled(values, things))
        else:
            parts = tuple(Part(anchor, heading.filled(values, things)) for anchor, heading in self.parts)
            text = PageText(parts, self.anchors, self.words.base, self.words.beside(values))
        return FoundPage(self.address, title, summary, text, self.is_later)


class WholeSearch:
    """The search of an edition of marks. Raises `NotRepeated` where a page can't be had by values."""

    def __init__(self, edition: Edition, cutter: ListCutter) -> None:
        pages = (*edition.pages, *edition.paper_pages)
        later = frozenset(edition.search_words.later)
        self._pages = tuple(_looked(page, cutter, later) for page in pages if can_be_found(page))
        near = [page for page in edition.pages if page.meta.is_subdistrict and not page.meta.prefix]
        self._near = [each for page in near[:1] if (each := cutter.cut_one(f"{page.slug}\n{page.meta.title}"))]

    @staged("cari")
    def files(self, edition: Edition, values: Values, things: Things, roots: Roots) -> dict[str, bytes]:
        """The files, by path, of a district with these values and kecamatan. `edition` is that of the marks with what
        the search of its province goes by."""
        found = (page.filled(values, things) for page in self._pages)
        return files_of_found(edition, found, self._subdistricts(values, things), roots)

    def _subdistricts(self, values: Values, things: Things) -> Iterator[tuple[str, str]]:
        for each in self._near:
            for text in each.filled(values, things):
                slug, _, title = text.partition("\n")
                yield slug, title


LOOKED: Recalled[tuple[object, ...], Looked] = Recalled(0)
"""What was found on pages, by all that they say: for who draws many sites that are alike."""


def _looked(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> Looked:
    meta = page.meta
    key = page.address, page.html, meta.title, meta.description, meta.slug in later, meta.for_staff, cutter.forms
    return LOOKED.of(key, lambda: _looked_through(page, cutter, later))


def _looked_through(page: ComposedPage, cutter: ListCutter, later: frozenset[str]) -> Looked:
    html = "" if page.meta.for_staff else page.html
    is_later = page.meta.slug in later
    title, summary = cutter.cut(page.meta.title), cutter.cut(page.meta.description)
    parts, anchors, text = read_page(html)
    headings = tuple((part.anchor, cutter.cut(part.heading)) for part in parts)
    words = None if cutter.things_in(text) else _words("" if is_later else text, cutter)
    again = None if words else cutter.cut(html)
    nothing = _Words(Counter(), Counter())
    return Looked(page.address, title, summary, headings, anchors, words or nothing, again, is_later)


def _words(text: str, cutter: ListCutter) -> _Words | None:
    """The words of a text; None where a value could make a word with the letters beside it."""
    letters, marks = cutter.letters_and_marks(text)
    beside = pairwise(letters)
    if not all(BEFORE.search(before) and BEHIND.search(behind) for before, behind in beside):
        return None
    return _Words(Counter(word for part in letters for word in words_of(part)), Counter(marks))
