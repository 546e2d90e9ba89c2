"""The build as a user starts it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.model.registry import Registry
from selebaran.publish.layout import SITES, site_of
from selebaran.publish.plan import PROFILES
from tests.conftest import DAY, DEMO, LONGEST, ROOT, SHORT, keep_pieces, run_build, run_here
from tests.once import Once
from tests.project import PROJECT

PARTS = ("content", "districts", "templates", "printables", "mkdocs.yml", "build.py")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's input that a test may spoil."""
    copy = tmp_path / "proyek"
    copy.mkdir()
    for name in PARTS:
        source = ROOT / name if name == "build.py" else PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    (copy / ".cache").symlink_to(ROOT / ".cache")
    return copy


def build_in(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_here(*arguments, "--root", str(project), "--as-of", DAY.isoformat())


@pytest.fixture(scope="session")
def alone(once: Once) -> tuple[subprocess.CompletedProcess[str], Path]:
    """One district, built from the command line into a folder that is named."""

    def make(folder: Path) -> tuple[subprocess.CompletedProcess[str], Path]:
        out = folder / "hasil"
        return run_build(SHORT, "--out", str(out), "--as-of", DAY.isoformat()), out

    return once("sendiri", make)


def built_before(project: Path, dist: Path, host: str) -> Path:
    """The web root of a district as an earlier build left it."""
    return Path(shutil.copytree(site_of(dist, host), site_of(project / "dist", host)))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def digests(root: Path) -> dict[str, str]:
    files = (p for p in root.rglob("*") if p.is_file())
    return {str(p.relative_to(root)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_one_district_is_built_into_the_folder_that_is_named(
    alone: tuple[subprocess.CompletedProcess[str], Path], registry: Registry
) -> None:
    done, out = alone
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in out.iterdir()) == [".rilis", "laporan", "situs"]
    assert [p.name for p in (out / SITES).iterdir()] == ["dinkeskabserang.id"]
    subdistricts = subdistricts_of(registry.districts[SHORT].district)
    pages, pdfs = (
        len(registry.pages) + len(("istilah", "unduh", "offline", "cari")) + len(subdistricts),
        sum(p in PROFILES for one in registry.pieces if not one.spec.when_asked for p, _ in one.spec.forms()),
    )
    for line in (
        r"Daerah +1\b",
        rf"Halaman +{pages}\b",
        rf"PDF +{pdfs}\b",
        r"Detik +\d+,\d",
        r"Masalah +0\b",
        r"Hasil +\S+hasil",
    ):
        assert re.search(line, done.stdout)
    assert done.stderr == "[1/1] kab-serang\n"


def test_an_unknown_district_ends_with_code_2_and_the_nearest_name() -> None:
    done = run_build("kab-srang", "kota-bitun")
    assert done.returncode == 2
    assert "tidak ada daerah 'kab-srang'; maksudnya 'kab-serang'?" in done.stderr
    assert "tidak ada daerah 'kota-bitun'; maksudnya 'kota-bitung'?" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--otu", "x"], "tidak ada pilihan '--otu'; maksudnya '--out'?"),
        (["--only", "situs"], "isi '--only' tidak sah; pilih: site, print"),
        (["--as-of", "26-11-2026"], "tanggal '26-11-2026' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26"),
    ],
)
def test_wrong_usage_ends_with_code_2_in_indonesian(arguments: list[str], said: str) -> None:
    done = run_here(SHORT, *arguments)
    assert (done.returncode, done.stderr.strip()) == (2, said)


def test_the_same_day_gives_the_same_bytes_alone_and_beside_others(
    dist: Path, alone: tuple[subprocess.CompletedProcess[str], Path]
) -> None:
    assert digests(site_of(alone[1], "dinkeskabserang.id")) == digests(site_of(dist, "dinkeskabserang.id"))


def test_the_day_comes_from_source_date_epoch_when_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    assert run_here(SHORT, "--only", "site", "--out", str(tmp_path)).returncode == 0
    assert "1 Maret 2026" in (site_of(tmp_path, "dinkeskabserang.id") / "index.html").read_text("utf-8")


def test_a_broken_district_does_not_stop_the_others_and_keeps_its_last_good_output(project: Path, dist: Path) -> None:
    before = digests(built_before(project, dist, "dinkeskabserang.id"))
    edit(project / "districts" / SHORT / "daerah.yml", "zona_waktu: WIB", "zona_wktu: WIB\nzona_waktu: WIP")
    done = build_in(project, SHORT, DEMO, "--only", "site")
    assert done.returncode == 1
    assert (site_of(project / "dist", "kab-contoh.example") / "index.html").is_file()
    assert digests(site_of(project / "dist", "dinkeskabserang.id")) == before
    assert re.search(r"Daerah +1\b", done.stdout)
    assert "districts/kab-serang/daerah.yml:9:1: error[kunci-tidak-dikenal]" in done.stderr
    assert "maksudnya 'zona_waktu'?" in done.stderr
    assert "districts/kab-serang/daerah.yml:10:13: error[pilihan-tidak-sah]" in done.stderr
    assert "[1/2] kab-serang  tidak dibuat" in done.stderr


