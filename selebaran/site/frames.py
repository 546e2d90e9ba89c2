"""The pages of a class of districts, drawn of marks alone: by the parent, which has seen no district's text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from selebaran.check.proof.prove import prove
from selebaran.compose.district.marks import Slots
from selebaran.model.edition import Edition
from selebaran.site.blame import path_of
from selebaran.site.build import draw_site
from selebaran.site.framed import Framed, FramedPage, Look
from selebaran.site.links import Site, read_site
from selebaran.site.search_roots import Roots


def framed_of(edition: Edition, marks: Iterable[str]) -> Framed | None:
    """Draw the pages of an edition of marks. Those of which something is to be said are left to who draws them; None
    where nothing can be drawn."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "situs"
        drawn = draw_site(edition, (), root, Roots())
        if drawn.problems or drawn.inputs is None:
            return None
        site = read_site(root, edition.frame.address)
        texts = {path: (root / path).read_text("utf-8") for path in site.pages}
    inputs, every = drawn.inputs, (*marks, *drawn.inputs.touched.values())
    pages = {}
    for page in edition.pages:
        path = path_of(page)
        if path not in inputs.pages or prove(page, site.pages[path].shown):
            continue
        if look := _look(site, path, marks, frozenset(f"/{name}" for name in inputs.touched.values())):
            pages[path] = FramedPage(Slots.of(inputs.pages[path], every), Slots.of(texts[path], every), look)
    return Framed(inputs.theme, Slots.of(inputs.common, every), inputs.touched, pages)


def _look(site: Site, path: str, marks: Iterable[str], touched: frozenset[str]) -> Look | None:
    """What a page looks like; None where what must not be there is, or where that depends on a value. Files that it
    loads when it is `touched` have other names on each site."""
    page = site.pages[path]
    leads = [site.resolved(path, target) for target in page.targets]
    here = frozenset(where for where in leads if where is not None and not _is_elsewhere(where)) - touched
    told = (*here, *page.ids, *page.classes, *page.attributes)
    if page.watch.found or page.watch.sent_on or not all(Slots.of(text, marks).is_plain for text in told):
        return None
    return Look(here, frozenset(page.ids), page.names)


def _is_elsewhere(where: str) -> bool:
    parts = urlsplit(where)
    return bool(parts.scheme or parts.netloc)
