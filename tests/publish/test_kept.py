"""Sheets that are made only when somebody asks for them, and what later builds do with them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import site_of
from selebaran.publish.report.record import read_record
from tests.conftest import DEMO, ROOT, run_here

PIECE = "poster-cuci-tangan"
FILE = f"unduh/{PIECE}/{PIECE}-kantor.pdf"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new campaign, whose one sheet is made only when it is asked for, and was."""
    project = tmp_path_factory.mktemp("diminta") / "proyek"
    main(["init", str(project)])
    (project / ".cache").symlink_to(ROOT / ".cache")
    described = project / "printables" / PIECE / "piece.yml"
    asked = "kode: p1\nbila_diminta: ya\nkelompok: Lembar untuk diisi\n"
    described.write_text(described.read_text("utf-8").replace("kode: p1\n", asked), "utf-8")
    build(project, "--only", "print")
    assert not (web_root(project) / FILE).exists()
    build(project, "--lembar", PIECE)
    return project


@pytest.fixture
def project(begun: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copytree(begun, tmp_path / "proyek", symlinks=True))


def web_root(project: Path) -> Path:
    return site_of(project / "dist", "kab-contoh.example")


def build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = run_here(DEMO, *arguments, "--profil", "kantor", "--root", str(project), "--quiet")
    assert done.returncode == 0, done.stderr
    return done


def page(project: Path) -> str:
    return (web_root(project) / "unduh/index.html").read_text("utf-8")


def test_a_sheet_that_was_asked_for_stays_while_it_is_still_true(begun: Path, project: Path) -> None:
    assert '<h2 class="lembaran__kelompok">Lembar untuk diisi</h2>' in page(begun)
    assert f'href="{PIECE}/{PIECE}-kantor.pdf"' in page(begun)
    for again in (("--only", "print"), (), ("--only", "site")):
        assert build(project, *again).stderr == ""
        assert (web_root(project) / FILE).read_bytes() == (web_root(begun) / FILE).read_bytes()
        assert page(project) == page(begun)


def test_the_report_tells_which_sheets_an_earlier_build_made(begun: Path, project: Path) -> None:
    for made, kept in ((begun, ()), (project, (FILE,))):
        if kept:
            build(made)
        record = read_record(made / "dist", DEMO)
        assert record
        assert [(one.piece, one.asked, one.files, one.kept) for one in record.pieces] == [(PIECE, True, (FILE,), kept)]


@pytest.mark.parametrize("arguments", [(), ("--only", "print")])
def test_a_sheet_whose_sources_changed_goes_and_the_build_says_so(project: Path, arguments: tuple[str, ...]) -> None:
    css = project / "printables" / PIECE / "piece.css"
    css.write_text(css.read_text("utf-8") + "\np { letter-spacing: .1pt }\n", "utf-8")
    said = build(project, *arguments).stderr
    assert f"peringatan[lembar-diminta-dihapus]: lembar '{PIECE}'" in said
    assert f"saran: bila masih perlu, buat lagi: selebaran build {DEMO} --lembar {PIECE}" in said
    assert not (web_root(project) / FILE).exists()
    assert ("lembar-lama-dihapus" in said) == (PIECE in page(project)) == bool(arguments)


def test_a_sheet_that_somebody_changed_by_hand_is_not_offered_again(project: Path) -> None:
    (web_root(project) / FILE).write_bytes(b"%PDF-1.7 lain")
    assert "lembar-diminta-dihapus" in build(project, "--only", "print").stderr


def test_a_name_that_no_sheet_has_is_told_with_the_one_that_was_meant(begun: Path) -> None:
    done = run_here(DEMO, "--lembar", "poster-cuci-tagan", "--root", str(begun))
    assert (done.returncode, done.stderr) == (
        2,
        f"tidak ada lembar 'poster-cuci-tagan'; maksudnya '{PIECE}'?\n  saran: yang dibuat bila diminta: {PIECE}\n",
    )
    done = run_here(DEMO, "--lembar", PIECE, "--only", "site", "--root", str(begun))
    assert (done.returncode, done.stderr) == (2, "--lembar membuat lembar cetak; hapus --only site\n")
