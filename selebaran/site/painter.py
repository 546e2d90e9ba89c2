"""Single pages, drawn as MkDocs draws them in a site of a class: what it would prepare for each site is prepared once.

All pages of a site are drawn from what all have in common and from what is their own, and from nothing else
(`inputs_of` in site/plugin.py). So one more page of a site whose frame is the same needs no site around it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files

from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.site.blanks import squeezed
from selebaran.site.build import dated, draw_site
from selebaran.site.framed import NOT_COVERED, Covered, Inputs
from selebaran.site.linked_data import PageData
from selebaran.site.pages import FinishedPage
from selebaran.site.plugin import SITEMAP, Kit
from selebaran.site.policy import guarded


class _Every:
    """Has every page already."""

    def covered(self, inputs: Inputs) -> Covered:
        """All pages of a site."""
        return Covered(dict.fromkeys(inputs.pages, ""), {}, inputs.loaded)


@dataclass(frozen=True)
class Painter:
    """Draws pages of a site, of an edition of marks without downloads; with marks in place of the day."""

    edition: Edition
    kit: Kit

    @classmethod
    def of(cls, edition: Edition) -> Painter | None:
        """A painter for sites of this edition's class; None where its site can't be drawn."""
        with tempfile.TemporaryDirectory() as folder:
            drawn = draw_site(edition, (), Path(folder) / "situs", None, (_Every(),), is_whole=False)
        if drawn.problems or drawn.kit is None or drawn.covered is NOT_COVERED:
            return None
        return cls(edition, drawn.kit)

    def page(self, page: ComposedPage, data: str) -> str:
        """A page of which programs read these data, as it lies in a web root."""
        made = self._finished(page, data)
        made.active = True
        with dated(self.edition):
            context = get_context(self.kit.nav, (), self.kit.config, made)
            name = str(made.given.get("template", "main.html"))
            return guarded(squeezed(self.kit.env.get_template(name).render(context)))

    def sitemap(self, pages: Iterable[ComposedPage]) -> str:
        """The list of a site's addresses."""
        files = [SimpleNamespace(page=self._listed(page)) for page in pages]
        with dated(self.edition):
            context = get_context(self.kit.nav, (), self.kit.config)
            return self.kit.env.get_template(SITEMAP).render({**context, "pages": files})

    def _listed(self, page: ComposedPage) -> FinishedPage:
        """A page as the list of addresses has it: one whose metadata are the edition's is known."""
        known = self._known.get(page.slug)
        return known if known and known.composed.meta == page.meta else self._finished(page, "")

    @cached_property
    def _known(self) -> Mapping[str, FinishedPage]:
        return {page.slug: self._finished(page, "") for page in (*self.edition.pages, *self.edition.paper_pages)}

    def _finished(self, page: ComposedPage, data: str) -> FinishedPage:
        titles = {slug: title for title, slug in self.edition.menu}
        made = FinishedPage(page, titles.get(page.slug), self.kit.given(page, data), self.kit.config)
        made.read_source(self.kit.config)
        made.render(self.kit.config, Files([]))
        return made


def data_of(edition: Edition) -> PageData:
    """What programs read of the pages of an edition."""
    return PageData(edition.frame, {page.slug: page.meta.title for page in edition.pages})
