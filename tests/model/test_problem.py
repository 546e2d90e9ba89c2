"""Faults are gathered: one that stops a thing stops no other, and each is told once."""

from __future__ import annotations

from functools import partial

from selebaran.model.problem import Place, Problem, ProblemsFound, gathered, problem

ONE, TWO = (problem("fakta-tidak-dikenal", Place("content/daftar.md", line), nama="x") for line in (1, 2))


def page(name: str, *faults: Problem) -> str:
    if faults:
        raise ProblemsFound(faults)
    return name


def test_what_can_be_made_is_made_and_every_fault_is_told_once_in_order() -> None:
    tasks = [partial(page, "a"), partial(page, "b", TWO, ONE), partial(page, "c", ONE), partial(page, "d")]
    assert gathered(tasks) == (("a", "d"), (TWO, ONE))
