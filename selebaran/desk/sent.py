"""Files that somebody handed in -> what they hold, each read in a child of its own: tables, and what other files offer.

A ZIP and an e-mail are files of files. What each of those is, its name's ending says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial
from pathlib import PurePath
from typing import TypeVar

from selebaran.desk.agenda import read_agenda
from selebaran.desk.apart import grids_apart, offers_apart, parcel_apart
from selebaran.desk.columns import SheetKind
from selebaran.desk.grid import Grids
from selebaran.desk.grid_csv import csv_grids
from selebaran.desk.grid_ods import ods_grids
from selebaran.desk.grid_xlsx import xlsx_grids
from selebaran.desk.message import read_message
from selebaran.desk.offer import Offers
from selebaran.desk.parcel import Enclosed, content, contents
from selebaran.desk.pasted import pasted_grids
from selebaran.desk.photo import ENDINGS, read_photo
from selebaran.desk.tables import Tables, tables_of
from selebaran.desk.word.read import read_word
from selebaran.model.problem import Problem

Found = TypeVar("Found", Grids, Offers)
BY_ENDING: Mapping[str, Callable[[bytes, str], Grids]] = {
    ".xlsx": xlsx_grids,
    ".xlsm": xlsx_grids,
    ".ods": ods_grids,
    ".csv": csv_grids,
    ".tsv": csv_grids,
}


def _grids(raw: bytes, label: str, *, ending: str) -> Grids:
    """A table by what it is, where its name says otherwise: programs save one kind under another's name."""
    is_zip, is_text = raw.startswith(b"PK\x03\x04"), ending in (".csv", ".tsv")
    if is_zip and b"opendocument.spreadsheet" in raw[:120]:
        return ods_grids(raw, label)
    if is_zip and is_text:
        return xlsx_grids(raw, label)
    is_plain = not is_text and b"\x00" not in raw[:4096] and raw[:1] not in (b"<", b"%", b"P", b"\xd0", b"")
    return csv_grids(raw, label) if is_plain else BY_ENDING[ending](raw, label)


PASTED = "tempelan"
"""The kind of a message that holds a table; no file is called so."""
TABLES: Mapping[str, Callable[[bytes, str], Grids]] = {
    **{ending: partial(_grids, ending=ending) for ending in BY_ENDING},
    PASTED: pasted_grids,
}
"""How each kind of table is read, by its ending."""
PARCELS = (".zip", ".eml")
WORD = (".docx", ".docm")
MESSAGE = ".txt"
OTHERS = (*WORD, MESSAGE, ".ics", *ENDINGS)
KNOWN = frozenset((*BY_ENDING, *OTHERS))
"""What a parcel may hold."""
LARGEST = 64 << 20
"""Bytes of a file that are read at all."""


@dataclass(frozen=True)
class Setting:
    """What a message is read with: the sheet of events, and the district's hours."""

    kind: SheetKind
    zone: tzinfo


@dataclass(frozen=True)
class Handed:
    """A file: how messages name it, its bytes, and where it lies in these, if it isn't all of them."""

    label: str
    raw: bytes
    within: Enclosed | None = None
    is_pasted_table: bool = False

    @property
    def ending(self) -> str:
        """What tells its kind."""
        if self.is_pasted_table:
            return PASTED
        return PurePath((self.within.name if self.within else self.label).lower()).suffix


def unpacked(files: Iterable[Handed]) -> tuple[list[Handed], list[Problem]]:
    """All files, those within others too, and what is told of what else lies there."""
    found, problems = list[Handed](), list[Problem]()
    for one in files:
        if one.ending not in PARCELS:
            found.append(one)
            continue
        enclosed, told = parcel_apart(partial(contents, known=KNOWN), one.raw, one.label)
        found += [Handed(inner.place.file, one.raw, inner) for inner in enclosed]
        problems += told
    return found, problems


def read_table(file: Handed, kinds: Sequence[SheetKind]) -> Tables:
    """The rows of a table. What its bytes do to a library stays in a child."""
    grids, problems = grids_apart(partial(_opened, file, TABLES[file.ending]), file.raw, file.label)
    if any(problem.is_error for problem in problems) and not grids:
        return Tables(problems=tuple(problems))
    tables = tables_of(grids, kinds)
    return Tables(tables.slug, tables.rows, (*problems, *tables.problems))


def as_table(file: Handed, kinds: Sequence[SheetKind]) -> Handed:
    """A message as the table that was pasted into it, where it holds one that these kinds know."""
    pasted = replace(file, is_pasted_table=file.ending == MESSAGE)
    return pasted if pasted.is_pasted_table and read_table(pasted, kinds).rows else file


def read_sent(file: Handed, setting: Setting) -> Offers:
    """What a file that is no table offers."""
    return offers_apart(partial(_opened, file, _reader(file.ending, setting)), file.raw, file.label)


def _reader(ending: str, setting: Setting) -> Callable[[bytes, str], Offers]:
    if ending in WORD:
        return read_word
    if ending == ".ics":
        return partial(read_agenda, zone=setting.zone)
    return partial(read_message, kind=setting.kind) if ending == MESSAGE else read_photo


def _opened(file: Handed, read: Callable[[bytes, str], Found], raw: bytes, label: str) -> Found:
    """Read the file in these bytes; in a child."""
    return read(content(raw, file.within) if file.within else raw, label)
