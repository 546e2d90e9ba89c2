"""What a fact touches: pages with their blocks, pieces with their panels, districts, editions on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from selebaran.model.edition import Edition
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import Registry

HEAD = "judul atau ringkas"
"""Stands for a page's front matter in a list of its blocks."""


@dataclass
class Impact:
    """Blocks by page, panels by piece, districts by slug; `frame`: it stands on every page. `editions` are those of the
    ledgers, under the slug of their district."""

    pages: dict[str, set[str]] = field(default_factory=dict)
    pieces: dict[str, set[str]] = field(default_factory=dict)
    districts: set[str] = field(default_factory=set)
    frame: bool = False
    editions: list[tuple[str, PaperEdition]] = field(default_factory=list)


def impact_of(name: str, editions: Iterable[Edition], registry: Registry) -> Impact:
    """What the fact with this id, or the value with this name, touches in the editions and in all ledgers."""
    found = Impact()
    for edition in editions:
        _add(found, name, edition)
    for slug, folder in registry.districts.items():
        found.editions += [(slug, paper) for paper in folder.ledger if states(paper, name, registry.facts)]
    return found


def _add(found: Impact, name: str, edition: Edition) -> None:
    touched = edition.frame.usage.states(name)
    found.frame |= touched
    for page in edition.pages:
        if page.usage.states(name):
            blocks = {block for block, usage in page.blocks.items() if block and usage.states(name)}
            found.pages.setdefault(page.slug, set()).update(blocks or {HEAD})
            touched = True
    for outcome in edition.outcomes:
        if outcome.usage.states(name):
            panels = {panel for panel, usage in outcome.panels.items() if panel and usage.states(name)}
            found.pieces.setdefault(outcome.name, set()).update(panels)
            touched = True
    if touched:
        found.districts.add(edition.slug)


def states(paper: PaperEdition, name: str, facts: FactRegister) -> bool:
    """Whether an edition on paper states a fact, or the value of this name."""
    if name in facts.by_id or name in paper.stated:
        return name in paper.stated
    return any(name in values for values in paper.stated.values())
