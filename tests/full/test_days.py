"""Real districts on the first, the last and another of the days on which they would be the same: what becomes of the
sites that lie there is what a clean build of that day makes. On the day after these they are made anew."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, run_here
from tests.publish.little import days_in, public

PUT = "menaruh hari baru"
"""How the stage is called in which another day is put into what lies there."""
DISTRICTS = (
    "kab-buru",
    "kab-buru-selatan",
    "kab-serang",
    "kab-nduga",
    "kota-bitung",
    "kab-kepulauan-siau-tagulandang-biaro",
)


def build(out: Path, day: date, *more: str) -> str:
    """The sites, as of a day; gives what its stages took."""
    table = out.parent / "tahap.txt"
    told = ("--as-of", day.isoformat(), "--out", str(out), "--timings", str(table))
    done = run_here(*DISTRICTS, "--root", str(ROOT), "--only", "site", *told, *more)
    assert done.returncode == 0, done.stderr
    return table.read_text("utf-8")


def test_on_each_of_its_days_a_site_is_that_of_a_clean_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    out = tmp_path / "dist"
    build(out, DAY)
    days = days_in(out)
    assert len(days) == len(DISTRICTS)
    first, last = max(one.first for one in days), min(one.last for one in days)
    assert first < DAY < last
    for number, day in enumerate((last, first, DAY + timedelta(1), last + timedelta(1))):
        assert (PUT in build(out, day)) == (first <= day <= last)
        assert public(tmp_path) == clean(tmp_path, day, number), day


def clean(folder: Path, day: date, number: int) -> dict[str, bytes]:
    """What a build of a day makes that knows nothing."""
    name = f"bersih-{number}"
    build(folder / name, day, "--fresh")
    return public(folder, name)
