"""`selebaran check --fix`: what has one reading is shown first, and mended once somebody agreed; then it is checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.conftest import BASE
from tests.desk.word_files import photo

FOLDER = Path("districts") / "kab-uji"
PAGE = "---\r\njudul: Posko\r\nringkas: Posko buka.\r\ntanggal: 20/11/2026\r\n---\r\n\r\n"
PAGE += "![Kader](gambar/Foto%20Kader.JPG) [situs](http://contoh.example/a)\r\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with slips in a file, in a page, and in names."""
    shutil.copytree(BASE, tmp_path / "proyek")
    folder = tmp_path / "proyek" / FOLDER
    (folder / "gambar").mkdir(exist_ok=True)
    (folder / "gambar" / "Foto Kader.JPG").write_bytes(photo(form="JPEG"))
    district = (folder / "daerah.yml").read_text("utf-8")
    assert "gambar:" not in district
    listed = "# Foto kami\ngambar:\n  - berkas: Foto Kader.JPG\n    teks: Kader\n    sumber: kantor\n"
    (folder / "daerah.yml").write_bytes(b"\xef\xbb\xbf" + f"{district}{listed}".encode())
    (folder / "halaman" / "kabar").mkdir(parents=True, exist_ok=True)
    (folder / "halaman" / "kabar" / "Posko Baru.md").write_bytes(PAGE.encode())
    return tmp_path / "proyek"


def run(project: Path, *arguments: str) -> int:
    try:
        main(["check", "kab-uji", "--lewati-cetak", *arguments, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def files(project: Path) -> dict[str, bytes]:
    folder = project / FOLDER
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_slips_are_shown_and_mended_once_somebody_agreed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project)
    assert run(project, "--fix") == 1  # nobody is at a terminal
    assert run(project, "--fix", "--dry-run") == 1
    assert run(project, "--fix", "--dry-run", "--yes") == 1
    shown = capsys.readouterr().out
    assert "-  - berkas: Foto Kader.JPG\n+  - berkas: foto-kader.jpg" in shown
    assert "daerah.yml: dihapus yang tidak terlihat: BOM" in shown
    assert "kabar/Posko Baru.md menjadi districts/kab-uji/halaman/kabar/posko-baru.md" in shown
    assert files(project) == before
    for _ in range(2):  # an address in a page is only looked at once its head can be read
        run(project, "--fix", "--yes")
    assert run(project) == 0
    after = files(project)
    assert after.pop("halaman/kabar/posko-baru.md").decode() == (
        PAGE.replace("\r", "")
        .replace("20/11/2026", "2026-11-20")
        .replace("Foto%20Kader.JPG", "foto-kader.jpg")
        .replace("http:", "https:")
    )
    assert after.pop("gambar/foto-kader.jpg") == before.pop("gambar/Foto Kader.JPG")
    told = before.pop("daerah.yml").removeprefix(b"\xef\xbb\xbf").replace(b"Foto Kader.JPG", b"foto-kader.jpg")
    assert after.pop("daerah.yml") == told
    del before["halaman/kabar/Posko Baru.md"]
    assert after == before
    capsys.readouterr()
    assert run(project, "--fix", "--yes") == 0
    assert "tidak ada yang dapat dibetulkan" in capsys.readouterr().out


def test_yes_alone_is_a_wrong_use(project: Path) -> None:
    assert run(project, "--yes") == 2
