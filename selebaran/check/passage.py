"""What residents read, wherever it was written: texts with their places, as checks take them.

A shared page, the glossary, a translation, a print piece, and what a district writes itself give passages alike, so
that there is one rule for all of them. A district's text is no template; in another language, and among the elements
of a sheet, only numbers and phrases can be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from selebaran.check.prose import Block, Kind, Reading, blocks, plain_reading, readings
from selebaran.compose.template.engine import source_of
from selebaran.compose.template.locate import Source
from selebaran.model.own_text import Override, OwnPage, OwnText
from selebaran.model.page import HEAD, PageSource
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Place
from selebaran.model.registry import Registry

Form = Literal["heading", "line", "summary", "part", "page", "sheet"]
"""A title, a single text, a page's summary, a part of a page, a whole page, what a piece's template draws. A part
has no mean of its own; of a sheet only the wording is judged."""
KINDS: dict[Form, Kind] = {"heading": "heading", "line": "paragraph", "summary": "paragraph"}
"""What the single text is; parts and pages have blocks of their own."""

UNREAD = re.compile(r"{#.*?#}|</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|section|br)\b[^<>]*>", re.S)
"""What stands between two texts of a template: its comments, and elements that end a line."""
ALTERNATIVE = re.compile(r'\balt="([^"{}<>]+)"')


@dataclass(frozen=True)
class Passage:
    """One text as it was written. `language` is None for Indonesian; a `template` is read in all of its branches."""

    source: Source
    form: Form
    template: bool = True
    language: str | None = None

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.source.place.file

    def at(self, offset: int) -> Place:
        """The place in its file of a position in the text."""
        return self.source.at(offset)

    @cached_property
    def readings(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks of each way to read it."""
        found = readings(self.source.text) if self.template else [plain_reading(self.source.text)]
        return tuple(self._blocks(reading) for reading in found)

    def _blocks(self, reading: Reading) -> tuple[Block, ...]:
        kind = KINDS.get(self.form)
        return (Block(kind, reading.text, 0, reading),) if kind else tuple(blocks(reading))


def shared_passages(registry: Registry) -> Iterator[Passage]:
    """Of shared pages, their translations, the glossary, and print pieces."""
    for page in registry.pages:
        yield from _of_page(page)
    for language, pages in registry.translations.items():
        for page in pages.values():
            yield from _of_page(page, language)
    for index, term in enumerate(registry.glossary.terms):
        yield Passage(Source(term.meaning, registry.glossary_places.of("istilah", index, "arti")), "line")
    for piece in registry.pieces:
        yield from _of_piece(piece)


def own_passages(own: OwnText) -> Iterator[Passage]:
    """Of what a district and its province wrote themselves."""
    for page in own.pages:
        yield from _of_own_page(page)
    for override in own.overrides:
        yield from _of_override(override)


def _of_page(page: PageSource, language: str | None = None) -> Iterator[Passage]:
    front = page.front
    heads: list[tuple[str, str | None, Form]] = [("judul", front.title, "heading")]
    heads += [("menu_judul", front.menu_title, "heading"), ("ringkas", front.summary, "summary")]
    for index, choice in enumerate(front.choices):
        heads.append((f"pilihan.{index}.judul", choice.title, "heading"))
        heads.append((f"pilihan.{index}.teks", choice.text, "line"))
    for key, text, form in heads:
        source = source_of(text or "", page.head_places.get(key, page.place), "plain")
        yield Passage(source, form, language=language)
    body = "\n".join(segment.text for segment in page.segments)
    place = page.segments[0].place if page.segments else page.place
    yield Passage(Source(body, place), "page", language=language)


def _of_piece(piece: PieceSource) -> Iterator[Passage]:
    """What is typed into a piece's template and into its piece.yml. Its other words are those of pages."""
    start = Place(piece.place.file, 1)
    yield Passage(Source(UNREAD.sub(_blank, piece.html), start), "sheet")
    for found in ALTERNATIVE.finditer(piece.html):
        yield Passage(Source(found[1], Source(piece.html, start).at(found.start(1))), "sheet")
    for text, loc in piece.spec.texts():
        yield Passage(source_of(text, piece.places.of(*loc), "plain"), "sheet")


def _blank(found: re.Match[str]) -> str:
    """As many spaces, so that what follows keeps its place."""
    return re.sub(r"[^\n]", " ", found[0])


def _of_own_page(page: OwnPage) -> Iterator[Passage]:
    yield from _own_head(page, page.language)
    yield Passage(Source(page.body, page.place), "page", template=False, language=page.language)


def _of_override(override: Override) -> Iterator[Passage]:
    yield from _own_head(override)
    if override.block != HEAD:
        form: Form = "part" if override.block else "page"
        yield Passage(Source(override.body, override.place), form, template=False)


def _own_head(written: OwnPage | Override, language: str | None = None) -> Iterator[Passage]:
    heads: tuple[tuple[str, str | None, Form], ...] = (
        ("judul", written.front.title, "heading"),
        ("ringkas", written.front.summary, "summary"),
    )
    for key, text, form in heads:
        if text:
            source = source_of(text, written.head_places.get(key, written.place), "plain")
            yield Passage(source, form, template=False, language=language)
