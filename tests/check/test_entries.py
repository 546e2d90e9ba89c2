"""Single entries: days that have not come, what stands there twice, kecamatan that aren't there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.check.entries import check_entries
from selebaran.check.event_ids import unnamed_events
from selebaran.model.problem import ProblemsFound
from selebaran.read.project import read_project
from tests.check.kit import listed, said, write

DAY = date(2026, 11, 28)
NEWER = "periksa ejaannya; kecamatan yang lebih baru daripada tabel wilayah ditambahkan ke 'kecamatan' di daerah.yml"
SERANG = """\
nama: Kabupaten Serang
nama_pendek: Serang
jenis: kabupaten
provinsi: Banten
kode_kemendagri: "36.04"
zona_waktu: WIB
identitas: pasti
istilah: {desa: desa, kecamatan: kecamatan, balai_desa: balai desa}
sumber: [Karangan untuk pengujian]
"""
PLACES = "sumber: Daftar rekaan\ndiperiksa_pada: 2026-11-01\nlayanan:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return listed(tmp_path, "kab-serang", SERANG)


def told(root: Path, slug: str = "kab-serang", day: date = DAY, **files: str) -> list[str]:
    """What is said of a district's entries: file, line, code and cure."""
    for name, text in files.items():
        write(root, f"districts/{slug}/{name}.yml", text)
    registry = read_project(root)
    assert registry.district_problems.get(slug, ()) == ()
    lines = said(sorted(check_entries(registry.districts[slug], day)))
    pattern = r"districts/(?:\S+/)?(\w+)\.yml:(\d+):\d+: (\w+)\[(.+?)\]: .*\n  saran: "
    return [re.sub(pattern, r"\1 \2 \3 \4: ", line) for line in lines]


def place(name: str, subdistrict: str = "Ciruas", more: str = "") -> str:
    return f"  - jenis: puskesmas\n    nama: {name}\n    kecamatan: {subdistrict}\n{more}"


@pytest.mark.parametrize("typed", ["Ciruas", "ciruas", "Kecamatan Ciruas", "Kec. Ciruas", "Ci Ruas", "Waringin Kurung"])
def test_a_kecamatan_of_the_district_is_right(typed: str, root: Path) -> None:
    assert told(root, layanan=PLACES + place("A", typed)) == []


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("Cirus", "maksudnya 'Ciruas'?"),
        ("Kecamatan Cirus", "maksudnya 'Ciruas'?"),
        ("Kramat Watu Baru", "maksudnya 'Kramatwatu'?"),
        ("Madidir", NEWER),
    ],
)
def test_another_kecamatan_is_a_warning_with_the_one_that_was_meant(typed: str, cure: str, root: Path) -> None:
    assert told(root, layanan=PLACES + place("A", typed)) == [f"layanan 6 peringatan kecamatan-tidak-dikenal: {cure}"]


def test_counts_of_another_kecamatan_and_of_a_month_that_has_not_come_are_told_at_their_lines(root: Path) -> None:
    new = "baru:\n  - bulan: {}\n    jumlah: {}\n    kecamatan:\n      Kec. Ciruas: {}\n      {}: 2\n    sumber: a\n"
    assert told(root, capaian=new.format("2026-10", 3, 1, "Kibin")) == []
    assert told(root, capaian=new.format("2026-10", 3, 1, "Kibbin")) == [
        "capaian 6 peringatan kecamatan-tidak-dikenal: maksudnya 'Kibin'?"
    ]
    assert told(root, capaian=new.format("2027-10", 3, 1, "Kibin")) == [
        "capaian 2 error bulan-di-depan: maksudnya 2026-10?"
    ]
    write(root, "districts/kab-serang/capaian.yml", new.format("2026-10", 1, -1, "Kibin"))
    [found] = read_project(root).district_problems["kab-serang"]
    assert (found.code, found.place.line) == ("angka-di-luar-batas", 5)


def test_a_district_adds_kecamatan_that_the_table_has_not_yet(root: Path) -> None:
    assert (
        told(root, daerah=f"{SERANG}kecamatan: [Ciruas Baru Jaya]\n", layanan=PLACES + place("A", "Ciruas Baru Jaya"))
        == []
    )


def test_a_made_up_district_lists_its_own_kecamatan_or_none(root: Path) -> None:
    made_up = (
        SERANG.replace("nama: Kabupaten Serang", "nama: Kabupaten Rekaan").replace("36.04", "00.07") + "rekaan: ya\n"
    )
    write(root, "districts/_daftar.yml", "daerah:\n  - slug: kab-rekaan\n    rekaan: ya\n")
    (root / "districts/kab-serang").rename(root / "districts/kab-rekaan")
    everything = PLACES + place("A", "Rekaan Hulu")
    assert told(root, "kab-rekaan", daerah=made_up, layanan=everything) == []
    assert told(root, "kab-rekaan", daerah=f"{made_up}kecamatan: [Pulau Karangan]\n") == []
    [problem] = told(root, "kab-rekaan", daerah=f"{made_up}kecamatan: [Rekaan Hilir, Rekaan Hulur]\n")
    assert problem == "layanan 6 peringatan kecamatan-tidak-dikenal: maksudnya 'Rekaan Hulur'?"


def test_the_kind_of_a_kecamatan_stands_before_it_once(root: Path) -> None:
    papua = SERANG.replace("kecamatan: kecamatan", "kecamatan: distrik")
    write(root, "districts/kab-serang/daerah.yml", papua)
    write(root, "districts/kab-serang/layanan.yml", PLACES + place("A", "Distrik Ciruas"))
    event = "{judul: A, jenis: posyandu, tanggal: 2026-12-03, mulai: 09.00, tempat: B, kecamatan: distrik Ciruas}"
    write(root, "districts/kab-serang/jadwal.yml", f"kegiatan: [{event}]\n")
    folder = read_project(root).districts["kab-serang"]
    assert [entry.subdistrict for entry in (*folder.facilities, *folder.events)] == ["Ciruas", "Ciruas"]


