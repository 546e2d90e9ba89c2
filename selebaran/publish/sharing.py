"""What a district passes on, made: pictures, the messages of each month in a ZIP, the sheets of an event in one PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.compose.page.sharing import Offers, offered
from selebaran.compose.template.formats import month as month_of
from selebaran.model.artifact import Digest, PrintFile
from selebaran.model.edition import Card, Edition, EventSheets
from selebaran.model.page_meta import OfferedCard, OfferedFile, PictureFile
from selebaran.model.problem import Problem
from selebaran.model.sharing import FOLDER, SIZES
from selebaran.press.build import PieceJob, print_piece
from selebaran.press.bundle import bundled, page_sizes
from selebaran.press.layout import Press
from selebaran.press.office import for_printer
from selebaran.publish.kept import made_from
from selebaran.publish.pictures import Pictures
from selebaran.publish.zipped import EPOCH, zipped

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


def made_shared(edition: Edition, pictures: Pictures, press: Press, old: Path) -> SharedMade:
    """Everything that a district passes on; `old` is its site as an earlier build left it."""
    older, district = _older(old), edition.frame.names.district
    drawn = [_drawn(card, pictures, district, older) for card in edition.shared.cards]
    cards = [(card, offered(card, [file for file, _ in made], edition), made) for card, made, _ in drawn if made]
    sheets = [_sheets(of, edition, press) for of in edition.shared.sheets]
    months = list(_months((card, shown, dict(made)) for card, shown, made in cards if card.month))
    notes = [PictureNote(file.path, key) for _, made, _ in drawn for file, (_, key) in made]
    files = [PrintFile(file.path, png) for _, made, _ in drawn for file, (png, _) in made]
    files += [file for found, _ in sheets for file, _ in found] + [file for file, _ in months]
    files += [PrintFile(NOTE, NOTES.dump_json(tuple(notes), indent=1))] if files else []
    offers = Offers(
        tuple(shown for _, shown, _ in cards),
        tuple(file for _, file in months),
        tuple(
            (of.page, shown) for of, (found, _) in zip(edition.shared.sheets, sheets, strict=True) for _, shown in found
        ),
    )
    faults = chain(*(found for _, _, found in drawn), *(found for _, found in sheets))
    return SharedMade(tuple(files), offers, tuple(dict.fromkeys(faults)))


Made = list[tuple[PictureFile, tuple[bytes, str]]]
"""Pictures with their bytes and what they were made from."""


def _older(root: Path) -> dict[str, bytes]:
    """Pictures of an earlier build, by what they were made from."""
    try:
        notes = NOTES.validate_json((root / NOTE).read_bytes())
    except (OSError, ValidationError):
        return {}
    there = [(note, root / note.path) for note in notes if note.path.startswith(f"{FOLDER}/") and ".." not in note.path]
    return {note.made_from: path.read_bytes() for note, path in there if path.is_file()}


def _drawn(
    card: Card, pictures: Pictures, district: str, older: Mapping[str, bytes]
) -> tuple[Card, Made, tuple[Problem, ...]]:
    made: Made = []
    faults: list[Problem] = []
    for shape, outcome in card.made.items():
        for piece in outcome.made:
            drawn = pictures.of(piece, shape, district, older)
            faults += drawn.problems
            if drawn.png:
                size = SIZES[shape]
                path = f"{FOLDER}/{card.name}-{size.width_px}x{size.height_px}.png"
                file = PictureFile(shape, path, size.width_px, size.height_px, len(drawn.png))
                made.append((file, (drawn.png, made_from(piece))))
    return card, made, tuple(faults)


def _months(
    cards: Iterable[tuple[Card, OfferedCard, Mapping[PictureFile, tuple[bytes, str]]]],
) -> Iterator[tuple[PrintFile, OfferedFile]]:
    """For each month one ZIP: its messages as text, each with its pictures."""
    months: dict[int, dict[str, bytes]] = {}
    for card, shown, made in cards:
        assert card.month
        inside = months.setdefault(card.month, {})
        inside[f"{card.name}.txt"] = f"{shown.caption}\n".encode()
        inside |= {Path(file.path).name: png for file, (png, _) in made.items()}
    for month, inside in sorted(months.items()):
        name = month_of(date(EPOCH[0], month, 1)).split()[0]
        path = f"{FOLDER}/pesan-{month:02}-{name.lower()}.zip"
        content = zipped(inside)
        yield PrintFile(path, content), OfferedFile(name, path, len(content))


def _sheets(
    of: EventSheets, edition: Edition, press: Press
) -> tuple[list[tuple[PrintFile, OfferedFile]], tuple[Problem, ...]]:
    """The sheets of an event in one PDF, each once; nothing where none could be made."""
    parts: list[tuple[bytes, int]] = []
    faults: list[Problem] = []
    for sheet, outcome in of.outcomes:
        printed = print_piece(press, PieceJob(outcome.made, edition.frame.names.district)) if outcome.made else None
        pdf = printed and for_printer(printed, sheet, outcome.source.spec, "hemat", outcome.made[0].paper)
        faults += printed.problems if printed else ()
        parts += [(pdf, 1)] if pdf else []
    if not parts:
        return [], tuple(faults)
    content = bundled(parts, of.title)
    path = f"{FOLDER}/acara-{of.page.rpartition('/')[2]}.pdf"
    shown = OfferedFile(of.title, path, len(content), len(page_sizes(content)), of.ends)
    return [(PrintFile(path, content), shown)], tuple(faults)
