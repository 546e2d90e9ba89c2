"""Tables as offices send them are understood, or told with sheet, row and column; nothing is guessed in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.desk.at_its_cell import Context
from selebaran.desk.changes import changes
from selebaran.desk.changes import told as all_told
from selebaran.desk.district_book import district_book
from selebaran.desk.district_files import District, district_of
from selebaran.desk.filled import filled
from selebaran.desk.headings import OTHER_NAMES
from selebaran.desk.merged import Merged, merged
from selebaran.desk.page_files import FOLDER, entry_of
from selebaran.desk.sent import TABLES
from selebaran.desk.tables import Tables, tables_of
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.read.strict_yaml import read_yaml
from selebaran.words import of_intake
from selebaran.words.said import said
from tests.conftest import DEMO, SHORT
from tests.desk import messy, messy_more
from tests.desk.messy import EVENT, FULL, HEAD, SAID, Messy, book, text, with_cell
from tests.project import PROJECT


@pytest.fixture(scope="module")
def demo(registry: Registry) -> District:
    return district_of(DEMO, registry, PROJECT)


def read(raw: bytes, name: str, district: District) -> Tables:
    grids, problems = TABLES[Path(name).suffix](raw, name)
    found = tables_of(grids, district.kinds)
    return Tables(found.slug, found.rows, (*problems, *found.problems))


def taken(raw: bytes, name: str, district: District) -> tuple[Merged, dict[str, str], list[Problem]]:
    """What the files are to say, their texts, and all that is told."""
    tables = read(raw, name, district)
    found = merged(tables.rows, district.data, district.where)
    context = Context(f"districts/{district.slug}", district.where, district.campaign, district.zone, district.kinds)
    texts, faults = changes(district.texts, district.data, found, context)
    return found, texts, all_told([*tables.problems, *found.problems, *faults])


MESSY = messy.MESSY | messy_more.MORE


@pytest.mark.parametrize("name", MESSY)
def test_a_messy_table_says_what_its_office_meant_or_is_told(name: str, demo: District) -> None:
    table: Messy = MESSY[name]
    found, texts, told = taken(table.make(), table.name, demo)
    assert sorted(one.code for one in told) == sorted(table.told)
    file = {"kegiatan": "jadwal.yml", "layanan": "layanan.yml"}[table.key]
    if table.says:
        before = demo.data[file][table.key]
        after = found.wanted[file][table.key]
        assert after[: len(before)] == before
        assert table.says.items() <= after[len(before)].items()
        assert texts[file].startswith(demo.texts[file].rstrip("\n").split("\nperahu:")[0])
    for one in told:  # the cell, or the row, as people call it
        assert one.place.file.startswith(table.name)


def test_every_message_about_a_table_has_a_table_that_causes_it() -> None:
    told = {code for table in MESSY.values() for code in table.told}
    assert set(of_intake.MESSAGES) - told <= {"baris-kembar"}  # below


def test_two_rows_of_one_event_that_differ_are_told_and_the_first_counts(demo: District) -> None:
    rows = (("Nama alamat", *HEAD), ("pos-x", *EVENT), ("pos-x", "Lain", *EVENT[1:]))
    found, _, told = taken(book(*rows), "tabel.xlsx", demo)
    assert [(one.code, one.place.file) for one in told] == [("baris-kembar", "tabel.xlsx[Sheet1!3]")]
    assert found.wanted["jadwal.yml"]["kegiatan"][-1]["judul"] == EVENT[0]


def both(first: tuple[str, bytes], second: tuple[str, bytes], district: District) -> Merged:
    rows = [row for name, raw in (first, second) for row in read(raw, name, district).rows]
    return merged(rows, district.data, district.where)


def test_two_files_that_deny_each_other_are_told_and_two_that_add_to_each_other_are_one(demo: District) -> None:
    one, note = ("satu.xlsx", book(HEAD, EVENT)), (*HEAD, "Catatan")
    other = both(one, ("dua.xlsx", book(*with_cell(3, "10.00"))), demo)
    assert [(fault.code, str(fault.place)) for fault in other.problems] == [("baris-kembar", "dua.xlsx[Sheet1!2]")]
    assert "satu.xlsx[Sheet1!2]" in dict(other.problems[0].values)["tempat"]
    more = both(one, ("dua.csv", text(note, (*EVENT, "Bawa payung"))), demo)
    assert more.problems == []
    assert len(more.wanted["jadwal.yml"]["kegiatan"]) == len(demo.data["jadwal.yml"]["kegiatan"]) + 1
    assert more.wanted["jadwal.yml"]["kegiatan"][-1]["catatan"] == "Bawa payung"


def test_a_cell_that_shows_what_the_file_has_changes_nothing_however_that_is_spelt(demo: District) -> None:
    """An answer in a record, a day of the week, a list: the cell shows another text than the file has."""
    kind = next(one for one in demo.kinds if one.key == "kegiatan")
    column = next(one for one in kind.columns if one.typing == "tanggal")
    data = {**demo.data, "jadwal.yml": {"kegiatan": [{**SAID, "id": "pos", "tanggal": "10 Juni 2027"}]}}
    raw = book(("Nama alamat", column.title), ("pos", "10 Juni 2027"))
    assert merged(read(raw, "tabel.xlsx", demo).rows, data, demo.where).wanted == data
    denied = book((*HEAD, "Batal"), (*EVENT, "tidak"))
    data = {**demo.data, "jadwal.yml": {"kegiatan": [{**FULL, "id": "pos"}]}}
    assert merged(read(denied, "tabel.xlsx", demo).rows, data, demo.where).wanted == data


def test_a_fault_of_the_record_names_the_cell_that_it_comes_from(demo: District) -> None:
    _, _, told = taken(book(HEAD, (*EVENT[:2], "kapan-kapan", *EVENT[3:])), "tabel.xlsx", demo)
    assert [(one.code, one.place.file) for one in told] == [("tanggal-tidak-terbaca", "tabel.xlsx[Sheet1!C2]")]


@pytest.mark.parametrize("slug", [DEMO, SHORT, "kab-puncak"])
def test_a_workbook_that_nobody_changed_changes_nothing(slug: str, registry: Registry) -> None:
    check_round_trip(district_of(slug, registry, PROJECT))


def check_round_trip(district: District) -> None:
    slug = district.slug
    raw = district_book(slug, district.name, [filled(kind, district.data) for kind in district.kinds])
    assert raw == district_book(slug, district.name, [filled(kind, district.data) for kind in district.kinds])
    tables = read(raw, "lembar.xlsx", district)
    assert tables.slug == slug
    assert len(tables.rows) > 1  # who it is, and a place at least
    found, texts, told = taken(raw, "lembar.xlsx", district)
    assert told == []
    assert texts == {}
    assert found.wanted == district.data


NEWS = ("Judul", "Ringkas", "Tanggal", "Isi kabar")
ITEM = ("Loket pindah", "Loket ada di balai desa.", "10 Juni 2027", "Satu baris.\n\n- butir\n  - di dalamnya\n\nAkhir.")


def test_a_news_item_becomes_a_page_with_its_empty_lines_and_the_others_stay(demo: District) -> None:
    _, texts, told = taken(book(NEWS, ITEM, title="Kabar"), "kabar.xlsx", demo)
    assert [(one.code, one.place.file) for one in told] == [("sel-ditebak", "kabar.xlsx[Kabar!C2]")]
    page = """---
