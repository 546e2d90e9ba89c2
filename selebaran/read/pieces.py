"""Whether the measures of a piece are those of its paper and its fold."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.formats import FOLDS, size_of
from selebaran.model.piece import PieceSpec
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Places


def piece_shape(spec: PieceSpec, places: Places) -> Iterator[Problem]:
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
