"""Sheets that an earlier build made because somebody asked for them, in a build that wasn't asked for them again.

They stay in the site as long as this build would make the same: beside the files of each lies a note of what they were
made from. Where that has changed, or a file isn't what it was, the sheet goes, and the build says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran import __version__
from selebaran.model.artifact import Digest, Download, PrintFile
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.piece import Asked, ComposedPiece, print_path, thumbnail_path, ticket_paths
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.sizes import Profile
from selebaran.press.job import PieceJob, PiecePrinted
from selebaran.press.shelf import made_of
from selebaran.read.text import plain_content
from selebaran.site.artifacts import PRESS


@dataclass(frozen=True)
class Note:
    """A file of a sheet as it was made: from what, what it was, what the download page says of it, and for which
    kecamatan, by its part of an address."""

    made_from: Digest
    digest: Digest
    download: Download
    area: str | None = None


NOTES: TypeAdapter[tuple[Note, ...]] = TypeAdapter(tuple[Note, ...])
Notes = Mapping[str, tuple[Note, ...]]
"""The notes of pieces, by their names."""


@dataclass(frozen=True)
class Kept:
    """What stays of an earlier build, and what is said of what doesn't."""

    files: tuple[PrintFile, ...] = ()
    downloads: tuple[Download, ...] = ()
    problems: tuple[Problem, ...] = ()


def note_path(piece: str) -> str:
    """Where the note of a piece lies within the site."""
    return f"unduh/{piece}/{piece}-catatan.json"


def notes_in(root: Path, pieces: Iterable[str]) -> dict[str, tuple[Note, ...]]:
    """What an earlier build noted of these pieces, by name; of those of which a sheet lies in its site."""
    found = {piece: _read(root / note_path(piece)) for piece in pieces}
    return {piece: notes for piece, notes in found.items() if notes}


def _read(path: Path) -> tuple[Note, ...]:
    """A note; nothing where there is none, or none of this shape."""
    try:
        return NOTES.validate_json(plain_content(path)[0])
    except (OSError, ValidationError):
        return ()


def asked_in(notes: Notes, asked: Iterable[str], profiles: tuple[Profile, ...]) -> Asked:
    """The pieces to be composed: those that were asked for, in the profiles of the build, and those of the notes in the
    profiles that lie there."""
    lying = {name: tuple(dict.fromkeys(note.download.profile for note in of)) for name, of in notes.items()}
    wanted = {name: tuple(dict.fromkeys((*profiles, *lying.get(name, ())))) for name in asked}
    return {**lying, **wanted}


def areas_in(notes: Notes, asked: Iterable[str], area: str | None) -> dict[str, str]:
    """The kecamatan of pieces that are for one: those that were asked for, and those of the notes."""
    lying = {name: note.area for name, of in notes.items() for note in of if note.area}
    return {name: one for name, one in {**lying, **dict.fromkeys(asked, area)}.items() if one}


def to_print(edition: Edition, asked: Iterable[str], profiles: tuple[Profile, ...]) -> Edition:
    """The edition with no more to be printed than a build was asked for."""
    names = set(asked)

    def printed(outcome: PieceOutcome) -> PieceOutcome:
        if not outcome.source.spec.when_asked:
            return outcome
        chosen = profiles if outcome.name in names else ()
        return replace(outcome, made=tuple(piece for piece in outcome.made if piece.profile in chosen))

    return replace(edition, outcomes=tuple(map(printed, edition.outcomes)))


def kept(root: Path, notes: Notes, edition: Edition, printed: Iterable[Download]) -> Kept:
    """The files of the notes that are still what this edition would make and that it doesn't `print` anew."""
    new = {download.path for download in printed}
    now = _origins(piece for piece in edition.pieces if piece.name in notes)
    files: list[PrintFile] = []
    downloads: list[Download] = []
    gone: dict[str, list[str]] = {}
    for name, of in notes.items():
        for note in of:
            made = note.download
            path = print_path(name, made.profile, made.derivation, made.paper)
            if path in new:
                continue
            content = _content(root / path)
            if note.made_from == now.get(path) and note.digest == _digest(content):
                files.append(PrintFile(path, content))
                downloads.append(made)
            else:
                gone.setdefault(name, []).append(Path(path).stem)
    files += _beside(root, downloads, new)
    return Kept(tuple(files), tuple(downloads), tuple(_told(gone, edition.slug)))


def parted(printed: PiecePrinted, now: Edition) -> tuple[PiecePrinted, Kept]:
    """What was printed anew of all sheets, in two parts: those that a build prints `now`, and those that would stay."""
    there = _origins(now.pieces).keys()
    new = tuple(one for one in printed.downloads if one.path in there)
    stay = tuple(one for one in printed.downloads if one.path not in there)
    return replace(printed, downloads=new), Kept((), stay)


def _beside(root: Path, downloads: Iterable[Download], new: Iterable[str]) -> Iterator[PrintFile]:
    """Pictures and job tickets of sheets that stay, but for those that were made anew."""
    drawn = {path.split("/")[1] for path in new}
    for name in sorted({download.piece for download in downloads} - drawn):
        yield PrintFile(thumbnail_path(name), _content(root / thumbnail_path(name)))
    for name in sorted({download.piece for download in downloads if download.ticket}):
        yield from (PrintFile(path, _content(root / path)) for path in ticket_paths(name))


def _told(gone: Mapping[str, list[str]], slug: str) -> Iterator[Problem]:
    for name, files in sorted(gone.items()):
        place = Place(f"districts/{slug}")
        yield warning("lembar-diminta-dihapus", place, lembar=name, berkas=", ".join(files), slug=slug)


def noted(
    edition: Edition, files: Iterable[PrintFile], downloads: Iterable[Download], areas: Mapping[str, str]
) -> Iterator[PrintFile]:
    """The notes of an edition's sheets that were made because somebody asked for them, some for a kecamatan."""
    content = {file.path: file.content for file in files}
    origins = _origins(edition.pieces)
    asked = {outcome.name for outcome in edition.outcomes if outcome.source.spec.when_asked}
    notes: dict[str, list[Note]] = {}
    for made in downloads:
        if made.piece in asked:
            note = Note(origins[made.path], _digest(content[made.path]), made, areas.get(made.piece))
            notes.setdefault(made.piece, []).append(note)
    for name, of in notes.items():
        yield PrintFile(note_path(name), NOTES.dump_json(tuple(of), by_alias=True, indent=1))


def _origins(pieces: Iterable[ComposedPiece]) -> dict[str, str]:
    """What each file of these pieces is made from, by its path."""
    return {
        print_path(piece.name, piece.profile, derivation, paper): made_from(piece)
        for piece in pieces
        for derivation, paper in ((None, piece.paper), *piece.derived)
    }


def made_from(piece: ComposedPiece) -> str:
    """A digest of all that a sheet is made from: what was composed, and the program with its libraries and fonts. Where
    a text was typed, and what a panel used, changes no sheet."""
    return made_of(PieceJob((piece,), ""), __version__.encode(), *(name.encode() for name in sorted(PRESS)))


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
