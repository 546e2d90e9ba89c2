"""Pages of a district's own beside those of its kind: each is drawn from a frame in which marks stand for all that the
kind's page doesn't have, so that one frame serves all districts whose pages have the same shape.

A frame holds nothing of a district. What templates do to a page's text is learnt from what they do to a probe, what
they do to a title by the mark's apostrophe (as in site/joined.py); a page with anything else of its own has no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from urllib.parse import quote

from markupsafe import escape as escaped

from selebaran.model.page import ComposedPage, Heading
from selebaran.model.page_meta import PageMeta
from selebaran.site.joined import SECTION, in_address

TITLE, LEDE, IN_BOX, OWN, DATA, NAME = "Qz'ATzQ", "QzALzQ", "QzABzQ", "QzAOzQ", "QzAJzQ", "qzanzq"
RESIDUE = re.compile(r"qz(?:'|&#39;|%27)?a(?:t|l|b|o|j|n|h\d+|s\d+)zq", re.I)
"""What is left of a mark that a template made something else of."""
FIRST_DAY = date(9001, 1, 1)
"""The first of days that stand for days."""
CHANGED_ON = date(9000, 1, 1)
"""Stands for the day on which a page changed last."""
ENDS_LEDE = re.compile(r'<section|<h2|<h3|<div class="dari-daerah"')
"""Where the lede ends (templates/site/main.html)."""
BOX, BOX_ENDS = '<section class="blok blok-lakukan"', "</section>"
"""What stands before the list of contents, where it comes first."""
CHANGED = ("<table>", "</table>", ' class="adegan"', "<li><strong>", "<li>\n<p><strong>")
"""What the page's template writes anew, wherever it stands."""
LONGEST = 500
"""Letters of a summary that no template cuts short."""


@dataclass(frozen=True)
class OwnFrame:
    """A page's frame, what stands for its marks by their forms, and of its text what is its own: the lede, if that is,
    and what follows."""

    frame: ComposedPage
    has_data: bool
    values: Mapping[str, str]
    lede: str
    own: str


def frame_of(page: ComposedPage, like: ComposedPage | None, data: str, probed: Mapping[str, str]) -> OwnFrame | None:
    """The frame of a page, which is its kind's page but for some of its text, title and summary, or is its own; None
    where a frame isn't enough. `data` are what programs read of it, `probed` what becomes of `CHANGED`."""
    told = _told(page.meta, like.meta if like else None)
    text = _text(page, like)
    if told is None or text is None:
        return None
    meta, values = told
    html, lede, box, own = text
    headings = tuple(_headings(page.headings, like.headings if like else ()))
    for mark, heading in zip(headings, page.headings, strict=True):
        if mark is not heading:
            values |= {mark.text: heading.text, mark.id: heading.id}
    folder, _, name = page.slug.rpartition("/")
    frame = replace(page, html=html, headings=headings, meta=meta, typed=(), same_below="")
    if like is None:
        frame = replace(frame, slug=f"{folder}/{NAME}", meta=replace(meta, slug=f"{folder}/{NAME}"))
        values[NAME] = name
    lede, box, own = (_changed(part, probed) for part in (lede, box, own))
    values |= {LEDE: lede, IN_BOX: box, OWN: own, DATA: data}
    return OwnFrame(frame, bool(data), values, lede, f"{box}{BOX_ENDS}{own}" if box else own)


def proved_beside(page: ComposedPage, like: ComposedPage, *, has_own_lede: bool) -> ComposedPage:
    """A page with nothing typed but what is its own: its lede, where that is, and what stands between the first and
    the last part that the other one doesn't have."""
    typed, others = page.typed, like.typed
    first = 1 if has_own_lede else 0
    begin = first + _alike(typed[first:], others[first:])
    most = min(len(typed), len(others)) - begin
    end = len(typed) - max(0, min(_alike(typed[::-1], others[::-1]), most))
    return replace(page, typed=(*typed[:first], *typed[begin:end]))


