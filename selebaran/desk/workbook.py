"""The table of answers as a workbook: a call -> the sheet to fill in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from selebaran.compose.template.formats import day as long_day
from selebaran.compose.template.formats import fact_value
from selebaran.desk.answer_rows import ASKED_BY, ASKED_ON, SECOND
from selebaran.desk.call import Call, CallGroup, Question

SHEET = "Jawaban"
KEY = "Kode"
GROUP = "kelompok "
"""Before the key of a group, which may be called like a value."""
TITLES = {
    "jawaban": "Jawaban",
    "kutipan": "Kata-kata penjawab",
    "dasar": "Peraturan dan pasal",
    "nama": "Nama penjawab",
    "jabatan": "Jabatan",
    "tanggal": "Tanggal",
}
"""The columns to fill in, by what they are."""
HEADINGS = (KEY, "Tentang", "Tulisan kami", "Tanyakan", *TITLES.values())
WIDTHS = (18, 22, 44, 40, 34, 30, 22, 20, 22, 13)
HOW = (
    "Kolom Jawaban: tulis tetap bila sama dengan tulisan kami, atau kalimat yang baru. Tidak pasti? Kosongkan.",
    "Baris nilai di bawah fakta: isi hanya yang berubah. Nama, jabatan, dan tanggal: sekali di baris tiap kelompok.",
)
FILL_IN = PatternFill("solid", fgColor="FFF6D6")
DARK = PatternFill("solid", fgColor="E4E4E4")
LINE = Border(bottom=Side("thin", color="999999"))
ANSWERS = range(5, len(HEADINGS) + 1)
"""The columns in which somebody writes, counted from 1."""

Line = tuple[str, ...]


def workbook_bytes(call: Call) -> bytes:
    """The sheet to fill in, as the bytes of an .xlsx file. Every cell is a text: a day stays as it is typed."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    for text in (f"Jawaban petugas tentang {call.subject}, {long_day(call.day)}", *HOW):
        sheet.append((text,))
    sheet.append(HEADINGS)
    first = sheet.max_row
    for line in _lines(call):
        sheet.append(line)
    _dress(sheet, first)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _lines(call: Call) -> Iterator[Line]:
    yield (ASKED_BY, "Siapa yang bertanya", "", "Tulis namanya di kolom Jawaban")
    yield (SECOND, "Orang kedua", "", "Wajib bila ada yang berubah")
    yield (ASKED_ON, "Hari bertanya", "", f"Contoh: {call.day.isoformat()}")
    for group in call.groups:
        yield _group_line(group)
        for question in group.questions:
            yield from _fact_lines(question)


def _group_line(group: CallGroup) -> Line:
    what = "Dibaca sendiri: isi kolom Peraturan dan pasal" if group.is_read else "Isi nama dan jabatan di baris ini"
    return (GROUP + group.key, group.name, "", what)


def _fact_lines(question: Question) -> Iterator[Line]:
    fact = question.fact
    yield (fact.id, fact.topic, fact.sentence, fact.how_to_check or question.asked)
    yield from ((name, "nilai", str(fact_value(value))) for name, value in fact.values.items())


def _dress(sheet: Any, first: int) -> None:
    """Widths, wrapping, colours of what is to be filled in, and one page's width on paper."""
    for number, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJ"[number]].width = width
    sheet.freeze_panes = sheet.cell(first + 1, 3)
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for row in sheet.iter_rows(min_row=first, max_col=len(HEADINGS)):
        for cell in row:
            _dress_cell(cell, row[0].value, is_head=cell.row == first)


def _dress_cell(cell: Any, key: str, *, is_head: bool) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = LINE
    cell.number_format = "@"
    if cell.data_type == "f":  # a sentence that begins with = is no formula
        cell.data_type = "s"
    if is_head or key.startswith(GROUP):
        cell.font, cell.fill = Font(bold=True), DARK
    if not is_head and cell.column in ANSWERS:
        cell.fill = FILL_IN
