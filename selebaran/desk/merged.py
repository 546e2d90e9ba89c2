"""Rows that somebody filled in × what a district's files say -> what they are to say, and the cell that each thing
came from. What no row mentions stays: an empty cell says nothing."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from selebaran.desk.cell_value import Read, read_cell
from selebaran.desk.columns import COMPARED, NAME, STATUS, Column, Path, SheetKind
from selebaran.desk.filled import Data, shown_value, value_at
from selebaran.desk.page_files import Entry
from selebaran.desk.tables import FilledCell, FilledRow
from selebaran.model.event import slug_of
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.proposal import FILE, STATE, is_same_place
from selebaran.model.region import folded
from selebaran.model.telephone import Dialling
from selebaran.read.text import shown
from selebaran.words.near import nearest

ID, TITLE, DAY, SORT, CALLED = ("id",), ("judul",), ("tanggal",), ("jenis",), ("nama",)
OF_PROPOSALS = (CALLED, ("kecamatan",), ("koordinat",))
"""What a list of proposals says of a place."""
LIKE = 0.85
"""How like a new name must be to one that is there for somebody to be asked."""
DATE_LENGTH = 10
LONGEST_STEM = 49


@dataclass
class Merged:
    """What the files are to say; where each value came from; what is to be said; how many entries are new."""

    wanted: dict[str, Entry]
    cells: dict[tuple[str, Loc], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merged(rows: Sequence[FilledRow], data: Data, where: Dialling) -> Merged:
    """The files with all rows in them, or every fault in the rows."""
    merger = _Merger(data, where)
    for row in rows:
        merger.take(row)
    return merger.result


class _Merger:
    """The files of a district while rows are put into them."""

    def __init__(self, data: Data, where: Dialling) -> None:
        self._where = where
        self.result = Merged({name: copy.deepcopy(dict(file)) for name, file in data.items()})
        self._seen: dict[tuple[str, Loc], list[tuple[Place, Mapping[Path, Any]]]] = {}

    def take(self, row: FilledRow) -> None:
        """Put one row into its file."""
        if title := _unnamed(row):
            self.result.problems.append(warning("baris-tanpa-nama", row.place, kolom=title))
            return
        tried = {path: self._value(row, path, cell) for path, cell in row.cells.items()}
        values = {path: read for path, read in tried.items() if read is not None}
        ends = {(*path[:-1], "selesai"): read.end for path, read in values.items() if read.end}
        texts = {**ends, **{path: read.value for path, read in values.items()}}
        texts = self._with_kind(row, texts)
        if folded(str(texts.pop(STATUS, ""))) == folded(STATE):
            self._propose(row, texts)
        else:
            self._put(row, texts)

    def _value(self, row: FilledRow, path: Path, filled: FilledCell) -> Read | None:
        """What a cell is taken for; a guess is told."""
        column = row.kind.column(path)
        if column is None:
            return None
        read = read_cell(filled.cell, column, self._where)
        if read.is_cut:
            self.result.problems.append(problem("nomor-terpotong", filled.place, isi=shown(filled.cell.text)))
            return None
        if read.is_guess:
            meant = shown_value(read.value, column) + (f"–{read.end}" if read.end else "")
            told = warning(
                "sel-ditebak", filled.place, isi=shown(filled.cell.text), kolom=column.title, maksud=shown(meant)
            )
            self.result.problems.append(told)
        return read

    def _with_kind(self, row: FilledRow, texts: Mapping[Path, Any]) -> dict[Path, Any]:
        """The row with its kind, where a column has none and the name or title begins with it."""
        column = row.kind.column(SORT)
        filled = row.cells.get(CALLED) or row.cells.get(TITLE)
        if column is None or SORT in texts or filled is None or row.kind.is_form:
            return dict(texts)
        name = folded(filled.cell.text)
        told = next((key for key, title in column.choices.items() if name.startswith(folded(title))), None)
        if told is None or not self._is_new(row, texts):
            return dict(texts)
        meant = column.choices[told]
        self.result.problems.append(
            warning("sel-ditebak", filled.place, isi=shown(filled.cell.text), kolom=column.title, maksud=meant)
        )
        return {SORT: told, **texts}

    def _put(self, row: FilledRow, texts: Mapping[Path, Any]) -> None:
        file = self.result.wanted.setdefault(row.kind.file, {})
        loc, entry, is_new = self._entry(row, texts, file)
        if self._is_twice(row, loc, texts):
            return
        if is_new:
            self._warn_like(row, texts, file)
            self._share_above(row, file)
        for path, value in {**texts, **self._shared(row, entry, file)}.items():
            self._set(row, entry, path, value, loc)
        self.result.cells[row.kind.file, loc] = row.place
        if is_new:
            self._add(row, file, entry, loc)

    def _entry(self, row: FilledRow, texts: Mapping[Path, Any], file: Mapping[str, Any]) -> tuple[Loc, Entry, bool]:
        """The entry that a row speaks of, and where it stands; a new one where there is none."""
        kind = row.kind
        if kind.is_form:
            return (), self.result.wanted[kind.file], False
        there = file.get(kind.key) or {}
        if kind.column(NAME):
            name = str(texts[NAME]) if NAME in texts else ""
            return (kind.key, name), there.get(name) or {}, not there.get(name)
        listed: list[Entry] = list(there)
        at = next((number for number, one in enumerate(listed) if _is_same(kind, one, texts)), None)
        return ((kind.key, len(listed)), {}, True) if at is None else ((kind.key, at), listed[at], False)

    def _is_new(self, row: FilledRow, texts: Mapping[Path, Any]) -> bool:
        return self._entry(row, texts, self.result.wanted.get(row.kind.file, {}))[2]

    def _is_twice(self, row: FilledRow, loc: Loc, texts: Mapping[Path, Any]) -> bool:
        """Whether another row spoke of the same entry; it is a fault where the two differ. Rows of two files may each
        say a part, but nothing that the other one denies."""
        said: dict[Path, Any] = {(key,): row.shared[key].cell.text for key in row.kind.shared if key in row.shared}
        said |= texts
        before = self._seen.setdefault((row.kind.file, loc), [])
        for place, other in before:
            is_same_file = _file_of(place) == _file_of(row.place)
            if other != said if is_same_file else any(other.get(path, value) != value for path, value in said.items()):
                self.result.problems.append(problem("baris-kembar", row.place, tempat=str(place)))
                return True
            if is_same_file:
                return True
        before.append((row.place, said))
        return False

    def _warn_like(self, row: FilledRow, texts: Mapping[Path, Any], file: Mapping[str, Any]) -> None:
        if row.kind.key != "layanan":
            return
        column = row.kind.column(SORT)
        title = folded(column.choices.get(str(texts.get(SORT)), "")) if column else ""
        names = [str(one.get("nama")) for one in file.get("layanan") or ()]
        known = {folded(name).removeprefix(title): name for name in names}
        wanted = str(texts.get(CALLED, ""))
        if near := nearest(folded(wanted).removeprefix(title), known, LIKE):
            told = warning("tempat-mirip", row.place, nama=shown(wanted), maksud=shown(known[near]))
            self.result.problems.append(told)

    def _share_above(self, row: FilledRow, file: Entry) -> None:
        """What holds for all entries of a file that has none yet stands in it once, on top."""
        above = {key: row.shared[key] for key in row.kind.shared if key in row.shared and key not in file}
        if row.kind.file == "daerah.yml" or any(isinstance(value, list) for value in file.values()):
            return
        rest = {key: file.pop(key) for key in list(file)}
        file |= {**{key: cell.cell.text for key, cell in above.items()}, **rest}
        self.result.cells |= {(row.kind.file, (key,)): cell.place for key, cell in above.items()}

    def _shared(self, row: FilledRow, entry: Entry, file: Mapping[str, Any]) -> dict[Path, Any]:
        """What is said once for the sheet, for an entry that hasn't got it from its file."""
        said = {key: row.shared[key] for key in row.kind.shared if key in row.shared and (key,) not in row.cells}
        values = {key: read_cell(cell.cell, self._column(row, key), self._where).value for key, cell in said.items()}
        of_file = file if row.kind.file != "daerah.yml" else {}
        return {(key,): text for key, text in values.items() if (entry.get(key) or of_file.get(key)) != text}

    def _column(self, row: FilledRow, key: str) -> Column:
        found = row.kind.column((key,))
        assert found is not None, key  # a sheet says once what its entries could say too
        return found

    def _set(self, row: FilledRow, entry: Entry, path: Path, value: Any, loc: Loc) -> None:
        """Put a value where it differs; a cell that shows what is there changes nothing."""
        column = row.kind.column(path)
        filled = row.cells.get(path)
        if path == NAME or column is None or _says_the_same(value_at(entry, path), value, column, filled):
            return
        order = [column.path[0] for column in row.kind.columns]
        holder = entry
        for step in path[:-1]:
            held = dict(holder.get(step) or {})
            insert(holder, step, held, order)
            holder, order = held, [one.path[-1] for one in row.kind.columns if one.path[:-1] == path[:-1]]
        insert(holder, path[-1], value, order)
        self.result.cells[row.kind.file, (*loc, *path)] = filled.place if filled else row.place

    def _add(self, row: FilledRow, file: Entry, entry: Entry, loc: Loc) -> None:
        key = row.kind.key
        if row.kind.column(NAME):
            file[key] = {**(file.get(key) or {}), str(loc[1]): entry}
            return
        if ID in row.kind.known_by and "id" not in entry:
            entry = {"id": free_id(entry, file.get(key) or [], row.kind.key), **entry}
        file[key] = [*(file.get(key) or []), entry]
        if key == "layanan":
            self._no_proposal(entry, [column.path[0] for column in row.kind.columns])

    def _no_proposal(self, entry: Entry, order: Sequence[str]) -> None:
        """A place that somebody compared is proposed no more; what the proposal said of it goes along."""
        file = self.result.wanted.get(FILE, {})
        listed = file.get("usulan") or []
        at = _place_called(str(entry.get("nama")), listed)
        if at is None:
            return
        for (key,) in OF_PROPOSALS:
            if key not in entry and listed[at].get(key):
                insert(entry, key, listed[at][key], order)
        file["usulan"] = [one for number, one in enumerate(listed) if number != at] or None

    def _propose(self, row: FilledRow, texts: Mapping[Path, Any]) -> None:
        """A place that nobody has compared yet: only what such a list says of it may be said."""
        listed = self.result.wanted.get(FILE, {}).get("usulan") or []
        at = _place_called(str(texts.get(CALLED, "")), listed)
        more = [path for path in texts if path not in (*OF_PROPOSALS, SORT)]
        if at is None or more:
            cell = row.cells[more[0]].place if more else row.place
            self.result.problems.append(problem("usulan-diisi", cell, tulis=COMPARED))
            return
        for path in OF_PROPOSALS[1:]:
            if path in texts and value_at(listed[at], path) != texts[path]:
                listed[at][path[0]] = texts[path]
                self.result.cells[FILE, ("usulan", at, *path)] = row.cells[path].place


