"""A composed page as MkDocs knows pages: HTML, table of contents and metadata are given to it, nothing is rendered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from selebaran.compose.template.engine import environment_of
from selebaran.model.page import ComposedPage, Heading, address_of
from selebaran.site.framed import as_text

EMPTY = environment_of("html", {}).from_string("")


class _PassedOver(File):
    """The file of a page that a dirty build leaves out."""

    def is_modified(self) -> bool:
        """No: so MkDocs doesn't draw it."""
        return False


class FinishedPage(Page):
    """A page of a site. `title` is its name in the menu, if it is there; `meta` is what its template reads. One that
    isn't drawn is left out by a dirty build."""

    def __init__(
        self,
        composed: ComposedPage,
        title: str | None,
        meta: dict[str, Any],
        config: MkDocsConfig,
        *,
        is_drawn: bool = True,
    ) -> None:
        file = (File if is_drawn else _PassedOver).generated(config, source_of(composed.slug), content="")
        super().__init__(title, file, config)
        self.composed = composed
        self.given = meta

    @property
    def made_from(self) -> str:
        """All that its template is given of it, and what must show of it, as text."""
        page = self.composed
        own = (page.slug, page.meta.prefix, page.html, page.headings, page.typed)
        return as_text((*own, self.title, self.given))

    def pass_over(self) -> None:
        """Don't draw it: of an empty page MkDocs writes nothing."""
        self.meta = {**self.given, "template": EMPTY}

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what the template reads; no reader of YAML comes between."""
        self.markdown, self.meta = "", self.given

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the text as it is."""
        self.content = self.composed.html
        self.toc = contents(self.composed.headings)


def contents(headings: Iterable[Heading]) -> TableOfContents:
    """The table of contents: each heading stands below the nearest one before it that is of a higher level."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.id, heading.level)
        while above and above[-1].level >= link.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    return TableOfContents(top)


def source_of(slug: str) -> str:
    """The file from which MkDocs believes a page to be made. There is none."""
    return f"{address_of(slug)}index.md"
