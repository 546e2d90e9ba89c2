"""The pages of a site -> the file of its search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from selebaran.jobs.stages import staged
from selebaran.model.edition import Edition
from selebaran.model.page import HOME, ComposedPage
from selebaran.site.search_index import FoundPage, search_index
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import page_text

INDEX = "assets/cari-indeks.js"


@staged("cari")
def search_file(edition: Edition, roots: Roots) -> bytes:
    """The file, for `INDEX`."""
    pages = (*edition.pages, *edition.paper_pages)
    phone = edition.frame.asked.phone
    return search_index(
        _found(pages, frozenset(edition.search_words.later)),
        edition.findables,
        edition.search_words,
        roots,
        ask=(phone.number, phone.link, phone.name) if phone else None,
        languages=dict.fromkeys(page.meta.prefix.rstrip("/") for page in pages if page.meta.prefix),
        answers=edition.answers,
        urgent=edition.urgent,
    )


def _found(pages: tuple[ComposedPage, ...], later: frozenset[str]) -> Iterator[FoundPage]:
    """Those that can be found, with what of them counts. The home page only leads on to others, and isn't; words of a
    page for staff would stand in a resident's way, and of those that stand behind all others only headings count."""
    for page in pages:
        if page.meta.in_search and not page.meta.noindex and page.meta.slug != HOME:
            text = page_text("" if page.meta.for_staff else page.html)
            if page.meta.slug in later:
                text = replace(text, words=Counter())
            yield FoundPage(page.address, page.meta.title, page.meta.description, text)