def _file_of(place: Place) -> str:
    """The file of a cell, as messages name it."""
    return place.file.partition("[")[0]


def _place_called(name: str, listed: Sequence[Mapping[str, Any]]) -> int | None:
    """Which place of a list has a name, however it is capitalised."""
    return next((at for at, one in enumerate(listed) if is_same_place(str(one.get("nama")), name)), None)


def _says_the_same(present: Any, value: Any, column: Column, filled: FilledCell | None) -> bool:
    """Whether a cell shows what is there already, however the file spells it. "tidak" is what nobody need say."""
    if present is None:
        return column.typing == "ya" and value == "tidak"
    return bool(present == value or (filled and shown_value(present, column) == filled.cell.text))


def _unnamed(row: FilledRow) -> str:
    """The heading of the column that would tell which entry a row speaks of, where nothing stands there."""
    kind = row.kind
    if kind.is_form or ID in row.cells:
        return ""
    needed = TITLE if ID in kind.known_by else kind.known_by[-1]
    column = kind.column(needed)
    return column.title if column and needed not in row.cells else ""


def _is_same(kind: SheetKind, entry: Entry, texts: Mapping[Path, Any]) -> bool:
    """Whether a row speaks of an entry of a list."""
    if ID in kind.known_by:
        return entry.get("id") == texts[ID] if ID in texts else is_same_event(entry, texts)
    known = [path for path in kind.known_by if path != SORT or path in texts]
    return all(_same(entry.get(path[0]), texts.get(path)) for path in known)