def test_a_paper_that_no_office_has_is_told_with_those_that_there_are(project: Path) -> None:
    edit(project / "districts" / SHORT / "daerah.yml", "identitas: pasti", "identitas: pasti\nkertas: folio")
    done = build_in(project, SHORT, "--only", "site")
    assert done.returncode == 1
    assert "daerah.yml:15:9: error[pilihan-tidak-sah]: 'folio' bukan pilihan untuk 'kertas'" in done.stderr
    assert "saran: pilih salah satu: a4, f4" in done.stderr


def test_an_unknown_fact_stops_the_build_with_place_and_nearest_name(project: Path) -> None:
    edit(project / "content" / "iuran.md", "fakta.iuran_kelas_2 ", "fakta.iuran_kls_2 ")
    done = build_in(project, SHORT, "--only", "site")
    assert done.returncode == 1
    assert re.search(r"content/iuran\.md:\d+:\d+: error\[fakta-tidak-dikenal\]: fakta 'iuran_kls_2'", done.stderr)
    assert "saran: maksudnya 'iuran_kelas_2'?" in done.stderr
    assert not list((project / "dist").glob("*")) if (project / "dist").exists() else True


def test_problems_as_json_lines(project: Path) -> None:
    edit(project / "districts" / SHORT / "daerah.yml", "identitas: pasti", "identitas: yakin")
    done = build_in(project, SHORT, "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(f["file"], f["code"], f["severity"]) for f in found] == [
        ("districts/kab-serang/daerah.yml", "pilihan-tidak-sah", "error")
    ]
    assert found[0]["line"] > 1
    assert "pasti, rancu" in found[0]["hint"]


def test_a_value_changed_in_the_register_changes_page_and_sheet(project: Path) -> None:
    keep_pieces(project, "leaflet-daftar")
    edit(project / "content" / "fakta.yml", "isi: '35000'", "isi: '36500'")
    assert build_in(project, SHORT, "--profil", "kantor", "--profil", "layar").returncode == 0
    site = site_of(project / "dist", "dinkeskabserang.id")
    assert "Rp36.500" in (site / "iuran" / "index.html").read_text("utf-8")
    assert not any("Rp35.000" in p.read_text("utf-8") for p in site.rglob("*.html"))
    for profile in ("kantor", "layar"):
        pdf = site / f"unduh/leaflet-daftar/leaflet-daftar-{profile}.pdf"
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        assert "Rp36.500" in text
        assert "Rp35.000" not in text


def test_a_site_alone_still_offers_the_sheets_of_the_build_before(project: Path, dist: Path) -> None:
    site = built_before(project, dist, "dinkeskabserang.id")
    before = digests(site)
    assert build_in(project, SHORT, "--only", "site").returncode == 0
    assert digests(site) == before
    (site / "unduh/leaflet-daftar/leaflet-daftar-layar.pdf").unlink()
    assert build_in(project, SHORT, "--only", "print", "--profil", "layar").returncode == 0
    assert digests(site) == before


def test_a_leaflet_that_does_not_fit_costs_neither_the_other_sheets_nor_the_site(project: Path) -> None:
    keep_pieces(project, "leaflet-daftar", "kartu-darurat")
    sentence = "Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi. "
    edit(project / "content/iuran.md", "Tanyakan hak kelas Anda ke", sentence * 9 + "Tanyakan hak kelas Anda ke")
    done = build_in(project, LONGEST, "--profil", "kantor")
    assert done.returncode == 1
    assert re.search(r"error\[teks-tidak-muat\]: leaflet-daftar \(kantor\): .*panel 'iuran'.* \d+,\d mm", done.stderr)
    assert "Kabupaten Kepulauan Siau Tagulandang Biaro" in done.stderr
    (site,) = (project / "dist" / SITES).iterdir()
    assert [path.parent.name for path in sorted(site.rglob("*-kantor.pdf"))] == ["kartu-darurat"]
    offers = (site / "unduh/index.html").read_text("utf-8")
    assert "kartu-darurat-kantor.pdf" in offers
    assert "leaflet-daftar" not in offers
    assert "Rp35.000" in (site / "iuran/index.html").read_text("utf-8")


def test_left_overs_of_a_killed_build_are_swept_away(project: Path) -> None:
    stale = project / "dist" / ".sedang-dibuat-lama" / "baru"
    stale.mkdir(parents=True)
    assert build_in(project, SHORT, "--only", "site").returncode == 0
    assert sorted(p.name for p in (project / "dist").iterdir()) == [".rilis", "laporan", "situs"]


def test_only_the_profiles_asked_for_are_printed(tmp_path: Path) -> None:
    done = run_here(DEMO, "--only", "print", "--profil", "kantor", "--out", str(tmp_path))
    assert done.returncode == 0
    pdfs = list(tmp_path.rglob("*.pdf"))
    assert {"leaflet-daftar-kantor.pdf", "poster-cukup-ktp-kantor-a4.pdf"} <= {p.name for p in pdfs}
    assert all("-kantor" in p.name for p in pdfs)


def test_plain_mkdocs_previews_one_district(tmp_path: Path) -> None:
    environment = {**os.environ, "SELEBARAN_DAERAH": SHORT, "SOURCE_DATE_EPOCH": "1795219200"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "situs")]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Kabupaten Serang" in (tmp_path / "situs" / "index.html").read_text("utf-8")
