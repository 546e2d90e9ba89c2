"""Every fault of a folder is told in one run: a wrong field hides neither what else its record says wrong, nor the rest
of its file, nor what stands in the other files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.cli.checking import Checking
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.read.districts import read_district
from selebaran.read.project import read_project
from tests.conftest import TREES

DAY = date(2026, 11, 21)
SLUG = "kab-uji"
SCHEDULE = """\
kegiatan:
  - judul: Pos satu
    jenis: pos_pendaftaran
    tanggal: 2026-11-26
    tanggal_selesai: 2026-11-27
    mulai: 09.00
    selesai: 12.00
    tempat: Balai Desa Uji
    ulang:
      tiap: pekan
      kecuali:
        - 2026-12-03
        - 2026-12-10
      pindah: [{dari: 2026-12-17, ke: 2026-12-18}]
    id: pos-satu
  - judul: Pos dua
    jenis: posyandu
    tanggal: 2026-11-27
    mulai: 09.00
    selesai: 12.00
    tempat: Balai Desa Uji
    perhentian:
      - {mulai: 09.30, tempat: Simpang}
      - {mulai: 10.30, selesai: 11.00, tempat: Pasar}
    id: pos-dua
"""
FIGURES = """\
capaian:
  - {bulan: 2026-08, peserta: 2400, aktif: 1900, sumber: Uji}
  - {bulan: 2026-09, peserta: 2400, aktif: 1900, sumber: Uji}
"""
PAGE = """\
---
judul: Pos baru
ringkas: Pos baru dibuka.
tayang: 2026-11-01
sampai: 2026-12-01
---

Bawa KTP dan datang pagi.
"""
SLIPS = (
    ("jadwal.yml", "jenis: pos_pendaftaran\n", "jenis: pos\n", "pilihan-tidak-sah", 3),
    ("jadwal.yml", "tanggal_selesai: 2026-11-27", "tanggal_selesai: 2026-11-20", "hari-terakhir-salah", 5),
    ("jadwal.yml", "selesai: 12.00", "selesai: 08.00", "jam-terbalik", 7),
    ("jadwal.yml", "        - 2026-12-03", "        - 2026-12-04", "kecuali-bukan-hari", 12),
    ("jadwal.yml", "        - 2026-12-10", "        - 2026-12-11", "kecuali-bukan-hari", 13),
    ("jadwal.yml", "dari: 2026-12-17", "dari: 2026-12-16", "hari-ulang-lain", 14),
    ("jadwal.yml", "judul: Pos dua", "judull: Pos dua", "kunci-tidak-dikenal", 16),
    ("jadwal.yml", "mulai: 10.30", "mulai: 09.10", "perhentian-tidak-urut", 24),
    ("jadwal.yml", "mulai: 09.30,", "mulai: pagi,", "waktu-tidak-terbaca", 23),
    ("capaian.yml", "peserta: 2400", "peserta: banyak", "bukan-angka", 2),
    ("capaian.yml", "bulan: 2026-09, peserta: 2400", "bulan: 2026-09, peserta: 240", "aktif-melebihi-peserta", 3),
    ("daerah.yml", "zona_waktu: WIB", "zona_waktu: WIBB", "pilihan-tidak-sah", 6),
    ("daerah.yml", "0254 123456", "0254 12", "telepon-tidak-tersambung", 16),
    ("daerah.yml", "domain: dinkesuji.example", "domain: lain.example", "domain-tidak-cocok", 7),
    ("halaman/pos.md", "judul: Pos baru", "tema: Pos baru", "kunci-tidak-dikenal", 2),
    ("halaman/pos.md", "sampai: 2026-12-01", "sampai: 2026-10-01", "tayang-terbalik", 5),
)
"""File, what it says, what somebody typed in its place, and what is told at which line."""
BESIDE = {"kunci-hilang"}
"""A key that is typed wrong is also one that isn't there."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sekaligus") / "proyek"
    shutil.copytree(TREES / "_dasar", root)
    folder = root / "districts" / SLUG
    (folder / "halaman").mkdir()
    for name, text in (("jadwal.yml", SCHEDULE), ("capaian.yml", FIGURES), ("halaman/pos.md", PAGE)):
        (folder / name).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def registry(project: Path) -> Registry:
    return read_project(project)


