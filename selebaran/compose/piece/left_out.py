"""Which of the print pieces a district gets, and why it doesn't get the others.

It gets those that its `cetak.lembar` names, or all; of these no piece that needs (`butuh` in piece.yml) what the
district hasn't filled in: a sheet about the next event is nothing without one. Of pieces that are made only when asked
for (`bila_diminta`) it gets those that somebody asked for, whichever `cetak.lembar` names.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from selebaran.model.left_out import LeftOut
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Place
from selebaran.model.proposal import FILE
from selebaran.model.registry import DistrictFolder, Registry

EVENTS, DOMAIN, PROPOSALS, CONTACT = "kegiatan", "domain", "usulan", "kontak."
STANDS_IN = {EVENTS: "jadwal.yml", PROPOSALS: FILE}
"""Where what is needed is filled in, if not in daerah.yml."""
"""What a piece can need; the last is followed by the name of an office."""


def wanted(pieces: Sequence[PieceSource], asked: Container[str]) -> tuple[PieceSource, ...]:
    """The pieces that a build is about: those of every build, and those that it was asked for."""
    return tuple(piece for piece in pieces if not piece.spec.when_asked or piece.name in asked)


def pieces_of(folder: DistrictFolder, pieces: Sequence[PieceSource]) -> tuple[PieceSource, ...]:
    """The pieces that a district makes."""
    not_made = {one.piece for one in left_out(folder, pieces)}
    return tuple(piece for piece in pieces if piece.name not in not_made)


def left_out_of(
    slugs: Iterable[str], registry: Registry, asked: Container[str] = (), *, published: bool = False
) -> dict[str, tuple[LeftOut, ...]]:
    """The print pieces that districts don't make, by slug; those that make all aren't named."""
    folders = (registry.districts[slug] for slug in slugs if slug in registry.districts)
    pieces = wanted(registry.pieces, asked)
    found = {folder.slug: left_out(folder, pieces, published=published) for folder in folders}
    return {slug: pieces for slug, pieces in found.items() if pieces}


def left_out(folder: DistrictFolder, pieces: Sequence[PieceSource], *, published: bool = False) -> tuple[LeftOut, ...]:
    """The pieces that a district doesn't make, each with the first reason."""
    reasons = (next(_reasons(folder, piece, published), None) for piece in pieces)
    return tuple(reason for reason in reasons if reason)


def _reasons(folder: DistrictFolder, piece: PieceSource, published: bool) -> Iterator[LeftOut]:
    chosen = folder.district.printing.pieces if folder.district.printing else ()
    if chosen and piece.name not in chosen and not piece.spec.when_asked:
        yield _left_out(piece, "cetak.lembar", folder.places["daerah.yml"].of("cetak", "lembar", key=True))
    for need in piece.spec.needs:
        place = Place(f"districts/{folder.slug}/{STANDS_IN.get(need, 'daerah.yml')}")
        if not _has(folder, need):
            yield _left_out(piece, need, place, is_missing=True)
        elif need == PROPOSALS and published:  # `of_day` takes them away: nobody has compared them
            yield _left_out(piece, need, place, is_for_preview=True)


def _left_out(
    piece: PieceSource, key: str, place: Place, *, is_missing: bool = False, is_for_preview: bool = False
) -> LeftOut:
    return LeftOut(piece.name, piece.spec.title, key, place, is_missing, is_for_preview)


def _has(folder: DistrictFolder, need: str) -> bool:
    """Whether a district has filled in what a piece needs."""
    if need == EVENTS:
        return bool(folder.events)
    if need == PROPOSALS:
        return bool(folder.proposals and folder.proposals.places)
    if need == DOMAIN:
        return folder.district.domain is not None
    return need.removeprefix(CONTACT) in folder.district.contacts
