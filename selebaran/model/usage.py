"""The record of what a page, block or panel used: impact reports, dates on paper and caching come from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """Ids of facts, names of their values, dotted names of district fields, and names of drawings that were read.

    `files` are the files of the project that it came from, by their paths there."""

    facts: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    drawings: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    def __or__(self, other: Usage) -> Usage:
        return Usage(
            self.facts | other.facts,
            self.values | other.values,
            self.fields | other.fields,
            self.drawings | other.drawings,
            self.files | other.files,
        )

    def states(self, name: str) -> bool:
        """Whether the fact with this id, or the value with this name, was used."""
        return name in self.facts or name in self.values
