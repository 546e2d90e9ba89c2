"""A filled table is read in a child, shut in as districts are: what its bytes do to a library stays there.

What the child says is data of a known shape or nothing. A table that takes too long or too much memory, or of which its
reader dies, is told and nothing of it is noted.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from selebaran.desk.answer_rows import Row
from selebaran.desk.grid import Grid, Grids
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits
from selebaran.model.problem import Place, Problem, problem

T = TypeVar("T", Row, Grid)
Rows = tuple[list[Row], list[Problem]]
SAID: TypeAdapter[Rows] = TypeAdapter(Rows)
SAID_OF_GRIDS: TypeAdapter[Grids] = TypeAdapter(Grids)
TABLE = Limits(wall_seconds=60, cpu_seconds=20, memory_bytes=256 << 20, file_bytes=16 << 20, files=10, open_files=32)
"""What reading one table may use; the largest that somebody fills in takes a second and 40 MB."""


def rows_apart(read: Callable[[bytes, str], Rows], raw: bytes, label: str, limits: Limits = TABLE) -> Rows:
    """The rows of a table, or every fault in its form. Without fork this process reads it itself."""
    rows, problems = _apart(read, raw, label, limits, SAID)
    return (rows, problems) if all(row.place.file.startswith(label) for row in rows) else ([], [_failed(label)])


def grids_apart(read: Callable[[bytes, str], Grids], raw: bytes, label: str, limits: Limits = TABLE) -> Grids:
    """The sheets of a file, or why they can't be had."""
    grids, problems = _apart(read, raw, label, limits, SAID_OF_GRIDS)
    return (grids, problems) if all(grid.label == label for grid in grids) else ([], [_failed(label)])


def _apart(
    read: Callable[[bytes, str], tuple[list[T], list[Problem]]],
    raw: bytes,
    label: str,
    limits: Limits,
    said: TypeAdapter[tuple[list[T], list[Problem]]],
) -> tuple[list[T], list[Problem]]:
    if "fork" not in multiprocessing.get_all_start_methods():
        return read(raw, label)

    def work(name: str, folder: Path) -> bytes:
        return said.dump_json(read(raw, label))

    with tempfile.TemporaryDirectory() as folder:
        (ended,) = run(work, [(label,)], 1, limits, Path(folder), method="fork")
    try:
        found, problems = said.validate_json(ended.said or b"")
    except (ValidationError, ValueError, RecursionError):
        return [], [_failed(label)]
    return (found, problems) if all(one.place.file.startswith(label) for one in problems) else ([], [_failed(label)])


def _failed(label: str) -> Problem:
    return problem("tabel-gagal-dibaca", Place(label))


def said_apart(say: Callable[[], bytes], label: str, limits: Limits = TABLE) -> bytes | None:
    """What is read of a file in a child; None where the child ends otherwise. Without fork this process reads it."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return say()
    with tempfile.TemporaryDirectory() as folder:
        (ended,) = run(lambda name, own: say(), [(label,)], 1, limits, Path(folder), method="fork")
    return ended.said
