"""Districts with events of their own on the days that follow: a build upon the one before is as a clean one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.conftest import DAY
from tests.publish.little import build, problems, public
from tests.publish.test_joined_events import SLUGS, with_events

AHEAD = (1, 2, 31, 61)
"""Days after the first: the next one, when one event of several days is over, when one comes again, when all are."""


def test_each_day_is_the_same_upon_the_one_before_and_anew(tmp_path: Path) -> None:
    project, out = with_events(tmp_path / "proyek"), tmp_path / "dist"
    assert build(project, *SLUGS, "--without-walls", out=str(out)).returncode == 0
    for number in AHEAD:
        day = ("--without-walls", "--as-of", (DAY + timedelta(days=number)).isoformat())
        assert build(project, *SLUGS, *day, out=str(out)).returncode == 0
        done = build(project, *SLUGS, *day, "--fresh", "--prove", "4", out=str(tmp_path / "bersih"))
        assert (done.returncode, problems(done)) == (0, ["Membandingkan dengan cara biasa"]), done.stderr
        assert public(project, str(out)) == public(project, str(tmp_path / "bersih")), number
