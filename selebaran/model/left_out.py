"""A print piece that a district doesn't make, and what decides so."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.problem import Place


@dataclass(frozen=True)
class LeftOut:
    """A piece (its name and title), the key that decides that a district doesn't make it, and where that stands.
    `is_missing`: the key isn't filled in; `is_for_preview`: it is, but no publication tells of it; else it names other
    pieces."""

    piece: str
    title: str
    key: str
    place: Place
    is_missing: bool = False
    is_for_preview: bool = False
