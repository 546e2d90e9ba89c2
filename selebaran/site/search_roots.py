"""The roots of Indonesian words: pendaftaran and mendaftarkan are both of daftar.

Sastrawi goes by a dictionary and is right more often than rules alone, but slow and too large for a phone. So roots are
found here; a phone goes by Snowball's rules, and is told where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Any

from selebaran.jobs.recalled import recalled, recalling
from selebaran.model.registry import Registry
from selebaran.site.search_text import words_of

SHORTEST, LONGEST = 4, 60
"""No word of fewer letters has an affix; nothing of more is a word."""
AFFIX = re.compile(
    "(?:be|di|kau|ke|ku|me|pe|se|te)|[^aeiou](?:el|em|er|in)[aeiou]|.*(?:an|i|is|isasi|isme|kah|ku|lah|mu|nya|pun|tah)$"
)
"""With what a word begins or ends that Sastrawi's rules take anything from."""
MOST_OWN = 5000
"""Words of a district's own whose roots are looked up, at up to half a millisecond each; a busy district has a hundred.
Those beyond go by rules alone, and are found all the same."""


class Roots:
    """Roots by Sastrawi. What all districts share is learnt before children are forked; a child looks up the rest."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._own = 0
        self.looked: dict[object, object] = {}
        """What was found in texts before, for who looks for it."""

    def of_another(self) -> Roots:
        """The same for another district: with what is known, and none of its own looked up yet."""
        found = Roots()
        found._known, found.looked = self._known, self.looked
        return found

    def of(self, word: str) -> str:
        """The root of a word in small letters. What isn't letters alone, or too short or long, is its own root."""
        known = self._known.get(word)
        if known is not None:
            return known
        if not _may_have_affix(word):
            return word
        if self._own >= MOST_OWN:
            return by_rules(word)
        self._own += 1
        self._known[word] = _by_dictionary(word)
        return self._known[word]

    def warm(self) -> None:
        """Read the dictionary before children are forked: each has words that nobody looked up yet."""
        _sastrawi()

    def learn(self, words: Iterable[str]) -> None:
        """Find the roots of words that all share, however many they are."""
        for word in filter(_may_have_affix, words):
            self._known[word] = _by_dictionary(word)
            by_rules(word)


def _may_have_affix(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


@recalled("akar", 1 << 14)
def _by_dictionary(word: str) -> str:
    return (_sastrawi().stem(word) or word) if AFFIX.match(word) else word


@cache
def _sastrawi() -> Any:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # late: most words are known from before

    return StemmerFactory().create_stemmer()


@cache
def _snowball() -> Any:
    import snowballstemmer  # late: it loads the rules of forty languages

    return snowballstemmer.stemmer("indonesian")


@recalled("akar menurut aturan", 1 << 16)
def by_rules(word: str) -> str:
    """The root as a phone finds it by itself. The same rules are in search/ (tests hold the two together)."""
    return word if len(word) < SHORTEST else str(_snowball().stemWord(word))


_SHARED_WORDS = recalling("kata bersama", 4)


def shared_words(registry: Registry) -> frozenset[str]:
    """The words of what the centre writes. Of a district's there is none: who learns them has no walls."""
    texts = tuple(_shared_texts(registry))
    digest = blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()
    found = _SHARED_WORDS.of((digest,), lambda: frozenset(word for text in texts for word in words_of(text)))
    assert isinstance(found, frozenset)
    return found


def _shared_texts(registry: Registry) -> Iterator[str]:
    for page in registry.pages:
        yield from (page.front.title, page.front.summary, page.text_of("") or "")
    for term in registry.glossary.terms:
        yield from (term.term, term.long_form or "", term.meaning)
