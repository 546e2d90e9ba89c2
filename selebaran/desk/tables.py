"""Sheets as they were filled in -> rows of entries, each cell with the column that it belongs to.

A sheet may have anything above its table, a table below another, and columns in any order and by other names. What is
guessed is told; what isn't understood is told and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selebaran.desk.columns import Path, SheetKind
from selebaran.desk.district_book import CONTENT, KEY, MARK, SHARED_TITLES
from selebaran.desk.grid import Grid, GridCell, GridRow
from selebaran.desk.headings import Headings, headings_of, is_form_head, plain
from selebaran.desk.side_by_side import parted
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown
from selebaran.words.near import nearest

TOTAL = re.compile(r"(?:sub\s?-?|grand )?(?:total|jumlah|rekap(?:itulasi)?|rata-rata)\b", re.I)
BETWEEN = re.compile(
    r"(?:kec(?:amatan)?|desa|kel(?:urahan)?|wilayah|zona|bulan|triwulan|semester|pekan|minggu|tahun|tanggal|rekap"
    r"|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des|[IVX]{1,4}\b|[A-H]\b)",
    re.I,
)
"""How a heading between rows begins: a place, a span of time, a numeral."""
NOTHING = {"", "-", "–", "—", "…", "..."}
"""What stands in a cell that says nothing."""


@dataclass(frozen=True)
class FilledCell:
    """What somebody wrote, and where."""

    cell: GridCell
    place: Place


@dataclass(frozen=True)
class FilledRow:
    """An entry: the cells that say something, by the way to their key; what is said once above it; its own place."""

    kind: SheetKind
    place: Place
    cells: Mapping[Path, FilledCell]
    shared: Mapping[str, FilledCell] = field(default_factory=dict)


@dataclass(frozen=True)
class Tables:
    """What was read of a file: the district that it names, its rows, and what is to be said."""

    slug: str = ""
    rows: tuple[FilledRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def tables_of(grids: Sequence[Grid], kinds: Sequence[SheetKind]) -> Tables:
    """All rows of a file's sheets."""
    rows: list[FilledRow] = []
    problems: list[Problem] = []
    read = 0
    for grid in grids:
        sheets = [_Sheet(one, kinds) for one in parted(grid, kinds, (KEY, CONTENT))]
        for sheet in sheets:
            rows += sheet.rows()
            problems += sheet.problems
        tables = sum(sheet.tables for sheet in sheets)
        read += tables
        if not tables and grid.rows and len(grids) > 1:
            problems.append(warning("lembar-dilewati", Place(grid.place(1).file.partition("!")[0] + "]")))
    if grids and not read:
        problems.append(problem("tabel-tanpa-judul", Place(grids[0].label)))
    return Tables(_slug(grids), tuple(rows), tuple(problems))


def _slug(grids: Sequence[Grid]) -> str:
    """The district whose workbook it is, as its first cells say."""
    firsts = (grid.rows[0] for grid in grids if grid.rows)
    return next((row.cell(1).text for row in firsts if row.cell(0).text == MARK), "")


def _no_entry(row: GridRow, filled: Collection[Path], kind: SheetKind) -> str:
    """What stands in a row that is a sum of others, or a heading between them; "" for an entry. Who fills in all that
    an entry needs means one, whatever it is called."""
    lacks = any(column.must and column.path not in filled for column in kind.columns)
    texts = [" ".join(cell.text.split()) for cell in row.cells if not (cell.text in NOTHING or cell.text.isdecimal())]
    return texts[0] if lacks and texts and _is_between(texts) else ""


def _is_between(texts: Sequence[str]) -> bool:
    return bool(TOTAL.match(texts[0]) or (len(set(texts)) == 1 and BETWEEN.match(texts[0])))


