"""What print pieces say of themselves must be so: panels where the fold needs them, parts that can be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from selebaran.compose.page.parts import NoPart, find_part
from selebaran.compose.piece.left_out import CONTACT, DOMAIN, EVENTS, PROPOSALS
from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.model.sizes import FOLDS, size_of
from selebaran.read.text import shown
from selebaran.words.near import nearest

BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
MARK = re.compile(r'data-lepas="([^"]*)"')
HOLE = re.compile(r"\{\{.*?\}\}")
TEXT = re.compile(r"""["']([a-z][a-z0-9-]*)["']""")
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
        yield from _form(piece.spec, piece.places)
        yield from [] if unread else _parts(piece.spec, piece.places, pages)
        yield from _own_parts(piece.spec, piece.places, templates + piece.html)
        yield from _marks(piece.spec, piece.places, templates + piece.html)
        yield from _needs(piece.spec, piece.places, tuple(registry.campaign.contacts))
        yield from _same_code(piece, seen)
        seen.append(piece)


def _form(spec: PieceSpec, places: Places) -> Iterator[Problem]:
    """What can't be as the sheet's form has it."""
    yield from _cover(spec, places)
    yield from _line_room(spec, places)
    yield from _shape(spec, places)


def _same_code(piece: PieceSource, others: list[PieceSource]) -> list[Problem]:
    """Two pieces with one code would have editions that can't be told apart."""
    taken = next((other.name for other in others if other.spec.code == piece.spec.code), None)
    place = Place(piece.place.file.replace("piece.html", "piece.yml"))
    return [problem("kode-lembar-ganda", place, kode=piece.spec.code, lembar=taken)] if taken else []


def _parts(spec: PieceSpec, places: Places, pages: Mapping[str, PageSource]) -> Iterator[Problem]:
    """Parts of shared pages that a panel asks for and that are not there."""
    for part, loc in spec.parts():
        for name, key in ((part.source, "dari"), (part.heading, "judul")):
            try:
                if name:
                    find_part(pages, name)
            except NoPart as fault:
                yield problem(fault.code, places.of(*loc, key), **{k: shown(v) for k, v in fault.values.items()})


def _own_parts(spec: PieceSpec, places: Places, templates: str) -> Iterator[Problem]:
    """Parts that no template draws."""
    known = ["@" + name for name in (RULES, *BLOCK.findall(templates))]
    for part, loc in spec.parts():
        if part.own and f"@{part.own}" not in known:
            name = f"@{part.own}"
            yield problem("isi-panel-salah", places.of(*loc), isi=shown(name), maksud=nearest(name, known))


def _marks(spec: PieceSpec, places: Places, templates: str) -> Iterator[Problem]:
    """What may give way, and that no element of a template is."""
    known = _known_marks(templates)
    for index, way in enumerate(spec.gives_way):
        if way.mark not in known:
            place = places.of("boleh_lepas", index, "tanda")
            yield problem("tanda-lepas-tidak-ada", place, tanda=shown(way.mark), maksud=nearest(way.mark, known))


def _known_marks(templates: str) -> list[str]:
    """The marks of templates. A macro makes some of what it is given (`data-lepas="jam-{{ tanda }}"`): that may be any
    text of a template."""
    texts = list(dict.fromkeys(TEXT.findall(templates)))
    marks = list(dict.fromkeys(MARK.findall(templates)))
    made = [HOLE.sub(text, mark) for mark in marks if HOLE.search(mark) for text in texts]
    return [*(mark for mark in marks if not HOLE.search(mark)), *made]


def _needs(spec: PieceSpec, places: Places, offices: Sequence[str]) -> Iterator[Problem]:
    """What no district can fill in."""
    known = [EVENTS, DOMAIN, PROPOSALS, *(f"{CONTACT}{office}" for office in offices)]
    for index, need in enumerate(spec.needs):
        if need not in known:
            meant = {"isi": shown(need), "maksud": nearest(need, known), "contoh": next(iter(offices), "dinkes")}
            yield problem("butuh-tidak-dikenal", places.of("butuh", index), **meant)


def _cover(spec: PieceSpec, places: Places) -> list[Problem]:
    """The panel that stands for the piece must be on the sheet that it is said to be on."""
    number, name = spec.cover.sheet, spec.cover.panel
    panels = [panel.name for sheet in spec.sheets[number - 1 : number] for panel in sheet.panels]
    if name in panels:
        return []
    place = places.of("sampul", "panel" if panels else "lembar")
    return [problem("sampul-tidak-ada", place, panel=shown(name), nomor=number, maksud=nearest(name, panels))]


def _line_room(spec: PieceSpec, places: Places) -> list[Problem]:
    """The panel that has room for a district's own line must be one of the piece's."""
    panels = [panel.name for sheet in spec.sheets for panel in sheet.panels]
    if spec.line_room is None or spec.line_room.panel in panels:
        return []
    name = spec.line_room.panel
    place = places.of("ruang_baris", "panel")
    return [problem("panel-tidak-dikenal", place, panel=shown(name), maksud=nearest(name, panels))]


def _shape(spec: PieceSpec, places: Places) -> Iterator[Problem]:
    """A sheet that isn't as large as its format says, and panels that aren't where the fold needs them."""
    size = size_of(spec.format)
    if size and (spec.width_mm, spec.height_mm) != size:
        given = {"ada": _by(spec.width_mm, spec.height_mm), "harus": _by(*size)}
        yield problem("format-salah", places.of("format"), format=spec.format, **given)
    for index, sheet in enumerate(spec.sheets):
        wanted = FOLDS.get(spec.fold, {}).get(sheet.side)
        there = tuple((panel.x_mm, panel.width_mm) for panel in sheet.panels)
        if wanted and there != wanted:
            given = {"ada": _widths(there), "harus": _widths(wanted)}
            yield problem(
                "lipatan-salah", places.of("lembar", index, "panel"), lipatan=spec.fold, sisi=sheet.side, **given
            )


def _by(width_mm: float, height_mm: float) -> str:
    return f"{width_mm:g} × {height_mm:g}"


def _widths(panels: tuple[tuple[float, float], ...]) -> str:
    return ", ".join(f"{width:g} (mulai {x:g})" for x, width in panels)
