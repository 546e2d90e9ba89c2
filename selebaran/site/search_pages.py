"""The pages of a site -> the files of its search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

from selebaran.jobs.stages import staged
from selebaran.model.edition import Edition
from selebaran.model.page import HOME, ComposedPage
from selebaran.model.search import FoundAnswer, Synonym, UrgentCard
from selebaran.site.search_index import Beside, FoundPage, beside_words, search_files
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import page_text


@staged("cari")
def files_of_search(edition: Edition, roots: Roots) -> dict[str, bytes]:
    """The files, by path."""
    pages = (*edition.pages, *edition.paper_pages)
    near = (page for page in edition.pages if page.meta.is_subdistrict and not page.meta.prefix)
    return search_files(
        _found(pages, frozenset(edition.search_words.later)),
        edition.findables,
        edition.search_words,
        roots,
        subdistricts=((page.slug, page.meta.title) for page in near),
        **_given(edition),
    )


def beside_of(edition: Edition) -> Beside:
    """What the search of an edition says beside the words of its pages."""
    return beside_words(edition.search_words, **_given(edition))


class _Given(TypedDict):
    """What an edition says for its search, as `beside_words` wants it."""

    ask: tuple[str, str, str] | None
    languages: tuple[str, ...]
    answers: tuple[FoundAnswer, ...]
    urgent: UrgentCard | None
    elsewhere: tuple[Synonym, ...]


def _given(edition: Edition) -> _Given:
    phone, pages = edition.frame.asked.phone, (*edition.pages, *edition.paper_pages)
    return {
        "ask": (phone.number, phone.link, phone.name) if phone else None,
        "languages": tuple(dict.fromkeys(page.meta.prefix.rstrip("/") for page in pages if page.meta.prefix)),
        "answers": edition.answers,
        "urgent": edition.urgent,
        "elsewhere": edition.spoken_elsewhere,
    }


def can_be_found(page: ComposedPage) -> bool:
    """Whether the search knows a page. The home page only leads on to others."""
    return page.meta.in_search and not page.meta.noindex and page.meta.slug != HOME


def _found(pages: tuple[ComposedPage, ...], later: frozenset[str]) -> Iterator[FoundPage]:
    """Those that can be found, with what of them counts. Words of a page for staff would stand in a resident's way, and
    of those that stand behind all others only headings count."""
    for page in pages:
        if can_be_found(page):
            text = page_text("" if page.meta.for_staff else page.html)
            is_later = page.meta.slug in later
            if is_later:
                text = replace(text, words=Counter())
            yield FoundPage(page.address, page.meta.title, page.meta.description, text, is_later)
