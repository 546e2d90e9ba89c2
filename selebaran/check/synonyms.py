"""What a synonym means must stand somewhere in the shared pages, or it leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.text import shown
from selebaran.words.near import nearest

WORD = re.compile(r"\w+")


def check_synonyms(registry: Registry) -> Iterator[Problem]:
    """Words of meanings that no shared page has, also as a part of another word. Without pages, nothing can be said."""
    words = registry.search_words
    if not words.synonyms or not registry.pages:
        return
    known = _known(registry)
    everything = " ".join(sorted(known))
    said = {word.casefold() for entry in words.synonyms for word in entry.said}
    for index, entry in enumerate(words.synonyms):
        for number, meaning in enumerate(entry.meaning):
            if meaning.casefold() in said:  # it leads on to another entry
                continue
            for word in WORD.findall(meaning.casefold()):
                if word not in everything:
                    place = registry.search_places.of("sinonim", index, "artinya", number)
                    yield problem("sinonim-tanpa-tujuan", place, kata=shown(word), maksud=nearest(word, known))


def _known(registry: Registry) -> set[str]:
    """The words of shared pages and of the glossary."""
    texts = [text for page in registry.pages for text in (page.front.title, page.front.summary, page.text_of("") or "")]
    for term in registry.glossary.terms:
        texts += [term.term, term.long_form or "", term.meaning]
    return set(WORD.findall(" ".join(texts).casefold()))