judul: Loket pindah
ringkas: Loket ada di balai desa.
tanggal: 2027-06-10
---

Satu baris.

- butir
  - di dalamnya

Akhir.
"""
    assert texts == {"halaman/kabar/loket-pindah-2027-06-10.md": page}


def test_a_cell_of_a_news_item_changes_that_line_of_its_page_alone(demo: District) -> None:
    name = "halaman/kabar/forum-desember.md"
    text = demo.texts[name].replace("\n---\n\n", "\nurutan: 3 # tetap\n---\n\n", 1).replace("\n", "\r\n")
    entry = entry_of("forum-desember", text)
    district = replace(demo, texts={**demo.texts, name: text}, data={**demo.data, FOLDER: {"kabar": [entry]}})
    raw = book(("Nama alamat", "Ringkas"), ("forum-desember", "Datanglah."), title="Kabar")
    assert taken(raw, "kabar.xlsx", district)[1] == {
        name: re.sub(r"ringkas: [^\r]*", "ringkas: Datanglah.", text, count=1)
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((*ITEM[:2], "kapan-kapan", ITEM[3]), ("tanggal-tidak-terbaca", "C2")),
        ((*ITEM[:2], "", ITEM[3]), ("sel-kosong", "2")),
        ((*ITEM[:2], "2027-06-10", ""), ("sel-kosong", "2")),
        (("Loket", "", "2027-06-10", "Isi."), ("sel-kosong", "2")),
        (("Loket", "R", "2027-06-10", "Isi\u200b."), ("huruf-tersembunyi", "D2")),
        (("Loket", "R", "2027-06-10", "kata " * 6000 + "\n\n" + "é" * 20_000), ("berkas-terlalu-besar", "D2")),
    ],
)
def test_a_fault_of_a_news_item_names_its_cell(row: tuple[str, ...], expected: tuple[str, str], demo: District) -> None:
    raw = book(NEWS, row, title="Kabar") if len(row[3]) < 32_000 else text(NEWS, row)
    told = [(one.code, one.place) for one in taken(raw, "k.xlsx" if raw[:2] == b"PK" else "k.csv", demo)[2]]
    assert expected[0] in [code for code, _ in told]
    if raw[:2] == b"PK":
        assert (expected[0], f"k.xlsx[Kabar!{expected[1]}]") in [(code, place.file) for code, place in told]


def test_a_fault_names_the_heading_of_its_column_and_choices_as_they_are_offered_there(demo: District) -> None:
    kind = HEAD.index("Jenis")
    (told,) = taken(book(HEAD, with_cell(kind, "arisan")[1]), "k.xlsx", demo)[2]
    assert said(told).splitlines() == [
        f"k.xlsx[Sheet1!{'ABCDEFG'[kind]}2]: error[pilihan-tidak-sah]: 'arisan' bukan pilihan untuk 'Jenis'",
        "  saran: pilih salah satu: Penyuluhan, Pos pendaftaran, Posyandu, Cek status, Hari JKN, Pelatihan",
    ]


def test_a_column_that_is_empty_in_many_rows_is_told_once(demo: District) -> None:
    rows = [("Puskesmas", f"Puskesmas Uji {letter}") for letter in "ABCDE"]
    told = all_told(taken(book(("Jenis", "Nama"), *rows), "k.xlsx", demo)[2])
    assert [str(one.place) for one in told if one.code == "sel-kosong"] == ["k.xlsx[Sheet1!A2]"] * 2
    assert {dict(one.values)["lain"] for one in told if one.code == "sel-kosong"} == {"4"}


def test_a_name_that_no_page_can_have_is_told_and_a_long_text_is_not_shown_by_half(demo: District) -> None:
    told = taken(book(("Nama alamat", *NEWS), ("Loket Baru", *ITEM), title="Kabar"), "k.xlsx", demo)[2]
    assert [(one.code, one.place.file) for one in told if one.is_error] == [
        ("nama-halaman-tidak-sah", "k.xlsx[Kabar!A2]")
    ]
    kind = next(one for one in demo.kinds if one.name == "Kabar")
    long = {FOLDER: {"kabar": [{"id": "panjang", "judul": "P", "isi": "kata " * 7000}]}}
    assert ("isi",) not in filled(kind, long).rows[0]


def test_a_place_that_was_compared_moves_from_the_proposals(demo: District) -> None:
    head = ("Keadaan", "Jenis", "Nama", "Jam buka")
    row = ("sudah cocok", "Puskesmas", "Puskesmas Rekaan Kusuma", "Senin–Jumat, 08.00–12.00")
    shared = (("Sumber untuk semua", "Daftar rekaan"), ("Diperiksa pada untuk semua", "2026-11-20"))
    _, texts, told = taken(book(*shared, head, row), "tabel.xlsx", demo)
    assert told == []
    last = read_yaml(texts["layanan.yml"].encode(), "x")[0]
    assert last is not None
    assert last.data["layanan"][-1] == {
        "jenis": "puskesmas",
        "nama": "Puskesmas Rekaan Kusuma",
        "kecamatan": "Pulau Rekaan",  # as it was proposed
        "jam": "Senin–Jumat, 08.00–12.00",
        "sumber": "Daftar rekaan",
        "diperiksa_pada": "2026-11-20",
    }
    assert "Kusuma" not in texts["layanan-usulan.yml"]
    assert "Wijaya" in texts["layanan-usulan.yml"]


def test_a_text_that_begins_like_a_formula_stays_a_text_in_every_sheet(demo: District) -> None:
    kind = next(one for one in demo.kinds if one.key == "kegiatan")
    data = {"jadwal.yml": {"kegiatan": [{"judul": "=1+1", "tanggal": "2027-01-01", "catatan": "@SUM(A1)"}]}}
    raw = district_book("kab-uji", "Kabupaten Uji", [filled(kind, data)])
    grids, problems = TABLES[".xlsx"](raw, "x.xlsx")
    assert problems == []
    assert "=1+1" in {cell.text for row in grids[0].rows for cell in row.cells}


def test_other_names_of_columns_are_those_of_columns_that_there_are(demo: District) -> None:
    steps = {column.path[-1] for kind in demo.kinds for column in kind.columns}
    assert {key for names in OTHER_NAMES.values() for key in names} <= steps
