"""A print piece: its folder, and whether what piece.yml says of it can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.sizes import FOLDS, size_of
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, read_text, shown
from selebaran.read.validate import validate
from selebaran.words.near import nearest


def read_piece(folder: Path) -> tuple[PieceSource | None, list[Problem]]:
    """The piece in a folder, or every fault in it. Whether what its panels take is there, `check.pieces` asks."""
    label = f"printables/{folder.name}"
    html, problems = read_text(folder / "piece.html", f"{label}/piece.html")
    css, faults = read_text(folder / "piece.css", f"{label}/piece.css")
    problems += faults
    if not (folder / "piece.yml").is_file():
        return None, [*problems, problem("berkas-hilang", Place(f"{label}/piece.yml"))]
    source, faults = read_yaml(read_raw(folder / "piece.yml"), f"{label}/piece.yml")
    problems += faults
    if source is None:
        return None, problems
    spec, faults = validate(PieceSpec, source)
    problems += faults
    if spec is not None:
        problems += [*_cover(spec, source.places), *_line_room(spec, source.places), *_shape(spec, source.places)]
    if problems or spec is None or html is None or css is None:
        return None, problems
    return PieceSource(folder.name, spec, html, css, Place(f"{label}/piece.html"), source.places), []


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
