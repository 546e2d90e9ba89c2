"""`selebaran check --format`: problems beside the lines of a change."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from selebaran.cli.annotations import print_annotations
from selebaran.cli.language import Speaker
from selebaran.cli.main import main
from selebaran.model.problem import Place, problem
from tests.conftest import TREES


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(TREES / "_dasar", tmp_path, dirs_exist_ok=True)
    shutil.copytree(TREES / "telepon-tidak-terbaca" / "districts", tmp_path / "districts", dirs_exist_ok=True)
    return tmp_path


def checked(broken: Path, host: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as end:
        main(["check", "kab-uji", "--lewati-cetak", "--format", host, "--root", str(broken)])
    assert end.value.code == 1
    return capsys.readouterr().out


def test_github_shows_each_beside_its_line(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin = "::error file=districts/kab-uji/daerah.yml,line=16,col=14,title=telepon-tidak-terbaca::"
    assert f"{begin}'0254-123456 (Bu Sri)' bukan nomor telepon%0Asaran: " in checked(broken, "github", capsys)


def test_gitlab_gets_a_list_in_which_each_has_a_print_of_its_own(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(checked(broken, "gitlab", capsys))
    one = next(entry for entry in found if entry["check_name"] == "telepon-tidak-terbaca")
    assert one["location"] == {"path": "districts/kab-uji/daerah.yml", "lines": {"begin": 16}}
    assert one["severity"] == "major"
    assert len({entry["fingerprint"] for entry in found}) == len(found)


def test_what_somebody_wrote_begins_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    place = Place("districts/a,b/x::y.yml", 3)
    found = problem("telepon-tidak-terbaca", place, isi="1\n::set-output name=x::y%0A")
    print_annotations([found], "github", Speaker())
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=districts/a%2Cb/x%3A%3Ay.yml,line=3,")
    assert "y%250A" in line
