"""Collects a site's pages while MkDocs renders them, and makes the file of the search from them."""

from __future__ import annotations

from typing import Any

from selebaran.model.edition import Edition
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

    def add(self, url: str, meta: dict[str, Any], content: str) -> None:
        """A page as it was rendered. Those that say so are left out."""
        language = str(meta.get("bahasa_awalan", "")).rstrip("/")
        if language:
            self._languages[language] = None
        if meta.get("search", {}).get("exclude") or url == "" or url == f"{language}/":
            return
        title, summary = str(meta.get("title", "")), str(meta.get("description", ""))
        self._pages.append(FoundPage(url, title, summary, page_text(content)))

    def file(self) -> bytes:
        """The file, for `INDEX`."""
        frame = self._edition.frame.context
        care = (frame["care_center"], frame["care_center_tel"]) if frame["care_center"] else None
        return search_index(
            self._pages,
            self._edition.findables,
            self._edition.search_words,
            self._roots,
            care_center=care,
            languages=self._languages,
        )
