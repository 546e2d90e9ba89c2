"""How a page is built: main message, steps, sections, next step. What health communicators ask for and can be counted.

All are warnings, and none is made where content/bahasa.yml has no `susunan`. Which items of the CDC Clear Communication
Index and of PEMAT-P these are, docs/engineering/clear-communication.md tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from selebaran.check.prose import Block, Reading, blocks, readings
from selebaran.check.sentences import count_words, dotted_words, sentences
from selebaran.compose.template.locate import Source
from selebaran.model.page import PageSource, Segment
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.registry import Registry
from selebaran.model.wordlists import Shape

STEPS, NEXT = "lakukan", "lanjut"
"""The blocks with what to do, right after the main message, and with what comes afterwards, at the end."""
NUMBER = re.compile(r"\d{1,9}[.)]\s+\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+")
RELATED = re.compile(r"^- \[[^\]\n]*\]\(([\w-]+)\.md\)", re.M)


def check_clear(registry: Registry, faulty: Collection[str] = ()) -> list[Problem]:
    """What shared pages lack to be understood and acted upon. Files in `faulty` have errors, which come first."""
    shape = registry.words.shape
    if shape is None or "content/bahasa.yml" in faulty:
        return []
    pages = [p for p in registry.pages if p.place.file not in faulty and p.front.template is None]
    checker = _Checker(shape, dotted_words(registry.words.dotted), _asks(registry))
    return sorted({*(p for page in pages for p in checker.page(page)), *_one_way(pages)})


def _asks(registry: Registry) -> re.Pattern[str]:
    """What in a template names somebody to ask: a telephone of the register, an office, the place that the campaign
    sends residents to."""
    phones = (f"fakta.{name}" for name, (_, value) in registry.facts.by_name.items() if value.kind == "telepon")
    named = (*phones, "daerah.kontak", registry.campaign.ask.place)
    return re.compile("|".join(map(re.escape, named)))


@dataclass(frozen=True)
class _Part:
    """A segment with its readings, each with its blocks."""

    segment: Segment
    read: list[tuple[Reading, list[Block]]]

    def at(self, block: Block) -> Place:
        return Source(self.segment.text, self.segment.place).at(block.origin(0))

    def has_bold(self, block: Block) -> bool:
        start, end = block.origin(0), block.origin(max(len(block.text) - 1, 0))
        return "**" in self.segment.text[max(start - 2, 0) : end + 3]

    def opens_bold(self) -> bool:
        """Whether the first paragraph has bold words."""
        first = next((b for _, found in self.read for b in found if b.kind == "paragraph"), None)
        return first is not None and self.has_bold(first)

    @property
    def words(self) -> int:
        """The words of the longest reading."""
        return max(sum(count_words(b.text) for b in found if b.kind != "picture") for _, found in self.read)


@dataclass(frozen=True)
class _Checker:
    shape: Shape
    dotted: frozenset[str]
    asks: re.Pattern[str]

    def page(self, page: PageSource) -> Iterator[Problem]:
        """Everything that is wrong with how a page is built up, from its opening to its ending."""
        parts = [_part(segment) for segment in page.segments]
        yield from self.opening(page, parts)
        yield from self.steps(page, parts)
        for part in parts:
            yield from self.section(part)
        yield from self.ending(page, parts)
        words = sum(part.words for part in parts if part.segment.block != NEXT)
        if words > self.shape.page and not page.front.reference:
            yield warning("halaman-panjang", page.place, kata=words, batas=self.shape.page)

    def opening(self, page: PageSource, parts: list[_Part]) -> Iterator[Problem]:
        """The main message: in bold, in the first paragraph, which is short. Questions there aren't counted."""
        if not parts or parts[0].segment.block:
            yield warning("pesan-utama-hilang", parts[0].segment.place if parts else page.place)
            return
        for _, found in parts[0].read:
            first = next((b for b in found if b.kind == "paragraph"), None)
            if first is None or not parts[0].has_bold(first):
                yield warning("pesan-utama-hilang", parts[0].at(first) if first else parts[0].segment.place)
            elif (count := self.statements(first)) > self.shape.opening:
                yield warning("pembuka-panjang", parts[0].at(first), jumlah=count, batas=self.shape.opening)

    def statements(self, block: Block) -> int:
        """How many sentences of a block aren't questions."""
        closed = [block.text[s.start : s.end] for s in sentences(block.text, self.dotted) if s.is_closed]
        return sum(not text.rstrip("”\"')").endswith("?") for text in closed)

    def steps(self, page: PageSource, parts: list[_Part]) -> Iterator[Problem]:
        """What to do comes right after the main message, as numbered steps that begin with a verb."""
        names = [part.segment.block for part in parts]
        if STEPS in names[:2]:
            yield from self.each_step(parts[names.index(STEPS)])
        elif STEPS in names:
            yield warning("langkah-hilang", parts[names.index(STEPS)].segment.place, bagian=STEPS)
        elif not page.front.reference:
            yield warning("langkah-hilang", page.place, bagian=STEPS)

    def each_step(self, part: _Part) -> Iterator[Problem]:
        """The steps of a page, in each of its readings."""
        for reading, found in part.read:
            items = [b for b in found if b.kind == "item"]
            if not any(NUMBER.search(reading.text[: b.start][-12:]) for b in items):
                yield warning("langkah-tanpa-nomor", part.segment.place, bagian=STEPS)
            for item in items:
                if word := self.not_a_command(item):
                    yield warning("langkah-bukan-perintah", part.at(item), kata=word)

    def not_a_command(self, item: Block) -> str:
        """The word that a step begins with, unless it is a command; "" as well for a condition ("Ragu?")."""
        found = FIRST_WORD.search(item.text)
        first = next(iter(sentences(item.text, self.dotted)), None)
        is_condition = first and item.text[first.start : first.end].endswith("?")
        if not found or is_condition or found[0].casefold() in self.shape.commands:
            return ""
        return found[0]

    def section(self, part: _Part) -> Iterator[Problem]:
        if part.words > self.shape.section:
            yield warning("bagian-panjang", part.segment.place, kata=part.words, batas=self.shape.section)
        for _, found in part.read:
            for kind, run in groupby(found, key=lambda block: block.kind):
                items = list(run)
                if kind == "item" and len(items) > self.shape.items:
                    yield warning("butir-banyak", part.at(items[0]), jumlah=len(items), batas=self.shape.items)

    def ending(self, page: PageSource, parts: list[_Part]) -> Iterator[Problem]:
        """The last block says what comes next, in bold, and whom to ask."""
        last = parts[-1] if parts else None
        if last is None or last.segment.block != NEXT:
            yield warning("lanjut-hilang", last.segment.place if last else page.place, bagian=NEXT)
        elif not last.opens_bold() or not self.asks.search(last.segment.text):
            yield warning("lanjut-tanpa-arah", last.segment.place, bagian=NEXT)


def _part(segment: Segment) -> _Part:
    return _Part(segment, [(reading, list(blocks(reading))) for reading in readings(segment.text)])


def _one_way(pages: list[PageSource]) -> Iterator[Problem]:
    """Related pages that don't name the page that names them."""
    related: dict[str, dict[str, Place]] = {}
    for page in pages:
        related[page.slug] = {}
        for segment in page.segments:
            source = Source(segment.text, segment.place)
            for found in RELATED.finditer(segment.text) if segment.block == NEXT else ():
                related[page.slug].setdefault(found[1], source.at(found.start(1)))
    for slug, targets in related.items():
        for target, place in targets.items():
            if slug not in related.get(target, {slug: place}):
                yield warning("tautan-searah", place, tujuan=f"{target}.md", halaman=f"{slug}.md", bagian=NEXT)
