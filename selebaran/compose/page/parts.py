"""Parts of shared pages by name, as print pieces ask for them.

"cukup-nik" is a page's title and its opening text, "daftar#syarat" a block, and after a slash stands a part of either:
"daftar#lakukan/3" its third step (without a list: its third paragraph), "daftar#syarat/daftar" its list,
"iuran#tabel/tabel" its table, "tunggakan#denda/pembuka" what comes before the first list or table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selebaran.model.page import PageSource
from selebaran.model.problem import Place
from selebaran.words.near import nearest

HEADING = re.compile(r"#+\s+(.*?)\s*(?:\{[^}]*\})?\s*$")
ENTRY = re.compile(r"(?:[-*+]|\d+\.)\s+")
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
    segment = next((s for s in page.segments if s.block == block), None) if page else None
    if page is None or (block and segment is None):
        raise NoPart("isi-panel-salah", isi=name, maksud=nearest(whole, _names(pages)))
    text, heading = segment.text if segment else "", page.front.title
    if block:
        first, _, text = (page.text_of(block) or "").partition("\n")
        found = HEADING.match(first)
        heading = found[1] if found else ""
    taken = _cut(text, part) if part else text
    if taken is None or (part.isdecimal() and page.is_overridable(block)):
        raise NoPart("isi-panel-bagian", isi=name, bagian=part)
    return PagePart(slug, block, heading, taken, segment.place if segment else page.place, part.isdecimal())


def _names(pages: Mapping[str, PageSource]) -> list[str]:
    return [*pages, *(f"{p.slug}#{s.block}" for p in pages.values() for s in p.segments if s.block)]


def _cut(text: str, part: str) -> str | None:
    """A part of a text, with the facts that the whole text names; None where there is none. What only some districts
    show has no number."""
    lines = text.strip().split("\n")
    mentions = [line for line in lines if MENTION.fullmatch(line.strip())]
    rest = "\n".join(line for line in lines if line not in mentions)
    groups = [group.strip() for group in re.split(r"\n\s*\n", rest) if group.strip()]
    lists = [group for group in groups if ENTRY.match(group)]
    taken: list[str] = []
    if part.isdecimal() and "{%" not in text:
        entries = [ENTRY.sub("", line, count=1) for group in lists for line in group.split("\n")] or groups
        taken = entries[int(part) - 1 : int(part)] if int(part) else []
    elif part == "daftar":
        taken = lists
    elif part == "tabel":
        taken = [group for group in groups if group.startswith("|")]
    elif part == "pembuka":
        stop = next((i for i, g in enumerate(groups) if ENTRY.match(g) or g.startswith(("|", "{%"))), len(groups))
        taken = groups[:stop]
    return "\n\n".join([*mentions, *taken]) if taken else None
