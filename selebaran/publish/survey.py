"""Questions about many districts, each answered in a child: what is wrong with it, what it uses.

What a district's text does to its child stays there: one that runs away or dies is named, and the others are answered.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from selebaran.jobs.children import Ended, run
from selebaran.jobs.collecting import seldom
from selebaran.jobs.confine import Limits
from selebaran.model.problem import Place, Problem, problem
from selebaran.publish.believed import NotBelieved, line_of, value_of
from selebaran.publish.deaths import problem_of

T = TypeVar("T")
A = TypeVar("A")
ENOUGH_FOR_A_CHILD = 10
"""Districts below which a second child costs more than it saves."""


def survey(
    root: Path, slugs: tuple[str, ...], ask: Callable[[str], T], answers: TypeAdapter[T], limits: Limits | None = None
) -> Iterator[tuple[str, T | Problem]]:
    """Ask for each district, in the order given; its answer, or the problem that kept it from coming.

    Children are forked, so that they hold all that was read; where there is no fork, this process does it all."""
    if "fork" not in multiprocessing.get_all_start_methods():
        yield from ((slug, ask(slug)) for slug in slugs)
        return
    limits = limits or Limits()
    jobs = max(1, min(os.cpu_count() or 1, len(slugs) // ENOUGH_FOR_A_CHILD))
    size = -(-len(slugs) // jobs) or 1
    batches = [slugs[start : start + size] for start in range(0, len(slugs), size)]

    def work(slug: str, folder: Path) -> bytes:
        seldom()
        return line_of(answers, ask(slug))

    found: dict[str, T | Problem] = {}
    with tempfile.TemporaryDirectory() as folder:
        kept = (root.absolute() / ".cache",)
        for ended in run(work, batches, jobs, limits, Path(folder), lambda _: kept, "fork"):
            answer: T | Problem = _answer(ended, answers, limits)
            found[ended.name] = answer
    yield from ((slug, found[slug]) for slug in slugs)


def _answer(ended: Ended, answers: TypeAdapter[A], limits: Limits) -> A | Problem:
    if ended.said is None:
        assert ended.death is not None
        return problem_of(ended.name, ended.death, limits)
    try:
        return value_of(answers, ended.said)
    except NotBelieved as error:
        at = f"districts/{ended.name}"
        return problem("daerah-gagal", Place(at), slug=ended.name, langkah=at, kode=0, rinci=str(error))
