"""Which overrides of a district hold, and what is wrong with the others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from selebaran.compose.page.addresses import Addresses
from selebaran.model.address import renamed
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD, PageSource
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.words.near import nearest

Chosen = dict[str, dict[str, Override]]
"""Overrides by page and block; "" is a whole page, `HEAD` its title and summary."""
EXCERPT = 160
TARGET = re.compile(r"""(?<=\]\()[^()\s]*(?=[)\s])|(?<=href=")[^"]*(?=")|(?m:(?<=\]: )\S+)""")
"""Where a link leads: in Markdown, in HTML, and below the text."""


def choose(overrides: Iterable[Override], pages: Mapping[str, PageSource]) -> tuple[Chosen, list[Problem]]:
    """The overrides that hold, and a problem for each that doesn't.

    One whose shared original has changed since is left out with a warning: the newer shared text is the safer one,
    until somebody has decided."""
    chosen: Chosen = {}
    problems = []
    for override in overrides:
        fault = _fault(override, pages)
        if fault is None:
            chosen.setdefault(override.page, {})[override.block] = override
        else:
            problems.append(fault)
    return chosen, problems


def original(source: PageSource, block: str) -> str | None:
    """The shared text that an override of a block ("" for the page) takes the place of; None where there is none."""
    if block == HEAD:
        return f"judul: {source.front.title}\nringkas: {source.front.summary}\n"
    return source.text_of(block)


def _fault(override: Override, pages: Mapping[str, PageSource]) -> Problem | None:
    place = Place(override.place.file)
    source = pages.get(override.page)
    if source is None:
        return problem("timpaan-halaman-tidak-ada", place, halaman=override.page, maksud=_meant(override.page, pages))
    new = original(source, override.block)
    if new is None:
        known = [HEAD, *(segment.block for segment in source.segments if segment.block)]
        return problem("timpaan-bagian-tidak-ada", place, bagian=override.target, maksud=nearest(override.block, known))
    if not source.is_overridable(override.block):
        allowed = ", ".join(source.overridable_blocks) or "–"
        return problem("timpaan-dilarang", place, bagian=override.target, boleh=allowed)
    front = override.front
    if not (override.body.strip() if override.block != HEAD else front.title or front.summary):
        return problem("timpaan-kosong", place, bagian=override.target)
    return _drift(override, new, place)


def _meant(slug: str, pages: Mapping[str, PageSource]) -> str:
    return Addresses(dict.fromkeys(pages), renamed(pages.values())).meant(slug)


def _drift(override: Override, new: str, place: Place) -> Problem | None:
    """That the shared text was changed since the override was written."""
    if _words(override.base) == _words(new):
        return None
    before, after = _difference(override.base, new)
    values = {"dulu": before, "kini": after, "daerah": _cut(" ".join(override.body.split()))}
    return warning("timpaan-usang", place, bagian=override.target, **values)


def plain_lines(text: str) -> list[str]:
    """A text's lines without their white space, by which two texts are compared."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _words(text: str) -> list[str]:
    """A text's lines without the targets of its links: a page that has moved says nothing else than before."""
    return plain_lines(TARGET.sub("", text))


def _difference(base: str, new: str) -> tuple[str, str]:
    """The lines that only the older text has, and those that only the newer one has."""
    lines = list(difflib.unified_diff(plain_lines(base), plain_lines(new), n=0, lineterm=""))[2:]
    gone, come = ([line[1:] for line in lines if line.startswith(mark)] for mark in "-+")
    return _cut(" / ".join(gone)) or "–", _cut(" / ".join(come)) or "–"


def _cut(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
