"""A print piece: its folder, read. Whether what piece.yml says of it can be, `check.pieces` asks."""

from __future__ import annotations

from pathlib import Path

from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, read_text
from selebaran.read.validate import validate


def read_piece(folder: Path) -> tuple[PieceSource | None, list[Problem]]:
    """The piece in a folder, or every fault that keeps it from being read."""
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
    if problems or spec is None or html is None or css is None:
        return None, problems
    return PieceSource(folder.name, spec, html, css, Place(f"{label}/piece.html"), source.places), []
