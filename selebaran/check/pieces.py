"""What the panels of print pieces take must be there: parts of shared pages, parts that a template draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selebaran.compose.page.parts import NoPart, find_part
from selebaran.model.page import PageSource
from selebaran.model.piece import PartSpec, PieceSource, PieceSpec
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.text import shown
from selebaran.words.near import nearest

BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
RULES = "aturan"
"""The part that every panel can have: the dates of its rules."""


def check_pieces(registry: Registry) -> Iterator[Problem]:
    """What pieces ask for in vain, and codes that two of them bear. Where a page could not be read, nothing can be
    said of the parts that are taken from pages."""
    unread = any(p.place.file.startswith("content/") and p.place.file.endswith(".md") for p in registry.shared_problems)
    pages = {page.slug: page for page in registry.pages}
    templates = "".join(text for name, text in registry.print_files.items() if name.endswith(".html"))
    seen: list[PieceSource] = []
    for piece in registry.pieces:
        yield from [] if unread else _parts(piece.spec, piece.places, pages)
        yield from _own_parts(piece.spec, piece.places, templates + piece.html)
        yield from _same_code(piece, seen)
        seen.append(piece)


def _same_code(piece: PieceSource, others: list[PieceSource]) -> list[Problem]:
    """Two pieces with one code would have editions that can't be told apart."""
    taken = next((other.name for other in others if other.spec.code == piece.spec.code), None)
    place = Place(piece.place.file.replace("piece.html", "piece.yml"))
    return [problem("kode-lembar-ganda", place, kode=piece.spec.code, lembar=taken)] if taken else []


def _parts(spec: PieceSpec, places: Places, pages: Mapping[str, PageSource]) -> Iterator[Problem]:
    """Parts of shared pages that a panel asks for and that are not there."""
    for part, loc in _each_part(spec):
        for name, key in ((part.source, "dari"), (part.heading, "judul")):
            try:
                if name:
                    find_part(pages, name)
            except NoPart as fault:
                yield problem(fault.code, places.of(*loc, key), **{k: shown(v) for k, v in fault.values.items()})


def _own_parts(spec: PieceSpec, places: Places, templates: str) -> Iterator[Problem]:
    """Parts that no template draws."""
    known = ["@" + name for name in (RULES, *BLOCK.findall(templates))]
    for part, loc in _each_part(spec):
        if part.own and f"@{part.own}" not in known:
            name = f"@{part.own}"
            yield problem("isi-panel-salah", places.of(*loc), isi=shown(name), maksud=nearest(name, known))


def _each_part(spec: PieceSpec) -> Iterator[tuple[PartSpec, Loc]]:
    for i, sheet in enumerate(spec.sheets):
        for j, panel in enumerate(sheet.panels):
            for key, parts in (("isi", panel.parts), ("kaki", panel.foot)):
                for k, part in enumerate(parts):
                    yield part, ("lembar", i, "panel", j, key, k)
