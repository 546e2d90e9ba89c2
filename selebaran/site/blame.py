"""Whose file it is when something on a finished page is wrong: its text, its template, or what frames all pages."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place
from selebaran.site.sent import SHEETS, sent_of

Region = Literal["teks", "halaman", "bingkai"]
TEXT: Region = "teks"
"""The text that somebody wrote for a page."""
PAGE: Region = "halaman"
"""What the page's template sets around its text."""
FRAME: Region = "bingkai"
"""What stands around every page."""
TEMPLATES = "templates/site"


def source_of_link(path: str, target: str, where: str, region: Region, edition: Edition) -> tuple[Place, str]:
    """The file in which the link of a built file stands, and the link as a message shows it: what a template says on
    every page is the same there. `where` is the link as an address from the root of the site."""
    if region != TEXT:
        for written in (target, _without_language(urlsplit(where).path.lstrip("/"), edition)):
            if place := _in_templates(written, edition):
                return place, written
        if region == FRAME:
            return Place(TEMPLATES), where
    return source_of_file(path, edition), target


def _without_language(path: str, edition: Edition) -> str:
    """The path of the same page in Indonesian."""
    first, _, rest = path.partition("/")
    return rest if first in edition.frame.languages else path


def source_of_file(path: str, edition: Edition) -> Place:
    """The source of a built file that an editor can open: a page, shared or a district's own, else a template."""
    if not path.endswith(".html"):
        return _source_of_asset(path, edition)
    if page := page_at(path, edition):
        if page.html and page in edition.pages:
            return page.origins[""] if page.meta.layer else Place(page.file)
        return Place(f"{TEMPLATES}/{page.meta.template or 'main.html'}")
    return Place(f"{TEMPLATES}/{path}" if path in edition.theme.templates else TEMPLATES)


def path_of(page: ComposedPage) -> str:
    """The file into which a page is built."""
    return f"{page.address}index.html"


def page_at(path: str, edition: Edition) -> ComposedPage | None:
    """The page that was built into a file."""
    return next((page for page in (*edition.pages, *edition.paper_pages) if path_of(page) == path), None)


def _source_of_asset(path: str, edition: Edition) -> Place:
    if path == sent_of(edition.theme).style_path:
        return Place(f"{TEMPLATES}/{SHEETS[0]}")
    return Place(f"{TEMPLATES}/{path}" if path in edition.theme.assets else path)


def _in_templates(address: str, edition: Edition) -> Place | None:
    """The first line of a template that writes an address; one that comes from data stands in none."""
    if not address:
        return None
    written = re.compile(rf"""["'/]{re.escape(address)}["'#?]""")
    for name, text in edition.theme.templates.items():
        if found := written.search(text):
            return Place(f"{TEMPLATES}/{name}", text.count("\n", 0, found.start()) + 1)
    return None
