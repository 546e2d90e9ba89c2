"""What is known of the sheets that lie in a district's site: an entry for each district, which its own child reads."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.press.shelf import KeptPiece, Shelf
from selebaran.publish import disk
from selebaran.publish.entries import keep_entry, read_entry
from selebaran.publish.inputs import FORM, joined
from selebaran.publish.layout import memory_of
from selebaran.publish.unchanged import Before

SHEETS = "lembar"
"""The kind of these entries."""
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
    """Forget it: nobody knows which program printed it."""
    disk.unlink(shelf_path(out, slug))


def _key(slug: str) -> str:
    return joined(str(FORM), slug)
