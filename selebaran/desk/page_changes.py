"""Pages as tables and documents have them -> the texts of those that change; faults name the cell they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from selebaran.desk.at_its_cell import Context, at_its_cell, cell_of
from selebaran.desk.merged import Merged
from selebaran.desk.page_files import BODY, FOLDER, ID, LISTS, file_of, is_too_long, page_text
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
    folder: str, texts: Mapping[str, str], data: Mapping[str, Any], merged: Merged, context: Context
) -> tuple[dict[str, str], list[Problem]]:
    """The pages of a folder that change, by their names within the district, and every fault that they would have.
    Raises `UnusualLayout` of a head that can't be changed without touching something else."""
    made: dict[str, str] = {}
    problems: list[Problem] = []
    key = LISTS[folder]
    before = list(data.get(key) or ())
    for number, entry in enumerate(merged.wanted[folder].get(key) or ()):
        if number >= len(before) or before[number] != entry:
            pages, faults = _changed(entry, (folder, (key, number)), texts, merged, context)
            made |= pages
            problems += faults
    return made, problems


def _changed(
    entry: Mapping[str, Any], at: tuple[str, Loc], texts: Mapping[str, str], merged: Merged, context: Context
) -> tuple[dict[str, str], list[Problem]]:
    """The text of one page by its name, and every fault that it would have; none where its name can't be."""
    folder, loc = at
    spot = partial(_cell, merged, folder)
    bad = _bad_name(str(entry[ID]), spot((*loc, ID)))
    problems = [bad] if bad else []
    name = file_of(str(entry[ID]), folder)
    label = f"{context.folder}/{name}"
    try:
        text = page_text(texts.get(name, ""), entry, label)
    except ProblemsFound as found:
        return {}, problems + [replace(one, place=spot(loc)) for one in found.problems]
    problems += _faults(text, entry, (label, folder, loc), merged, context)
    return ({} if bad else {name: text}), problems


def _bad_name(name: str, cell: Place) -> Problem | None:
    """That no page can have this name."""
    if NAME.fullmatch(name) and len(name) <= LONGEST_NAME:
        return None
    meant = mended("nama-halaman-tidak-sah", f"{name}.md")
    return problem("nama-halaman-tidak-sah", cell, nama=shown(f"{name}.md"), maksud=meant)


def _faults(
    text: str, entry: Mapping[str, Any], where: tuple[str, str, Loc], merged: Merged, context: Context
) -> list[Problem]:
    """What the reader of pages would say of a text."""
    label, folder, loc = where
    spot = partial(_cell, merged, folder)
    plain, faults = text_of(text.encode(), label)
    parts = split_front_matter(plain) if plain else None
    if parts is None:
        return [replace(one, place=spot((*loc, BODY))) for one in faults]
    source, _ = read_yaml(parts[0].encode(), label, line_offset=1)
    assert source is not None  # it was read when it was made
    faults = validate(OwnFront, source, kinds=context.campaign)[1]
    told = [at_its_cell(one, source.places, (folder, loc), merged, context.kinds) for one in faults]
    return [*told, *_lacking(text, entry, folder, spot(loc), context)]


def _lacking(text: str, entry: Mapping[str, Any], folder: str, spot: Place, context: Context) -> list[Problem]:
    """That news has no day or says nothing, and that a page is too long."""
    told = []
    needed = (DAY, BODY) if folder == FOLDER else ()
    column = next((column for key in needed if not entry.get(key) and (column := _column(key, context))), "")
    if column:
        told.append(problem("sel-kosong", spot, kolom=column))
    if is_too_long(text):
        told.append(problem("berkas-terlalu-besar", spot, batas=f"{LARGEST >> 10} KB"))
    return told


def _column(key: str, context: Context) -> str:
    """The heading of a column of news."""
    found = (kind.column((key,)) for kind in context.kinds if kind.key == NEWS)
    return next((column.title for column in found if column), "")


def _cell(merged: Merged, folder: str, loc: Loc) -> Place:
    found = cell_of(loc, folder, merged.cells)
    assert found is not None, loc  # what a row changed has its cell
    return found
