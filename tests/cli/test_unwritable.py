"""A place that can't be written to is told in a sentence, with code 3; no file of anybody is blamed."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from selebaran.cli.building import exit_code
from selebaran.cli.language import Speaker
from selebaran.cli.main import main
from selebaran.cli.unwritable import cannot_write, is_about
from selebaran.model.problem import Place, problem
from selebaran.publish.outcome import Report
from tests.conftest import BASE

CAUSES = {
    errno.ENOSPC: ("penyimpanan penuh", "kosongkan ruang"),
    errno.EDQUOT: ("penyimpanan penuh", "kosongkan ruang"),
    errno.EROFS: ("tempat itu hanya dapat dibaca", "pilih tempat lain"),
    errno.EACCES: ("tidak ada izin menulis di sana", "beri izin menulis"),
    errno.ENOTDIR: ("ada berkas di tempat folder, atau folder di tempat berkas", "pilih nama lain"),
    errno.ENOENT: ("tempat itu tidak ada dan tidak dapat dibuat", "pilih folder lain"),
    errno.EIO: ("tempat penyimpanan itu rusak atau terlepas", "periksa cakram"),
    errno.ENOLCK: ("ENOLCK", "pilih tempat lain"),
}


@pytest.mark.parametrize("number", CAUSES, ids=errno.errorcode.get)
def test_each_reason_has_its_own_words_and_cure(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cannot_write(Path("/media/kartu"), OSError(number, os.strerror(number)), Speaker())
    assert end.value.code == 3
    cause, cure = CAUSES[number]
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"tidak dapat menulis ke '/media/kartu': {cause}"
    assert second.startswith("  saran: ")
    assert cure in second


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "proyek")


COMMANDS = (["build"], ["build", "kab-uji", "--only", "site"], ["schema"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("below", ["", "dalam/sana"])
def test_a_file_in_the_place_of_the_output_folder(
    command: list[str], below: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "catatan.txt"
    file.write_text("isi", "utf-8")
    with pytest.raises(SystemExit) as end:
        main([*command, "--root", str(project), "--out", str(file / below)])
    said = capsys.readouterr()
    assert end.value.code == 3
    assert said.err.startswith(f"tidak dapat menulis ke '{file / below}")
    assert "error[" not in said.err
    assert file.read_text("utf-8") == "isi"


def test_a_place_where_the_system_makes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["build", "--root", str(project), "--out", "/proc/hasil"])
    assert end.value.code == 3
    assert capsys.readouterr().err.startswith("tidak dapat menulis ke '/proc/hasil': ")


def test_a_cache_that_cannot_be_made_is_told_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".cache").write_text("", "utf-8")
    with pytest.raises(SystemExit) as end:
        main(["build", "--root", str(project)])
    assert end.value.code == 3
    assert f"'{project / '.cache'}'" in capsys.readouterr().err


def test_only_errors_of_writing_there_are_told_so(tmp_path: Path) -> None:
    assert is_about(OSError(errno.ENOSPC, "", None), tmp_path)
    assert is_about(PermissionError(errno.EACCES, "", str(tmp_path / "a" / "b")), tmp_path)
    assert not is_about(FileNotFoundError(errno.ENOENT, "", "/elsewhere/file"), tmp_path)


def test_a_district_without_room_ends_the_build_with_code_3() -> None:
    full = problem("penyimpanan-penuh", Place("dist"), slug="kab-uji")
    fault = problem("berkas-hilang", Place("districts/kab-uji/daerah.yml"))
    assert exit_code(Report((), 0, 0, 0.0, (full, fault))) == 3
    assert exit_code(Report((), 0, 0, 0.0, (problem("penyimpanan-rusak", Place("dist"), slug="kab-uji"),))) == 3
    assert exit_code(Report((), 0, 0, 0.0, (fault,))) == 1
    assert exit_code(Report((), 0, 0, 0.0, ())) == 0


@pytest.mark.parametrize("folder", [".", "districts", "content/hasil", "printables"])
def test_nothing_is_built_among_what_is_read(folder: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.relative_to(project) for path in project.rglob("*"))
    with pytest.raises(SystemExit) as end:
        main(["build", "--root", str(project), "--out", str(project / folder)])
    assert end.value.code == 2
    assert "ada di dalam naskah proyek" in capsys.readouterr().err
    assert sorted(path.relative_to(project) for path in project.rglob("*")) == before


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_that_no_time_stamp_holds_is_refused(
    command: str, day: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--root", str(project), "--as-of", day])
    assert end.value.code == 2
    assert capsys.readouterr().err.strip() == _too_far("--as-of", day[:4])


def test_the_day_of_the_environment_is_blamed_on_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "-5")
    with pytest.raises(SystemExit) as end:
        main(["build", "--root", str(project)])
    assert end.value.code == 2
    assert capsys.readouterr().err.strip() == _too_far("SOURCE_DATE_EPOCH", "1969")


def _too_far(place: str, year: str) -> str:
    return f"{place}: tahun {year} terlalu jauh; sebut hari dari tahun 1970 sampai 2100, contoh 2026-11-26"
