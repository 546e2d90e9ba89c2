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
from itertools import chain, takewhile
from typing import NamedTuple

from selebaran.compose.template.slots import Slots
from selebaran.model.page import ComposedPage, Heading
from selebaran.model.page_meta import PageMeta
from selebaran.site.joined import SECTION
from selebaran.site.own_templates import NAME, in_every_form, told_by_template

TITLE, LEDE, IN_BOX, OWN, DATA = "Qz'ATzQ", "QzALzQ", "QzABzQ", "QzAOzQ", "QzAJzQ"
MARKS = re.compile(
    r"(Qz(?:'|&#39;|%27)A(?:T|[SE]\d+)zQ|QzA(?:[LBOJ]|H\d+)zQ|qza(?:n|[he]\d+)zq|900[01]-\d\d-\d\d)", re.A
)
"""A mark, in any form that a template makes of it."""
RESIDUE = re.compile(r"qz(?:'|&#39;|%27)?a(?:t|l|b|o|j|n|[ehs]\d+)zq", re.I)
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
OF_EVENT = PageMeta("", "", "", in_search=False)
"""What is told of the pages of all events."""
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
    told, text = _told_of(page.meta, like), _text(page, like)
    if told is None or text is None or (text.lede and page.meta.template):
        return None
    meta, values = told
    headings = tuple(_headings(page.headings, like.headings if like else ()))
    values |= _of_headings(headings, page.headings)
    folder, _, name = page.slug.rpartition("/")
    frame = replace(page, html=text.html, headings=headings, meta=meta, typed=(), same_below="")
    if like is None or like.slug != page.slug:
        frame = replace(frame, slug=f"{folder}/{NAME}", meta=replace(meta, slug=f"{folder}/{NAME}"))
        values[NAME] = name
    lede, box, own = (_changed(part, probed) for part in text[1:])
    values |= {LEDE: lede, IN_BOX: box, OWN: own, DATA: data}
    return OwnFrame(frame, bool(data), values, lede, f"{box}{BOX_ENDS}{own}" if box else own)


def cut(text: str, values: Mapping[str, str]) -> Slots | None:
    """A text, cut at marks; None where something is left of one that isn't among these `values`."""
    parts = MARKS.split(text)
    is_clean = values.keys() >= {*parts[1::2]} and not any(RESIDUE.search(part) for part in parts[::2])
    return Slots(tuple(parts)) if is_clean else None


def proved_beside(page: ComposedPage, like: ComposedPage, *, has_own_lede: bool) -> ComposedPage:
    """A page with nothing typed but what is its own: its lede, where that is, and what stands between the first and
    the last part that the other one doesn't have."""
    typed, others = page.typed, like.typed
    first = 1 if has_own_lede else 0
    begin = first + _alike(typed[first:], others[first:])
    most = min(len(typed), len(others)) - begin
    end = len(typed) - max(0, min(_alike(typed[::-1], others[::-1]), most))
    return replace(page, typed=(*typed[:first], *typed[begin:end]))


def _of_headings(marks: Sequence[Heading], headings: Sequence[Heading]) -> dict[str, str]:
    """What stands for the marks of headings."""
    own = ((mark, heading) for mark, heading in zip(marks, headings, strict=True) if mark is not heading)
    return dict(chain.from_iterable(((mark.text, one.text), (mark.id, one.id)) for mark, one in own))


def _told_of(meta: PageMeta, like: ComposedPage | None) -> tuple[PageMeta, dict[str, str]] | None:
    its = like.meta if like else OF_EVENT
    return told_by_template(meta, its) if meta.template else _told(meta, its)


def _told(meta: PageMeta, like: PageMeta) -> tuple[PageMeta, dict[str, str]] | None:
    """What is told of a page, with marks; and what these stand for."""
    texts = (meta.description, *(text for _, text in meta.later_descriptions))
    if not all(map(_is_short, texts)):
        return None
    known = {text: f"Qz'AS{number}zQ" for number, text in enumerate(dict.fromkeys(texts))}
    marks = [known[text] for text in texts]  # neighbours that are the same are one
    days = [FIRST_DAY + timedelta(number) for number in range(len(texts) - 1)]
    later, changed = tuple(zip(days, marks[1:], strict=True)), meta.changed_on and CHANGED_ON

    def marked(one: PageMeta) -> PageMeta:
        said = replace(one, title=TITLE, description=marks[0], later_descriptions=later, event_days=())
        return replace(said, slug=meta.slug, facts=meta.facts, changed_on=changed)

    told = marked(like)
    values = {str(CHANGED_ON): str(meta.changed_on)}
    values |= {str(mark): str(since) for mark, (since, _) in zip(days, meta.later_descriptions, strict=True)}
    values |= in_every_form(zip((TITLE, *marks), (meta.title, *texts), strict=True))
    return (told, values) if marked(meta) == told else None


def _is_short(text: str) -> bool:
    return 0 < len(text) < LONGEST


class _Text(NamedTuple):
    """A page's text with marks for what another doesn't have; its lede, if that is its own; of the rest that is, what
    stands in the box, and what doesn't."""

    html: str
    lede: str
    box: str
    own: str


def _text(page: ComposedPage, like: ComposedPage | None) -> _Text | None:
    """The text of a page; of one that has the same below as others all above is its own."""
    below = page.same_below
    if like and not below:
        return _text_beside(page.html, like.html)
    lede, parts = _parts(page.html.removesuffix(below))
    if parts[0] or (below and (like is None or like.same_below != below)):
        return None
    behind = f"{SECTION}{OWN}" if len(parts) > 1 else ""
    return _Text(f"{LEDE}{behind}{below}", lede, "", SECTION.join(parts[1:]))


def _text_beside(html: str, like: str) -> _Text | None:
    """The text of a page that is another but for some of it."""
    (lede, parts), (other, others) = _parts(html), _parts(like)
    before = _alike(parts, others)
    end = len(parts) - min(_alike(parts[::-1], others[::-1]), len(parts) - before, len(others) - before)
    head, own, tail = parts[:before], SECTION.join(parts[before:end]), parts[end:]
    box, ends, behind = own.partition(BOX_ENDS) if _is_within_box(head) else ("", "", own)
    if before == 0 or (own and _is_within_box(head) and not (box and ends)):
        return None
    marks = [f"{IN_BOX}{ends}{OWN}" if ends else OWN] if own else []
    text = SECTION.join((*head, *marks, *tail))
    return _Text(f"{lede}{text}", "", box, behind) if lede == other else _Text(f"{LEDE}{text}", lede, box, behind)


def _is_within_box(head: Sequence[str]) -> bool:
    """Whether what these parts begin with is a box that none of them ends."""
    return bool(head) and head[0].startswith(BOX) and not any(BOX_ENDS in part for part in head)


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