def told(
    project: Path, registry: Registry, slips: Iterable[tuple[str, str, str, str, int]]
) -> set[tuple[str, int, str]]:
    """What is said of the folder when all of these are in it."""
    folder = project / "districts" / SLUG
    before = {name: (folder / name).read_text("utf-8") for name in {slip[0] for slip in slips}}
    try:
        for name, right, wrong, *_ in slips:
            text = (folder / name).read_text("utf-8")
            assert right in text
            (folder / name).write_text(text.replace(right, wrong, 1), "utf-8")
        listed = next(one for one in registry.listed if one.slug == SLUG)
        at = registry.list_places.of("daerah", 0, "slug")
        _, problems = read_district(project / "districts", "districts", listed, at, registry.campaign)
    finally:
        for name, text in before.items():
            (folder / name).write_text(text, "utf-8")
    return {_short(one) for one in problems if one.code not in BESIDE}


def _short(one: Problem) -> tuple[str, int, str]:
    return one.place.file.removeprefix(f"districts/{SLUG}/"), one.place.line or 0, one.code


def expected(slips: Iterable[tuple[str, str, str, str, int]]) -> set[tuple[str, int, str]]:
    return {(name, line, code) for name, _, _, code, line in slips}


def test_the_project_without_slips_has_no_fault(project: Path, registry: Registry) -> None:
    assert told(project, registry, ()) == set()
    assert registry.district_problems == {}


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[0]}-{slip[4]}")
def test_a_slip_is_told_at_its_line(slip: tuple[str, str, str, str, int], project: Path, registry: Registry) -> None:
    assert told(project, registry, (slip,)) == expected((slip,))


def test_of_two_slips_both_are_told(project: Path, registry: Registry) -> None:
    hidden = {}
    for pair in combinations(SLIPS, 2):
        found, wanted = told(project, registry, pair), expected(pair) - dependent(pair)
        if not wanted <= found:
            hidden[pair[0][2], pair[1][2]] = wanted - found
        assert found <= expected(pair), pair
    assert hidden == {}


def test_all_slips_are_told_at_once(project: Path, registry: Registry) -> None:
    assert told(project, registry, SLIPS) == expected(SLIPS) - dependent(SLIPS)


def dependent(slips: Iterable[tuple[str, str, str, str, int]]) -> set[tuple[str, int, str]]:
    """What can't be judged while something else is wrong: an order of stops of which one has no time."""
    wrong = {slip[2] for slip in slips}
    return {("jadwal.yml", 24, "perhentian-tidak-urut")} if {"mulai: 09.10", "mulai: pagi,"} <= wrong else set()


def test_what_is_sound_is_judged_when_it_is_composed(project: Path, tmp_path: Path) -> None:
    """An own page with a number that is a fact, and one with a wrong head; an event that stands there twice."""
    root = tmp_path / "proyek"
    shutil.copytree(project, root)
    folder = root / "districts" / SLUG
    page = PAGE.replace("judul:", "tema:").replace("Bawa KTP", "Iurannya Rp35.000. Bawa [KTP](tak-ada.md)")
    (folder / "halaman" / "pos.md").write_text(page, "utf-8")
    twice = SCHEDULE + SCHEDULE.removeprefix("kegiatan:\n").split("  - judul: Pos dua")[0].replace(
        "2026-11-26", "26-11"
    )
    twice += "  - judul: Pos dua" + SCHEDULE.split("  - judul: Pos dua")[1]
    (folder / "jadwal.yml").write_text(twice, "utf-8")

    registry = read_project(root)
    found = {_short(one) for one in Checking(root, registry, DAY).problems((SLUG,))}

    assert {("halaman/pos.md", 2, "kunci-tidak-dikenal"), ("halaman/pos.md", 2, "kunci-hilang")} <= found
    assert ("halaman/pos.md", 8, "angka-diketik") in found
    assert ("jadwal.yml", 28, "tanggal-tidak-terbaca") in found
    assert ("jadwal.yml", 40, "kegiatan-ganda") in found
    assert ("jadwal.yml", 49, "id-kegiatan-ganda") in found
    assert "tautan-putus" not in {code for *_, code in found}, "what it leads to may be what has a fault"


def test_who_has_no_fault_is_not_judged_twice(project: Path, registry: Registry) -> None:
    assert CheckedComposer(registry).sound_part(SLUG, DAY) == ()
