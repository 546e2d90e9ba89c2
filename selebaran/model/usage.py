"""The record of what a page, block or panel used: impact reports, dates on paper and caching come from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """Ids of facts, dotted names of district fields, and names of drawings that were read."""

    facts: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    drawings: frozenset[str] = frozenset()

    def __or__(self, other: Usage) -> Usage:
        return Usage(self.facts | other.facts, self.fields | other.fields, self.drawings | other.drawings)
