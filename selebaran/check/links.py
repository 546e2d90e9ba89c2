"""Where the links of shared pages lead: each page and each part of a page must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from selebaran.compose.district.chart import CHART_PATH, CSV_PATH
from selebaran.compose.fact.lists import CSV_PATH as FACTS_CSV
from selebaran.compose.fact.lists import JSON_PATH as FACTS_JSON
from selebaran.compose.template.engine import unknown
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.words.near import nearest

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
OUTSIDE = re.compile(r"[a-z]+:|/|{{")
"""How a link begins that leads away, to an address of its own, or that a template writes."""
GENERATED = ("unduh", "istilah")
"""Pages that are made from data and have no source file."""
FILES = (CHART_PATH, CSV_PATH, FACTS_CSV, FACTS_JSON)
"""Files that are made from data."""
Parts = dict[str, list[str] | None]
"""The named parts of each page; None for a page that couldn't be read."""


def check_links(registry: Registry) -> list[Problem]:
    """Links to pages, parts and drawings that don't exist."""
    parts: Parts = {name: [] for name in GENERATED}
    parts |= {
        PurePosixPath(fault.place.file).stem: None
        for fault in registry.shared_problems
        if PurePosixPath(fault.place.file).suffix == ".md"
    }
    for page in registry.pages:
        parts[page.slug] = [segment.block for segment in page.segments if segment.block]
    found: list[Problem | None] = []
    translated = [page for pages in registry.translations.values() for page in pages.values()]
    for page in (*registry.pages, *translated):
        for target, is_picture, place in _links(page):
            found.append(_drawing(target, registry, place) if is_picture else _page(target, page.slug, parts, place))
        for index, choice in enumerate(page.front.choices):
            place = page.head_places.get(f"pilihan.{index}.ke", page.place)
            found.append(_slug(choice.target.strip("/"), parts, place, "{}/"))
            if choice.drawing not in registry.drawings:
                place = page.head_places.get(f"pilihan.{index}.seni", page.place)
                found.append(unknown("seni-tidak-ada", choice.drawing, list(registry.drawings), place))
    for piece in registry.pieces:
        place = Place(piece.place.file.replace("piece.html", "piece.yml"))
        found.append(_slug(piece.spec.target, parts, place, "{}"))
        for name in piece.spec.instructions.pictures:
            if name not in registry.drawings:
                found.append(unknown("seni-tidak-ada", name, list(registry.drawings), place))
    return [fault for fault in found if fault]


def _links(page: PageSource) -> Iterator[tuple[str, bool, Place]]:
    for segment in page.segments:
        for number, line in enumerate(segment.text.split("\n")):
            for found in (link for link in LINK.finditer(line) if link[2] not in FILES):
                place = Place(segment.place.file, segment.place.line + number, found.start(2) + 1)
                yield found[2], bool(found[1]), place


def _drawing(target: str, registry: Registry, place: Place) -> Problem | None:
    """Pages show drawings only: a picture from elsewhere would be missing, or be loaded from another host."""
    found = re.fullmatch(r"seni/([\w-]+)\.svg", target)
    name = found[1] if found else target
    return (
        None if found and name in registry.drawings else unknown("seni-tidak-ada", name, list(registry.drawings), place)
    )


def _page(target: str, own: str, parts: Parts, place: Place) -> Problem | None:
    if OUTSIDE.match(target) and _is_address(target):
        return None
    found = re.fullmatch(r"(?:([\w-]+)\.md)?(?:#([\w-]+))?", target)
    if not found:
        return problem("tautan-putus", place, tujuan=target, maksud="")
    slug, part = found[1] or own, found[2]
    if fault := _slug(slug, parts, place, "{}.md"):
        return fault
    there = parts[slug]
    if part and there is not None and part not in there:
        return problem("jangkar-putus", place, jangkar=part, tujuan=f"{slug}.md", maksud=nearest(part, there))
    return None


def _is_address(target: str) -> bool:
    """Whether an address can be read at all; MkDocs fails on one such as http://[x."""
    try:
        return bool(urlsplit(target))
    except ValueError:
        return False


def _slug(slug: str, parts: Parts, place: Place, form: str) -> Problem | None:
    """A page that doesn't exist, named in the form in which it is written there."""
    if slug in parts:
        return None
    near = nearest(slug, parts)
    return problem("tautan-putus", place, tujuan=form.format(slug), maksud=near and form.format(near))
