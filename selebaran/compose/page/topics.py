"""All pages of a site from A to Z: the way to each of them where there is no search, because there are no scripts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from selebaran.compose.page.finished import finished
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.page import HOME, ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

TOPICS = "cari"
TITLE = "Semua topik, A sampai Z"
SUMMARY = "Semua halaman situs ini menurut abjad."


def topics_page(pages: Iterable[ComposedPage]) -> ComposedPage:
    """The page that lists these: those that are found by the search, each under its first letter. What stands in a
    folder (a kecamatan, an event, a piece of news) is listed by the page above it."""
    listed = sorted(filter(_is_listed, pages), key=_letters)
    letters = [(letter.upper(), list(group)) for letter, group in groupby(listed, key=lambda page: _letters(page)[:1])]
    parts = [f"## {letter} {{#huruf-{letter.lower()}}}\n\n" + "\n".join(map(_line, group)) for letter, group in letters]
    markdown = "\n\n".join([SUMMARY, *parts]) + "\n"
    html, headings = finished(markdown, TOPICS)
    place = Place("content")
    usage = Usage(files=frozenset(file for page in listed for file in _files(page)))
    meta = PageMeta(TITLE, SUMMARY, TOPICS, in_search=False)
    typed = (Typed(markdown, place),)
    return ComposedPage(TOPICS, html, meta, usage, {"": usage}, {"": place}, headings=headings, typed=typed)


def _is_listed(page: ComposedPage) -> bool:
    meta = page.meta
    is_found = meta.in_search and not meta.noindex and not meta.forward
    return is_found and "/" not in page.slug and page.slug not in (HOME, TOPICS)


def _files(page: ComposedPage) -> frozenset[str]:
    """The files that its title may come from."""
    return frozenset(place.file for place in page.origins.values() if "." in place.file)


def _letters(page: ComposedPage) -> str:
    return "".join(sign for sign in page.meta.title.casefold() if sign.isalnum())


def _line(page: ComposedPage) -> str:
    return f"- [{escape_markdown(page.meta.title)}]({page.slug}.md)"
