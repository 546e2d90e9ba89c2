"""What is said of walls on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli import walls
from selebaran.cli.language import Speaker
from selebaran.cli.main import main
from selebaran.cli.walls import attempts, tell_gaps
from selebaran.jobs.confine import Barriers
from selebaran.jobs.escapes import Tried

NAMES = tuple(attempts(Speaker()))
NO_SECCOMP = Barriers(landlock=2, namespace=True)


def told(monkeypatch: pytest.MonkeyPatch, *out: str) -> int:
    """The exit code of the command on a machine where these ways lead out."""
    monkeypatch.setattr(walls, "barriers", lambda: NO_SECCOMP)
    monkeypatch.setattr(
        "selebaran.jobs.escapes.try_escapes", lambda folder: tuple(Tried(n, None, n not in out) for n in NAMES)
    )
    with pytest.raises(SystemExit) as ended:
        main(["walls"])
    return int(str(ended.value.code))


def test_each_way_out_has_a_line_and_one_that_is_open_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(monkeypatch) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(NAMES) + 1
    assert all(line.startswith("tertahan  ") for line in lines[:-1])
    assert lines[-1] == "Landlock: 2; seccomp: tidak ada; jaringan sendiri: ada; root: bukan"
    assert told(monkeypatch, "hak") == 1
    assert "LOLOS     mengubah hak berkas daerah lain" in capsys.readouterr().out


def test_a_build_says_in_one_line_what_this_machine_does_not_hold_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(walls, "barriers", lambda: NO_SECCOMP)
    tell_gaps(Speaker(), publish=False, without_walls=False)
    line = "komputer ini tidak menahan pekerja dari: berkas di luar foldernya, hak dan waktu berkas, proses lain"
    assert capsys.readouterr().err == f"{line} (selebaran walls)\n"
    monkeypatch.setattr(walls, "barriers", lambda: Barriers(7, seccomp=True))
    tell_gaps(Speaker(), publish=True, without_walls=False)
    assert capsys.readouterr().err == ""


def test_nothing_is_published_without_walls_unless_somebody_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(walls, "barriers", lambda: NO_SECCOMP)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--publish", "--out", str(tmp_path / "dist")])
    assert ended.value.code == 3
    assert "--without-walls" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
    tell_gaps(Speaker(), publish=True, without_walls=True)
    assert "tidak menahan" in capsys.readouterr().err