def _told(meta: PageMeta, like: PageMeta | None) -> tuple[PageMeta, dict[str, str]] | None:
    """What is told of a page, with marks; and what these stand for."""
    texts = (meta.description, *(text for _, text in meta.later_descriptions))
    if meta.template or not all(0 < len(text) < LONGEST for text in texts):
        return None
    known = {text: f"Qz'AS{number}zQ" for number, text in enumerate(dict.fromkeys(texts))}
    marks = [known[text] for text in texts]  # neighbours that are the same are one
    days = [FIRST_DAY + timedelta(number) for number in range(len(texts) - 1)]
    begins = [since for since, _ in meta.later_descriptions]
    values = {str(mark): str(since) for mark, since in zip(days, begins, strict=True)}
    for mark, text in zip((TITLE, *marks), (meta.title, *texts), strict=True):
        values |= {str(escaped(mark)): str(escaped(text)), quote(mark): in_address(text)}
    later = tuple(zip(days, marks[1:], strict=True))
    changed = meta.changed_on and CHANGED_ON
    values |= {str(CHANGED_ON): str(meta.changed_on)}
    common = like or PageMeta("", "", "", in_search=False)
    told = replace(
        common,
        title=TITLE,
        description=marks[0],
        slug=meta.slug,
        facts=meta.facts,
        changed_on=changed,
        later_descriptions=later,
    )
    mine = replace(meta, title=TITLE, description=marks[0], later_descriptions=later)
    return (told, values) if replace(mine, changed_on=changed, event_days=()) == told else None


def _text(page: ComposedPage, like: ComposedPage | None) -> tuple[str, str, str, str] | None:
    """A page's text with marks for what the other one doesn't have; its lede, if that is its own; of the rest that is,
    what stands in the box, and what doesn't. Of a page that has the same below as others all above is."""
    below = page.same_below
    lede, parts = _parts(page.html.removesuffix(below))
    if like is None or below:
        behind = f"{SECTION}{OWN}" if len(parts) > 1 else ""
        return None if parts[0] else (f"{LEDE}{behind}{below}", lede, "", SECTION.join(parts[1:]))
    other, others = _parts(like.html)
    before = _alike(parts, others)
    end = len(parts) - min(_alike(parts[::-1], others[::-1]), len(parts) - before, len(others) - before)
    head, own, tail = parts[:before], SECTION.join(parts[before:end]), parts[end:]
    is_box_own = bool(own) and parts[0].startswith(BOX) and not any(BOX_ENDS in part for part in head)
    box, ends, behind = own.partition(BOX_ENDS) if is_box_own else ("", "", own)
    if before == 0 or is_box_own != bool(box and ends):
        return None
    mark = f"{IN_BOX}{BOX_ENDS}{OWN}" if is_box_own else OWN
    text = SECTION.join((*head, *((mark,) if own else ()), *tail))
    return (f"{lede}{text}", "", box, behind) if lede == other else (f"{LEDE}{text}", lede, box, behind)


def _parts(html: str) -> tuple[str, list[str]]:
    """The lede of a text, and the parts of all else, each without its `SECTION` but the first."""
    found = ENDS_LEDE.search(html)
    at = found.start() if found else len(html)
    return html[:at], html[at:].split(SECTION)


def _alike(parts: Sequence[object], others: Sequence[object]) -> int:
    """How many of the first parts are the same."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(parts, others, strict=False)))


def _headings(headings: Sequence[Heading], others: Sequence[Heading]) -> Iterator[Heading]:
    """A page's headings, with marks for those that are its own."""
    there = set(others)
    for number, one in enumerate(headings):
        yield one if one in there else Heading(one.level, f"qzah{number}zq", f"QzAH{number}zQ")


def _changed(text: str, probed: Mapping[str, str]) -> str:
    """A text as the page's template writes it."""
    for written, becomes in probed.items():
        text = text.replace(written, becomes)
    return text


def probe(page: ComposedPage) -> ComposedPage:
    """A page that shows what becomes of a text: marks stand around all that may be written anew."""
    text = "".join(f"{written}{OWN}" for written in CHANGED)
    return replace(page, html=f"{LEDE}{SECTION}{OWN}{text}", headings=(), typed=())


def probed_in(drawn: str) -> dict[str, str] | None:
    """What became of each; None where that can't be told."""
    _, *found = drawn.split(OWN)
    return dict(zip(CHANGED, found, strict=False)) if len(found) == len(CHANGED) + 1 else None
