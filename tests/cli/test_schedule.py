"""`selebaran release schedule`: what it writes, and the commands that come next."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.cli.schedule import KINDS
from tests.conftest import BASE

WRITTEN = {
    "systemd": {
        *("harian.sh", "mingguan.sh", "selebaran-harian.service", "selebaran-harian.timer"),
        *("selebaran-mingguan.service", "selebaran-mingguan.timer"),
    },
    "cron": {"harian.sh", "mingguan.sh", "selebaran"},
    "github": {".github/workflows/selebaran-harian.yml", ".github/workflows/selebaran-fakta.yml"},
    "gitlab": {".gitlab/selebaran-fakta.yml", "jadwal.sh"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_schedule_is_written_beside_the_sites_and_told(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "hasil ini"
    main(["release", "schedule", kind, "--root", str(BASE), "--out", str(out)])
    place = out / "penyajian" / kind
    assert {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()} == WRITTEN[kind]
    told, steps = capsys.readouterr().out.split("langkah berikutnya (docs/panduan/penyajian.md):\n")
    assert told.count("ditulis: ") == len(WRITTEN[kind])
    assert f"'{place}'" in steps


@pytest.mark.parametrize("kind", ["systemd", "cron"])
def test_a_place_that_a_schedule_would_read_otherwise_is_refused(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["release", "schedule", kind, "--root", str(BASE), "--out", str(tmp_path / "100%")])
    assert end.value.code == 2
    assert "saran: pakai tempat lain (--out FOLDER)" in capsys.readouterr().err
    assert not (tmp_path / "100%").exists()


@pytest.mark.parametrize("kind", ["systemd", "cron"])
@pytest.mark.parametrize("user", ["%h", "dua kata", "x\nroot", "-u"])
def test_a_user_that_a_schedule_would_read_otherwise_is_refused(
    user: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOGNAME", user)
    with pytest.raises(SystemExit) as end:
        main(["release", "schedule", kind, "--root", str(BASE), "--out", str(tmp_path / "hasil")])
    assert end.value.code == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("'") and second.startswith("  saran: ")
