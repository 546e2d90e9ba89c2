"""Abbreviations that nobody spelt out, and phrases that mislead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from selebaran.check.prose import Block
from selebaran.model.wordlists import ABBREVIATION, Glossary, Replacement, WordLists

NUMERAL = re.compile(r"[IVXLC]+")
ENDINGS = r"(?:nya|mu|ku)?"
LOOK_BACK = 80
"""How far before a phrase the word is looked for that may allow it."""
HEADLINES = ("heading", "picture")


@dataclass(frozen=True)
class WordRules:
    """The lists, in the form in which they are searched."""

    words: WordLists
    glossary: Glossary

    @cached_property
    def known(self) -> frozenset[str]:
        """Abbreviations that need no long form."""
        return frozenset(self.words.known)

    @cached_property
    def known_in_summary(self) -> frozenset[str]:
        """Abbreviations that need none in a summary."""
        return self.known | frozenset(self.words.known_in_summary)

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        # The longest first: "prosedur klaim" is told before "klaim".
        parts = [f"({_pattern(r.phrase)})" for r in self._replacements]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){ENDINGS}(?!\w)", re.I) if parts else None

    @cached_property
    def _replacements(self) -> list[Replacement]:
        return sorted(self.words.replacements, key=lambda r: -len(r.phrase))

    def phrases(self, text: str) -> Iterator[tuple[int, str, Replacement]]:
        """Where phrases of the list stand, how they are written there, and their entries. What a text quotes with
        “…” is somebody else's word."""
        for found in self._phrases.finditer(text) if self._phrases else ():
            entry = self._replacements[(found.lastindex or 1) - 1]
            before = text[max(0, found.start() - LOOK_BACK) : found.start()].split()
            last = before[-1].casefold() if before else ""
            is_quoted = text.rfind("“", 0, found.start()) > text.rfind("”", 0, found.start())
            if last not in entry.allowed_after and not is_quoted:
                yield found.start(), found[0], entry

    def unexplained(self, blocks: Iterable[Block], known: frozenset[str]) -> Iterator[tuple[Block, int, str]]:
        """The first use of each abbreviation whose long form doesn't stand in the same paragraph. Headlines count as
        nothing: they neither use nor explain."""
        seen = set(known)
        for block in blocks:
            if block.kind in HEADLINES:
                continue
            for found in ABBREVIATION.finditer(block.text):
                word = found[0]
                if word in seen or NUMERAL.fullmatch(word) or _is_mentioned(block.text, found):
                    continue
                seen.add(word)
                if not self._is_explained(word, block.text):
                    yield block, found.start(), word

    def _is_explained(self, word: str, text: str) -> bool:
        long_form = self.glossary.long_forms.get(word)
        if long_form:
            return " ".join(long_form.casefold().split()) in " ".join(text.casefold().split())
        after, before = rf"\b{word}\b[^()]{{0,40}}\([^()]*[^\W\d_]{{3}}[^()]*\)", rf"[^\W\d_]{{3,}}\s+\({word}\)"
        return re.search(f"{after}|{before}", text) is not None


def _is_mentioned(text: str, found: re.Match[str]) -> bool:
    """True for “PSN”: a word alone between quotation marks is spoken of, not used."""
    return text[found.start() - 1 : found.start()] == "“" and text[found.end() : found.end() + 1] == "”"


def _pattern(phrase: str) -> str:
    """Words are parted by any white space; the groups of a number by anything that people put there."""
    if re.fullmatch(r"[\d ]+", phrase):
        return r"[\s.–-]?".join(map(re.escape, phrase.split()))
    return r"\s+".join(map(re.escape, phrase.split()))
