"""What a district's files are to say -> their texts, changed; faults name the cell that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from selebaran.desk.columns import SheetKind
from selebaran.desk.merged import Merged
from selebaran.model.kinds import Kinds
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.rewrite import rewritten
from selebaran.read.schema import modeline
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

UNREAD = ("sel-rumus", "sel-galat", "nomor-terpotong")
"""What is told of a cell of which nothing is known."""


@dataclass(frozen=True)
class Context:
    """What the files of a district are read with: how messages name its folder, its telephones, the campaign's keys,
    and the sheets that they are filled in with."""

    folder: str
    where: Dialling
    campaign: Kinds | None
    zone: str
    kinds: tuple[SheetKind, ...] = ()


def changes(
    texts: Mapping[str, str], data: Mapping[str, Mapping[str, Any]], merged: Merged, context: Context
) -> tuple[dict[str, str], list[Problem]]:
    """The texts of the files that change, by their names, and every fault that they would have. Raises
    `UnusualLayout` of a file that can't be changed without touching something else."""
    made: dict[str, str] = {}
    problems: list[Problem] = []
    for name, wanted in merged.wanted.items():
        if wanted == data.get(name, {}):
            continue
        before = texts.get(name) or f"{modeline(name.removesuffix('.yml'))}\n"
        label = f"{context.folder}/{name}"
        try:
            made[name] = rewritten(before, wanted, label)
        except ProblemsFound as found:
            problems += list(_unwritable(wanted, name, label, merged)) or found.problems
        else:
            problems += _faults(made[name], name, label, merged, context)
    return made, problems


def told(problems: Sequence[Problem]) -> list[Problem]:
    """All problems, errors first, without the empty cell that only follows from one that could not be read."""
    rows = {_row(one) for one in problems if one.is_error and one.code in UNREAD}
    kept = {one for one in problems if one.code != "sel-kosong" or _row(one) not in rows}
    return sorted(kept, key=lambda one: (not one.is_error, one))


def _row(found: Problem) -> str:
    """The sheet and row of a cell, or of a whole row."""
    return re.sub(r"![A-Z]*", "!", found.place.file)


def _faults(text: str, name: str, label: str, merged: Merged, context: Context) -> list[Problem]:
    source, faults = read_yaml(text.encode(), label)
    if source is None:
        return faults
    faults = validate(cast(type[Record], FILES[name]), source, context.where, context.campaign, context.zone)[1]
    return [_at_its_cell(fault, source.places, name, merged, context.kinds) for fault in faults]


def _unwritable(wanted: Mapping[str, Any], name: str, label: str, merged: Merged) -> Iterator[Problem]:
    """What no file may have, at the cells in which it stands: letters that nobody sees, a text without end."""
    for (file, loc), place in merged.cells.items():
        value = _within(wanted, loc) if file == name else None
        if not isinstance(value, str):
            continue
        try:
            rewritten("", {str(loc[-1]): value}, label)
        except ProblemsFound as found:
            yield from (replace(one, place=place) for one in found.problems)
        except UnusualLayout:
            continue


def _within(data: Any, loc: Loc) -> Any:
    """What stands at a place of a file's data."""
    for step in loc:
        data = data[step]
    return data


def _at_its_cell(fault: Problem, places: Places, name: str, merged: Merged, kinds: tuple[SheetKind, ...]) -> Problem:
    """A fault at the cell that it comes from, or the row; at its line where it was in the file before."""
    spots = [loc for table in (places.values, places.keys) for loc, place in table.items() if place == fault.place]
    cell = _cell_of(max(spots, key=len, default=()), name, merged.cells)
    if cell is None:
        return fault
    title = _missing(fault, kinds)
    return problem("sel-kosong", cell, kolom=title) if title else replace(fault, place=cell)


def _missing(fault: Problem, kinds: tuple[SheetKind, ...]) -> str:
    """The heading of a column in which something has to stand, where that is the fault: kegiatan.1.jenis."""
    if fault.code != "kunci-hilang":
        return ""
    key, _, *path = dict(fault.values)["kunci"].split(".")
    columns = (kind.column(tuple(path)) for kind in kinds if kind.key == key)
    return next((column.title for column in columns if column), "")


def _cell_of(loc: Loc, name: str, cells: Mapping[tuple[str, Loc], Place]) -> Place | None:
    ways = (loc[:end] for end in range(len(loc), -1, -1))
    return next((cells[name, way] for way in ways if (name, way) in cells), None)
