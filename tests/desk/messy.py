"""Tables as offices send them, each made by a few lines, with what is to become of it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from tests.desk.libreoffice import ods, ods_cell

HEAD = ("Judul", "Jenis", "Tanggal", "Mulai", "Selesai", "Tempat")
EVENT = ("Pos di pasar", "Pos pendaftaran", "2027-06-10", "09.00", "12.00", "Pasar Rekaan")
PLACES = ("Jenis", "Nama", "Telepon")


@dataclass(frozen=True)
class Messy:
    """A table: how it is made, the codes that are told of it, and what its one entry says then."""

    make: Callable[[], bytes]
    told: tuple[str, ...]
    says: dict[str, Any]
    key: str = "kegiatan"
    name: str = "tabel.xlsx"


def book(*rows: tuple[Any, ...], change: Callable[[Any], object] = lambda sheet: None, title: str = "Sheet1") -> bytes:
    """A workbook of these rows, changed by what an office does to it."""
    made = Workbook()
    sheet: Any = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    change(sheet)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_cell(column: int, value: Any, *, head: tuple[str, ...] = HEAD) -> tuple[tuple[Any, ...], ...]:
    """Headings and the event with one other cell."""
    row: list[Any] = list(EVENT)
    row[column] = value
    return head, tuple(row)


ABOVE = (("Sumber untuk semua", "Daftar rekaan"), ("Diperiksa pada untuk semua", "2026-11-20"))


def place(phone: Any, name: str = "Puskesmas Rekaan Baru") -> bytes:
    return book(*ABOVE, PLACES, ("Puskesmas", name, phone))


def text(*rows: tuple[str, ...], separator: str = ";", letters: str = "utf-8") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode(letters)


def ods_with(column: int, cell: str) -> bytes:
    """Headings and the event with one other cell."""
    return ods(HEAD, (*EVENT[:column], cell, *EVENT[column + 1 :]))


def reckoned(raw: bytes, spot: str, result: str, kind: str = "n") -> bytes:
    """The workbook with what the formula in a cell gave, as Excel keeps it: `str` is a text, `e` an error."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(file, "w") as made:
        for name in archive.namelist():
            cell, given = (
                rf'<c r="{spot}"([^>]*)>(<f>.*?</f>)<v ?/?>(?:</v>)?',
                rf'<c r="{spot}"\1 t="{kind}">\2<v>{result}</v>',
            )
            made.writestr(name, re.sub(cell, given, archive.read(name).decode()))
    return file.getvalue()


def formula(sheet: Any) -> None:
    sheet["C2"] = "=C1+7"


def formula_of_nothing(sheet: Any) -> None:
    sheet["G1"], sheet["G2"] = "Catatan", "=C1+7"


def formula_of_several(sheet: Any) -> None:
    sheet["C2"] = ArrayFormula("C2:C3", "=C1+7")


def merged_far_down(sheet: Any) -> None:
    sheet.merge_cells("C2:C40")


def merged_into_hidden(sheet: Any) -> None:
    hidden_row(sheet)
    sheet.merge_cells("A2:A3")


def hidden_row(sheet: Any) -> None:
    sheet.append(("Rapat dalam", *EVENT[1:]))
    sheet.row_dimensions[3].hidden = True


def hidden_column(sheet: Any) -> None:
    sheet["G1"], sheet["G2"] = "Catatan", "jangan ditulis"
    sheet.column_dimensions["G"].hidden = True


def hidden_sheet(sheet: Any) -> None:
    other = sheet.parent.create_sheet("Lama")
    other.append(HEAD)
    other.append(("Lama", *EVENT[1:]))
    other.sheet_state = "hidden"


def merged_days(sheet: Any) -> None:
    sheet.append(("Cek status", "Cek status", None, "13.00", "15.00", "Pasar Rekaan"))
    sheet.merge_cells("C2:C3")


def merged_title(sheet: Any) -> None:
    sheet.merge_cells("A1:F1")


