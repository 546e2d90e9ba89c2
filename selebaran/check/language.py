"""Plain language: the length of sentences and paragraphs, abbreviations, misleading phrases, and typed facts.

All are warnings. What to look for stands in content/bahasa.yml and content/istilah.yml; docs/panduan/bahasa.md tells
editors how to change it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from selebaran.check.numbers import Numbers, Typed
from selebaran.check.prose import Block, Kind, blocks, readings
from selebaran.check.sentences import Sentence, dotted_words, sentences
from selebaran.check.words import WordRules
from selebaran.compose.template.engine import source_of
from selebaran.compose.template.locate import Source
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.registry import Registry
from selebaran.read.text import shown

RUNNING: tuple[Kind, ...] = ("paragraph", "item", "definition")
"""What the mean of a page is made of. Headings, cells and pictures hardly ever are sentences."""
Spot = Callable[[int], Place]
Key = tuple[str, Place, int]


@dataclass(frozen=True)
class _Measured:
    """A block with its sentences."""

    block: Block
    sentences: list[Sentence]


def check_language(registry: Registry, faulty: Collection[str] = ()) -> list[Problem]:
    """What is hard to understand in shared pages and in the glossary. Files in `faulty` have errors, which come
    first; without the lists, nothing can be said."""
    if "content/bahasa.yml" in faulty or "content/istilah.yml" in faulty:
        return []
    checker = _Checker(registry)
    found: dict[Key, Problem] = {}
    for page in registry.pages:
        if page.place.file not in faulty:
            found |= {_key(p, n): p for n, p in checker.page(page)}
    for index, term in enumerate(registry.glossary.terms):
        source = Source(term.meaning, registry.glossary_places.of("istilah", index, "arti"))
        found |= {_key(p, n): p for n, p in checker.text(term.meaning, source.at, "paragraph")}
    return sorted(found.values())


def _key(problem: Problem, offset: int) -> Key:
    """Two readings of a page tell the same sentence once."""
    return problem.code, problem.place, offset


class _Checker:
    """Reads the lists once. Each method yields offsets in the template and the problems there."""

    def __init__(self, registry: Registry) -> None:
        words = registry.words
        self.limits = words.limits
        self.rules = WordRules(words, registry.glossary)
        self.numbers = Numbers(registry.facts, words)
        self.dotted = dotted_words(words.dotted)

    def page(self, page: PageSource) -> Iterator[tuple[int, Problem]]:
        """A whole page, its head first. Each problem comes with its offset in its text."""
        front, places = page.front, page.head_places
        texts: list[tuple[str, str | None, Kind]] = [("judul", front.title, "heading")]
        texts += [("menu_judul", front.menu_title, "heading"), ("ringkas", front.summary, "paragraph")]
        for index, choice in enumerate(front.choices):
            texts.append((f"pilihan.{index}.judul", choice.title, "heading"))
            texts.append((f"pilihan.{index}.teks", choice.text, "paragraph"))
        for key, text, kind in texts:
            source = source_of(text or "", places.get(key, page.place), "plain")
            yield from self.text(source.text, source.at, kind, is_summary=key == "ringkas")
        yield from self.body(page)

    def text(self, text: str, spot: Spot, kind: Kind, is_summary: bool = False) -> Iterator[tuple[int, Problem]]:
        """A single text: of the head, or of the glossary. It may have more sentences than a paragraph."""
        for reading in readings(text):
            block = Block(kind, reading.text, 0, reading)
            yield from self.sentences(self.measured(block), spot)
            yield from self.wording(block, spot)
            if is_summary:
                yield from self.abbreviations([block], spot, self.rules.known_in_summary)

    def body(self, page: PageSource) -> Iterator[tuple[int, Problem]]:
        """The text below the head, in each reading that the template's branches allow."""
        template = "\n".join(segment.text for segment in page.segments)
        source = Source(template, page.segments[0].place if page.segments else page.place)
        for typed in self.numbers.dialled(template):
            yield typed.start, _typed(typed, source.at(typed.start))
        highest: tuple[float, int, Problem] | None = None
        for reading in readings(template):
            measured = [self.measured(block) for block in blocks(reading)]
            for one in measured:
                yield from self.sentences(one, source.at)
                yield from self.paragraph(one, source.at)
                yield from self.wording(one.block, source.at)
            read = [one.block for one in measured]
            yield from self.abbreviations(read, source.at, self.rules.known)
            mean = self.mean(measured, source.at)
            highest = max(filter(None, (highest, mean)), key=lambda m: m[0], default=None)
        if highest:
            yield highest[1:]

    def measured(self, block: Block) -> _Measured:
        return _Measured(block, sentences(block.text, self.dotted))

    def sentences(self, measured: _Measured, spot: Spot) -> Iterator[tuple[int, Problem]]:
        block, limit = measured.block, self.limits.sentence
        for sentence in measured.sentences:
            if sentence.words > limit:
                offset = block.origin(sentence.start)
                values = {"kata": sentence.words, "batas": limit, "kutipan": _quoted(block, sentence)}
                yield offset, warning("kalimat-panjang", spot(offset), **values)

    def paragraph(self, measured: _Measured, spot: Spot) -> Iterator[tuple[int, Problem]]:
        closed = [sentence for sentence in measured.sentences if sentence.is_closed]
        limit = self.limits.paragraph
        if len(closed) > limit:
            offset = measured.block.origin(closed[0].start)
            values = {"jumlah": len(closed), "batas": limit, "kutipan": _quoted(measured.block, closed[limit])}
            yield offset, warning("paragraf-panjang", spot(offset), **values)

    def mean(self, page: list[_Measured], spot: Spot) -> tuple[float, int, Problem] | None:
        """The mean of a page that is too high, told at its longest sentence."""
        closed = [(s, m.block) for m in page if m.block.kind in RUNNING for s in m.sentences if s.is_closed]
        mean = sum(s.words for s, _ in closed) / len(closed) if closed else 0
        if mean <= self.limits.mean:
            return None
        longest, block = max(closed, key=lambda pair: pair[0].words)
        offset = block.origin(longest.start)
        shown_mean = f"{mean:.1f}".replace(".", ",")
        values = {"rata": shown_mean, "batas": self.limits.mean, "kata": longest.words}
        return mean, offset, warning("rata-rata-kalimat", spot(offset), **values)

    def wording(self, block: Block, spot: Spot) -> Iterator[tuple[int, Problem]]:
        for start, phrase, entry in self.rules.phrases(block.text):
            offset = block.origin(start)
            values = {"frasa": _visible(phrase), "karena": entry.reason, "ganti": entry.instead or ""}
            yield offset, warning("frasa-dihindari", spot(offset), **values)
        for typed in self.numbers.typed(block.text):
            offset = block.origin(typed.start)
            yield offset, _typed(typed, spot(offset))

    def abbreviations(self, read: list[Block], spot: Spot, known: frozenset[str]) -> Iterator[tuple[int, Problem]]:
        for block, start, word in self.rules.unexplained(read, known):
            offset = block.origin(start)
            long_form = self.rules.glossary.long_forms.get(word, "")
            yield offset, warning("singkatan-asing", spot(offset), singkatan=word, kepanjangan=long_form)


def _typed(typed: Typed, place: Place) -> Problem:
    names = " / ".join(f"{{{{ fakta.{name} }}}}" for name in typed.names)
    return warning("angka-diketik", place, isi=shown(typed.text), id=typed.fact, tulisan=names)


def _quoted(block: Block, sentence: Sentence) -> str:
    """The beginning of a sentence, by which it is found."""
    words = _visible(block.text[sentence.start : sentence.end]).split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def _visible(text: str) -> str:
    """A text without the signs that stand for what a template writes."""
    return shown(" ".join("".join("…" if "\ue000" <= c <= "\uf8ff" else c for c in text).split()))
