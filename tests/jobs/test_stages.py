"""Where time goes is noted once, for the stage that was under way, and only when somebody asks."""

from __future__ import annotations

import pytest

from selebaran.jobs import stages
from selebaran.jobs.stages import Spent, stage, staged, together


class Watch:
    """A clock that goes on when it is told to; its processor works half of the time."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        return self.now

    def process_time(self) -> float:
        return self.now / 2

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    made = Watch()
    monkeypatch.setattr(stages, "time", made)
    return made


def test_time_belongs_to_the_innermost_stage_and_nothing_is_counted_twice(watch: Watch) -> None:
    @staged("markdown")
    def render() -> str:
        watch.pass_by(2)
        return "html"

    stages.begin()
    watch.pass_by(1)
    with stage("susun"):
        watch.pass_by(4)
        assert [render(), render()] == ["html", "html"]
    spent = {one.path: (one.times, one.cpu, one.wall) for one in stages.ended()}
    assert spent == {(): (0, 0.5, 1), ("susun",): (1, 2, 4), ("susun", "markdown"): (2, 2, 4)}


def test_a_stage_that_fails_has_ended(watch: Watch) -> None:
    stages.begin()
    with pytest.raises(ValueError), stage("cari"):
        raise ValueError
    watch.pass_by(3)
    assert {one.path: one.wall for one in stages.ended()} == {(): 3, ("cari",): 0}


def test_nothing_is_noted_unless_somebody_asks(watch: Watch) -> None:
    with stage("cari"):
        watch.pass_by(1)
    assert stages.ended() == ()


def test_the_same_stages_of_several_jobs_are_added_up() -> None:
    one, other = Spent(("susun",), 1, 0.5, 1.0), Spent(("susun",), 2, 1.5, 2.0)
    assert together([one, other, Spent((), 0, 1.0, 1.0)]) == (Spent((), 0, 1.0, 1.0), Spent(("susun",), 3, 2.0, 3.0))
