"""content/sinonim.yml -> SearchWords."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path

from selebaran.model.kinds import Kinds
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.search import SearchWords
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, shown
from selebaran.read.validate import validate


def read_search_words(path: Path, name: str, kinds: Kinds | None) -> tuple[SearchWords, Places, list[Problem]]:
    """The words that the search goes by, where they stand, and every fault in them; none where there is no file."""
    if not path.is_file():
        return SearchWords.empty(), Places(name), []
    source, problems = read_yaml(read_raw(path), name)
    if source is None:
        return SearchWords.empty(), Places(name), problems
    record, problems = validate(SearchWords, source, kinds=kinds)
    if record is None:
        return SearchWords.empty(), source.places, problems
    problems += [*_twice(record, source.places), *_in_circles(record, source.places)]
    return record, source.places, problems


def _said(words: SearchWords, places: Places) -> Iterator[tuple[str, Place]]:
    """Every word that something is said of, with its place."""
    for index, entry in enumerate(words.synonyms):
        for number, word in enumerate(entry.said):
            yield word, places.of("sinonim", index, "kata", number)
    for index, exception in enumerate(words.exceptions):
        yield exception.word, places.of("akar", index, "kata")
    for index, word in enumerate(words.ignored):
        yield word, places.of("abaikan", index)


def _twice(words: SearchWords, places: Places) -> Iterator[Problem]:
    """A word about which two things are said."""
    seen: dict[str, Place] = {}
    for word, place in _said(words, places):
        before = seen.setdefault(word.casefold(), place)
        if before != place:
            yield problem("kata-ganda", place, kata=shown(word), baris=before.line)


def _in_circles(words: SearchWords, places: Places) -> Iterator[Problem]:
    """A word that leads back to itself by its meanings, told once for each circle."""
    entries = {word.casefold(): index for index, entry in enumerate(words.synonyms) for word in entry.said}
    meanings = [[meaning.casefold() for meaning in entry.meaning] for entry in words.synonyms]
    told: set[str] = set()
    for word in entries:
        circle = [] if word in told else _circle(word, entries, meanings)
        if circle:
            told.update(circle)
            last = entries[circle[-1]]
            place = places.of("sinonim", last, "artinya", meanings[last].index(word))
            yield problem("sinonim-berputar", place, kata=shown(word), jalan=shown(" → ".join([*circle, word])))


def _circle(word: str, entries: Mapping[str, int], meanings: list[list[str]]) -> list[str]:
    """The shortest way from a word by meanings back to it, without its end; empty where there is none."""
    ways, seen = deque([[word]]), {word}
    while ways:
        way = ways.popleft()
        for meaning in meanings[entries[way[-1]]]:
            if meaning == word:
                return way
            if meaning in entries and meaning not in seen:
                seen.add(meaning)
                ways.append([*way, meaning])
    return []
