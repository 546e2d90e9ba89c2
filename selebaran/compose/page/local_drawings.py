"""Shared pages as the districts of a province get them: where the campaign has a drawing of the people there, it stands
in place of the one that the page names, with its own text for those who don't see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape

from selebaran.compose.template.engine import escape_markdown
from selebaran.model.page import PageSource

IMAGE = re.compile(r"!\[[^\[\]\n]*\]\(seni/([a-z0-9-]+)\.svg\)")
TITLE = re.compile(r"<title\b[^>]*>([^<]*)</title>")


def text_of(svg: str) -> str:
    """What a drawing shows, in words: its title."""
    found = TITLE.search(svg)
    return unescape(found[1]).strip() if found else ""


def with_drawings(
    pages: Iterable[PageSource], instead: Mapping[str, str], drawings: Mapping[str, str]
) -> tuple[PageSource, ...]:
    """The pages with some drawings `instead` of others, by their names; `drawings` are all that there are."""

    def drawn(found: re.Match[str]) -> str:
        name = instead.get(found[1])
        return f"![{escape_markdown(text_of(drawings[name]))}](seni/{name}.svg)" if name else found[0]

    def local(page: PageSource) -> PageSource:
        parts = tuple(replace(part, text=IMAGE.sub(drawn, part.text)) for part in page.segments)
        return page if parts == page.segments else replace(page, segments=parts)

    return tuple(map(local, pages)) if instead else tuple(pages)


class LocalPages:
    """The pages with each set of drawings that some province has: of the same set they are the same objects."""

    def __init__(self, pages: tuple[PageSource, ...], drawings: Mapping[str, str]) -> None:
        self._pages, self._drawings = pages, drawings
        self._made: dict[tuple[tuple[str, str], ...], tuple[PageSource, ...]] = {}

    def of(self, instead: Mapping[str, str]) -> tuple[PageSource, ...]:
        """The pages with some drawings `instead` of others."""
        key = tuple(instead.items())
        if key not in self._made:
            self._made[key] = with_drawings(self._pages, instead, self._drawings)
        return self._made[key]
