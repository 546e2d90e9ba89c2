"""A fault that the reader finds in a file that a table made -> the same fault, at the cell that it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from selebaran.desk.columns import Column, SheetKind
from selebaran.desk.merged import Merged
from selebaran.model.kinds import Kinds
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.telephone import Dialling


@dataclass(frozen=True)
class Context:
    """What the files of a district are read with: how messages name its folder, its telephones, the campaign's keys,
    and the sheets that they are filled in with."""

    folder: str
    where: Dialling
    campaign: Kinds | None
    zone: str
    kinds: tuple[SheetKind, ...] = ()


def at_its_cell(
    fault: Problem, places: Places, within: tuple[str, Loc], merged: Merged, kinds: tuple[SheetKind, ...]
) -> Problem:
    """A fault at the cell that it comes from, or the row; at its line where it was in the file before. `within`: the
    file, and the entry of it whose places these are, () where they are the whole file's."""
    name, entry = within
    spots = [loc for table in (places.values, places.keys) for loc, place in table.items() if place == fault.place]
    cell = cell_of((*entry, *max(spots, key=len, default=())), name, merged.cells)
    if cell is None:
        return fault
    column = _column(fault, entry, kinds)
    if column is None:
        return replace(fault, place=cell)
    if fault.code != "kunci-hilang":
        return replace(fault, place=cell, values=_as_on_the_sheet(fault, column))
    return problem("sel-kosong", merged.cells.get(within, cell) if entry else cell, kolom=column.title)


def _column(fault: Problem, entry: Loc, kinds: tuple[SheetKind, ...]) -> Column | None:
    """The column of the key that a fault names: kegiatan.1.jenis."""
    key, _, *path = (*map(str, entry), *dict(fault.values).get("kunci", "").split("."), "", "")
    path = [step for step in path if step]
    columns = (kind.column(tuple(path)) for kind in kinds if kind.key == key and path)
    return next((column for column in columns if column), None)


def _as_on_the_sheet(fault: Problem, column: Column) -> tuple[tuple[str, str], ...]:
    """What a fault names, in the words of the sheet: its heading, and choices as they are offered there."""
    words = dict(fault.values) | {"kunci": column.title}
    if fault.code == "pilihan-tidak-sah" and column.choices:
        meant = column.choices.get(words.get("maksud", ""), "")
        words |= {"pilihan": ", ".join(column.choices.values()), "maksud": meant}
    return tuple(words.items())


def cell_of(loc: Loc, name: str, cells: Mapping[tuple[str, Loc], Place]) -> Place | None:
    """The cell from which a value came, or the entry that it stands in."""
    ways = (loc[:end] for end in range(len(loc), -1, -1))
    return next((cells[name, way] for way in ways if (name, way) in cells), None)
