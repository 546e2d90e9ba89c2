"""The officer's hour is done as its guide says, on a district without places and events: its commands, in its order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2

from scripts.hour_files import AREAS, FLOWERS, write
from selebaran.publish.layout import site_of
from tests.conftest import ROOT
from tests.project import PARTS, PROJECT
from tests.test_docs import fences

GUIDE = ROOT / "docs" / "panduan" / "satu-jam-petugas.md"
DISTRICT, HOST = "kab-contoh", "kab-contoh.example"
EMPTIED = ("layanan.yml", "layanan-usulan.yml", "jadwal.yml")


def emptied(project: Path) -> Path:
    """A copy of the project in which the made-up district has neither places nor events. Returns its folder."""
    for name in PARTS:
        (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy)(PROJECT / name, project / name)
    (project / ".cache").symlink_to(ROOT / ".cache")
    home = project / "districts" / DISTRICT
    for name in EMPTIED:
        (home / name).unlink()
    return home


def commands() -> list[str]:
    """What the guide has somebody type, in its order."""
    return [line for block in fences(GUIDE, "sh") for line in block.splitlines()]


def run(project: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command of the guide, as it would run there; who takes something in has said yes."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    said_yes = f"{command} --yes" if " intake " in f" {command} " else command
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        ["sh", "-c", said_yes], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def page(project: Path, address: str) -> str:
    return (site_of(project / "dist", HOST) / address / "index.html").read_text("utf-8")


def test_an_officer_comes_from_tables_and_a_word_file_to_a_checked_site_and_a_kit(tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    project.mkdir()
    home = emptied(project)
    write(project)
    tables, letter, answered, check, build, kit = commands()

    taken = run(project, tables)
    assert taken.returncode == 0
    assert f"| {taken.stderr.count('peringatan[')} tebakan," in GUIDE.read_text("utf-8")
    assert (home / "layanan.yml").read_text("utf-8").count("jenis: puskesmas") == len(FLOWERS)
    assert "tiap: 2 pekan" in (home / "jadwal.yml").read_text("utf-8")

    asked = run(project, letter)
    assert asked.returncode == 1
    assert asked.stderr.count("[isian-perlu]") == 2
    assert not (home / "halaman" / "kabar" / "loket-pindah-ke-gedung-lama.md").exists()
    assert run(project, answered).returncode == 0

    assert "1 daerah diperiksa, 0 masalah" in run(project, check).stdout
    assert run(project, build).returncode == 0
    news = page(project, "kabar/loket-pindah-ke-gedung-lama")
    assert re.search(r"<td>(?:<span[^>]*>)?08\.00 sampai 14\.00<", news)
    assert 'alt="Gedung lama beratap merah"' in news
    again = page(project, "jadwal/tanya-jawab-di-balai-desa-2026-12-08")
    assert "setiap 2 pekan" in again
    assert "22 Desember 2026" in again
    assert "Dibatalkan" in page(project, "jadwal/pos-tanya-jawab-di-pasar-2026-12-10")
    for area in AREAS:
        assert f"Puskesmas Rekaan {FLOWERS[AREAS.index(area)]}" in page(project, f"k/{area.lower().replace(' ', '-')}")

    made = run(project, kit)
    assert made.returncode == 0, made.stderr
    (archive,) = (project / "dist" / "kit").glob("*.zip")
    with zipfile.ZipFile(archive) as parts:
        sheets = [name for name in parts.namelist() if name.endswith(".pdf")]
        texts = [
            pypdfium2.PdfDocument(BytesIO(parts.read(name)))[0].get_textpage().get_text_bounded() for name in sheets
        ]
    assert len(sheets) >= 3
    assert any("Balai Desa Rekaan Jaya" in text for text in texts)


def test_its_minutes_are_the_sum_of_its_steps_and_follow_from_what_it_counts() -> None:
    rows = re.findall(r"^\| \d \| .+? \| (.+?) \| (\d+) \|$", GUIDE.read_text("utf-8"), re.M)
    (whole,) = re.findall(r"^\| \| \*\*Jumlah\*\* \| \| \*\*(\d+)\*\* \|$", GUIDE.read_text("utf-8"), re.M)
    assert sum(int(minutes) for _, minutes in rows) == int(whole) <= 60
    seconds = {"detik": 1, "menit": 60}
    for how, minutes in rows:
        parts = re.findall(r"(\d+) (\w+)[^;]*?, (?:\d+ diganti: )?(?:(\d+) (detik|menit) tiap)", how)
        told = sum(int(count) * int(each) * seconds[unit] for count, _, each, unit in parts)
        told += sum(int(count) * 60 for count in re.findall(r": (\d+) menit", how))
        assert told == int(minutes) * 60, how
