"""Who a district says it is agrees with the table of regions, or its keys are named with what is right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from selebaran.read.project import read_project
from selebaran.read.province import Provinces
from tests.check.kit import said, small_project, write
from tests.conftest import ROOT

BITUNG = """\
nama: Kota Bitung
nama_pendek: Bitung
jenis: kota
provinsi: Sulawesi Utara
kode_kemendagri: "71.72"
zona_waktu: WITA
identitas: pasti
istilah: {desa: kelurahan, kecamatan: kecamatan, balai_desa: kantor kelurahan}
sumber: [Karangan untuk pengujian]
"""
NANGGALO = """\
nama: Kecamatan Nanggalo
nama_pendek: Nanggalo
jenis: kecamatan
provinsi: Sumatera Barat
kode_kemendagri: "13.71.10"
zona_waktu: WIB
identitas: pasti
induk: Kota Padang
istilah: {desa: kelurahan, kecamatan: kecamatan, balai_desa: kantor kelurahan}
sumber: [Karangan untuk pengujian]
"""


def told(tmp_path: Path, text: str, slug: str = "kota-bitung", entry: str = "", **files: str) -> list[str]:
    """What is said of a district of that folder and entry in the list, shortened to line, code and cure."""
    root = small_project(tmp_path)
    write(root, "districts/_daftar.yml", f"daerah:\n  - slug: {slug}\n{entry}")
    write(root, f"districts/{slug}/daerah.yml", text)
    for name, content in files.items():
        write(root, f"districts/{slug}/{name}.yml", content)
    lines = said(read_project(root).district_problems.get(slug, ()))
    return [
        re.sub(rf"districts/{slug}/(\w+)\.yml:(\d+):\d+: \w+\[(.+?)\]: .*\n  saran: ", r"\1 \2 \3: ", x) for x in lines
    ]


def test_all_districts_of_the_project_are_who_they_say() -> None:
    registry = read_project(ROOT)
    assert registry.district_problems == {}
    assert len(registry.districts) == 65


@pytest.mark.parametrize("name", ["Kota Bitung", "KOTA BITUNG", "kota bitung"])
def test_a_district_that_agrees_with_the_table_is_right(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, BITUNG.replace("nama: Kota Bitung", f"nama: {name}")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "right"),
    [
        ("zona_waktu: WITA", "zona_waktu: WIB", 6, "zona_waktu: WITA"),
        ("Sulawesi Utara", "Sulut", 4, "provinsi: Sulawesi Utara"),
        ('"71.72"', '"71.70"', 5, 'kode_kemendagri: "71.72"'),
        ('"71.72"', '"71.73"', 5, 'kode_kemendagri: "71.72"'),
        ('"71.72"', '"00.72"', 5, 'kode_kemendagri: "71.72"'),
        ('"71.72"', '"71"', 5, 'kode_kemendagri: "71.72"'),
        ('"71.72"', '"71.72.01"', 5, 'kode_kemendagri: "71.72"'),
        ("nama: Kota Bitung", "nama: Kotamadya Bitung", 1, "nama: Kota Bitung"),
        ("nama: Kota Bitung", "nama: Kabupaten Bitung", 1, "nama: Kota Bitung"),
        ("jenis: kota", "jenis: kabupaten", 3, "jenis: kota"),
        ("nama_pendek: Bitung", "nama_pendek: Kota Bitung", 2, "nama_pendek: Bitung"),
        ("nama_pendek: Bitung", "nama_pendek: Tomohon", 2, "nama_pendek: Bitung"),
    ],
)
def test_what_disagrees_is_told_at_its_line_with_what_is_right(
    old: str, new: str, line: int, right: str, tmp_path: Path
) -> None:
    [problem] = told(tmp_path, BITUNG.replace(old, new, 1))
    assert problem.startswith(f"daerah {line} wilayah-tidak-cocok: tulis {right}; ")


def test_the_folder_says_which_region_is_meant(tmp_path: Path) -> None:
    found = told(tmp_path, BITUNG, "kota-tomohon")
    assert [problem.split("; ")[0] for problem in found] == [
        "daerah 1 wilayah-tidak-cocok: tulis nama: Kota Tomohon",
        "daerah 2 wilayah-tidak-cocok: tulis nama_pendek: Tomohon",
        'daerah 5 wilayah-tidak-cocok: tulis kode_kemendagri: "71.73"',
    ]


def test_a_folder_of_another_name_goes_by_code_and_name(tmp_path: Path) -> None:
    sitaro = BITUNG.replace("nama: Kota Bitung", "nama: Kabupaten Kep. Siau Tagulandang Biaro").replace(
        '"71.72"', '"71.09"'
    )
    sitaro = sitaro.replace("nama_pendek: Bitung", "nama_pendek: Sitaro").replace("jenis: kota", "jenis: kabupaten")
    assert told(tmp_path / "a", sitaro, "kab-sitaro") == []
    [problem] = told(tmp_path / "b", sitaro.replace('"71.09"', '"71.10"'), "kab-sitaro")
    assert problem.startswith('daerah 5 wilayah-tidak-cocok: tulis kode_kemendagri: "71.09"')


def test_who_is_in_no_table_is_told_unless_it_is_made_up(tmp_path: Path) -> None:
    maju = BITUNG.replace("nama: Kota Bitung", "nama: Kota Maju Jaya").replace(
        "nama_pendek: Bitung", "nama_pendek: Maju"
    )
    unknown = maju.replace('"71.72"', '"71.99"')
    [problem] = told(tmp_path / "a", unknown, "kota-maju")
    assert problem.startswith("daerah 5 wilayah-tidak-dikenal: tulis kode dan nama menurut")
    assert told(tmp_path / "b", unknown + "rekaan: ya\n", "kota-maju", "    rekaan: ya\n") == []
    assert told(tmp_path / "c", maju.replace('"71.72"', '"00.99"'), "kota-maju") == []
    [another, *_] = told(tmp_path / "d", maju, "kota-maju")
    assert another.startswith("daerah 1 wilayah-tidak-cocok: tulis nama: Kota Bitung")


def test_a_kecamatan_is_allowed_where_what_it_belongs_to_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a", NANGGALO, "kec-nanggalo") == []
    [missing] = told(tmp_path / "b", NANGGALO.replace("induk: Kota Padang\n", ""), "kec-nanggalo")
    assert missing.startswith("daerah 3 wilayah-tidak-cocok: tulis induk: Kota Padang")
    [wrong] = told(tmp_path / "c", NANGGALO.replace("Kota Padang", "Kabupaten Padang"), "kec-nanggalo")
    assert wrong.startswith("daerah 8 wilayah-tidak-cocok: tulis induk: Kota Padang")
    [code] = told(tmp_path / "d", NANGGALO.replace("13.71.10", "13.71"), "kec-nanggalo")
    assert code.startswith('daerah 5 wilayah-tidak-cocok: tulis kode_kemendagri: "13.71.10"')


SCHEDULE = """\
kegiatan:
  - judul: Pos pendaftaran
    jenis: pos_pendaftaran
    tanggal: 2026-12-03
    mulai: {time}
    tempat: Balai
