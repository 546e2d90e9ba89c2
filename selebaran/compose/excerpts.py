"""Blocks of shared pages, for paper: the same words as on the site, without what only a screen can do.

A sentence that leads to another page is left out, and so is the question right before it; drawings and addresses of
links go, the words of a link stay. What a district wrote in place of a block stands in its place on paper too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import markdown
from markupsafe import Markup

from selebaran.compose.district_text import BEGIN, END, EXTENSIONS
from selebaran.compose.pages import OwnBlocks
from selebaran.compose.templates import TemplateFault, Templates
from selebaran.compose.views import ReadFault
from selebaran.model.names import nearest
from selebaran.model.page import PageSource
from selebaran.model.problem import Place

HEADING = re.compile(r"#+\s+(.*?)\s*(?:\{[^}]*\})?\s*$")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?")
SENTENCE = re.compile(r"(?<=[.!?])(\**)\s+")
ELSEWHERE = re.compile(r"\]\((?!tel:|https:)[^)]*\)")
ITEM = re.compile(r"(\s*(?:[-*+]|\d+\.|:)\s+|\|)")
TAGS = re.compile(r"<img\b[^>]*>|</?a\b[^>]*>")


class Excerpts:
    """Looks blocks up under names such as "daftar#syarat"."""

    def __init__(self, pages: Sequence[PageSource]) -> None:
        self._pages = {page.slug: page for page in pages}
        self._templates = Templates("markdown", {})

    def names(self) -> list[str]:
        """All names that a piece can ask for."""
        return [f"{p.slug}#{s.block}" for p in self._pages.values() for s in p.segments if s.block]

    def heading(self, name: str, context: Mapping[str, Any]) -> str:
        """A block's heading, as plain text."""
        text, place = self._found(name)
        found = HEADING.match(self._rendered(text.split("\n", 1)[0], place, context))
        return found[1] if found else ""

    def html(self, name: str, context: Mapping[str, Any], own: Mapping[str, OwnBlocks]) -> Markup:
        """What stands below a block's heading."""
        text, place = self._found(name)
        slug, _, block = name.partition("#")
        blocks = own.get(slug)
        if blocks and block in blocks.html:
            html = blocks.html[block].removeprefix(BEGIN).removesuffix(END)
        else:
            body = text.split("\n", 1)[1] if "\n" in text else ""
            html = markdown.markdown(for_paper(self._rendered(body, place, context)), extensions=EXTENSIONS)
        return Markup(TAGS.sub("", html).strip())

    def _found(self, name: str) -> tuple[str, Place]:
        slug, _, block = name.partition("#")
        page = self._pages.get(slug)
        text = page.text_of(block) if page and block else None
        if page is None or text is None:
            raise ReadFault("isi-panel-salah", isi=name, maksud=nearest(name, self.names()))
        return text, next(segment.place for segment in page.segments if segment.block == block)

    def _rendered(self, text: str, place: Place, context: Mapping[str, Any]) -> str:
        try:
            return self._templates.render(text, place, context)
        except TemplateFault as fault:
            raise ReadFault(fault.problem.code, **dict(fault.problem.values)) from fault


def for_paper(text: str) -> str:
    """Markdown without drawings and without what leads to other pages."""
    return "\n".join(_line(line) for line in PICTURE.sub("", text).split("\n"))


def _line(line: str) -> str:
    if not ELSEWHERE.search(line):
        return line
    start = ITEM.match(line)
    head = start[1] if start else ""
    if head == "|":
        return re.sub(r"\[([^\]]*)\]" + ELSEWHERE.pattern[2:], r"\1", line)
    kept: list[str] = []
    for sentence in _sentences(line[len(head) :]):
        if ELSEWHERE.search(sentence):
            while kept and kept[-1].rstrip("* ").endswith("?"):
                kept.pop()
        else:
            kept.append(sentence)
    return f"{head}{' '.join(kept)}" if kept else ""


def _sentences(text: str) -> list[str]:
    """The sentences of a line; the asterisks that close a bold one stay with it."""
    parts = SENTENCE.split(text)
    return [part + (parts[i + 1] if i + 1 < len(parts) else "") for i, part in enumerate(parts) if i % 2 == 0]
