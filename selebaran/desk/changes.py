"""What a district's files are to say -> their texts, changed; faults name the cell that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from selebaran.desk.at_its_cell import Context, at_its_cell
from selebaran.desk.merged import Merged
from selebaran.desk.page_changes import page_changes
from selebaran.desk.page_files import LISTS
from selebaran.model.places import Loc
from selebaran.model.problem import Problem, ProblemsFound, problem
from selebaran.model.record import Record
from selebaran.read.districts import FILES
from selebaran.read.rewrite import rewritten
from selebaran.read.schema import modeline
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

UNREAD = ("sel-rumus", "sel-galat", "nomor-terpotong", "isian-perlu", "isian-tidak-pasti")
"""What is told of a cell of which nothing is known."""
FEW = 3
"""So many rows in which a column is empty are told one by one."""


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
        if name in LISTS:
            pages, faults = page_changes(name, texts, data.get(name, {}), merged, context)
            made |= pages
            problems += faults
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
    return sorted(_together(kept), key=lambda one: (not one.is_error, one))


def _together(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those of a column that is empty in many rows as one, at the first of them."""
    empty: dict[tuple[str, tuple[tuple[str, str], ...]], list[Problem]] = {}
    for one in sorted(problems):
        if one.code != "sel-kosong":
            yield one
            continue
        empty.setdefault((re.sub(r"!.*", "", one.place.file), one.values), []).append(one)
    for there in empty.values():
        if len(there) <= FEW:
            yield from there
        else:
            yield problem("sel-kosong", _first(there).place, kolom=dict(there[0].values)["kolom"], lain=len(there) - 1)


def _first(problems: Sequence[Problem]) -> Problem:
    """The one in the highest row of a sheet or of a file of lines."""
    return min(problems, key=lambda one: (int((re.findall(r"\d+", one.place.file.partition("!")[2]) or [0])[0]), one))


def _row(found: Problem) -> str:
    """The sheet and row of a cell, or of a whole row."""
    return re.sub(r"![A-Z]*", "!", found.place.file)


def _faults(text: str, name: str, label: str, merged: Merged, context: Context) -> list[Problem]:
    source, faults = read_yaml(text.encode(), label)
    if source is None:
        return faults
    faults = validate(cast(type[Record], FILES[name]), source, context.where, context.campaign, context.zone)[1]
    return [at_its_cell(fault, source.places, (name, ()), merged, context.kinds) for fault in faults]


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
