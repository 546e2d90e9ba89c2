"""What a district passes on, made: pictures, the messages of each month in a ZIP, the sheets of an event in one PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from selebaran.compose.page.sharing import Offers, offered
from selebaran.compose.template.formats import month as month_of
from selebaran.model.artifact import Digest, PrintFile
from selebaran.model.edition import Card, Edition, EventSheets
from selebaran.model.page_meta import OfferedCard, OfferedFile, PictureFile
from selebaran.model.problem import Problem
from selebaran.model.sharing import FOLDER, SIZES, Shape
from selebaran.press.job import PieceJob
from selebaran.press.office import for_printer
from selebaran.publish.kept import made_from
from selebaran.publish.pictures import Pictures, pieces_of
from selebaran.publish.zipped import EPOCH, zipped
from selebaran.read.text import plain_content

if TYPE_CHECKING:
    from selebaran.press.late import LatePress
    from selebaran.press.layout import Press

NOTE = f"{FOLDER}/catatan.json"


@dataclass(frozen=True)
class PictureNote:
    """A picture that lies in a site, and what it was made from."""

    path: str
    made_from: Digest


NOTES: TypeAdapter[tuple[PictureNote, ...]] = TypeAdapter(tuple[PictureNote, ...])


@dataclass(frozen=True)
class SharedMade:
    """The files, what pages say of them, and what is wrong with others."""

    files: tuple[PrintFile, ...] = ()
    offers: Offers = field(default_factory=Offers)
    problems: tuple[Problem, ...] = ()


def is_there(root: Path) -> bool:
    """Whether a site has pictures already: what was asked for once stays."""
    return (root / NOTE).is_file()


Sheets = tuple[str, PrintFile, OfferedFile]
"""The PDF of an event, with the slug of the page that offers it."""


@dataclass(frozen=True)
class _Picture:
    """A picture in one shape: what pages say of it, its bytes, and what it was made from."""

    shown: PictureFile
    png: bytes
    made_from: Digest


@dataclass(frozen=True)
class _Drawn:
    """A card with the pictures of it that passed, and what is to be said of the others."""

    card: Card
    pictures: tuple[_Picture, ...]
    problems: tuple[Problem, ...]


def made_shared(edition: Edition, pictures: Pictures, press: Press | LatePress, old: Path) -> SharedMade:
    """Everything that a district passes on; `old` is its site as an earlier build left it."""
    older, district = _older(old), edition.frame.names.district
    drawn = [_drawn(card, pictures, district, older) for card in edition.shared.cards]
    there = [(one, offered(one.card, [p.shown for p in one.pictures], edition)) for one in drawn if one.pictures]
    months, (sheets, faults) = list(_months(there)), _all_sheets(edition, press)
    beside = [file for _, file, _ in sheets] + [file for file, _ in months]
    said = chain(*(one.problems for one in drawn), faults)
    return SharedMade((*_files(drawn), *beside), _offers(there, months, sheets), tuple(dict.fromkeys(said)))


def _offers(
    there: Iterable[tuple[_Drawn, OfferedCard]],
    months: Iterable[tuple[PrintFile, OfferedFile]],
    sheets: Iterable[Sheets],
) -> Offers:
    """What pages say of it all."""
    return Offers(
        tuple(shown for _, shown in there),
        tuple(shown for _, shown in months),
        tuple((page, shown) for page, _, shown in sheets),
    )


def _older(root: Path) -> dict[str, bytes]:
    """Pictures of an earlier build, by what they were made from."""
    try:
        notes = NOTES.validate_json(plain_content(root / NOTE)[0])
    except (OSError, ValidationError):
        return {}
    there = [(note, root / note.path) for note in notes if note.path.startswith(f"{FOLDER}/") and ".." not in note.path]
    return {note.made_from: path.read_bytes() for note, path in there if path.is_file()}


def _drawn(card: Card, pictures: Pictures, district: str, older: Mapping[str, bytes]) -> _Drawn:
    tried = [(shape, piece, pictures.of(piece, shape, district, older)) for shape, piece in pieces_of([card])]
    made = tuple(
        _Picture(_shown(card.name, shape, found.png), found.png, made_from(piece))
        for shape, piece, found in tried
        if found.png
    )
    return _Drawn(card, made, tuple(chain(*(found.problems for _, _, found in tried))))


def _shown(name: str, shape: Shape, png: bytes) -> PictureFile:
    size = SIZES[shape]
    path = f"{FOLDER}/{name}-{size.width_px}x{size.height_px}.png"
    return PictureFile(shape, path, size.width_px, size.height_px, len(png))


def _files(drawn: Iterable[_Drawn]) -> tuple[PrintFile, ...]:
    """The pictures, with the note of what each was made from."""
    made = [picture for one in drawn for picture in one.pictures]
    notes = tuple(PictureNote(picture.shown.path, picture.made_from) for picture in made)
    note = (PrintFile(NOTE, NOTES.dump_json(notes, indent=1)),) if made else ()
    return (*(PrintFile(picture.shown.path, picture.png) for picture in made), *note)


def _months(cards: Iterable[tuple[_Drawn, OfferedCard]]) -> Iterator[tuple[PrintFile, OfferedFile]]:
    """For each month one ZIP: its messages as text, each with its pictures."""
    months: dict[int, dict[str, bytes]] = {}
    for drawn, shown in cards:
        if drawn.card.month:
            inside = months.setdefault(drawn.card.month, {})
            inside[f"{drawn.card.name}.txt"] = f"{shown.caption}\n".encode()
            inside |= {Path(picture.shown.path).name: picture.png for picture in drawn.pictures}
    for month, inside in sorted(months.items()):
        name = month_of(date(EPOCH[0], month, 1)).split()[0]
        path = f"{FOLDER}/pesan-{month:02}-{name.lower()}.zip"
        content = zipped(inside)
        yield PrintFile(path, content), OfferedFile(name, path, len(content))


def _all_sheets(edition: Edition, press: Press | LatePress) -> tuple[list[Sheets], list[Problem]]:
    """The PDFs of all events, and what is wrong with their sheets."""
    made: list[Sheets] = []
    faults: list[Problem] = []
    if not edition.shared.sheets:
        return made, faults
    from selebaran.press.bundle import bundled, page_sizes  # late: the press takes a second to load

    for of in edition.shared.sheets:
        parts, found = _parts(of, press, edition.frame.names.district)
        faults += found
        if parts:
            content = bundled([(pdf, 1) for pdf in parts], of.title)
            path = f"{FOLDER}/acara-{of.page.rpartition('/')[2]}.pdf"
            shown = OfferedFile(of.title, path, len(content), len(page_sizes(content)), of.ends)
            made.append((of.page, PrintFile(path, content), shown))
    return made, faults


def _parts(of: EventSheets, press: Press | LatePress, district: str) -> tuple[list[bytes], list[Problem]]:
    """The sheets of an event as they go into an office's printer, each once."""
    from selebaran.press.build import print_piece  # late: the press takes a second to load
    from selebaran.press.late import set_up

    parts: list[bytes] = []
    faults: list[Problem] = []
    for sheet, outcome in of.outcomes:
        if not outcome.made:
            continue
        printed = print_piece(set_up(press), PieceJob(outcome.made, district))
        faults += printed.problems
        if pdf := for_printer(printed, sheet, outcome.source.spec, outcome.made[0].profile, outcome.made[0].paper):
            parts.append(pdf)
    return parts, faults
