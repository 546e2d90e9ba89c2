"""Which file of a piece goes into an office's printer."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.kit import KitSheet
from selebaran.model.piece import Derivation, PieceSpec, print_path
from selebaran.model.sizes import Paper, Profile
from selebaran.press.job import PiecePrinted

ON_A_SHEET: dict[Derivation, int] = {"dua": 2, "tiga": 3, "empat": 4}
"""How many copies of a piece a form has on one paper."""


def form_of(sheet: KitSheet, spec: PieceSpec) -> Derivation | None:
    """The form that goes into an office's printer: the one that is asked for, several on a sheet, scaled onto it, or
    the piece as it is."""
    usual = (*ON_A_SHEET, "a4")
    return sheet.form or next((form for form in usual if form in spec.derived), None)


def printer_paths(sheet: KitSheet, spec: PieceSpec, profile: Profile, paper: Paper) -> Iterator[tuple[str, Paper]]:
    """Where the file of a piece lies that goes into an office's printer, with its paper: on the office's own, else on
    A4."""
    papers: tuple[Paper, ...] = (paper, "a4")
    for one in dict.fromkeys(papers):
        yield print_path(sheet.name, profile, form_of(sheet, spec), one), one


def for_printer(made: PiecePrinted, sheet: KitSheet, spec: PieceSpec, profile: Profile, paper: Paper) -> bytes | None:
    """The file of a piece that goes into an office's printer; None where it wasn't made."""
    files = {file.path: file.content for file in made.files}
    return next((files[path] for path, _ in printer_paths(sheet, spec, profile, paper) if path in files), None)