def other_sheet(sheet: Any) -> None:
    sheet.parent.create_sheet("Foto").append(("gambar menyusul", "ya"))


SAID = {"judul": "Pos di pasar", "jenis": "pos_pendaftaran", "tanggal": "2027-06-10", "mulai": "09.00"}
FULL = {**SAID, "selesai": "12.00", "tempat": "Pasar Rekaan"}
GUESS = ("sel-ditebak",)
NAMED = ("kolom-ditebak",)
MESSY: dict[str, Messy] = {
    "as it should be": Messy(lambda: book(HEAD, EVENT), (), FULL),
    "a title and empty rows above": Messy(
        lambda: book(("JADWAL 2027",), (), ("Dinas",), (), HEAD, EVENT, change=merged_title), (), FULL
    ),
    "columns in another order and a number before": Messy(
        lambda: book(("No.", *reversed(HEAD)), (1, *reversed(EVENT))), (), FULL
    ),
    "headings in capitals, with marks": Messy(
        lambda: book(tuple(f"{one.upper()} *:" for one in HEAD), EVENT), (), FULL
    ),
    "other names for columns": Messy(
        lambda: book(("Nama Kegiatan", "Jenis", "Hari/Tanggal", "Pukul", "Selesai", "Lokasi"), EVENT),
        (*NAMED, *NAMED, *NAMED, *NAMED),
        FULL,
    ),
    "a misspelt heading": Messy(lambda: book((*HEAD[:2], "Tangal", *HEAD[3:]), EVENT), NAMED, FULL),
    "a column that nobody knows": Messy(
        lambda: book((*HEAD, "Anggaran"), (*EVENT, 5000000)), ("kolom-tidak-dikenal",), FULL
    ),
    "a day as a date": Messy(lambda: book(*with_cell(2, date(2027, 6, 10))), (), FULL),
    "a day as a number": Messy(lambda: book(*with_cell(2, 46548)), GUESS, FULL),
    "a day in words": Messy(lambda: book(*with_cell(2, "Kamis, 10 Juni 2027")), GUESS, FULL),
    "a day with strokes": Messy(lambda: book(*with_cell(2, "10/06/2027")), GUESS, FULL),
    "a time as a time": Messy(lambda: book(*with_cell(3, time(9, 0))), (), FULL),
    "a time as a moment of 1900": Messy(lambda: book(*with_cell(3, datetime(1900, 1, 1, 9, 0))), (), FULL),
    "a time as a part of a day": Messy(lambda: book(*with_cell(3, 0.375)), GUESS, FULL),
    "a time whose zero was eaten": Messy(lambda: book(*with_cell(3, 9.3)), GUESS, {**FULL, "mulai": "09.30"}),
    "a time as an hour": Messy(lambda: book(*with_cell(3, 9)), GUESS, FULL),
    "both times in one cell": Messy(
        lambda: book(HEAD[:4] + HEAD[5:], (*EVENT[:3], "09.00-12.00 WIB", EVENT[5])),
        GUESS,
        {**SAID, "mulai": "09.00 WIB", "selesai": "12.00 WIB"},
    ),
    "until it ends": Messy(lambda: book(*with_cell(4, "s.d. selesai")), (), {**SAID, "selesai": "s.d. selesai"}),
    "a formula that gave nothing yet": Messy(lambda: book(HEAD, EVENT, change=formula), ("sel-rumus",), {}),
    "a formula that gave a day": Messy(
        lambda: reckoned(book(HEAD, EVENT, change=formula), "C2", "46548"),
        ("rumus-dibaca", *GUESS),
        FULL,
    ),
    "a formula that gave nothing, as meant": Messy(
        lambda: reckoned(book(HEAD, EVENT, change=formula_of_nothing), "G2", "", "str"), (), FULL
    ),
    "a formula of several cells": Messy(lambda: book(HEAD, EVENT, change=formula_of_several), ("sel-rumus",), {}),
    "a formula that gave an error": Messy(
        lambda: reckoned(book(HEAD, EVENT, change=formula), "C2", "#REF!", "e"),
        ("rumus-dibaca", "sel-galat"),
        {},
    ),
    "the error of a formula": Messy(lambda: book(*with_cell(2, "#REF!")), ("sel-galat",), {}),
    "a hidden row": Messy(lambda: book(HEAD, EVENT, change=hidden_row), ("bagian-tersembunyi",), FULL),
    "a hidden column": Messy(lambda: book(HEAD, EVENT, change=hidden_column), ("bagian-tersembunyi",), FULL),
    "a hidden sheet": Messy(lambda: book(HEAD, EVENT, change=hidden_sheet), ("bagian-tersembunyi",), FULL),
    "one day for two rows": Messy(lambda: book(HEAD, EVENT, change=merged_days), ("sel-tergabung",), FULL),
    "one day for rows of which one is used": Messy(lambda: book(HEAD, EVENT, change=merged_far_down), (), FULL),
    "one title for a row that is hidden, too": Messy(
        lambda: book(HEAD, EVENT, change=merged_into_hidden), ("bagian-tersembunyi",), FULL
    ),
    "two tables on a sheet": Messy(
        lambda: book(*ABOVE, HEAD, EVENT, (), PLACES, ("Puskesmas", "Puskesmas Rekaan Baru", "0000-2099")), (), FULL
    ),
    "a sheet of something else": Messy(lambda: book(HEAD, EVENT, change=other_sheet), ("lembar-dilewati",), FULL),
    "a total below": Messy(lambda: book(HEAD, EVENT, (None, None, None, 1, 2)), ("baris-tanpa-nama",), FULL),
    "blanks and dashes for nothing": Messy(
        lambda: book((*HEAD, "Catatan"), ("  Pos  di pasar ", *EVENT[1:], "-")), (), FULL
    ),
    "the same column twice": Messy(lambda: book((*HEAD, "Lokasi"), (*EVENT, "Aula")), ("kolom-kembar",), {}),
    "the same event twice": Messy(lambda: book(HEAD, EVENT, EVENT), (), FULL),
    "a kind that is misspelt": Messy(lambda: book(*with_cell(1, "Pos pendaftran")), GUESS, FULL),
    "a kind that only the title tells": Messy(
        lambda: book(HEAD[:1] + HEAD[2:], ("Penyuluhan di pasar", *EVENT[2:])), GUESS, {"jenis": "penyuluhan"}
    ),
    "no kind at all": Messy(lambda: book(HEAD[:1] + HEAD[2:], ("Tanya jawab", *EVENT[2:])), ("sel-kosong",), {}),
    "a place without a source": Messy(
        lambda: book(PLACES, ("Puskesmas", "Puskesmas Rekaan Baru", "0000-2099")),
        ("sel-kosong", "sel-kosong"),
        {},
        "layanan",
    ),
    "nothing that is known": Messy(lambda: book(("a", "b"), (1, 2)), ("tabel-tanpa-judul",), {}),
    "a telephone as a number": Messy(lambda: place(254212345), GUESS, {"telepon": "0254212345"}, "layanan"),
    "a telephone that was cut": Messy(lambda: place("8,12E+11"), ("nomor-terpotong",), {}, "layanan"),
    "a telephone behind an apostrophe": Messy(lambda: place("'0000-2099"), (), {"telepon": "0000-2099"}, "layanan"),
    "a place like one that is there": Messy(
        lambda: place("0000-2099", "Puskesmas Rekaan Melatih"), ("tempat-mirip",), {}, "layanan"
    ),
    "a proposal that nobody compared": Messy(
        lambda: book(("Keadaan", *PLACES), ("belum dicocokkan", "Puskesmas", "Puskesmas Rekaan Kusuma", "0000-2099")),
        ("usulan-diisi",),
        {},
        "layanan",
    ),
    "semicolons and letters of Windows": Messy(
        lambda: text(HEAD, (*EVENT[:5], "Café Rekaan"), letters="cp1252"),
        (),
        {**SAID, "tempat": "Café Rekaan"},
        name="tabel.csv",
    ),
    "commas, and a mark at the beginning": Messy(
        lambda: text(HEAD, EVENT, separator=",", letters="utf-8-sig"), (), FULL, name="tabel.csv"
    ),
    "a letter that nobody sees": Messy(lambda: book(*with_cell(5, "Pasar \u202eRekaan")), ("huruf-tersembunyi",), {}),
    "a text without end": Messy(lambda: book(*with_cell(5, "x" * 30_000)), ("teks-terlalu-panjang",), {}),
    "a quote that isn't closed": Messy(
        lambda: text(HEAD, EVENT) + b'"Lain;Penyuluhan\r\nHilang;Penyuluhan\r\n',
        ("kutip-terbuka",),
        {},
        name="tabel.csv",
    ),
    "the error of a formula as text": Messy(
        lambda: text(HEAD, (*EVENT[:5], "#REF!")), ("sel-galat",), {}, name="tabel.csv"
    ),
    "a cell beyond the headings": Messy(
        lambda: text(HEAD, (*EVENT, "bawa KTP")), ("sel-tanpa-judul",), FULL, name="tabel.csv"
    ),
    "from LibreOffice": Messy(lambda: ods(HEAD, EVENT), (), FULL, name="tabel.ods"),
    "LibreOffice: an error": Messy(
        lambda: ods_with(5, ods_cell("Err:502", 'table:formula="of:=X()"')), ("sel-galat",), {}, name="tabel.ods"
    ),
    "LibreOffice: a formula": Messy(
        lambda: ods_with(5, ods_cell(EVENT[5], 'table:formula="of:=A1"')), ("rumus-dibaca",), FULL, name="tabel.ods"
    ),
    "LibreOffice: a formula that nobody reckoned": Messy(
        lambda: ods_with(5, '<table:table-cell table:formula="of:=A1"/>'), ("sel-rumus",), {}, name="tabel.ods"
    ),
    "LibreOffice: a remark on a cell, and a line end in it": Messy(
        lambda: ods_with(
            5,
            '<table:table-cell office:value-type="string"><office:annotation><text:p>kata Budi</text:p>'
            "</office:annotation><text:p>Pasar<text:line-break/>Rekaan</text:p></table:table-cell>",
        ),
        (),
        FULL,
        name="tabel.ods",
    ),
    "LibreOffice: a hidden column": Messy(
        lambda: ods(
            (*HEAD, "Catatan"),
            (*EVENT, "jangan ditulis"),
            columns='<table:table-column table:number-columns-repeated="6"/>'
            '<table:table-column table:visibility="collapse"/>',
        ),
        ("bagian-tersembunyi",),
        FULL,
        name="tabel.ods",
    ),
    "LibreOffice: a hidden sheet": Messy(
        lambda: ods(
            HEAD,
            EVENT,
            style='<style:style style:name="t"><style:table-properties table:display="false"/></style:style>',
            look='table:style-name="t"',
        ),
        ("bagian-tersembunyi",),
        {},
        name="tabel.ods",
    ),
    "LibreOffice: a hidden row": Messy(
        lambda: ods(HEAD, EVENT, ('table:visibility="filter"', "Rapat dalam", *EVENT[1:])),
        ("bagian-tersembunyi",),
        FULL,
        name="tabel.ods",
    ),
    "LibreOffice: one day for two rows": Messy(
        lambda: ods(
            HEAD,
            (*EVENT[:2], ods_cell(EVENT[2], 'table:number-rows-spanned="2"'), *EVENT[3:]),
            ("Lain", EVENT[1], "<table:covered-table-cell/>", *EVENT[3:]),
        ),
        ("sel-tergabung",),
        FULL,
        name="tabel.ods",
    ),
    "LibreOffice: a time without zeros": Messy(
        lambda: ods_with(3, '<table:table-cell office:value-type="time" office:time-value="PT9H0M0S"/>'),
        (),
        FULL,
        name="tabel.ods",
    ),
}
