"""Prints an edition's pieces: each is laid out, audited, written and read back before it counts as made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selebaran.jobs.step import go
from selebaran.model.artifact import Artifact, Download
from selebaran.model.edition import Edition
from selebaran.model.piece import BLEED_MM, ComposedPiece, Derivation, print_path, thumbnail_path
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.press.gate import check_form, check_printed
from selebaran.press.impose import booklet, derived
from selebaran.press.layout import Press
from selebaran.press.marks import SLUG_MM
from selebaran.press.thumbnail import thumbnail


def print_edition(press: Press, edition: Edition) -> tuple[list[Artifact], list[Download], list[Problem]]:
    """The files of all pieces that passed, what the download page says of them, and why others did not pass."""
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    problems: list[Problem] = []
    small: dict[str, tuple[str, tuple[int, int]]] = {}
    for piece in edition.pieces:
        go(f"{piece.name} ({piece.profile})")
        try:
            printed = press.print(piece)
        except ProblemsFound as stopped:
            problems += stopped.problems
            continue
        district = edition.frame.names.district
        faults = check_printed(piece, printed, district)
        forms = [] if any(fault.is_error for fault in faults) else list(forms_of(piece, printed.pdf))
        faults += [fault for derivation, pdf in forms for fault in check_form(piece, derivation, pdf, district)]
        problems += faults
        if any(fault.is_error for fault in faults):
            continue
        if piece.name not in small:
            around = BLEED_MM + SLUG_MM if piece.profile == "percetakan" else 0
            picture, size = thumbnail(printed.pdf, piece.cover, around, 2**0.5 if piece.profile == "besar" else 1)
            small[piece.name] = thumbnail_path(piece.name), size
            artifacts.append(Artifact(small[piece.name][0], picture))
        for derivation, pdf in forms:
            path = print_path(piece.name, piece.profile, derivation)
            artifacts.append(Artifact(path, pdf))
            made = Download(piece.name, piece.profile, derivation, path, len(pdf), *small[piece.name])
            fills = tuple(
                (report.panel, report.fill) for report in printed.audit.panels if report.panel in piece.panels
            )
            downloads.append(replace(made, fills=fills, scale=printed.scale))
    go("")
    return artifacts, downloads, problems


def forms_of(piece: ComposedPiece, pdf: bytes) -> Iterator[tuple[Derivation | None, bytes]]:
    """The sheet as it goes into the printer, and the other forms that the piece asks for."""
    yield None, booklet(pdf) if piece.imposition == "buku" else pdf
    for derivation in piece.derived:
        yield derivation, derived(pdf, derivation)
