"""Collects a site's pages while MkDocs renders them, and makes the file of the search from them."""

from __future__ import annotations

from selebaran.model.edition import Edition
from selebaran.model.page_meta import PageMeta
from selebaran.site.search_index import FoundPage, search_index
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import page_text

INDEX = "assets/cari-indeks.js"


class SearchPages:
    """The pages of one build. The home page only leads on to others, and isn't found itself."""

    def __init__(self, edition: Edition, roots: Roots) -> None:
        self._edition = edition
        self._roots = roots
        self._pages: list[FoundPage] = []
        self._languages: dict[str, None] = {}

    def add(self, url: str, meta: PageMeta, content: str) -> None:
        """A page as it was rendered. Those that say so are left out."""
        language = meta.prefix.rstrip("/")
        if language:
            self._languages[language] = None
        if meta.noindex or url == "" or url == f"{language}/":
            return
        self._pages.append(FoundPage(url, meta.title, meta.description, page_text(content)))

    def file(self) -> bytes:
        """The file, for `INDEX`."""
        phone = self._edition.frame.asked.phone
        return search_index(
            self._pages,
            self._edition.findables,
            self._edition.search_words,
            self._roots,
            ask=(phone.number, phone.link, phone.name) if phone else None,
            languages=self._languages,
        )
