"""The colours of drawings: each variable must be one of the tokens, or the drawing can't be printed."""

from __future__ import annotations

from selebaran.compose.piece.drawings import VARIABLE, themes
from selebaran.compose.template.engine import unknown
from selebaran.compose.template.locate import Source
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry


def check_drawings(registry: Registry) -> list[Problem]:
    """Colours that templates/tokens.css doesn't have."""
    known = list(themes(registry.print_files.get("tokens.css", "")).get("terang", {}))
    problems = []
    for name, svg in registry.drawings.items():
        source = Source(svg, Place(registry.drawing_file(name), 1))
        for found in VARIABLE.finditer(svg):
            if found[1] not in known:
                problems.append(unknown("warna-tidak-ada", found[1], known, source.at(found.start(1))))
    return problems
