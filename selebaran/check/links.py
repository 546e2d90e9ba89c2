"""Where the links of shared pages lead: each page and each part of a page must exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from selebaran.check.targets import parts_of_pages
from selebaran.compose.district.added import added_paths
from selebaran.compose.district.chart import figure_paths
from selebaran.compose.fact.lists import list_paths
from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.dialled import dialled
from selebaran.compose.template.engine import unknown
from selebaran.model.campaign import Campaign
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling, TelephoneFault
from selebaran.read.text import shown
from selebaran.words.near import nearest

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
OUTSIDE = re.compile(r"[a-z]+:|/|{{")
"""How a link begins that leads away, to an address of its own, or that a template writes."""


def check_links(registry: Registry) -> list[Problem]:
    """Links to pages, parts and drawings that don't exist."""
    parts = parts_of_pages(registry)
    translated = [page for pages in registry.translations.values() for page in pages.values()]
    made = _made_files(registry.campaign)
    found: list[Problem | None] = []
    for page in (*registry.pages, *translated):
        for target, is_picture, place in _links(page, made):
            found.append(_drawing(target, registry, place) if is_picture else _page(target, page.slug, parts, place))
            found.append(_undialled(target, registry, place))
        found += _ways_in(page, registry, parts)
    for piece in registry.pieces:
        found += _of_piece(piece, registry, parts)
    return [fault for fault in found if fault]


def _made_files(campaign: Campaign) -> tuple[str, ...]:
    """Files that are made from data."""
    about = campaign.pages.about if campaign.pages else None
    return *figure_paths(about), *added_paths(about), *(list_paths(about) if about else ())


def _ways_in(page: PageSource, registry: Registry, parts: Addresses) -> Iterator[Problem | None]:
    """The ways in of the home page, each with its drawing."""
    for index, choice in enumerate(page.front.choices):
        place = page.head_places.get(f"pilihan.{index}.ke", page.place)
        yield _slug(choice.target.strip("/"), parts, place, "{}/")
        place = page.head_places.get(f"pilihan.{index}.seni", page.place)
        yield _known_drawing(choice.drawing, registry, place)


def _of_piece(piece: PieceSource, registry: Registry, parts: Addresses) -> Iterator[Problem | None]:
    """Where a piece's code leads, and the drawings of its panels and instructions."""
    spec, places = piece.spec, piece.places
    yield _slug(spec.target, parts, places.of("alamat"), "{}")
    for part, loc in spec.parts():
        if part.drawing:
            yield _known_drawing(part.drawing, registry, places.of(*loc, "gambar"))
    for index, name in enumerate(spec.instructions.pictures):
        yield _known_drawing(name, registry, places.of("petunjuk", "gambar", index))


def _links(page: PageSource, made: Collection[str]) -> Iterator[tuple[str, bool, Place]]:
    for segment in page.segments:
        for number, line in enumerate(segment.text.split("\n")):
            for found in (link for link in LINK.finditer(line) if link[2] not in made):
                place = Place(segment.place.file, segment.place.line + number, found.start(2) + 1)
                yield found[2], bool(found[1]), place


def _drawing(target: str, registry: Registry, place: Place) -> Problem | None:
    """Pages show drawings only: a picture from elsewhere would be missing, or be loaded from another host."""
    found = re.fullmatch(r"seni/([\w-]+)\.svg", target)
    if found:
        return _known_drawing(found[1], registry, place)
    return unknown("seni-tidak-ada", target, list(registry.drawings), place)


def _known_drawing(name: str, registry: Registry, place: Place) -> Problem | None:
    known = list(registry.drawings)
    return None if name in known else unknown("seni-tidak-ada", name, known, place)


def _page(target: str, own: str, parts: Addresses, place: Place) -> Problem | None:
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


def _undialled(target: str, registry: Registry, place: Place) -> Problem | None:
    """A number typed into a link of a shared page, where it isn't one that everybody can dial."""
    try:
        dialled(target, Dialling(short=registry.facts.short_codes.union(registry.campaign.short_codes)))
    except TelephoneFault as fault:
        return problem(fault.code, place, **{name: shown(value) for name, value in fault.values.items()})
    return None


def _is_address(target: str) -> bool:
    """Whether an address can be read at all; MkDocs fails on one such as http://[x."""
    try:
        return bool(urlsplit(target))
    except ValueError:
        return False


def _slug(slug: str, parts: Addresses, place: Place, form: str) -> Problem | None:
    """A page that doesn't exist, named in the form in which it is written there."""
    if slug in parts:
        return None
    near = parts.meant(slug)
    return problem("tautan-putus", place, tujuan=form.format(slug), maksud=near and form.format(near))
