"""A text as it reads now and on later days: what is added to it so that the reader's clock can change it.

Only what differs is written more than once. `compose/page/days.py` says what the attributes mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

NOTE = "fakta-lewat"
"""The class of what is said of facts below a block."""
ID = re.compile(r'\s\bid="[^"]*"')
EMPTY_SPAN = re.compile(r"<span></span>")


class Stage(NamedTuple):
    """A text, and the day from which it reads so; None for what stands there now."""

    since: date | None
    text: str


class Span(NamedTuple):
    """A text with the attributes of what shows it only within its time."""

    attributes: str
    text: str


def spans(stages: Sequence[Stage]) -> list[Span]:
    """The texts that follow one another, each with its time. Neighbours that are the same are one."""
    kept = [stages[0], *(later for before, later in pairwise(stages) if later.text != before.text)]
    ends = [*(stage.since for stage in kept[1:]), None]
    return [Span(_times(stage.since, end), stage.text) for stage, end in zip(kept, ends, strict=True)]


def _times(since: date | None, until: date | None) -> str:
    begins = f' data-dari="{since}"' if since else ""
    ends = f' data-sampai="{until}"' if until else ""
    return f"{begins}{ends}{' hidden' if since else ''}"


def staged_note(stages: Sequence[Stage]) -> str:
    """The paragraph below a block, in each of its forms."""
    return "\n".join(f'<p class="{NOTE}"{span.attributes}>{span.text}</p>' for span in spans(stages) if span.text)


def staged_markdown(stages: Sequence[Stage]) -> str:
    """The Markdown of a block. A heading that stays stands before what changes below it; ids are said once."""
    found = spans(stages)
    if len(found) == 1:
        return found[0].text
    first, *others = (span.text.partition("\n") for span in found)
    head = first[0] if first[0].startswith("#") and all(other[0] == first[0] for other in others) else ""
    parts = [head] if head else []
    for number, span in enumerate(found):
        text = span.text.removeprefix(head).strip("\n")
        if number:
            text = without_ids(text)
        parts.append(f"<div{span.attributes}>\n\n{text}\n\n</div>")
    return "\n\n".join(parts) + "\n"


def without_ids(html: str) -> str:
    """A text that stands on a page for a second time: its ids are there already."""
    return EMPTY_SPAN.sub("", ID.sub("", html))
