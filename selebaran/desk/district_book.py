"""The sheets of a district -> a workbook to fill in: every cell a text, choices to pick from, a hint above each column.

The same sheets give the same bytes. A text that begins like a formula is marked as text, in case it is copied on.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from selebaran.desk.columns import Column, SheetKind
from selebaran.desk.filled import Filled
from selebaran.desk.workbook import DARK, FILL_IN, LINE
from selebaran.model.record import SHARED

CHOICES = "Pilihan"
"""The hidden sheet of what can be picked."""
MARK = "Lembar kerja"
"""What the first cell of each sheet begins with; the district's slug stands beside it."""
ONCE = {"sumber": "Sumber untuk semua", "diperiksa_pada": "Diperiksa pada untuk semua"}
KEY, CONTENT, HINT = "Isian", "Isi", "Cara mengisi"
"""The headings of a sheet with a key on each line."""
HOW = "Satu baris untuk satu isi. Kolom bertanda * wajib. Yang dikosongkan tidak berubah dan tidak terhapus."
EMPTY_ROWS = 500
"""Rows below what is known in which choices are offered."""
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONGEST_PROMPT = 255
FORMULA = ("=", "+", "-", "@", "\t")
MADE = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a part of a ZIP can have."""


def district_book(slug: str, name: str, sheets: Iterable[Filled]) -> bytes:
    """The workbook of a district, as the bytes of an .xlsx file."""
    book = Workbook()
    book.remove(book.active)
    choices = _Choices()
    for one in sheets:
        sheet = book.create_sheet(one.kind.name)
        _head(sheet, slug, name, one)
        (_form if one.kind.is_form else _table)(sheet, one, choices)
    choices.write(book.create_sheet(CHOICES))
    file = io.BytesIO()
    book.save(file)
    return _timeless(file.getvalue())


class _Choices:
    """What can be picked, a column of the hidden sheet for each list."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, ...]] = []

    def range_of(self, column: Column) -> str:
        """Where the choices of a column stand."""
        offered = tuple(column.choices.values()) or ("ya", "tidak")
        if offered not in self._lists:
            self._lists.append(offered)
        letter = get_column_letter(self._lists.index(offered) + 1)
        return f"{quote_sheetname(CHOICES)}!${letter}$1:${letter}${len(offered)}"

    def write(self, sheet: Any) -> None:
        """Write all lists."""
        sheet.sheet_state = "hidden"
        for number, offered in enumerate(self._lists, 1):
            for row, text in enumerate(offered, 1):
                _put(sheet.cell(row, number), text)


def _put(cell: Any, text: str) -> None:
    """A text into a cell, as text whatever it looks like."""
    cell.value = text or None
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True


def _head(sheet: Any, slug: str, name: str, one: Filled) -> None:
    """Whose sheet it is, how it is filled in, and what is said once."""
    _put(sheet["A1"], MARK)
    _put(sheet["B1"], slug)
    _put(sheet["C1"], f"{one.kind.name}: {name}")
    _put(sheet["A2"], HOW)
    sheet["A1"].font = sheet["C1"].font = Font(bold=True)
    for row, key in enumerate(one.kind.shared, 3):
        _put(sheet.cell(row, 1), ONCE[key])
        _put(sheet.cell(row, 2), one.shared[key])
        sheet.cell(row, 2).fill = FILL_IN


def _form(sheet: Any, one: Filled, choices: _Choices) -> None:
    """A key on each line."""
    first = 4
    for number, title in enumerate((KEY, CONTENT, HINT), 1):
        _heading(sheet.cell(first, number), title, (34, 44, 70)[number - 1])
    (texts,) = one.rows
    for row, column in enumerate(one.kind.columns, first + 1):
        _put(sheet.cell(row, 1), _title(column))
        _put(sheet.cell(row, 2), texts.get(column.path, ""))
        _put(sheet.cell(row, 3), column.hint)
        for number in (1, 2, 3):
            sheet.cell(row, number).alignment = WRAPPED
        sheet.cell(row, 2).fill = FILL_IN
        _offer(sheet, column, f"B{row}", choices)
    sheet.freeze_panes = sheet.cell(first + 1, 2)


def _table(sheet: Any, one: Filled, choices: _Choices) -> None:
    """An entry on each line; the hints stand above the headings, so that sorting leaves them alone."""
    head = 6
    last = head + len(one.rows) + EMPTY_ROWS
    for number, column in enumerate(one.kind.columns, 1):
        letter = get_column_letter(number)
        _put(sheet.cell(head - 1, number), column.hint)
        sheet.cell(head - 1, number).font = Font(italic=True, size=9)
        sheet.cell(head - 1, number).alignment = WRAPPED
        _heading(sheet.cell(head, number), _title(column), _width(column))
        sheet.column_dimensions[letter].number_format = "@"  # what is typed below stays a text, too
        for row, texts in enumerate(one.rows, head + 1):
            if text := texts.get(column.path):
                _put(sheet.cell(row, number), text)
                sheet.cell(row, number).alignment = WRAPPED
        _offer(sheet, column, f"{letter}{head + 1}:{letter}{last}", choices)
    sheet.freeze_panes = sheet.cell(head + 1, 3)
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _title(column: Column) -> str:
    return f"{column.title} *" if column.must else column.title


def _heading(cell: Any, text: str, width: int) -> None:
    _put(cell, text)
    cell.font, cell.fill, cell.border = Font(bold=True), DARK, LINE
    cell.alignment = WRAPPED
    cell.parent.column_dimensions[cell.column_letter].width = width


def _width(column: Column) -> int:
    return {"tanggal": 13, "bulan": 11, "jam": 11, "ya": 10, "angka": 12, "telepon": 20, "naskah": 70}.get(
        column.typing, 26
    )


def _offer(sheet: Any, column: Column, cells: str, choices: _Choices) -> None:
    """The hint that shows when a cell is chosen, and what can be picked there. Another text is told, never refused:
    `intake` says more of it than a spreadsheet can."""
    is_picked = bool(column.choices) or column.typing == "ya"
    rule = DataValidation(
        type="list" if is_picked else None,
        formula1=choices.range_of(column) if is_picked else None,
        allow_blank=True,
        showErrorMessage=False,
    )
    rule.promptTitle, rule.prompt, rule.showInputMessage = column.title[:32], column.hint[:LONGEST_PROMPT], True
    sheet.add_data_validation(rule)
    rule.add(cells)


def _timeless(raw: bytes) -> bytes:
    """The same workbook without the hour at which it was made."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in made.infolist():
            kept.writestr(
                zipfile.ZipInfo(part.filename, FIRST_DAY), MADE.sub(b"", made.read(part)), zipfile.ZIP_DEFLATED
            )
    return file.getvalue()


def sheet_of(kinds: Iterable[SheetKind], name: str) -> SheetKind | None:
    """The sheet of a name."""
    return next((kind for kind in kinds if kind.name.casefold() == name.strip().casefold()), None)


SHARED_TITLES = {ONCE[key].casefold(): key for key in SHARED}
"""What is said once, by its heading."""
