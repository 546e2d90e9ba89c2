"""What exceeds the limits of a worker costs its own district only, and is named."""

from __future__ import annotations

import itertools
import json
import os
import signal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_json, problem_text
from selebaran.jobs import kernel
from selebaran.jobs.confine import WALLS, barriers
from selebaran.jobs.step import at
from selebaran.model.problem import Place, Problem
from selebaran.publish.survey import survey
from selebaran.words.visible import visible
from tests.conftest import ROOT
from tests.hostile.probe import (
    LIMITS,
    PAGE,
    PICTURE,
    SHEET,
    SLUGS,
    UNSEEN,
    Act,
    fault,
)


def loop(fresh: Path) -> None:
    with at(PAGE):
        while True:
            try:
                sum(range(1000))
            except Exception:  # nothing on the way may swallow the end
                continue


def loop_in_a_library(fresh: Path) -> None:
    with at(PAGE):
        sum(itertools.repeat(1))  # comes back to Python never, so that no signal is heard


def take_memory(fresh: Path) -> None:
    with at(PICTURE):
        bytearray(1 << 40)


def write_much(fresh: Path) -> None:
    with at(SHEET), (fresh / "besar.pdf").open("wb") as file:
        while True:
            file.write(bytes(1 << 20))


def die(fresh: Path) -> None:
    with at(SHEET):
        os.kill(os.getpid(), signal.SIGSEGV)


def fail(fresh: Path) -> None:
    with at(PAGE):
        raise RuntimeError(UNSEEN)


NAMED: list[tuple[Act, str, str, str]] = [
    (loop, "langkah-melebihi-waktu", PAGE, PAGE),
    (loop_in_a_library, "daerah-melebihi-waktu", PAGE, PAGE),
    (take_memory, "daerah-melebihi-memori", PICTURE, PICTURE),
    (write_much, "daerah-melebihi-berkas", SHEET, "districts/kab-nakal"),
    (die, "daerah-terputus", SHEET, "districts/kab-nakal"),
]


@pytest.mark.parametrize(("act", "code", "step", "file"), NAMED, ids=[act.__name__ for act, *_ in NAMED])
def test_what_exceeds_the_limits_is_named(tmp_path: Path, act: Act, code: str, step: str, file: str) -> None:
    found = fault(tmp_path, act)
    assert (found.code, dict(found.values)["langkah"], found.place.file) == (code, step, file)
    for speaker in (Speaker(), Speaker("en")):
        assert step in problem_text(found, speaker).split("\n")[0]


def test_a_step_that_is_over_is_not_blamed(tmp_path: Path) -> None:
    def act(fresh: Path) -> None:
        with at(PAGE):
            pass
        os.kill(os.getpid(), signal.SIGKILL)

    assert dict(fault(tmp_path, act).values)["langkah"] == "districts/kab-nakal"


def test_a_fault_of_the_program_tells_how_it_came_about(tmp_path: Path) -> None:
    found = fault(tmp_path, fail)
    assert found.code == "daerah-gagal"
    line = problem_json(found, Speaker())
    assert line == visible(line)
    assert json.loads(line)["detail"].endswith(f"RuntimeError: {UNSEEN}\n")


def test_a_name_of_a_step_is_never_a_way_out_of_the_project(tmp_path: Path) -> None:
    def act(fresh: Path) -> None:
        with at("districts/../../etc/passwd"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert fault(tmp_path, act).place == Place("districts/kab-nakal")


def test_a_question_about_many_districts_is_answered_for_the_healthy_ones() -> None:
    def ask(slug: str) -> str:
        if slug == "kab-nakal":
            loop(Path())
        return slug

    answers = dict(survey(ROOT, SLUGS, ask, TypeAdapter(str), LIMITS))
    assert list(answers) == list(SLUGS)
    nakal = answers.pop("kab-nakal")
    assert isinstance(nakal, Problem)
    assert (nakal.code, nakal.place.file) == ("langkah-melebihi-waktu", PAGE)
    assert list(answers.values()) == ["kab-satu", "kab-dua"]


def test_where_the_kernel_refuses_the_limits_alone_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "_libc", None)
    assert barriers.__wrapped__().missing == WALLS
    assert fault(tmp_path, loop).code == "langkah-melebihi-waktu"
    assert fault(tmp_path, take_memory).code == "daerah-melebihi-memori"
