"""--timings: a table that adds up, and a profile that speedscope takes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.timings import names_of, write_timings
from selebaran.jobs import stages
from selebaran.jobs.stages import STAGES, Spent, stage
from selebaran.publish.built import Built
from selebaran.publish.districts import make_all
from selebaran.publish.outcome import Report
from tests.publish.test_districts import Bench

SPENT = {
    "kab-satu": (Spent((), 0, 0.5, 1.0), Spent(("susun",), 1, 1.0, 1.5), Spent(("susun", "markdown"), 9, 0.25, 0.25)),
    "kab-dua": (Spent(("susun",), 1, 2.0, 2.5),),
}
HERE = (Spent(("baca",), 1, 0.75, 0.75), Spent((), 0, 0.25, 9.25))


def test_the_table_has_sums_by_stage_and_a_row_for_each_district(tmp_path: Path) -> None:
    write_timings(tmp_path / "waktu.txt", Report((), 0, 0, 0.0, (), spent=SPENT), HERE, Speaker())
    rows = [line.split() for line in (tmp_path / "waktu.txt").read_text("utf-8").splitlines()]
    assert ["semua", "pekerja", "3.750", "5.250", "1.875"] in rows
    assert ["menyusun", "edisi", "2", "3.000", "4.000", "1.500"] in rows
    assert ["Markdown", "menjadi", "HTML", "9", "0.250", "0.250", "0.125"] in rows
    assert ["proses", "induk", "1.000", "10.000", "0.500"] in rows
    assert ["kab-satu", "1.000", "0.250", "0.500", "1.750"] in rows
    assert ["kab-dua", "2.000", "0.000", "0.000", "2.000"] in rows


def test_each_district_is_a_profile_for_speedscope(tmp_path: Path) -> None:
    write_timings(tmp_path / "waktu.txt", Report((), 0, 0, 0.0, (), spent=SPENT), HERE, Speaker("en"))
    profile = json.loads((tmp_path / "waktu.txt.speedscope.json").read_text("utf-8"))
    frames = [frame["name"] for frame in profile["shared"]["frames"]]
    assert [one["name"] for one in profile["profiles"]] == ["parent process", "kab-satu", "kab-dua"]
    first = profile["profiles"][1]
    stacks = {tuple(frames[n] for n in stack): w for stack, w in zip(first["samples"], first["weights"], strict=True)}
    assert stacks == {("other",): 0.5, ("composing",): 1.0, ("composing", "Markdown to HTML"): 0.25}
    assert first["endValue"] == sum(first["weights"])


def test_every_stage_has_words() -> None:
    assert set(names_of(Speaker())) == {*STAGES, None}


def test_a_place_that_cannot_be_written_ends_with_a_cure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        write_timings(tmp_path / "tidak" / "ada.txt", Report((), 0, 0, 0.0, ()), (), Speaker())
    assert ended.value.code == 3
    assert "pilih tempat lain untuk --timings" in capsys.readouterr().err


class Composing(Bench):
    """A workshop that says in which stage it is."""

    def make(self, slug: str, fresh: Path) -> Built:
        with stage("susun"):
            return super().make(slug, fresh)


def test_a_worker_says_where_its_time_went_only_when_asked(tmp_path: Path) -> None:
    workshop = Composing(tmp_path, lambda: None)
    stages.begin()
    try:
        (timed,) = make_all(workshop, ("kab-satu",), 1)
    finally:
        here = stages.ended()
    assert [(one.path, one.times) for one in timed.spent] == [((), 0), (("susun",), 1)]
    assert {("lihat",), ("simpan",)} <= {one.path for one in here}
    (plain,) = make_all(workshop, ("kab-satu",), 1)
    assert plain == replace(timed, spent=())
