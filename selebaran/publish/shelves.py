"""What is known of the sheets and pages that lie in a district's site, and of what was made of its texts: an entry of
each, which its own child reads."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.press.shelf import KeptPiece, Shelf
from selebaran.publish import disk
from selebaran.publish.entries import keep_entry, read_entry
from selebaran.publish.inputs import FORM, joined
from selebaran.publish.layout import memory_of
from selebaran.publish.made_before import MadeBefore
from selebaran.publish.unchanged import Before
from selebaran.site.dated import Shown
from selebaran.site.shelf import KeptPages, PageShelf

SHEETS, PAGES, TEXTS = "lembar", "halaman", "teks"
"""The kinds of these entries."""
PIECES: TypeAdapter[tuple[KeptPiece, ...]] = TypeAdapter(tuple[KeptPiece, ...])


def shelf_path(out: Path, slug: str) -> Path:
    """Where the entry of a district lies."""
    return memory_of(out) / SHEETS / f"{slug}.json"


def shelf_of(out: Path, slug: str, root: Path, before: Before | None) -> Shelf:
    """The sheets that lie in a district's site (`root`) and may be taken from there: none where all is made anew."""
    if before is None:
        return Shelf("", root, {})
    entry = None if before.fresh else read_entry(shelf_path(out, slug), _key(slug))
    try:
        pieces = PIECES.validate_json(json.dumps(entry)) if entry else ()
    except ValidationError:
        pieces = ()
    return Shelf(before.inputs.program, root, {piece.name: piece for piece in pieces})


def keep_shelf(out: Path, slug: str, pieces: tuple[KeptPiece, ...]) -> None:
    """Remember what was printed of a district."""
    keep_entry(shelf_path(out, slug), _key(slug), PIECES.dump_python(pieces, mode="json", by_alias=True))


def forget_shelf(out: Path, slug: str) -> None:
    """Forget all: nobody knows which program made it."""
    for path in shelf_paths(out, slug):
        disk.unlink(path)


def shelf_paths(out: Path, slug: str) -> tuple[Path, ...]:
    """Where the entries of a district lie."""
    return shelf_path(out, slug), _pages_path(out, slug), _texts_path(out, slug)


def page_shelf_of(out: Path, slug: str, root: Path, before: Before | None) -> PageShelf | None:
    """The pages that lie in a district's site (`root`) and may be taken from there; None where all is made anew."""
    found = None if before is None or before.fresh else _pages_of(out, slug, before.inputs.program)
    try:
        return PageShelf.told(found[1].told, root, found[0], found[1].shown) if found else None
    except ValueError:
        return None


def keep_pages(out: Path, slug: str, program: str, day: date, kept: KeptPages) -> None:
    """Remember which pages a district has as of a day."""
    keep_entry(_pages_path(out, slug), _key(slug, program), [day.isoformat(), kept.shown, kept.told])


def redate_pages(out: Path, slug: str, program: str, day: date, shown: Shown) -> None:
    """Pages that are kept show another day now, at these places."""
    if found := _pages_of(out, slug, program):
        keep_pages(out, slug, program, day, replace(found[1], shown=shown))


def texts_of(out: Path, slug: str, before: Before | None) -> MadeBefore:
    """What was made of a district's texts, pictures and sheets: nothing where all is made anew."""
    if before is None:
        return MadeBefore()
    found = None if before.fresh else read_entry(_texts_path(out, slug), _key(slug, before.inputs.program))
    return MadeBefore(found if isinstance(found, str) else "", before.inputs.for_all)


def keep_texts(out: Path, slug: str, program: str, told: str) -> None:
    """Remember what a district's child told of them."""
    keep_entry(_texts_path(out, slug), _key(slug, program), told)


def _texts_path(out: Path, slug: str) -> Path:
    return memory_of(out) / TEXTS / f"{slug}.json"


def _pages_of(out: Path, slug: str, program: str) -> tuple[date, KeptPages] | None:
    """What is known of a district's pages, and as of which day; None where that is no day."""
    match read_entry(_pages_path(out, slug), _key(slug, program)):
        case [str(day), dict(shown), str(told)]:
            with suppress(ValueError):
                return date.fromisoformat(day), KeptPages(shown, told)
    return None


def _pages_path(out: Path, slug: str) -> Path:
    return memory_of(out) / PAGES / f"{slug}.json"


def _key(slug: str, *more: str) -> str:
    return joined(str(FORM), slug, *more)
