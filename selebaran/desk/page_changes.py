"""News as a table has them -> the texts of their pages that change; faults name the cell that they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from selebaran.desk.at_its_cell import Context, at_its_cell, cell_of
from selebaran.desk.merged import Merged
from selebaran.desk.page_files import BODY, FOLDER, ID, file_of, is_too_long, page_text
from selebaran.model.own_text import NEWS, OwnFront
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.read.content import split_front_matter
from selebaran.read.own_text import LARGEST, LONGEST_NAME, NAME
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import shown, text_of
from selebaran.read.validate import validate
from selebaran.words.mended import mended

DAY = "tanggal"


def page_changes(
    texts: Mapping[str, str], data: Mapping[str, Any], merged: Merged, context: Context
) -> tuple[dict[str, str], list[Problem]]:
    """The pages that change, by their names within the district, and every fault that they would have. Raises
    `UnusualLayout` of a head that can't be changed without touching something else."""
    made: dict[str, str] = {}
    problems: list[Problem] = []
    before = list(data.get(NEWS) or ())
    for number, entry in enumerate(merged.wanted[FOLDER].get(NEWS) or ()):
        if number < len(before) and before[number] == entry:
            continue
        loc: Loc = (NEWS, number)
        if bad := _bad_name(str(entry[ID]), _cell(merged, (*loc, ID))):
            problems.append(bad)
            continue
        name = file_of(str(entry[ID]))
        label = f"{context.folder}/{name}"
        try:
            made[name] = page_text(texts.get(name, ""), entry, label)
        except ProblemsFound as found:
            problems += [replace(one, place=_cell(merged, loc)) for one in found.problems]
        else:
            problems += _faults(made[name], entry, (label, loc), merged, context)
    return made, problems


def _bad_name(name: str, cell: Place) -> Problem | None:
    """That no page can have this name."""
    if NAME.fullmatch(name) and len(name) <= LONGEST_NAME:
        return None
    meant = mended("nama-halaman-tidak-sah", f"{name}.md")
    return problem("nama-halaman-tidak-sah", cell, nama=shown(f"{name}.md"), maksud=meant)


def _faults(
    text: str, entry: Mapping[str, Any], where: tuple[str, Loc], merged: Merged, context: Context
) -> list[Problem]:
    """What the reader of pages would say of a text."""
    label, loc = where
    plain, faults = text_of(text.encode(), label)
    parts = split_front_matter(plain) if plain else None
    if parts is None:
        return [replace(one, place=_cell(merged, (*loc, BODY))) for one in faults]
    source, _ = read_yaml(parts[0].encode(), label, line_offset=1)
    assert source is not None  # it was read when it was made
    faults = validate(OwnFront, source, kinds=context.campaign)[1]
    told = [at_its_cell(one, source.places, (FOLDER, loc), merged, context.kinds) for one in faults]
    needed = (DAY, BODY)
    column = next((column for key in needed if not entry.get(key) and (column := _column(key, context))), "")
    if column:
        told.append(problem("sel-kosong", _cell(merged, loc), kolom=column))
    if is_too_long(text):
        told.append(problem("berkas-terlalu-besar", _cell(merged, (*loc, BODY)), batas=f"{LARGEST >> 10} KB"))
    return told


def _column(key: str, context: Context) -> str:
    """The heading of a column of news."""
    found = (kind.column((key,)) for kind in context.kinds if kind.key == NEWS)
    return next((column.title for column in found if column), "")


def _cell(merged: Merged, loc: Loc) -> Place:
    found = cell_of(loc, FOLDER, merged.cells)
    assert found is not None, loc  # what a row changed has its cell
    return found
