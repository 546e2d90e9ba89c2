"""A project folder -> Registry: everything that was read, and every fault in all of it, in one go."""

from __future__ import annotations

import re
from pathlib import Path

from selebaran.model.page import PageSource
from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.content import read_facts, read_page
from selebaran.read.districts import read_district, read_list, unlisted
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def read_project(root: Path) -> Registry:
    """The registry of the project at `root`. Nothing is raised for faults in its files: they lie in the registry."""
    facts, fact_places, shared = read_facts(root / "content" / "fakta.yml", "content/fakta.yml")
    pages: list[PageSource] = []
    for path in sorted((root / "content").glob("*.md")):
        page, faults = read_page(path, f"content/{path.name}")
        shared += faults
        if page is not None:
            pages.append(page)
    pieces: list[PieceSource] = []
    for folder in sorted(p for p in (root / "printables").iterdir() if p.is_dir()):
        piece, faults = _piece(folder)
        shared += faults
        if piece is not None:
            pieces.append(piece)
    drawings = {p.stem: p.read_text("utf-8") for p in sorted((root / "templates" / "seni").glob("*.svg"))}
    listed, faults = read_list(root / "districts", "districts")
    shared += faults
    stopped: dict[str, tuple[Problem, ...]] = {}
    districts: dict[str, DistrictFolder] = {}
    if listed:
        stopped |= unlisted(root / "districts", "districts", listed)
    for entry in listed:
        folder_read, faults = read_district(root / "districts", "districts", entry)
        if folder_read is None:
            stopped[entry.slug] = tuple(faults)
        else:
            districts[entry.slug] = folder_read
    return Registry(
        listed=listed,
        facts=facts,
        fact_places=fact_places,
        pages=tuple(pages),
        pieces=tuple(pieces),
        drawings=drawings,
        theme_drawings=_theme_drawings(root / "templates" / "site") & frozenset(drawings),
        print_files={
            **{p.name: p.read_text("utf-8") for p in sorted((root / "templates" / "print").iterdir()) if p.is_file()},
            "tokens.css": (root / "templates" / "tokens.css").read_text("utf-8"),
        },
        districts=districts,
        shared_problems=tuple(shared),
        district_problems=stopped,
    )


def _theme_drawings(folder: Path) -> frozenset[str]:
    texts = [p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.suffix in (".html", ".css", ".js")]
    return frozenset(name for text in texts for name in DRAWING.findall(text))


def _piece(folder: Path) -> tuple[PieceSource | None, list[Problem]]:
    label = f"printables/{folder.name}"
    missing = [name for name in ("piece.yml", "piece.html", "piece.css") if not (folder / name).is_file()]
    if missing:
        return None, [problem("berkas-hilang", Place(f"{label}/{name}")) for name in missing]
    source, problems = read_yaml((folder / "piece.yml").read_bytes(), f"{label}/piece.yml")
    if source is None:
        return None, problems
    spec, problems = validate(PieceSpec, source)
    if spec is None:
        return None, problems
    html, css = ((folder / name).read_text("utf-8") for name in ("piece.html", "piece.css"))
    return PieceSource(folder.name, spec, html, css, Place(f"{label}/piece.html")), []
