"""What a fact touches: pages with their blocks, pieces with their panels, districts, editions on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from selebaran.model.edition import Edition
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage

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


@dataclass(frozen=True)
class Trace:
    """What an edition used, without the edition: under the slug of a page or the name of a piece, all that it used,
    and what each block or panel did."""

    slug: str
    frame: Usage
    pages: dict[str, tuple[Usage, dict[str, Usage]]]
    pieces: dict[str, tuple[Usage, dict[str, Usage]]]


def trace_of(edition: Edition) -> Trace:
    """What an edition used: facts, and names of their values."""
    return Trace(
        edition.slug,
        _facts(edition.frame.usage),
        {page.slug: (_facts(page.usage), _each(page.blocks)) for page in edition.pages},
        {outcome.name: (_facts(outcome.usage), _each(outcome.panels)) for outcome in edition.outcomes},
    )


def _facts(used: Usage) -> Usage:
    return Usage(used.facts, used.values)


def _each(parts: dict[str, Usage]) -> dict[str, Usage]:
    return {name: _facts(used) for name, used in parts.items()}


def impact_of(name: str, editions: Iterable[Edition | Trace], registry: Registry) -> Impact:
    """What the fact with this id, or the value with this name, touches in the editions and in all ledgers."""
    found = Impact()
    for edition in editions:
        _add(found, name, trace_of(edition) if isinstance(edition, Edition) else edition)
    for slug, folder in registry.districts.items():
        found.editions += [(slug, paper) for paper in folder.ledger if states(paper, name, registry.facts)]
    return found


def _add(found: Impact, name: str, trace: Trace) -> None:
    touched = trace.frame.states(name)
    found.frame |= touched
    for slug, (used, parts) in trace.pages.items():
        if used.states(name):
            blocks = {block for block, usage in parts.items() if block and usage.states(name)}
            found.pages.setdefault(slug, set()).update(blocks or {HEAD})
            touched = True
    for piece, (used, parts) in trace.pieces.items():
        if used.states(name):
            panels = {panel for panel, usage in parts.items() if panel and usage.states(name)}
            found.pieces.setdefault(piece, set()).update(panels)
            touched = True
    if touched:
        found.districts.add(trace.slug)


def states(paper: PaperEdition, name: str, facts: FactRegister) -> bool:
    """Whether an edition on paper states a fact, or the value of this name."""
    if name in facts.by_id or name in paper.stated:
        return name in paper.stated
    return any(name in values for values in paper.stated.values())
