"""Plain language: the length of sentences and paragraphs, abbreviations, misleading phrases, and typed facts.

All are warnings, for what is shared and for what a district wrote alike. What to look for stands in content/bahasa.yml
and content/istilah.yml; docs/panduan/bahasa.md tells editors how to change it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selebaran.check.numbers import Numbers, Typed, known_values
from selebaran.check.passage import Passage, shared_passages
from selebaran.check.prose import Block, Kind
from selebaran.check.sentences import Sentence, dotted_words, sentences
from selebaran.check.words import WordRules
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.registry import Registry
from selebaran.model.wordlists import Replacement
from selebaran.read.text import shown

RUNNING: tuple[Kind, ...] = ("paragraph", "item", "definition")
"""What the mean of a page is made of. Headings, cells and pictures hardly ever are sentences."""
Spot = Callable[[int], Place]
Key = tuple[str, Place, int]


@dataclass(frozen=True)
class _Measured:
    """A block with its sentences."""

    block: Block
    sentences: Sequence[Sentence]


def check_language(registry: Registry, faulty: Collection[str] = ()) -> list[Problem]:
    """What is hard to understand in what is shared. Files in `faulty` have errors, which come first; without the lists,
    nothing can be said."""
    if {"content/bahasa.yml", "content/istilah.yml"} & set(faulty):
        return []
    return LanguageRules(registry).check(p for p in shared_passages(registry) if p.file not in faulty)


class LanguageRules:
    """Reads the lists once, for all texts. The rules yield offsets in a text and the problems there."""

    def __init__(self, registry: Registry) -> None:
        words = registry.words
        self.limits = words.limits
        self.rules = WordRules(words, registry.glossary)
        self.numbers = Numbers(known_values(registry.facts), words)
        self.dotted = dotted_words(words.dotted)
        self._worded = lru_cache(maxsize=4096)(self._find_wording)  # most blocks stand in several readings of a text

    def check(self, passages: Iterable[Passage]) -> list[Problem]:
        """What is hard to understand, misleads, or will grow old. Two readings of a text tell the same thing once."""
        found: dict[Key, Problem] = {}
        for passage in passages:
            found |= {(told.code, told.place, offset): told for offset, told in self._passage(passage)}
        return sorted(found.values())

    def _passage(self, passage: Passage) -> Iterator[tuple[int, Problem]]:
        """One text, in each of its readings. Rules about sentences and abbreviations are those of Indonesian."""
        for typed in self.numbers.dialled(passage.source.text):
            yield typed.start, _typed(typed, passage.at(typed.start))
        for read in passage.readings:
            for block in read:
                yield from self._wording(block, passage.at)
        if passage.language is None and passage.form != "sheet":
            yield from self._length(passage)
            yield from self._long_forms(passage)

    def _length(self, passage: Passage) -> Iterator[tuple[int, Problem]]:
        """Sentences, paragraphs, and the mean of a page that are too long. A single text is no paragraph."""
        is_single = passage.form in ("heading", "line", "summary")
        means = []
        for read in passage.readings:
            measured = [self._measured(block) for block in read]
            for one in measured:
                yield from self._sentences(one, passage.at)
                yield from () if is_single else self._paragraph(one, passage.at)
            means.append(self._mean(measured, passage.at))
        highest = max(filter(None, means), key=lambda mean: mean[0], default=None)
        if highest and passage.form == "page":
            yield highest[1:]

    def _long_forms(self, passage: Passage) -> Iterator[tuple[int, Problem]]:
        """Abbreviations that nobody spelt out, in a page or in its summary. A district's readers know its own."""
        if passage.template and passage.form in ("page", "summary"):
            known = self.rules.known if passage.form == "page" else self.rules.known_in_summary
            for read in passage.readings:
                yield from self._abbreviations(read, passage.at, known)

    def _measured(self, block: Block) -> _Measured:
        return _Measured(block, sentences(block.text, self.dotted))

    def _sentences(self, measured: _Measured, spot: Spot) -> Iterator[tuple[int, Problem]]:
        block, limit = measured.block, self.limits.sentence
        for sentence in measured.sentences:
            if sentence.words > limit:
                offset = block.origin(sentence.start)
                values = {"kata": sentence.words, "batas": limit, "kutipan": _quoted(block, sentence)}
                yield offset, warning("kalimat-panjang", spot(offset), **values)

    def _paragraph(self, measured: _Measured, spot: Spot) -> Iterator[tuple[int, Problem]]:
        closed = [sentence for sentence in measured.sentences if sentence.is_closed]
        limit = self.limits.paragraph
        if len(closed) > limit:
            offset = measured.block.origin(closed[0].start)
            values = {"jumlah": len(closed), "batas": limit, "kutipan": _quoted(measured.block, closed[limit])}
            yield offset, warning("paragraf-panjang", spot(offset), **values)

    def _mean(self, page: list[_Measured], spot: Spot) -> tuple[float, int, Problem] | None:
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

    def _find_wording(self, text: str) -> tuple[Sequence[tuple[int, str, Replacement]], Sequence[Typed]]:
        return tuple(self.rules.phrases(text)), tuple(self.numbers.typed(text))

    def _wording(self, block: Block, spot: Spot) -> Iterator[tuple[int, Problem]]:
        phrases, values_typed = self._worded(block.text)
        for start, phrase, entry in phrases:
            offset = block.origin(start)
            values = {"frasa": _visible(phrase), "karena": entry.reason, "ganti": entry.instead or ""}
            yield offset, warning("frasa-dihindari", spot(offset), **values)
        for typed in values_typed:
            offset = block.origin(typed.start)
            yield offset, _typed(typed, spot(offset))

    def _abbreviations(self, read: Iterable[Block], spot: Spot, known: frozenset[str]) -> Iterator[tuple[int, Problem]]:
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
