"""Prints pieces: each is laid out, audited, written and read back before it counts as made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from selebaran.jobs.step import go
from selebaran.model.artifact import Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.fitting import GivesWay
from selebaran.model.piece import ComposedPiece, Form, print_path, thumbnail_path, ticket_paths
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.press.gate import check_form, check_printed, together
from selebaran.press.impose import booklet, derived
from selebaran.press.job import PieceJob, PiecePrinted
from selebaran.press.layout import Press, Printed
from selebaran.press.thumbnail import thumbnail_of
from selebaran.press.ticket import CSS, ticket_html, ticket_json, ticket_of


@dataclass(frozen=True)
class _Sheet:
    """A piece in one profile that passed: each form of it, how full its panels are, the scale of its text, and what
    gave way for it; and its thumbnail with its size, where it was asked for."""

    piece: ComposedPiece
    forms: tuple[tuple[Form, bytes], ...]
    fills: tuple[tuple[str, float], ...]
    scale: float
    gone: tuple[GivesWay, ...]
    plain: bytes
    picture: tuple[bytes, tuple[int, int]] | None


def print_edition(press: Press, edition: Edition) -> tuple[list[PrintFile], list[Download], list[Problem]]:
    """The files of all pieces that passed, what the download page says of them, and why others did not pass."""
    district = edition.frame.names.district
    done = [print_piece(press, PieceJob(outcome.made, district)) for outcome in edition.outcomes if outcome.made]
    return (
        [file for piece in done for file in piece.files],
        [download for piece in done for download in piece.downloads],
        together(found for piece in done for found in piece.problems),
    )


def print_piece(press: Press, job: PieceJob) -> PiecePrinted:
    """Make the files of one piece. Its thumbnail is made of the first profile that passes."""
    sheets: list[_Sheet] = []
    problems: list[Problem] = []
    for piece in job.made:
        sheet, faults = _printed(press, piece, job.district, pictured=not sheets)
        sheets += [sheet] if sheet else []
        problems += faults
    go("")
    if not sheets or not sheets[0].picture:
        return PiecePrinted(problems=tuple(problems))
    picture, size = sheets[0].picture
    small = thumbnail_path(sheets[0].piece.name)
    made = list(chain.from_iterable(_files(sheet, small, size) for sheet in sheets))
    files = (PrintFile(small, picture), *(file for file, _ in made), *_tickets(press, sheets))
    return PiecePrinted(files, tuple(download for _, download in made), tuple(problems))


def _printed(
    press: Press, piece: ComposedPiece, district: str, *, pictured: bool
) -> tuple[_Sheet | None, list[Problem]]:
    """A piece in one profile, and what is to be said of it; None where it didn't pass. It is `pictured` while its file
    lies open."""
    go(piece.label)
    try:
        printed = press.print(piece)
    except ProblemsFound as stopped:
        return None, list(stopped.problems)
    faults = check_printed(piece, printed, district)
    if faults and printed.is_merged:  # what is to blame is told by the whole source
        printed = press.print(piece, whole=True)
        faults = check_printed(piece, printed, district)
    if _stops(faults):
        return None, faults
    picture = thumbnail_of(piece, printed.pdf) if pictured else None
    forms = tuple(forms_of(piece, printed.pdf))
    for form, pdf in forms:
        faults += check_form(piece, form, pdf, district, printed.pdf if form.derivation else None)
    if _stops(faults):
        return None, faults
    return _Sheet(piece, forms, _fills(piece, printed), printed.scale, printed.gone, printed.pdf, picture), faults


def _stops(faults: Iterable[Problem]) -> bool:
    return any(fault.is_error for fault in faults)


def _fills(piece: ComposedPiece, printed: Printed) -> tuple[tuple[str, float], ...]:
    return tuple((report.panel, report.fill) for report in printed.audit.panels if report.panel in piece.panels)


def _files(sheet: _Sheet, small: str, size: tuple[int, int]) -> Iterator[tuple[PrintFile, Download]]:
    for form, pdf in sheet.forms:
        path = print_path(sheet.piece.name, *form)
        made = Download(sheet.piece.name, *form, path, len(pdf), small, size)
        ticket = ticket_paths(sheet.piece.name)[0] if sheet.piece.order else None
        about = replace(made, fills=sheet.fills, scale=sheet.scale, gone=sheet.gone, ticket=ticket)
        yield PrintFile(path, pdf), about


def _tickets(press: Press, sheets: Iterable[_Sheet]) -> Iterator[PrintFile]:
    """The job tickets of those sheets that are for a print shop."""
    for sheet in sheets:
        if sheet.piece.order is None:
            continue
        page, data = ticket_paths(sheet.piece.name)
        said = ticket_of(sheet.piece, sheet.piece.order, sheet.plain, press.inks)
        yield PrintFile(page, press.page(ticket_html(said), CSS))
        yield PrintFile(data, ticket_json(said))


def forms_of(piece: ComposedPiece, pdf: bytes) -> Iterator[tuple[Form, bytes]]:
    """The sheet as it goes into the printer, and the other forms that the piece asks for."""
    yield Form(piece.profile, None, piece.paper), booklet(pdf) if piece.imposition == "buku" else pdf
    for derivation, paper in piece.derived:
        yield Form(piece.profile, derivation, paper), derived(pdf, derivation, paper)
