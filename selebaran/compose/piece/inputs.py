"""Names the files that print pieces and their panels came from, once the pieces are composed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from selebaran.compose.district.files import IDENTITY, district_files, files_of
from selebaran.model.edition import PieceOutcome
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage

TOKENS = "tokens.css"
PARTS = ("piece.yml", "piece.html", "piece.css")


def pieces_with_files(
    outcomes: Iterable[PieceOutcome],
    folder: DistrictFolder,
    print_files: Iterable[str],
    drawing_file: Callable[[str], str],
) -> tuple[PieceOutcome, ...]:
    """The pieces with the files of each: `print_files` are what all pieces share, by name; `drawing_file` names
    a drawing's file."""
    shared = frozenset(f"templates/{name}" if name == TOKENS else f"templates/print/{name}" for name in print_files)
    printing = folder.district.printing
    emblem = (f"gambar/{printing.emblem}",) if printing and printing.emblem else ()
    own = district_files(folder, (IDENTITY, *emblem)) | {f"districts/_edisi/{folder.slug}.yml"}
    return tuple(_piece(outcome, folder, shared | own, drawing_file) for outcome in outcomes)


def _piece(
    outcome: PieceOutcome, folder: DistrictFolder, around: frozenset[str], drawing_file: Callable[[str], str]
) -> PieceOutcome:
    parts = frozenset(f"printables/{outcome.name}/{part}" for part in PARTS)
    panels = {
        name: used | Usage(files=files_of(used, folder) | parts) if name else used | Usage(files=files_of(used, folder))
        for name, used in outcome.panels.items()
    }
    files = parts | around | files_of(outcome.usage, folder)
    files |= {drawing_file(name) for name in outcome.usage.drawings}
    files |= frozenset().union(*(used.files for used in panels.values()))
    return dataclasses.replace(outcome, usage=outcome.usage | Usage(files=files), panels=panels)
