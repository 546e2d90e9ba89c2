"""A file says its source and its day once, above its entries; what an entry says itself comes first."""

from __future__ import annotations

from datetime import date

from selebaran.model.district import Directory, Figures
from selebaran.model.problem import Problem
from selebaran.model.province import Province
from selebaran.model.record import Record
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import R, validate

ABOVE = "sumber: Daftar rekaan\ndiperiksa_pada: 2026-11-01\n"


def read(model: type[R], text: str) -> tuple[R | None, list[Problem]]:
    source, problems = read_yaml(text.encode(), "a.yml")
    assert source is not None, problems
    return validate(model, source)


def sound(model: type[R], text: str) -> R:
    record, problems = read(model, text)
    assert record is not None, problems
    return record


def told(model: type[Record], text: str) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.code) for problem in read(model, text)[1]]


def test_every_place_and_boat_takes_what_the_file_says_above() -> None:
    places = (
        "layanan:\n  - {jenis: puskesmas, nama: A}\n  - {jenis: puskesmas, nama: B, sumber: Surat, diperiksa_pada: }\n"
    )
    found = sound(Directory, ABOVE + places + "perahu:\n  - {rute: A, hari: Senin, jam: 07.00}\n")
    said = [(entry.source, entry.checked_on) for entry in (*found.facilities, *found.boats)]
    assert said == [
        ("Daftar rekaan", date(2026, 11, 1)),
        ("Surat", date(2026, 11, 1)),
        ("Daftar rekaan", date(2026, 11, 1)),
    ]


def test_it_may_stand_below_the_entries_as_well() -> None:
    found = sound(Directory, "layanan:\n  - {jenis: puskesmas, nama: A}\n" + ABOVE)
    assert found.facilities[0].source == "Daftar rekaan"


def test_figures_and_a_province_say_it_once_too() -> None:
    figures = sound(Figures, "sumber: Laporan rekaan\ncapaian:\n  - {bulan: 2026-10, peserta: 2, aktif: 1}\n")
    assert figures.figures[0].source == "Laporan rekaan"
    text = "kontak:\n  dinkes: {nama: Dinas}\nlayanan:\n  - {jenis: kantor, nama: A}\nkegiatan:\n"
    event = "  - {judul: A, jenis: posyandu, tanggal: 2026-12-03, mulai: 09.00, tempat: B}\n"
    province = sound(Province, ABOVE + text + event)
    assert province.facilities[0].checked_on == date(2026, 11, 1)
    assert "Daftar rekaan" in repr(province.contacts)


def test_what_is_said_nowhere_is_told_at_the_entry() -> None:
    assert told(Directory, "sumber: A\nlayanan:\n  - {jenis: puskesmas, nama: A}\n") == [(3, "kunci-hilang")]


def test_a_fault_above_is_told_once_and_there() -> None:
    entries = "layanan:\n  - {jenis: puskesmas, nama: A}\n  - {jenis: puskesmas, nama: B}\n"
    text = ABOVE.replace("2026-11-01", "1/11/2026") + entries
    assert told(Directory, text) == [(2, "tanggal-tidak-terbaca")]
    assert told(Directory, text.replace("nama: B", "nama: B, diperiksa_pada: kemarin")) == [
        (2, "tanggal-tidak-terbaca"),
        (5, "tanggal-tidak-terbaca"),
    ]
    assert told(Figures, ABOVE + "capaian:\n  - {bulan: 2026-10, peserta: 2, aktif: 1}\n") == [
        (2, "kunci-tidak-dikenal")
    ]
