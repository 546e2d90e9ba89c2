"""Where people typed the value of a fact, asked of what is shared and of every district."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from selebaran.check.typed import TypedAt, TypedValues
from selebaran.model.facts import Fact
from selebaran.model.registry import Registry
from selebaran.publish.survey import survey

ANSWERS: TypeAdapter[tuple[TypedAt, ...]] = TypeAdapter(tuple[TypedAt, ...])


def typed_values(root: Path, registry: Registry, fact: Fact, name: str) -> list[TypedAt]:
    """The places, each once. A district's own text is read in a child; what its province wrote is told once."""
    values = TypedValues(fact, name, registry)
    found = set(values.shared())
    slugs = tuple(slug for slug, folder in registry.districts.items() if folder.own.pages or folder.own.overrides)
    for slug, answer in survey(root, slugs, lambda slug: values.of(registry.districts[slug]), ANSWERS):
        if isinstance(answer, tuple):
            found |= {spot for spot in answer if _is_of(spot, slug)}
    return sorted(found)


def _is_of(spot: TypedAt, slug: str) -> bool:
    """Whether a place is one that a district's child can speak of."""
    return spot.place.file.startswith((f"districts/{slug}/", "districts/_provinsi/"))
