"""Sheets that were printed before of the same: they lie in the district's site, and aren't laid out again.

A piece is the same when all that was composed is, but for the record of what it used and of where its texts were typed;
and the program, its libraries, its fonts and the inks. What is known of it is bound to one district, whose own site has
the files: what a district's sheet says can never come onto that of another. A piece of which something is to be said is
made again each time, for what is said names where a text was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.model.artifact import Digest, Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem
from selebaran.press.job import PieceJob, PiecePrinted

if TYPE_CHECKING:
    from selebaran.press.late import LatePress
    from selebaran.press.layout import Press

PASSED_OVER = frozenset(("usage",))
"""What changes nothing that is printed: by it a report tells where a fact stands."""


@dataclass(frozen=True)
class KeptPiece:
    """A piece of which nothing was to be said, as it was printed: from what, each file with its digest, and what the
    download page says of them."""

    name: str
    made_from: Digest
    files: tuple[tuple[str, Digest], ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Shelf:
    """What was printed before of a district, by the pieces' names, and its site (`root`), in which that lies. `program`
    is the digest of what prints."""

    program: str
    root: Path
    pieces: Mapping[str, KeptPiece]

    def take(self, name: str, made_from: Digest) -> PiecePrinted | None:
        """A piece that was made from the same and whose files are what they were."""
        kept = self.pieces.get(name)
        if kept is None or kept.made_from != made_from:
            return None
        files = tuple(self._whole(kept))
        return PiecePrinted(files, kept.downloads) if len(files) == len(kept.files) else None

    def _whole(self, kept: KeptPiece) -> Iterator[PrintFile]:
        for path, digest in kept.files:
            file = self.root / path
            content = file.read_bytes() if file.is_file() else b""
            if _sha256(content) == digest:
                yield PrintFile(path, content)


def print_with(
    press: Press | LatePress, edition: Edition, shelf: Shelf
) -> tuple[PiecePrinted, tuple[KeptPiece, ...], int]:
    """The files of all pieces that passed, those that lie there taken from the shelf; what is to be kept of it; and how
    many pieces were printed."""
    district = edition.frame.names.district
    done: list[PiecePrinted] = []
    kept: list[KeptPiece] = []
    new = 0
    for outcome in (outcome for outcome in edition.outcomes if outcome.made):
        job = PieceJob(outcome.made, district)
        made_from = made_of(job, press.inks.icc, press.inks.spoken.encode(), shelf.program.encode())
        taken = shelf.take(outcome.name, made_from)
        printed = taken or _printed(press, job)
        new += taken is None
        done.append(printed)
        if taken:
            kept.append(shelf.pieces[outcome.name])
        elif not printed.problems:
            files = tuple((file.path, _sha256(file.content)) for file in printed.files)
            kept.append(KeptPiece(outcome.name, made_from, files, printed.downloads))
    return _joined(done), tuple(kept), new


def _printed(press: Press | LatePress, job: PieceJob) -> PiecePrinted:
    from selebaran.press.late import set_up  # late: where nothing is printed, nothing is loaded that prints

    ready = set_up(press)  # first: it knows where the libraries are
    from selebaran.press.build import print_piece

    return print_piece(ready, job)


def _joined(done: Sequence[PiecePrinted]) -> PiecePrinted:
    return PiecePrinted(
        tuple(file for piece in done for file in piece.files),
        tuple(download for piece in done for download in piece.downloads),
        _together([found for piece in done for found in piece.problems]),
    )


def _together(found: Sequence[Problem]) -> tuple[Problem, ...]:
    if not found:
        return ()
    from selebaran.press.gate import together  # late, as above

    return tuple(together(found))


def made_of(job: PieceJob, *more: bytes) -> Digest:
    """A digest of all that the files of a piece are made from."""
    digest = hashlib.sha256()
    for part in (job.district.encode(), *more, *(part for piece in job.made for part in _parts(piece))):
        digest.update(f"{len(part)}:".encode())
        digest.update(part)
    return digest.hexdigest()


def _parts(piece: ComposedPiece) -> Iterator[bytes]:
    """Every field of a composed piece, as bytes that are the same in every process."""
    for field in fields(piece):
        if field.name in PASSED_OVER:
            continue
        value = getattr(piece, field.name)
        yield field.name.encode()
        if isinstance(value, str):
            yield value.encode()
        elif field.name == "assets":
            yield repr([(name, _of_bytes(content)) for name, content in sorted(value.items())]).encode()
        elif field.name == "stylesheets":
            yield repr([_of_text(css) for css in value]).encode()
        elif field.name == "elastic":
            yield repr(replace(piece.elastic, filled=())).encode()
        else:
            yield repr(sorted(value) if isinstance(value, frozenset) else value).encode()


@lru_cache(maxsize=4096)
def _of_bytes(content: bytes) -> str:
    return _sha256(content)


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    return _sha256(text.encode())


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