def is_same_event(entry: Entry, texts: Mapping[Path, Any]) -> bool:
    """Whether a row without an address speaks of an event: by its title, its day and its place."""
    same_title = folded(str(entry.get("judul"))) == folded(str(texts.get(TITLE)))
    return same_title and entry.get("tanggal") == texts.get(DAY) and _same_venue(entry, texts)


def _same_venue(entry: Entry, texts: Mapping[Path, Any]) -> bool:
    venue = texts.get(("tempat",))
    return venue is None or folded(str(entry.get("tempat"))) == folded(str(venue))


def _same(one: Any, other: Any) -> bool:
    return other is not None and folded(str(one)) == folded(str(other))


def free_id(entry: Entry, listed: Sequence[Mapping[str, Any]], kind: str) -> str:
    """An address for an event or a news item, which no other one has."""
    taken = {one.get("id") for one in listed}
    day = str(entry.get("tanggal", ""))[:DATE_LENGTH]
    stem = slug_of(f"{slug_of(str(entry.get('judul', '')))[:LONGEST_STEM]}-{day}") or kind
    return next(name for name in _numbered(stem) if name not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem[:56]}-{number}"
        number += 1


def insert(entry: Entry, key: str, value: Any, order: Sequence[str]) -> None:
    """Put a key where the record has it: behind the last of those that come before it."""
    if key in entry:
        entry[key] = value
        return
    before = set(order[: order.index(key)]) if key in order else set(entry)
    keys = list(entry)
    at = max((number + 1 for number, one in enumerate(keys) if one in before), default=0)
    rest = {one: entry.pop(one) for one in keys[at:]}
    entry |= {key: value, **rest}
