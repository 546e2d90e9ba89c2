"""What somebody meant is offered with the fault, where it has one reading."""

from __future__ import annotations

import re

import pytest

from selebaran.read.districts import FILES
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from selebaran.words.catalogue import in_indonesian
from selebaran.words.mended import mended
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/03/2026", "2026-03-12"),
        ("12-3-26", "2026-03-12"),
        ("12.03.2026", "2026-03-12"),
        ("2026/3/12", "2026-03-12"),
        ("Kamis, 12 Maret 2026", "2026-03-12"),
        ("Jum'at 14 Agt. 2026", "2026-08-14"),
        ("03/25/2026", "2026-03-25"),
        ("“2026-11-26”", "2026-11-26"),
        ("2026-11-26,", "2026-11-26"),
        ("26 Nopember 2026", "2026-11-26"),
        ("Jum’at/27 Pebruari 2026", "2026-02-27"),
        ("31/02/2026", ""),
        ("besok", ""),
        ("1/1", ""),
    ],
)
def test_a_day_in_another_form(typed: str, meant: str) -> None:
    assert mended("tanggal-tidak-terbaca", typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("09.00-12.00", "mulai: 09.00, selesai: 12.00"),
        ("9.00 – 12.30", "mulai: 09.00, selesai: 12.30"),
        ("09:00 s.d. 12:00", "mulai: 09.00, selesai: 12.00"),
        ("08.00 s/d 10.00", "mulai: 08.00, selesai: 10.00"),
        ("pukul 9", "09.00"),
        ("jam 9 pagi", "09.00"),
        ("08.00,", "08.00"),
        ("09.00 – 12.00 WIB", "mulai: 09.00 WIB, selesai: 12.00 WIB"),
        ("pukul 8 s.d. 10 WITA", "mulai: 08.00 WITA, selesai: 10.00 WITA"),
        ("9 pagi - 1 siang", "mulai: 09.00, selesai: 13.00"),
        ("11 siang", "11.00"),
        ("12 siang", "12.00"),
        ("3.30 sore", "15.30"),
        ("jam 7 malam WIB", "19.00 WIB"),
        ("08.00 WIB", ""),
        ("09.00 - selesai", "mulai: 09.00, selesai: selesai"),
        ("s/d selesai", "selesai"),
        ("hingga selesai", "selesai"),
        ("24.00", ""),
        ("25.00", ""),
    ],
)
def test_a_time_in_another_form(typed: str, meant: str) -> None:
    assert mended("waktu-tidak-terbaca", typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("11/2026", "2026-11"), ("November 2026", "2026-11"), ("2026/1", "2026-01"), ("13/2026", ""), ("11", "")],
)
def test_a_month_in_another_form(typed: str, meant: str) -> None:
    assert mended("bulan-tidak-terbaca", typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("RS “Sehat”", "RS Sehat"), ("RS `Aisyiyah", "RS ’Aisyiyah"), ("Pos 24 Jam: Rawat Inap", ""), ("RS +", "")],
)
def test_a_name_without_marks_that_it_need_not_have(typed: str, meant: str) -> None:
    assert mended("nama-tidak-sah", typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Posko JKN.md", "posko-jkn.md"),
        ("kabar/Pos_Pasar.md", "kabar/pos-pasar.md"),
        ("posko.txt", "posko.md"),
        ("posko.docx", ""),
        ("a/b/c.md", ""),
        ("–.md", ""),
    ],
)
def test_a_file_of_a_page_as_an_address_can_have_it(typed: str, meant: str) -> None:
    assert mended("nama-halaman-tidak-sah", typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tiap Rabu", "pekan"),
        ("triwulan", "3 bulan"),
        ("setiap semester", "6 bulan"),
        ("dwimingguan", "2 pekan"),
        ("setiap hari", ""),
    ],
)
def test_a_rhythm_by_its_own_word(typed: str, meant: str) -> None:
    assert mended("pilihan-tidak-sah", typed) == meant