class _Sheet:
    """One sheet while its tables are read."""

    def __init__(self, grid: Grid, kinds: Sequence[SheetKind]) -> None:
        self._grid, self._kinds = grid, kinds
        self._shared: dict[str, FilledCell] = {}
        self._beyond: set[tuple[int, int]] = set()
        self.problems: list[Problem] = []
        self.tables = 0

    def rows(self) -> Iterator[FilledRow]:
        """Every row below headings."""
        form = next((kind for kind in self._kinds if kind.is_form), None)
        head: Headings | None = None
        for number, row in enumerate(self._grid.rows):
            if form and is_form_head(row, (KEY, CONTENT)):
                self.tables += 1
                yield self._form(form, self._grid.rows[number + 1 :])
                return
            if (fresh := headings_of(row, self._candidates())) is not None:
                head = fresh
                self.tables += 1
                self._tell(head)
            elif head is None:
                self._note_shared(row)
            elif found := self._row(head, row):
                yield found

    def _candidates(self) -> list[SheetKind]:
        """The kind that the sheet is called after, else all."""
        called = [kind for kind in self._kinds if plain(kind.name) == plain(self._grid.name)]
        return called or [kind for kind in self._kinds if not kind.is_form]

    def _note_shared(self, row: GridRow) -> None:
        for at, cell in enumerate(row.cells):
            key = SHARED_TITLES.get(cell.text.casefold().rstrip(" :*"))
            value = next(((column, one) for column, one in enumerate(row.cells[at + 1 :], at + 1) if one.text), None)
            if key and value and value[1].text not in NOTHING:
                self._shared[key] = FilledCell(value[1], self._grid.place(row.number, value[0]))

    def _tell(self, head: Headings) -> None:
        """Say what was guessed of the headings."""
        number = head.row.number
        for one in head.found:
            if one.is_guess:
                place = self._grid.place(number, one.at)
                told = warning("kolom-ditebak", place, isi=shown(one.title), maksud=one.column.title)
                self.problems.append(told)
        for one in head.twice:
            place = self._grid.place(number, one.at)
            self.problems.append(problem("kolom-kembar", place, isi=shown(one.title), kolom=one.column.title))
        titles = [column.title for column in head.kind.columns]
        for at, text in head.unknown:
            told = warning(
                "kolom-tidak-dikenal", self._grid.place(number, at), isi=shown(text), maksud=nearest(text, titles)
            )
            self.problems.append(told)

    def _row(self, head: Headings, row: GridRow) -> FilledRow | None:
        cells = {
            one.column.path: FilledCell(row.cell(one.at), self._grid.place(row.number, one.at))
            for one in head.found
            if row.cell(one.at).text not in NOTHING
        }
        if not cells.keys() - {("·",)}:
            return None
        if text := _no_entry(row, cells.keys(), head.kind):
            self.problems.append(warning("baris-dilewati", self._grid.place(row.number), isi=shown(text)))
            return None
        self._tell_beyond(head, row)
        return FilledRow(head.kind, self._grid.place(row.number), cells, dict(self._shared))

    def _tell_beyond(self, head: Headings, row: GridRow) -> None:
        """Say once of a column without a heading that what stands in it isn't read; numbers of rows need none."""
        for at, cell in enumerate(row.cells):
            column = (head.row.number, at)
            if cell.text in NOTHING or cell.text.isdecimal() or head.row.cell(at).text or column in self._beyond:
                continue
            self._beyond.add(column)
            self.problems.append(warning("sel-tanpa-judul", self._grid.place(row.number, at), isi=shown(cell.text)))

    def _form(self, kind: SheetKind, rows: Sequence[GridRow]) -> FilledRow:
        """A sheet with a key on each line."""
        columns = {plain(column.title): column for column in kind.columns}
        cells: dict[Path, FilledCell] = {}
        for row in rows:
            title, text = row.cell(0), row.cell(1)
            column = columns.get(plain(title.text))
            if column is None and title.text:
                maksud = nearest(title.text, [one.title for one in kind.columns])
                place = self._grid.place(row.number, 0)
                self.problems.append(warning("kolom-tidak-dikenal", place, isi=shown(title.text), maksud=maksud))
            elif column and text.text not in NOTHING:
                cells[column.path] = FilledCell(text, self._grid.place(row.number, 1))
        return FilledRow(kind, self._grid.place(rows[0].number if rows else 1), cells)
