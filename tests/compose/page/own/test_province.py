"""What a province says for all of its districts, and that a district's own word comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.model.registry import DistrictFolder
from selebaran.read.project import read_project
from tests.compose.page.own.kit import PROVINCE, SLUG, run, told

OFFICE = "{nama: %s, alamat: Jalan Uji 9, sumber: Uji, diperiksa_pada: 2026-11-21}"
PLACE = "  - {jenis: rumah_sakit, nama: %s, jam: %s, sumber: Uji, diperiksa_pada: 2026-11-21}\n"
EVENT = "  - {judul: %s, jenis: posyandu, tanggal: 2026-12-01, mulai: 09.00, tempat: %s}\n"


def province(root: Path, text: str, name: str = PROVINCE) -> None:
    """Write provinsi.yml."""
    file = root / "districts" / name / "provinsi.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def folder(root: Path, slug: str = SLUG) -> DistrictFolder:
    """A district as it was read."""
    return read_project(root).districts[slug]


def test_a_province_s_values_reach_each_of_its_districts(root: Path) -> None:
    province(
        root,
        f"kontak:\n  pengaduan: {OFFICE % 'Meja Provinsi'}\nlayanan:\n{PLACE % ('RS Provinsi', 'siang')}"
        f"kegiatan:\n{EVENT % ('Cek bersama', 'Alun-alun')}",
    )
    for slug in (SLUG, "kab-sehat"):
        read = folder(root, slug)
        assert read.district.contacts["pengaduan"].name == "Meja Provinsi"
        assert "RS Provinsi" in [facility.name for facility in read.facilities]
        assert "Cek bersama" in [event.title for event in read.events]


def test_a_district_s_own_word_comes_first(root: Path) -> None:
    own = folder(root).district.contacts
    district = root / "districts" / SLUG
    (district / "layanan.yml").write_text(f"layanan:\n{PLACE % ('RS Uji', 'malam')}", "utf-8")
    (district / "jadwal.yml").write_text(f"kegiatan:\n{EVENT % ('Cek', 'Balai')}", "utf-8")
    province(
        root,
        f"kontak:\n  dinkes: {OFFICE % 'Dinas Provinsi'}\nlayanan:\n{PLACE % ('RS UJI', 'siang')}"
        f"{PLACE % ('RS Lain', 'siang')}kegiatan:\n{EVENT % ('cek', 'Alun-alun')}",
    )
    read = folder(root)
    assert read.district.contacts["dinkes"] == own["dinkes"]
    assert [(facility.name, facility.hours) for facility in read.facilities] == [
        ("RS Lain", "siang"),
        ("RS Uji", "malam"),
    ]
    assert [event.venue for event in read.events] == ["Balai"]
    assert read.contacts_of_province == frozenset()


def test_explain_says_what_came_from_the_province(root: Path) -> None:
    page = root / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8") + "\n{{ daerah.kontak.pengaduan.nama }} {{ daerah.kontak.dinkes.nama }}\n")
    province(root, f"kontak:\n  pengaduan: {OFFICE % 'Meja Provinsi'}\n")
    said = run(root, "explain", SLUG, "daftar").output
    assert "dari provinsi: daerah.kontak.pengaduan.nama\n" in said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kontak:\n  pengadu: {}\n", "provinsi.yml:2:3: error[kunci-tidak-dikenal]: 'kontak.pengadu' tidak dikenal"),
        ("layanan: rusak\n", "provinsi.yml:1:10: error[bukan-daftar]"),
        ("kegiatan: &a []\n", "provinsi.yml:1:11: error[yaml-fitur-dilarang]"),
    ],
)
def test_a_fault_of_a_province_is_told_with_its_place(root: Path, text: str, place: str) -> None:
    province(root, text)
    assert [line.startswith(f"districts/{PROVINCE}/{place}") for line in told(root)] == [True]


def test_a_file_that_no_province_has_is_told(root: Path) -> None:
    province(root, "kontak: {}\n")
    (root / "districts" / PROVINCE / "jadwal.yml").write_text("kegiatan: []\n", "utf-8")
    assert [line.split(": ")[1] for line in told(root)] == ["error[berkas-tidak-dikenal]"]
