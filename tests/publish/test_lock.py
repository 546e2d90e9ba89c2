"""Two builds never write into the same folder."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from selebaran.publish.lock import LOCK, Holder, IsBusy, locked
from tests.conftest import DEMO, run_here

NOW = datetime(2026, 11, 28, 22, 10, tzinfo=UTC)
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from selebaran.publish.lock import locked
with locked(Path(sys.argv[1]), datetime(2026, 11, 28, 22, 10, tzinfo=UTC)):
    print("held", flush=True)
    sys.stdin.read()
"""


def holding(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until it is ended."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], text=True, **pipes)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_build_says_who_writes_there_and_since_when_and_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / ".sedang-dibuat-x").mkdir()
    with holding(tmp_path) as other:
        second = run_here(DEMO, "--only", "site", "--out", str(tmp_path))
        other.kill()
    assert second.returncode == 3
    assert f"proses {other.pid}, sejak 2026-11-28 22:10" in second.stderr
    assert "tunggu sampai build itu selesai, atau pilih tempat lain (pilihan --out)" in second.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [LOCK, ".sedang-dibuat-x"]


def test_the_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        with pytest.raises(IsBusy) as busy, locked(tmp_path, NOW):
            pass
        assert busy.value.holder == Holder(str(other.pid), "2026-11-28 22:10")
        other.kill()
    with locked(tmp_path, NOW):
        assert str(os.getpid()) in (tmp_path / LOCK).read_text("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_says_nothing_yet_is_a_lock_all_the_same(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        (tmp_path / LOCK).write_text("", "utf-8")
        with pytest.raises(IsBusy) as busy, locked(tmp_path, NOW):
            pass
        other.kill()
    assert busy.value.holder == Holder()
