"""Where the links of shared pages lead: each page and each part of a page must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.model.names import nearest
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
GENERATED = ("unduh",)
"""Pages that are made from data and have no source file."""


def check_links(registry: Registry) -> list[Problem]:
    """Links to pages, parts and drawings that don't exist."""
    parts: dict[str, list[str]] = {name: [] for name in GENERATED}
    for page in registry.pages:
        parts[page.slug] = [segment.block for segment in page.segments if segment.block]
    problems: list[Problem] = []
    for page in registry.pages:
        for target, is_picture, place in _links(page):
            found = _drawing(target, registry, place) if is_picture else _page(target, page.slug, parts, place)
            if found:
                problems.append(found)
        for choice in page.front.choices:
            slug = choice.target.strip("/")
            if slug not in parts:
                place = page.head_places.get("pilihan", page.place)
                problems.append(problem("tautan-putus", place, tujuan=choice.target, maksud=nearest(slug, parts)))
    for piece in registry.pieces:
        if piece.spec.target not in parts:
            maksud = nearest(piece.spec.target, parts)
            place = Place(piece.place.file.replace("piece.html", "piece.yml"))
            problems.append(problem("tautan-putus", place, tujuan=piece.spec.target, maksud=maksud))
    return problems


def _links(page: PageSource) -> Iterator[tuple[str, bool, Place]]:
    for segment in page.segments:
        for number, line in enumerate(segment.text.split("\n")):
            for found in LINK.finditer(line):
                place = Place(segment.place.file, segment.place.line + number, found.start(2) + 1)
                yield found[2], bool(found[1]), place


def _drawing(target: str, registry: Registry, place: Place) -> Problem | None:
    found = re.fullmatch(r"seni/([\w-]+)\.svg", target)
    if not found or found[1] in registry.drawings:
        return None
    return problem("seni-tidak-ada", place, nama=found[1], maksud=nearest(found[1], registry.drawings))


def _page(target: str, own: str, parts: dict[str, list[str]], place: Place) -> Problem | None:
    found = re.fullmatch(r"(?:([\w-]+)\.md)?(?:#([\w-]+))?", target)
    if not found:
        return None  # leads outside, or is written by a template
    slug, part = found[1] or own, found[2]
    if slug not in parts:
        return problem("tautan-putus", place, tujuan=f"{slug}.md", maksud=nearest(slug, parts))
    if part and part not in parts[slug]:
        return problem("jangkar-putus", place, jangkar=part, tujuan=f"{slug}.md", maksud=nearest(part, parts[slug]))
    return None
