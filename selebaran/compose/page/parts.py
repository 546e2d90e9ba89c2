"""Parts of shared pages by name, as print pieces ask for them.

"obat" is a page's title and its opening text, "obat#syarat" a block, and after a slash stands a part of either:
"obat#lakukan/3" its third step (without a list: its third paragraph), "obat#syarat/daftar" its list,
"harga#tabel/tabel" its table, "harga#denda/pembuka" what comes before the first list or table, "pesan#mei/kutipan" what
it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from selebaran.model.address import renamed
from selebaran.model.page import PageSource
from selebaran.model.problem import Place
from selebaran.words.near import nearest

HEADING = re.compile(r"#+\s+(.*?)\s*(?:\{[^}]*\})?\s*$")
ENTRY = re.compile(r"(?:[-*+•]|\d+[.)])\s+")
MENTION = re.compile(r"\{\{ sebut\([^)]*\) \}\}")


class NoPart(Exception):
    """There is no such part. `code` and `values` are of a problem."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class PagePart:
    """A part before its facts are filled in: heading and text as Markdown with templates. A part that is `numbered`
    has no heading but the bold words with which it may begin."""

    slug: str
    block: str
    heading: str
    text: str
    place: Place
    numbered: bool


def find_part(pages: Mapping[str, PageSource], name: str) -> PagePart:
    """The part of that name. Raises `NoPart`."""
    whole, _, part = name.partition("/")
    slug, _, block = whole.partition("#")
    page = pages.get(slug)
    if page is None or (block and page.text_of(block) is None):
        raise NoPart("isi-panel-salah", isi=name, maksud=_meant(whole, pages))
    segment = next((s for s in page.segments if s.block == block), None)
    heading, text = _block(page, block) if block else (page.front.title, segment.text if segment else "")
    taken = _cut(text, part) if part else text
    if taken is None or (part.isdecimal() and page.is_overridable(block)):
        raise NoPart("isi-panel-bagian", isi=name, bagian=part)
    return PagePart(slug, block, heading, taken, segment.place if segment else page.place, part.isdecimal())


def _block(page: PageSource, block: str) -> tuple[str, str]:
    """A block's heading, and what stands below it."""
    first, _, text = (page.text_of(block) or "").partition("\n")
    found = HEADING.match(first)
    return found[1] if found else "", text


def _meant(whole: str, pages: Mapping[str, PageSource]) -> str:
    """The part of that name on the page that bore the page's name, if there is one; else the nearest."""
    names = _names(pages)
    slug, stroke, block = whole.partition("#")
    now = f"{renamed(pages.values()).get(slug)}{stroke}{block}"
    return now if now in names else nearest(whole, names)


def _names(pages: Mapping[str, PageSource]) -> list[str]:
    return [*pages, *(f"{p.slug}#{s.block}" for p in pages.values() for s in p.segments if s.block)]


def _cut(text: str, part: str) -> str | None:
    """A part of a text, with the facts that the whole text names; None where there is none. What only some districts
    show has no number."""
    mentions, groups = _groups(text)
    if part.isdecimal():
        taken = _numbered(groups, int(part)) if "{%" not in text else []
    else:
        taken = CUTS[part](groups) if part in CUTS else []
    return "\n\n".join([*mentions, *taken]) if taken else None


def _groups(text: str) -> tuple[list[str], list[str]]:
    """The lines that only mention facts, and the paragraphs, lists and tables of the rest."""
    lines = text.strip().split("\n")
    mentions = [line for line in lines if MENTION.fullmatch(line.strip())]
    rest = "\n".join(line for line in lines if line not in mentions)
    return mentions, [group.strip() for group in re.split(r"\n\s*\n", rest) if group.strip()]


def _numbered(groups: list[str], number: int) -> list[str]:
    """The entry of a list, or the paragraph where there is no list."""
    entries = [ENTRY.sub("", line, count=1) for group in _lists(groups) for line in group.split("\n")] or groups
    return entries[number - 1 : number] if number else []


def _lists(groups: list[str]) -> list[str]:
    return [group for group in groups if ENTRY.match(group)]


def _tables(groups: list[str]) -> list[str]:
    return [group for group in groups if group.startswith("|")]


def _opening(groups: list[str]) -> list[str]:
    """What comes before the first list or table, or what only some districts show."""
    return list(takewhile(lambda group: not (ENTRY.match(group) or group.startswith(("|", "{%"))), groups))


def _quoted(groups: list[str]) -> list[str]:
    """The paragraphs of what is quoted, but for those that read otherwise in some districts."""
    quoted = "\n".join(group for group in groups if group.startswith(">"))
    lines = (line.removeprefix(">").strip() for line in quoted.split("\n"))
    return [line for line in lines if line and "{%" not in line]


CUTS: dict[str, Callable[[list[str]], list[str]]] = {
    "daftar": _lists,
    "tabel": _tables,
    "pembuka": _opening,
    "kutipan": _quoted,
}
"""Kinds of parts by their names."""
