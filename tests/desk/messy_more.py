"""More tables as offices send them: tables beside each other or on their side, totals, other clocks, other names."""

from __future__ import annotations

from tests.desk.messy import ABOVE, EVENT, FULL, GUESS, HEAD, PLACES, Messy, book, text, with_cell

MORE: dict[str, Messy] = {
    "totals and headings between the rows": Messy(
        lambda: book(HEAD, ("KECAMATAN REKAAN HULU",), EVENT, ("Jumlah", None, None, None, 1)),
        ("baris-dilewati", "baris-dilewati"),
        FULL,
    ),
    "an event called after a total": Messy(
        lambda: book(HEAD, ("Total Sehat", *EVENT[1:])), (), {**FULL, "judul": "Total Sehat"}
    ),
    "a table beside another": Messy(
        lambda: book(*ABOVE, (*HEAD, None, *PLACES), (*EVENT, None, "Puskesmas", "Puskesmas Rekaan Baru", "0000-2099")),
        (),
        FULL,
    ),
    "a table on its side": Messy(lambda: book(*zip(HEAD, EVENT, strict=True)), (), FULL),
    "a day without its year, until another": Messy(
        lambda: book(*with_cell(2, "10 Juni s/d 12 Juni 2027")),
        GUESS,
        {**FULL, "tanggal": "2027-06-10 s.d. 2027-06-12"},
    ),
    "a day that no calendar has": Messy(lambda: book(*with_cell(2, "31 Februari 2027")), ("tanggal-tidak-ada",), {}),
    "hours until it ends": Messy(
        lambda: book(HEAD, (*EVENT[:3], "09.00-selesai", None, EVENT[5])), GUESS, {**FULL, "selesai": "selesai"}
    ),
    "hours with seconds": Messy(lambda: book(*with_cell(3, "09:00:00")), GUESS, FULL),
    "hours with a comma": Messy(lambda: book(*with_cell(3, "9,30")), GUESS, {**FULL, "mulai": "09.30"}),
    "hours without a mark": Messy(lambda: book(*with_cell(3, "0900")), GUESS, FULL),
    "hours of half a day": Messy(lambda: book(*with_cell(4, "1:00 PM")), GUESS, {**FULL, "selesai": "13.00"}),
    "an end behind its word": Messy(lambda: book(*with_cell(4, "s/d 12.00")), GUESS, FULL),
    "a table of letters named as a workbook": Messy(lambda: text(HEAD, EVENT), (), FULL),
    "a workbook named as a table of letters": Messy(lambda: book(HEAD, EVENT), (), FULL, name="tabel.csv"),
}