def test_a_place_that_stands_there_twice_is_a_warning(root: Path) -> None:
    twice = place("Puskesmas Ciruas") + place("Puskesmas ciruas", "Kec. Ciruas")
    cure = "hapus salah satu, atau tulis apa bedanya di namanya"
    assert told(root, layanan=PLACES + twice) == [f"layanan 7 peringatan tempat-ganda: {cure}"]
    assert told(root, layanan=PLACES + place("Puskesmas Ciruas") + place("Puskesmas Ciruas", "Kibin")) == []
    desk = "  - {nama: Pos, alamat: Jalan 1, hari: Senin, jam: 09.00, sumber: a, diperiksa_pada: 2026-11-01}\n"
    found = told(root, daerah=f"{SERANG}pos_bantuan:\n{desk}{desk}", layanan=PLACES + place("A"))
    assert found == [f"daerah 12 peringatan tempat-ganda: {cure}"]


def test_an_event_that_stands_there_twice_is_a_warning(root: Path) -> None:
    event = "  - {{judul: Cek status, jenis: cek_status, tanggal: 2026-12-03, mulai: {}, tempat: {}}}\n"
    twice = event.format("09.00", "Balai Desa") + event.format("9.00", "BALAI DESA")
    assert told(root, jadwal=f"kegiatan:\n{twice}") == ["jadwal 3 peringatan kegiatan-ganda: hapus salah satu"]
    other = event.format("09.00", "Balai Desa") + event.format("10.00", "Balai Desa") + event.format("09.00", "Pasar")
    assert told(root, jadwal=f"kegiatan:\n{other}") == []


def test_an_event_pasted_with_its_id_is_to_be_removed_and_another_one_to_be_named(root: Path) -> None:
    event = "  - {{id: pos, judul: {}, jenis: cek_status, tanggal: 2026-12-03, mulai: 09.00, tempat: Balai Desa}}\n"
    schedule = "kegiatan:\n" + event.format("Pos") * 2 + event.format("Pos lain")
    assert [line for line in told(root, jadwal=schedule) if "id-kegiatan-ganda" in line] == [
        "jadwal 3 error id-kegiatan-ganda: itu kegiatan yang sama, 'Pos': hapus salah satu",
        "jadwal 4 error id-kegiatan-ganda: itu kegiatan lain: beri tiap kegiatan 'id' sendiri",
    ]


def test_events_that_stand_there_twice_are_offered_ids_that_differ(root: Path) -> None:
    event = "  - {judul: Pos, jenis: cek_status, tanggal: 2026-12-03, mulai: 09.00, tempat: Balai Desa}\n"
    write(root, "districts/kab-serang/jadwal.yml", f"kegiatan:\n{event}{event}")
    found = unnamed_events(read_project(root).districts["kab-serang"])
    assert [dict(problem.values)["maksud"] for problem in found] == ["pos-2026-12-03", "pos-2026-12-03-2"]


@pytest.mark.parametrize(
    ("day", "cure"),
    [("2027-11-21", "maksudnya 2026-11-21?"), ("2026-12-01", "maksudnya 2025-12-01?"),
     ("2028-02-29", "tulis hari Anda memastikannya, paling lambat 2026-11-28")],
)  # fmt: skip
def test_a_day_of_checking_that_has_not_come_is_an_error(day: str, cure: str, root: Path) -> None:
    text = PLACES + place("A", more=f"    diperiksa_pada: {day}\n") + place("B")
    assert told(root, layanan=text) == [f"layanan 7 error diperiksa-di-depan: {cure}"]
    assert not [line for line in told(root, day=date.fromisoformat(day)) if "di-depan" in line]


def test_a_day_that_a_file_says_for_all_is_told_once_at_its_line(root: Path) -> None:
    text = PLACES.replace("2026-11-01", "2027-11-01") + place("A") + place("B")
    registry_day = told(root, layanan=text)
    assert list(dict.fromkeys(registry_day)) == ["layanan 2 error diperiksa-di-depan: maksudnya 2026-11-01?"]
    with pytest.raises(ProblemsFound) as stopped:
        CheckedComposer(read_project(root)).compose("kab-serang", as_of=DAY, profiles=())
    assert [str(problem.place) for problem in stopped.value.problems] == ["districts/kab-serang/layanan.yml:2:17"]


def test_what_stands_there_twice_is_told_while_its_file_has_an_error(root: Path) -> None:
    text = PLACES.replace("2026-11-01", "2027-11-01") + place("A") + place("A")
    write(root, "districts/kab-serang/layanan.yml", text)
    with pytest.raises(ProblemsFound) as stopped:
        CheckedComposer(read_project(root)).compose("kab-serang", as_of=DAY, profiles=())
    assert {problem.code for problem in stopped.value.problems} == {"diperiksa-di-depan", "tempat-ganda"}


def test_entries_of_a_province_are_told_in_its_file_and_may_lie_anywhere_in_it(root: Path) -> None:
    hospital = "  - jenis: rumah_sakit\n    nama: {}\n    kecamatan: {}\n"
    text = PLACES + hospital.format("A", "Rangkasbitung") + hospital.format("A", "Rangkasbitun")
    write(root, "districts/_provinsi/banten/provinsi.yml", text)
    assert told(root) == ["provinsi 9 peringatan kecamatan-tidak-dikenal: maksudnya 'Rangkasbitung'?"]
