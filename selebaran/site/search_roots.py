"""The roots of Indonesian words: pendaftaran and mendaftarkan are both of daftar.

Sastrawi goes by a dictionary and is right more often than rules alone, but slow and too large for a phone. So roots are
found here, once for each word, and kept on disk; a phone goes by Snowball's rules, and is told where they differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import snowballstemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from selebaran.model.registry import DistrictFolder, Registry
from selebaran.site.search_text import words_of

NAME = f"akar-{version('PySastrawi')}.json"
"""The kept roots; another release may find others."""
SHORTEST = 4
"""No word of fewer letters has an affix."""


class Roots:
    """Roots by Sastrawi. `folder` is where they are kept from one build to the next; without it they are not."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / NAME if folder else None
        self._known: dict[str, str] = {}
        if self._file and self._file.is_file():
            try:
                self._known = json.loads(self._file.read_text("utf-8"))
            except ValueError:  # a file cut short is made anew
                self._known = {}

    def of(self, word: str) -> str:
        """The root of a word in small letters. What isn't letters alone, or is short, is its own root."""
        if len(word) < SHORTEST or not word.isalpha():
            return word
        if word not in self._known:
            self._known[word] = _sastrawi().stem(word) or word
        return self._known[word]

    def learn(self, words: Iterable[str]) -> None:
        """Find the roots of many words at once, and keep them on disk."""
        _sastrawi()  # its dictionary is read before children are forked
        before = len(self._known)
        for word in sorted(set(words)):
            self.of(word)
            by_rules(word)
        if self._file and len(self._known) > before:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._known, sort_keys=True, separators=(",", ":"))
            with NamedTemporaryFile("w", dir=self._file.parent, delete=False, encoding="utf-8") as file:
                file.write(text)
            Path(file.name).replace(self._file)


@cache
def _sastrawi() -> Any:
    return StemmerFactory().create_stemmer()


@cache
def _snowball() -> Any:
    return snowballstemmer.stemmer("indonesian")


@cache
def by_rules(word: str) -> str:
    """The root as a phone finds it by itself. The same rules are in search/ (tests hold the two together)."""
    return word if len(word) < SHORTEST else str(_snowball().stemWord(word))


def words_in(registry: Registry) -> set[str]:
    """The words of all that is written, shared or a district's own: those whose roots a build is going to ask for."""
    texts = [*_shared_texts(registry)]
    texts += [text for folder in registry.districts.values() for text in _texts_of(folder)]
    return {word for text in texts for word in words_of(text)}


def _shared_texts(registry: Registry) -> Iterator[str]:
    for page in registry.pages:
        yield from (page.front.title, page.front.summary, page.text_of("") or "")
    for term in registry.glossary.terms:
        yield from (term.term, term.long_form or "", term.meaning)


def _texts_of(folder: DistrictFolder) -> Iterator[str]:
    yield folder.district.name
    yield from (facility.name for facility in folder.facilities)
    yield from (f"{event.title} {event.venue or ''}" for event in folder.events)
    yield from (f"{page.front.title} {page.front.summary} {page.body}" for page in folder.own.pages)
    yield from (override.body for override in folder.own.overrides)
