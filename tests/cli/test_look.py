"""`selebaran check`: what is wrong with the project, as of a day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.conftest import BASE, ROOT, with_fonts
from tests.publish.terbitan import change_fact

BREAKS_WHEN_OVERDUE = '\n{% if fakta["IUR-01"].lewat %}Telepon {{ daerah.kontak.pengaduan.telepon }}.{% endif %}\n'
"""A branch that is read only when the fact is overdue, and prints what the district doesn't have."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return with_fonts(Path(shutil.copytree(BASE, tmp_path / "proyek")))


def check(project: Path, *arguments: str) -> int:
    try:
        main(["check", "--root", str(project), *arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_a_sound_project_has_nothing_to_tell(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project, "--as-of", "2026-11-28") == 0
    assert capsys.readouterr() == ("2 daerah diperiksa, 0 masalah\n", "")


def choose(project: Path, pieces: str) -> None:
    """Let a district make these pieces alone; there is a second one beside `kecil`."""
    shutil.copytree(project / "printables/kecil", project / "printables/lain")
    spec = project / "printables/lain/piece.yml"
    spec.write_text(spec.read_text("utf-8").replace("kode: k1", "kode: k2"), "utf-8")
    with (project / "districts/kab-uji/daerah.yml").open("a", encoding="utf-8") as file:
        file.write(f"cetak:\n  lembar: [{pieces}]\n")


def test_a_piece_that_a_district_does_not_make_is_told_with_the_line_that_decides_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choose(project, "kecil")
    assert check(project, "kab-uji", "--as-of", "2026-11-28") == 0
    line = len((project / "districts/kab-uji/daerah.yml").read_text("utf-8").splitlines())
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Lembar yang tidak dibuat:",
        f"  kab-uji: lain tidak disebut dalam cetak.lembar (districts/kab-uji/daerah.yml:{line}:3)",
    ]


def test_a_piece_that_needs_what_is_not_filled_in_is_told_with_what_it_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "printables/kecil/piece.yml").open("a", encoding="utf-8") as file:
        file.write("butuh: [kegiatan]\n")
    assert check(project, "kab-sehat", "kab-uji", "--as-of", "2026-11-28") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Lembar yang tidak dibuat:",
        "  kab-sehat: kecil butuh kegiatan, yang belum diisi (districts/kab-sehat/jadwal.yml)",
    ]


def test_a_district_that_makes_all_pieces_hears_nothing_of_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choose(project, "kecil, lain")
    assert check(project, "kab-uji", "kab-sehat", "--as-of", "2026-11-28") == 0
    assert "tidak dibuat" not in capsys.readouterr().out


def test_a_build_and_its_report_tell_it_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    choose(project, "lain")
    shutil.copytree(ROOT / "templates" / "laporan", project / "templates" / "laporan")
    with pytest.raises(SystemExit) as end:
        main(["build", "kab-uji", "--only", "print", "--root", str(project), "--as-of", "2026-11-28"])
    assert end.value.code == 0
    assert "  kab-uji: kecil tidak disebut dalam cetak.lembar (" in capsys.readouterr().out
    page = (project / "dist/laporan/kab-uji.html").read_text("utf-8")
    assert "<code>kecil</code>: tidak disebut dalam <code>cetak.lembar</code>" in page


def test_what_goes_wrong_only_on_a_later_day_is_found_as_of_that_day(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_fact(project, "IUR-01", periksa_lagi="2027-05-02")
    page = project / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8") + BREAKS_WHEN_OVERDUE, "utf-8")
    assert check(project, "kab-uji", "--as-of", "2027-05-01") == 0
    assert check(project, "kab-uji", "--as-of", "2027-05-02") == 1
    assert "content/daftar.md:16" in capsys.readouterr().err


def test_a_warning_is_told_and_is_no_reason_to_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = project / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8").replace("{{ fakta.iuran_kelas_3 }}", "Rp35.000"), "utf-8")
    assert check(project, "--as-of", "2026-11-28") == 0
    assert "peringatan[angka-diketik]" in capsys.readouterr().err


def test_a_day_that_cannot_be_read_is_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project, "--as-of", "28-11-2026") == 2
    assert "tanggal '28-11-2026' tidak terbaca" in capsys.readouterr().err


def test_an_event_without_an_id_is_offered_one_that_can_be_written_down(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schedule = project / "districts" / "kab-uji" / "jadwal.yml"
    day = "jenis: pos_pendaftaran\n    tanggal: 2026-12-03\n    mulai: 09.00\n    tempat: Pasar\n"
    entry = f"judul: Pos di Pasar\n    {day}"
    schedule.write_text(f"kegiatan:\n  - {entry}", "utf-8")
    assert check(project, "kab-uji", "--as-of", "2026-11-28") == 0
    told = capsys.readouterr().err
    assert "districts/kab-uji/jadwal.yml:2:5: peringatan[kegiatan-tanpa-id]" in told
    assert "tulis 'id: pos-di-pasar-2026-12-03'" in told
    schedule.write_text(f"kegiatan:\n  - id: pos-di-pasar-2026-12-03\n    {entry}", "utf-8")
    assert check(project, "kab-uji", "--as-of", "2026-11-28") == 0
    assert "kegiatan-tanpa-id" not in capsys.readouterr().err


def test_a_named_districts_sheets_are_laid_out_and_what_does_not_fit_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "tests/rusak/isian-tidak-muat", project, dirs_exist_ok=True)
    day = ("--as-of", "2026-11-28")
    assert check(project, "kab-uji", *day) == 1
    assert "isian-tidak-muat" in "".join(capsys.readouterr())
    assert check(project, "kab-uji", "--lewati-cetak", *day) == 0
    assert check(project, *day) == 0
    capsys.readouterr()
    assert check(project, "--cetak", *day) == 1
    assert "isian-tidak-muat" in "".join(capsys.readouterr())
