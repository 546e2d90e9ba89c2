"""A shared page filled in for a district: its blocks in their places, title and summary, each with what it used."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from selebaran.compose.fact.stages import Stage, staged_markdown
from selebaran.compose.page.named import NOTHING, Filled
from selebaran.compose.page.standing import Standing
from selebaran.model.facts import Treatment
from selebaran.model.page import Segment
from selebaran.model.usage import Usage


@dataclass(frozen=True)
class Slot:
    """A segment's place on a page. `html` is a district's text in it, and what that `named`; `is_covered`: the text
    of a block around it is."""

    segment: Segment
    html: str
    is_covered: bool
    named: Filled = NOTHING

    @property
    def shared(self) -> Segment:
        """What of the segment stands there: its heading alone above a district's text."""
        if not self.html:
            return self.segment
        heading = self.segment.text.split("\n", 1)[0] if self.segment.block else ""
        return dataclasses.replace(self.segment, text=f"{heading}\n")


def slots_of(page: Standing) -> Iterator[Slot]:
    """All segments in their order; a district's own takes the place of one and of the deeper ones below it."""
    below = None
    for segment in page.source.segments:
        is_covered = below is not None and segment.level > below
        html = "" if is_covered else page.own.html.get(segment.block, "")
        if not is_covered:
            below = segment.level if html and segment.block else None
        yield Slot(segment, html, is_covered, page.own.named.get(segment.block, NOTHING) if html else NOTHING)


@dataclass(frozen=True)
class Block:
    """A slot filled in for a district: its shared text without what may not be shown, in each of its `stages`, what it
    used, and how its facts are treated."""

    slot: Slot
    stages: tuple[Stage, ...]
    usage: Usage
    treatments: Mapping[str, Treatment]

    @property
    def text(self) -> str:
        """All that the page holds of it."""
        return staged_markdown(self.stages)

    @property
    def treated(self) -> dict[str, Treatment]:
        """The facts that aren't shown as they are."""
        return {name: how for name, how in self.treatments.items() if how is not Treatment.SHOW}


@dataclass(frozen=True)
class Line:
    """Title or summary, with what it used, and how it reads on later days."""

    text: str
    usage: Usage
    later: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class FilledIn:
    """A whole page filled in for a district."""

    blocks: tuple[Block, ...]
    title: Line
    summary: Line

    @property
    def there(self) -> dict[str, Block]:
        """The blocks that no override around them took away."""
        return {block.slot.segment.block: block for block in self.blocks if not block.slot.is_covered}

    @property
    def used(self) -> dict[str, Usage]:
        """What each of them used."""
        return {name: block.usage for name, block in self.there.items()}

    @property
    def usage(self) -> Usage:
        """All that the page used."""
        return reduce(or_, self.used.values(), self.title.usage | self.summary.usage)