def test_the_slips_of_the_guide_have_the_cures_that_it_names() -> None:
    guide = (ROOT / "docs" / "panduan" / "daerah.md").read_text("utf-8")
    rows = re.findall(r"^\| `(tanggal|mulai|tiap): ([^`]+)` \| `([^`]+)` \|$", guide, re.M)
    codes = {"tanggal": "tanggal-tidak-terbaca", "mulai": "waktu-tidak-terbaca", "tiap": "pilihan-tidak-sah"}
    assert {key for key, _, _ in rows} == set(codes)
    assert [mended(codes[key], typed) for key, typed, _ in rows] == [meant for _, _, meant in rows]


EVENT = (
    "kegiatan:\n  - {{judul: a, jenis: posyandu, tanggal: {day}, mulai: {time}, tempat: b, ulang: {{tiap: {every}}}}}\n"
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dua pekan", "2 pekan"),
        ("setiap 2 minggu", "2 pekan"),
        ("2 minggu", "2 pekan"),
        ("seminggu sekali", "pekan"),
        ("Pekan", "pekan"),
        ("tiga bulan sekali", "3 bulan"),
        ("7 pekan", ""),
        ("hari", ""),
    ],
)
def test_a_rhythm_in_other_words(typed: str, meant: str) -> None:
    """Never the nearest in letters: who writes "dua pekan" doesn't mean every week."""
    codes = told(EVENT.format(day="2026-11-26", time="09.00", every=typed))
    assert codes == {
        "pilihan-tidak-sah": f"maksudnya '{meant}'? Pilihan: {CHOICES}" if meant else f"pilih salah satu: {CHOICES}"
    }


CHOICES = "pekan, 2 pekan, 3 pekan, 4 pekan, bulan, 2 bulan, 3 bulan, 6 bulan"


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("2026-02-30", "bulan 2026-02 punya 28 hari; periksa lagi tanggalnya"),
        ("2028-02-30", "bulan 2028-02 punya 29 hari; periksa lagi tanggalnya"),
        ("2026-06-31", "bulan 2026-06 punya 30 hari; periksa lagi tanggalnya"),
        ("2026-13-01", "tulis tahun-bulan-hari, contoh 2026-11-26; bulan ditulis 01 sampai 12"),
        ("0000-01-01", "tulis tahun-bulan-hari, contoh 2026-11-26; bulan ditulis 01 sampai 12"),
    ],
)
def test_a_day_that_the_calendar_does_not_have(typed: str, cure: str) -> None:
    assert told(EVENT.format(day=typed, time="09.00", every="pekan")) == {"tanggal-tidak-ada": cure}


def test_both_hours_of_a_range_are_offered_as_two_keys() -> None:
    cure = "maksudnya 'mulai: 09.00, selesai: 12.00'?"
    assert told(EVENT.format(day="2026-11-26", time="09.00-12.00", every="pekan")) == {"waktu-tidak-terbaca": cure}


NAMES = ["RS ‘Aisyiyah Rekaan", "RS 'Aisyiyah", "Pustu Ma’rang", "Puskesmas Rekaan – Pustu Hilir", "Puskesmas Baʼa"]


@pytest.mark.parametrize("name", NAMES)
def test_names_keep_their_apostrophes_and_the_dash_of_word(name: str) -> None:
    assert (
        told(
            f"layanan:\n  - {{jenis: puskesmas, nama: {name}, sumber: a, diperiksa_pada: 2026-11-21}}\n", "layanan.yml"
        )
        == {}
    )


def test_a_list_with_signs_of_another_kind_is_named_as_one() -> None:
    text = EVENT.format(day="2026-11-26", time="09.00", every="pekan").replace("tempat: b", "tempat: b, bawa: – KTP")
    assert told(text) == {"yaml-butir": "ganti dengan tanda hubung dan satu spasi: '- '"}


def told(text: str, file: str = "jadwal.yml") -> dict[str, str]:
    """The codes that a file gives, and their cures."""
    source, problems = read_yaml(text.encode(), file)
    if source is not None:
        problems = validate(FILES[file], source)[1]
    return {problem.code: in_indonesian(problem)[1] for problem in problems}
