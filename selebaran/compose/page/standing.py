"""What stands on a shared page in a district that writes a part of it, or all of it, in words of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field

from selebaran.compose.page.assembly import ids_of
from selebaran.compose.page.named import Filled
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD, PageSource, Segment


@dataclass(frozen=True)
class OwnBlocks:
    """Overrides of one page by block, the clean HTML of those that have a text, and the facts that each names (under
    `HEAD` those of the summary)."""

    overrides: Mapping[str, Override]
    html: Mapping[str, str]
    named: Mapping[str, Filled] = field(default_factory=dict)


def whole_page(source: PageSource, override: Override) -> PageSource:
    """A page of which only the frame is left: its text comes from the override."""
    front = source.front.model_copy(update={"blocks": {}})
    return dataclasses.replace(source, front=front, segments=(Segment("", 0, "", override.place),))


def with_head(source: PageSource, override: Override | None) -> PageSource:
    """The page with another title or summary; both are plain text, never a template."""
    if override is None:
        return source
    given = {"title": override.front.title, "summary": override.front.summary}
    front = source.front.model_copy(update={key: _literal(text) for key, text in given.items() if text})
    return dataclasses.replace(source, front=front)


def _literal(text: str) -> str:
    """A text that Jinja prints as it stands."""
    return "{% raw %}" + text.replace("{%", "{% endraw %}{{ '{%' }}{% raw %}") + "{% endraw %}"


@dataclass(frozen=True)
class Standing:
    """What stands on a page in a district: the shared page, with the district's words for its blocks. `is_whole`: the
    district wrote all of it, and only the page's frame is shared."""

    source: PageSource
    own: OwnBlocks
    is_whole: bool


def standing(source: PageSource, own: OwnBlocks) -> Standing:
    """What stands there when these blocks are the district's own."""
    whole, shared = own.html.get(""), source
    if whole:
        own = dataclasses.replace(own, html={"": f"{ids_of(source.segments)}\n\n{whole}"})
        shared = whole_page(source, own.overrides[""])
    for block in ("", HEAD):
        shared = with_head(shared, own.overrides.get(block))
    return Standing(shared, own, bool(whole))