"""


def test_a_time_in_another_zone_is_told_with_both_readings(tmp_path: Path) -> None:
    [start] = told(tmp_path / "a", BITUNG, jadwal=SCHEDULE.format(time="09.00 WIB"))
    either = "tulis '09.00 WITA' bila itu sudah jam setempat, atau '10.00 WITA' bila jamnya memang WIB"
    assert start == f"jadwal 5 zona-lain: {either}"
    place = "{jenis: puskesmas, nama: A, jam: 'Senin, 22.30–23.15 wit', sumber: a, diperiksa_pada: 2026-11-01}"
    [hours] = told(tmp_path / "b", BITUNG, layanan=f"layanan: [{place}]\n")
    assert "'Senin, 21.30–22.15 WITA' bila jamnya memang WIT" in hours


@pytest.mark.parametrize("time", ["09.00 WITA", "09.00", "09.00wita"])
def test_a_time_in_the_districts_own_zone_is_right(time: str, tmp_path: Path) -> None:
    assert told(tmp_path, BITUNG, jadwal=SCHEDULE.format(time=time)) == []


def test_another_zone_beside_the_own_one_and_in_a_remark_is_right(tmp_path: Path) -> None:
    boats = "perahu:\n  - {rute: A, hari: Senin, jam: 07.00 WIB (08.00 WITA), catatan: Pesawat 06.00 WIB, sumber: a, "
    assert told(tmp_path, BITUNG, layanan=boats + "diperiksa_pada: 2026-11-01}\n") == []


def test_a_folder_of_a_province_is_read_once_for_all_of_its_districts(tmp_path: Path) -> None:
    """A heap in it would else be gone through as often as the province has districts."""
    root = small_project(tmp_path)
    district = read_project(root).districts["kab-uji"].district
    write(root, "districts/_provinsi/provinsi-uji/halaman/kabar/pos.md", "tanpa kepala")
    provinces = Provinces(root / "districts", "districts", None)
    first = provinces.of(district, district.dialling(()))
    assert [problem.code for problem in first[1]] == ["kepala-hilang"]
    shutil.rmtree(root / "districts" / "_provinsi")
    assert provinces.of(district, district.dialling(())) == first


def test_a_time_of_a_province_is_held_against_its_districts(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    office = (
        "sumber: a\ndiperiksa_pada: 2026-11-01\nkontak:\n  dinkes:\n    nama: Dinas\n    jam: Senin, 08.00–12.00 WITA\n"
    )
    write(root, "districts/_provinsi/provinsi-uji/provinsi.yml", office)
    [problem] = read_project(root).district_problems["kab-uji"]
    assert (str(problem.place), problem.code) == ("districts/_provinsi/provinsi-uji/provinsi.yml:6:10", "zona-lain")
