"""Indonesian text -> its sentences.

A full stop ends a sentence unless it belongs to an abbreviation of the list, an initial, a numbering, or is followed
by a small letter. What a library would do more and less is told in docs/engineering/plain-language.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

GAP = "\ue000"
"""Stands for one word that a template writes."""
BREAK = "\ue001"
"""Stands for an end that no mark shows: a new line in a cell, the end of a bold lead-in."""

END = re.compile(rf"(?<![.!?…])(?P<marks>[.!?…]++)[\"”’')\]»]*+(?=\s|$|{BREAK})|{BREAK}")
"""Marks that end a sentence. Nothing in it is tried twice: a district may write a heap of full stops."""
OPENING = " \n\t\"“‘'([«"
WORD_BEFORE = re.compile(r"[^\s\"“‘'(\[«/]+$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
"""H, a.n, s.d, S.K.M: letters with full stops between them."""
NUMERALS = {"I", "V", "X"}
LOOK_BACK, LOOK_AHEAD = 40, 20


@dataclass(frozen=True)
class Sentence:
    """From where to where a sentence stands in its text, how many words it has, and whether a mark ends it."""

    start: int
    end: int
    words: int
    is_closed: bool


@lru_cache(maxsize=4096)
def sentences(text: str, dotted: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences of one paragraph. `dotted` are abbreviations in small letters, without their last full stop. Most
    paragraphs stand in several readings of a text."""
    found: list[Sentence] = []
    for start, end, is_closed in _spans(text, dotted):
        while start < end and (text[start].isspace() or text[start] == BREAK):
            start += 1
        if words := count_words(text[start:end]):
            found.append(Sentence(start, end, words, is_closed))
    return tuple(found)


def count_words(text: str) -> int:
    """What stands between spaces and has a letter, a digit, or something that a template writes."""
    return sum(any(c.isalnum() or c == GAP for c in word) for word in text.replace(BREAK, " ").split())


def dotted_words(abbreviations: Collection[str]) -> frozenset[str]:
    """The list of abbreviations ("No.", "dr.") in the form in which it is searched."""
    return frozenset(word.casefold().rstrip(".") for word in abbreviations)


def _spans(text: str, dotted: Collection[str]) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for mark in END.finditer(text):
        if not mark["marks"]:
            yield start, mark.start(), False
        elif _ends(text, start, mark, dotted):
            yield start, mark.end(), True
        else:
            continue
        start = mark.end()
    yield start, len(text), False


def _ends(text: str, start: int, mark: re.Match[str], dotted: Collection[str]) -> bool:
    following = text[mark.end() : mark.end() + LOOK_AHEAD].lstrip(OPENING)[:1]
    if not following or following == BREAK:
        return True
    if following.islower():
        return False
    return mark["marks"] != "." or not _is_within(text, start, mark.start(), following, dotted)


def _is_within(text: str, start: int, stop: int, following: str, dotted: Collection[str]) -> bool:
    """Whether a single full stop belongs to the word before it: an abbreviation, an initial, a numbering."""
    before = text[max(start, stop - LOOK_BACK) : stop]
    found = WORD_BEFORE.search(before)
    if not found:
        return False
    word = found[0]
    is_first = stop - start < LOOK_BACK and text[start:stop].strip(OPENING + BREAK) == word
    if is_first and (word.isdecimal() or len(word) == 1):
        return True  # "1. Bawa KTP", "a. Bawa KTP"
    if word.casefold() in dotted or (word.isupper() and len(word) < 3 and following.isdecimal()):
        return True  # "Jl. Merdeka", "RT. 03"
    return word not in NUMERALS and _is_initial(word, before[: found.start()])


def _is_initial(word: str, before: str) -> bool:
    """True for "H. Ahmad" and "a.n. Budi"; not for "vitamin A. Beri", where the letter follows a common noun."""
    if not INITIALS.fullmatch(word):
        return False
    last = before.split()[-1] if before.strip() else ""
    return "." in word or last.endswith(".") or not last[:1].islower()
