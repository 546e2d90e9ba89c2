"""What pages with a template of their own have of one district: the home page its next events, the page to which a
sheet leads the code of that sheet. In a frame (site/own_frames.py) marks stand for these, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote

from markupsafe import escape as escaped

from selebaran.model.page_meta import NextEvent, PageMeta, PaperShown
from selebaran.model.paper import Verdict
from selebaran.site.joined import in_address
from selebaran.site.page_meta import template_meta

NAME = "qzanzq"
"""Stands for the last part of a page's address."""

TEXTS = ("title", "begins", "ends", "weekday", "day_of_month", "month", "hours", "venue")
"""What the home page shows of an event, but for what to bring and its address."""


def told_by_template(meta: PageMeta, like: PageMeta) -> tuple[PageMeta, dict[str, str]] | None:
    """What is told of a page with a template of its own, with marks, and what these stand for; None where more than
    events and the code of a sheet is other than in the one that it is like."""
    events, values = _marked_events(meta.next_events)
    mine, its = (replace(one, next_events=events) for one in (meta, like))
    if meta.slug == like.slug:
        return (its, values) if mine == its else None
    if not (meta.paper and like.paper):
        return None
    mine, its = (_marked_paper(one, one.paper) for one in (mine, its) if one.paper)
    is_same = template_meta(mine, ()) == template_meta(its, ())
    return (its, values | {NAME: meta.paper.verdict.edition.code}) if is_same else None


def in_every_form(marks: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What stands for marks, in the forms that templates make of a text."""
    found: dict[str, str] = {}
    for mark, text in marks:
        found |= {str(escaped(mark)): str(escaped(text)), quote(mark): in_address(text)}
    return found


def _marked_events(events: Iterable[NextEvent]) -> tuple[tuple[NextEvent, ...], dict[str, str]]:
    """Events with a mark for each text that they have."""
    marked, texts, names = list[NextEvent](), dict[str, str](), dict[str, str]()
    for number, event in enumerate(events):

        def mark(text: str) -> str:
            if not text:
                return text
            known = f"Qz'AE{len(texts)}zQ"
            texts[known] = text
            return known

        name = f"qzae{number}zq" if event.id else ""
        names |= {name: event.id} if name else {}
        said = {field: mark(getattr(event, field)) for field in TEXTS}
        marked.append(NextEvent(**said, bring=tuple(map(mark, event.bring)), id=name))
    return tuple(marked), in_every_form(texts.items()) | names


def _marked_paper(meta: PageMeta, paper: PaperShown) -> PageMeta:
    """What is told of the page of a sheet, with a mark for its code."""
    code = paper.verdict.edition.code

    def marked(one: Verdict) -> Verdict:
        edition = one.edition
        return replace(one, edition=edition.model_copy(update={"code": NAME})) if edition.code == code else one

    later = tuple((since, marked(verdict)) for since, verdict in paper.later)
    shown = replace(paper, verdict=marked(paper.verdict), later=later)
    slug, said = (text.replace(code, NAME) for text in (meta.slug, meta.description))
    return replace(meta, slug=slug, description=said, paper=shown)
