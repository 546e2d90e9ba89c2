"""The facts that the glossary names must exist, and may be shown."""

from __future__ import annotations

from selebaran.model.problem import Problem, problem, warning
from selebaran.model.registry import Registry
from selebaran.words.near import nearest


def check_glossary(registry: Registry) -> list[Problem]:
    """Ids of facts that don't exist or may not be shown. Without a readable register, nothing can be said."""
    known = registry.facts.by_id
    found = []
    for index, term in enumerate(registry.glossary.terms if known else ()):
        for number, name in enumerate(term.facts):
            place = registry.glossary_places.of("istilah", index, "fakta", number)
            if name not in known:
                found.append(problem("fakta-tidak-dikenal", place, nama=name, maksud=nearest(name, known)))
            elif not known[name].publishable:
                found.append(warning("fakta-tidak-terbit", place, id=name))
    return found
