"""What content/sinonim.yml says of emergencies, answers and regions: every phrase leads where it should, and every name
is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.check.targets import page_faults, parts_of_pages
from selebaran.compose.page.answers import VALUE
from selebaran.compose.template.engine import unknown
from selebaran.model.places import Loc
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Registry
from selebaran.model.search import UrgentWords
from selebaran.read.text import shown

WORD = re.compile(r"\w+")
REGISTER = "content/fakta.yml"


def check_search(registry: Registry) -> Iterator[Problem]:
    """Every fault of the words that the search goes by, beside those of synonyms."""
    words = registry.search_words
    yield from _urgent(registry)
    for index, answer in enumerate(words.answers):
        yield from _facts(registry, VALUE.findall(answer.text), ("jawaban", index, "kalimat"))
        yield from _page(registry, answer.told_at, ("jawaban", index, "tampil_di"))
    for number, name in enumerate(words.later):
        yield from _page(registry, name, ("belakang", number))
    for index, entry in enumerate(words.synonyms):
        if entry.is_regional and not entry.source:
            place = registry.search_places.of("sinonim", index)
            yield problem("kata-daerah-tanpa-sumber", place, kata=shown(entry.said[0]))


def _urgent(registry: Registry) -> Iterator[Problem]:
    """Each phrase calls for the card by itself: it has words, none of them an exception, and a page."""
    urgent = registry.search_words.urgent
    if urgent is None:
        return
    yield from _facts(registry, [urgent.fact] if urgent.fact else [], ("darurat", "nilai"))
    if urgent.contact and urgent.contact not in registry.campaign.contacts:
        place = registry.search_places.of("darurat", "kontak")
        known = list(registry.campaign.contacts)
        yield unknown("isian-tidak-dikenal", urgent.contact, known, place)
    has_page = registry.campaign.emergency is not None
    for index, entry in enumerate(urgent.words):
        for number, phrase in enumerate(entry.said):
            exception = _exception_in(phrase, entry)
            if exception or not WORD.search(phrase) or not has_page:
                place = registry.search_places.of("darurat", "kata_kata", index, "kata", number)
                yield problem("kata-darurat-buntu", place, kata=shown(phrase), kecuali=shown(exception))


def _exception_in(phrase: str, entry: UrgentWords) -> str:
    """The exception that a phrase itself has in it, so that it never calls for the card."""
    words = set(WORD.findall(phrase.casefold()))
    return next((word for word in entry.unless if words.intersection(WORD.findall(word.casefold()))), "")


def _facts(registry: Registry, names: list[str], loc: Loc) -> Iterator[Problem]:
    """Values that the register doesn't have. Of a register with faults, nothing can be said."""
    if any(fault.place.file == REGISTER for fault in registry.shared_problems):
        return
    known = registry.facts.by_name
    for name in names:
        if name not in known:
            yield unknown("fakta-tidak-dikenal", name, list(known), registry.search_places.of(*loc))


def _page(registry: Registry, name: str, loc: Loc) -> Iterator[Problem]:
    return page_faults(name, registry.search_places.of(*loc), parts_of_pages(registry))
