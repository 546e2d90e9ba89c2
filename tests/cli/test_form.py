"""`selebaran form` writes a district's form; `intake` takes what it sends, after it was seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.conftest import BASE
from tests.desk.form.test_taken import NEWS, SLUG, text_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "proyek")
    return tmp_path / "proyek"


def run(project: Path, *arguments: str) -> int:
    try:
        main([*arguments, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_what_a_form_sent_is_shown_then_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, page = project / "pesan.txt", project / "districts" / SLUG / "halaman" / "kabar" / "pos-pindah.md"
    path.write_bytes(text_of("kabar", NEWS))
    assert run(project, "intake", str(path), "--dry-run") == 0
    assert "+judul: Pos pindah" in capsys.readouterr().out
    assert not page.exists()
    assert run(project, "intake", str(path), "--yes") == 0
    assert page.read_text("utf-8").endswith("\nPintu timur.\n")


def test_a_part_that_is_lost_is_told_and_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "pesan.txt"
    path.write_bytes(text_of("kabar", NEWS).replace(b" 1/1 ", b" 1/2 "))
    assert run(project, "intake", str(path), "--yes") == 1
    assert "bagian 2/2 dari isian 'kabar kab-uji' tidak ada" in capsys.readouterr().err


def test_the_form_names_its_district_and_is_written_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = project / "formulir.html"
    assert run(project, "form", SLUG, "--out", str(target)) == 0
    text = target.read_text("utf-8")
    assert "<title>Formulir Kabupaten Uji</title>" in text
    assert str(target) in capsys.readouterr().out
    assert run(project, "form", SLUG, "--out", str(target)) == 2
    assert target.read_text("utf-8") == text


def test_what_goes_out_is_named_so_that_it_opens_and_comes_back(project: Path) -> None:
    assert run(project, "form", SLUG, "--out", str(project / "isian")) == 0
    assert (project / "isian.html").is_file()
    assert run(project, "workbook", SLUG, "--out", str(project / "lembar.v2")) == 0
    assert run(project, "intake", str(project / "lembar.v2.xlsx")) == 0
