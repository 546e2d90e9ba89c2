"""content/: kampanye.yml -> Campaign, bahasa.yml -> WordLists, istilah.yml -> Glossary, harga-cetak.yml -> prices."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from selebaran.model.campaign import Campaign
from selebaran.model.kit import NO_PRICES, PrintPrices
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.wordlists import Glossary, GlossaryFile, WordLists
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, shown
from selebaran.read.validate import validate

CAMPAIGN = "content/kampanye.yml"

R = TypeVar("R", bound=BaseModel)


def read_campaign(path: Path, name: str) -> tuple[Campaign, Places, list[Problem]]:
    """The campaign, where its keys stand, and every fault in them; a nameless one where it can't be read."""
    record, places, problems = _read(Campaign, path, name)
    return record or Campaign.unread(), places, problems


def read_words(path: Path, name: str) -> tuple[WordLists, list[Problem]]:
    """The lists of the language check, and every fault in them; empty lists where they can't be read."""
    record, _, problems = _read(WordLists, path, name)
    return record or WordLists.model_validate({}), problems


def read_prices(path: Path, name: str) -> tuple[PrintPrices, list[Problem]]:
    """What paper and ink cost, and every fault in that; nothing is known where there is no file."""
    if not path.is_file():
        return NO_PRICES, []
    record, _, problems = _read(PrintPrices, path, name)
    return record or NO_PRICES, problems


def read_glossary(path: Path, name: str) -> tuple[Glossary, Places, list[Problem]]:
    """The glossary, where its entries stand, and every fault in it. A term stands in it once."""
    record, places, problems = _read(GlossaryFile, path, name)
    if record is None:
        return Glossary(), places, problems
    seen: dict[str, int] = {}
    for index, term in enumerate(record.terms):
        place = places.of("istilah", index, "istilah")
        word = term.term.casefold()
        if word in seen:
            problems.append(problem("istilah-ganda", place, istilah=shown(term.term), baris=seen[word]))
        seen.setdefault(word, place.line)
    return Glossary(record.terms), places, problems


def _read(model: type[R], path: Path, name: str) -> tuple[R | None, Places, list[Problem]]:
    if not path.is_file():
        return None, Places(name), [problem("berkas-hilang", Place(name))]
    source, problems = read_yaml(read_raw(path), name)
    if source is None:
        return None, Places(name), problems
    record, problems = validate(model, source)
    return record, source.places, problems
