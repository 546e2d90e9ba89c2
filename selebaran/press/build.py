"""Prints an edition's pieces: each is laid out, audited, written and read back before it counts as made."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.artifact import Artifact, Download
from selebaran.model.edition import Edition
from selebaran.model.piece import ComposedPiece, Derivation, print_path, thumbnail_path
from selebaran.model.problem import Problem, problem
from selebaran.press.audit import Overflow
from selebaran.press.complaints import complaint
from selebaran.press.fonts import FAMILIES
from selebaran.press.impose import booklet, derived
from selebaran.press.layout import Press, Printed
from selebaran.press.pdf import read_pdf
from selebaran.press.thumbnail import thumbnail

ALLOWED_FONTS = tuple(family.name.replace(" ", "-") for family in FAMILIES)
"""How the PDF's font names begin; WeasyPrint adds the weight in Pango's words."""
EXCERPT = 60


def print_edition(press: Press, edition: Edition) -> tuple[list[Artifact], list[Download], list[Problem]]:
    """The files of all pieces that passed, what the download page says of them, and why others did not pass."""
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    problems: list[Problem] = []
    small: dict[str, tuple[str, tuple[int, int]]] = {}
    for piece in edition.pieces:
        printed = press.print(piece)
        faults = check_printed(piece, printed, str(edition.frame.context["daerah"]))
        problems += faults
        if any(fault.is_error for fault in faults):
            continue
        if piece.name not in small:
            picture, size = thumbnail(printed.pdf, piece.cover)
            small[piece.name] = thumbnail_path(piece.name), size
            artifacts.append(Artifact(small[piece.name][0], picture))
        for derivation, pdf in _forms(piece, printed.pdf):
            path = print_path(piece.name, piece.profile, derivation)
            artifacts.append(Artifact(path, pdf))
            downloads.append(Download(piece.name, piece.profile, derivation, path, len(pdf), *small[piece.name]))
    return artifacts, downloads, problems


def _forms(piece: ComposedPiece, pdf: bytes) -> Iterator[tuple[Derivation | None, bytes]]:
    """The sheet as it goes into the printer, and the other forms that the piece asks for."""
    yield None, booklet(pdf) if piece.imposition == "buku" else pdf
    for derivation in piece.derived:
        yield derivation, derived(pdf, derivation)


def check_printed(piece: ComposedPiece, printed: Printed, district: str) -> list[Problem]:
    """Everything that keeps a printed piece from being handed out."""
    label = f"{piece.name} ({piece.profile})"
    place, found = piece.place, []
    result = printed.audit
    for over in result.overflows:
        found.append(_overflow(piece, over, label, district))
    if result.lost:
        counts = {"ada": len(result.letters_in), "tercetak": len(result.letters_out)}
        found.append(problem("teks-hilang", place, lembar=label, daerah=district, **counts))
    there = {report.panel for report in result.panels}
    for panel in piece.panels:
        if panel not in there:
            found.append(problem("panel-hilang", place, lembar=label, panel=panel, daerah=district))
    if result.pages != piece.sheets:
        found.append(problem("halaman-lebih", place, lembar=label, ada=result.pages, harus=piece.sheets))
    facts = read_pdf(printed.pdf)
    for number, (width, height) in enumerate(facts.sizes_mm, 1):
        if abs(width - piece.width_mm) > 0.2 or abs(height - piece.height_mm) > 0.2:
            sizes = {"ada": _size(width, height), "harus": _size(piece.width_mm, piece.height_mm)}
            found.append(problem("ukuran-salah", place, lembar=label, nomor=number, **sizes))
    for font in sorted(name for name in facts.fonts if not name.startswith(ALLOWED_FONTS)):
        found.append(problem("huruf-asing", place, lembar=label, huruf=font))
    for text in printed.warnings:
        found.append(complaint(text, place, label))
    return found


def _overflow(piece: ComposedPiece, over: Overflow, label: str, district: str) -> Problem:
    words = over.text.split()
    excerpt = over.text if len(over.text) <= EXCERPT else over.text[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return problem(
        "teks-tidak-muat",
        piece.place,
        lembar=label,
        panel=over.panel,
        daerah=district,
        mm=f"{over.mm:.1f}".replace(".", ","),
        sisi=over.side,
        baris=over.lines,
        kata=max(1, len(words)),
        kutipan=excerpt,
    )


def _size(width_mm: float, height_mm: float) -> str:
    return f"{width_mm:g} × {height_mm:g}".replace(".", ",")
