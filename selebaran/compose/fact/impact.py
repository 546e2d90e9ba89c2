"""What a fact touches: pages with their blocks, pieces with their panels, districts, editions on paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from selebaran.model.edition import Edition
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage

HEAD = "judul atau ringkas"
"""Stands for a page's front matter in a list of its blocks."""
OPENING, WHOLE = "pembuka", "isi halaman"
"""Stand for the text before a page's first heading, and for that of a page without blocks of its own."""


Parts = Mapping[str, tuple[Usage, Mapping[str, Usage]]]
"""Under the slug of a page or the name of a piece: all that it used, and what each block or panel did."""


@dataclass(frozen=True)
class Impact:
    """Blocks by page, panels by piece, districts by slug; `frame`: it stands on every page. `editions` are those of the
    ledgers, under the slug of their district. `copies` counts pages and sheets of all districts."""

    pages: Mapping[str, frozenset[str]]
    pieces: Mapping[str, frozenset[str]]
    districts: frozenset[str]
    frame: bool
    editions: tuple[tuple[str, PaperEdition], ...]
    copies: tuple[int, int]


@dataclass(frozen=True)
class Trace:
    """What an edition used, without the edition."""

    slug: str
    frame: Usage
    pages: Parts
    pieces: Parts


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
    traces = [trace_of(edition) if isinstance(edition, Edition) else edition for edition in editions]
    return Impact(
        pages=_touched((trace.pages for trace in traces), name, {HEAD}),
        pieces=_touched((trace.pieces for trace in traces), name),
        districts=frozenset(trace.slug for trace in traces if _touches(trace, name)),
        frame=any(trace.frame.states(name) for trace in traces),
        editions=_papers(name, registry),
        copies=(sum(_pages(trace, name) for trace in traces), sum(_stating(trace.pieces, name) for trace in traces)),
    )


def _pages(trace: Trace, name: str) -> int:
    """How many pages of a district are others when it changes: all of them, where it stands in their frame."""
    return len(trace.pages) if trace.frame.states(name) else _stating(trace.pages, name)


def _stating(things: Parts, name: str) -> int:
    return sum(used.states(name) for used, _ in things.values())


def _papers(name: str, registry: Registry) -> tuple[tuple[str, PaperEdition], ...]:
    """The editions of all ledgers that state it, with their districts."""
    papers = ((slug, paper) for slug, folder in registry.districts.items() for paper in folder.ledger)
    return tuple((slug, paper) for slug, paper in papers if states(paper, name, registry.facts))


def _touches(trace: Trace, name: str) -> bool:
    """Whether anything that a district gets states it."""
    used = (trace.frame, *(used for parts in (trace.pages, trace.pieces) for used, _ in parts.values()))
    return any(usage.states(name) for usage in used)


def _touched(things: Iterable[Parts], name: str, otherwise: Collection[str] = ()) -> dict[str, frozenset[str]]:
    """The blocks or panels that state it, by page or piece; `otherwise` where it is stated outside of all of them."""
    found: dict[str, frozenset[str]] = {}
    for thing, (used, parts) in chain.from_iterable(parts.items() for parts in things):
        if used.states(name):
            stating = {part for part, usage in parts.items() if usage.states(name)}
            named = _without_name(stating, parts) if otherwise else stating - {""}
            found[thing] = found.get(thing, frozenset()) | (named or frozenset(otherwise))
    return found


def _without_name(stating: Collection[str], parts: Mapping[str, Usage]) -> set[str]:
    """The blocks of a page, with words for the one that has no name."""
    unnamed = WHOLE if set(parts) == {""} else OPENING
    return {block or unnamed for block in stating}


def states(paper: PaperEdition, name: str, facts: FactRegister) -> bool:
    """Whether an edition on paper states a fact, or the value of this name."""
    if name in facts.by_id or name in paper.stated:
        return name in paper.stated
    return any(name in values for values in paper.stated.values())
