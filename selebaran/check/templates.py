"""Every fact, field and drawing that a shared page or print piece names, in all of its branches, must exist.

Composing a district would only find the branch that it takes; this finds them all, for all districts, in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from selebaran.compose.present import present_district
from selebaran.compose.templates import references
from selebaran.model.names import nearest
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry

FACT_ATTRIBUTES = {"id", "topik", "kalimat", "per", "bulan", "sumber", "diperiksa", "lewat", "lewat_sejak"}
VALUE_ATTRIBUTES = {"tel", "wa", "digits"}


def check_templates(registry: Registry) -> list[Problem]:
    """Faults of all shared templates. Without any readable district, fields can't be checked."""
    sample = next(iter(registry.districts.values()), None)
    fields = present_district(sample, date.min) if sample else None
    problems: list[Problem] = []
    for text, place, kind in _texts(registry):
        chains, faults = references(text, place, kind)
        problems += faults
        for chain, spot in chains:
            found = _fact(registry, chain, spot) if chain[0] == "fakta" else None
            if chain[0] == "daerah" and fields is not None:
                found = _field(fields, chain, spot)
            if found:
                problems.append(found)
    return list(dict.fromkeys(problems))


def _texts(registry: Registry) -> Iterator[tuple[str, Place, str]]:
    for page in registry.pages:
        for key, text in (("judul", page.front.title), ("ringkas", page.front.summary)):
            yield text, page.head_places.get(key, page.place), "plain"
        for segment in page.segments:
            yield segment.text, segment.place, "markdown"
    for piece in registry.pieces:
        yield piece.html, Place(piece.place.file, 1), "html"
    for name, text in registry.print_files.items():
        if name.endswith(".html"):
            yield text, Place(f"templates/print/{name}", 1), "html"


def _fact(registry: Registry, chain: tuple[str, ...], spot: Place) -> Problem | None:
    if len(chain) < 2:
        return None
    name, rest = chain[1], chain[2:]
    facts = registry.facts
    if name in facts.by_id:
        fact, allowed = facts.by_id[name], FACT_ATTRIBUTES
    elif name in facts.by_name:
        fact, allowed = facts.by_name[name][0], VALUE_ATTRIBUTES
    else:
        known = [*facts.by_name, *facts.by_id]
        return problem("fakta-tidak-dikenal", spot, nama=name, maksud=nearest(name, known))
    if not fact.publishable:
        return problem("fakta-tidak-terbit", spot, id=fact.id)
    if rest and rest[0] not in allowed:
        return _unknown(".".join(chain), rest[0], sorted(allowed), spot)
    return None


def _field(fields: Mapping[str, Any], chain: tuple[str, ...], spot: Place) -> Problem | None:
    here: Any = fields
    for step in chain[1:]:
        if not isinstance(here, Mapping):
            return None  # an attribute of a value (a telephone's .tel) or of a list's items: seen when it is rendered
        if step not in here:
            return _unknown(".".join(chain), step, list(here), spot)
        here = here[step]
    return None


def _unknown(path: str, name: str, known: list[str], spot: Place) -> Problem:
    maksud = nearest(name, known)
    return problem("isian-tidak-dikenal", spot, nama=path, maksud=maksud, semua=", ".join(known))
