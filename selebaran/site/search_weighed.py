"""The words of texts as the index of a search counts them: by roots. What was looked through once, isn't again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from selebaran.jobs.plain import is_plain
from selebaran.model.search import SearchWords
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import words_of

MONEY = re.compile(r"rp\d+")
MOST_TEXTS, MOST_PAGES = 1 << 14, 512
"""Texts and pages of which it is kept what roots they have."""


@dataclass(frozen=True)
class Weighed:
    """The words of a text: all, those that tell something, how often each root stands there, and which roots stand
    there as they are."""

    words: Mapping[str, int]
    telling: frozenset[str]
    counts: Mapping[str, int]
    bare: frozenset[str]

    def beside(self, other: Weighed) -> Weighed:
        """With the words of another text beside it. Of `words` those of both aren't counted."""
        if not other.words:
            return self
        counts = {**self.counts}
        for root, count in other.counts.items():
            counts[root] = counts.get(root, 0) + count
        bare = self.bare | other.bare | (self.words.keys() & other.counts) | (other.words.keys() & self.counts)
        return Weighed({**self.words, **other.words}, self.telling | other.telling, counts, bare)


@dataclass
class _Looked:
    """What was found before, and the lists of words by which it was, so that nothing else gets their number."""

    lists: tuple[object, ...]
    texts: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    weighed: dict[int, Weighed] = field(default_factory=dict)


class Scales:
    """Finds the roots of words, by these lists of exceptions and of words that say nothing."""

    def __init__(self, words: SearchWords, roots: Roots) -> None:
        self._roots = roots
        self.exceptions = {entry.word: entry.root for entry in words.exceptions}
        self.ignored = frozenset(words.ignored)
        lists = (words.exceptions, words.ignored)
        key = tuple(map(id, lists))
        known = roots.looked.get(key)
        self._looked = known if isinstance(known, _Looked) and not is_plain() else _Looked(lists)
        roots.looked[key] = self._looked

    def root(self, word: str) -> str:
        """The root of a word."""
        return self.exceptions.get(word) or self._roots.of(word)

    def in_text(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The words of a text that aren't ignored, and the roots of all."""
        known = self._looked.texts.get(text)
        if known is None:
            words = frozenset(words_of(text))
            known = words - self.ignored, frozenset(map(self.root, words))
            if len(self._looked.texts) >= MOST_TEXTS:
                self._looked.texts.clear()
            self._looked.texts[text] = known
        return known

    def weighed(self, words: Counter[str]) -> Weighed:
        """The words of a page. Those that are the same object as before are known; who gives them doesn't change them
        any more."""
        known = self._looked.weighed.get(id(words))
        if known is None or known.words is not words:
            if len(self._looked.weighed) >= MOST_PAGES:
                self._looked.weighed.clear()
            known = self._looked.weighed[id(words)] = self.weigh(words)
        return known

    def weigh(self, words: Mapping[str, int]) -> Weighed:
        """The same of words that nobody asks for again."""
        telling = {word: count for word, count in words.items() if word not in self.ignored and _is_telling(word)}
        counts: Counter[str] = Counter()
        for word, count in telling.items():
            counts[self.root(word)] += count
        return Weighed(words, frozenset(telling), counts, frozenset(words.keys() & counts.keys()))


def _is_telling(word: str) -> bool:
    """Dates, times and amounts say little; short numbers and telephones are looked for."""
    return not MONEY.fullmatch(word) and (not word.isdigit() or len(word) < 4 or len(word) > 9)
