"""A filled table is read in a child, shut in as districts are: what its bytes do to a library stays there.

What the child says is data of a known shape or nothing. A table that takes too long or too much memory, or of which its
reader dies, is told and nothing of it is noted.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.desk.answer_rows import Row
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits
from selebaran.model.problem import Place, Problem, problem

Rows = tuple[list[Row], list[Problem]]
Reader = Callable[[bytes, str], Rows]
SAID: TypeAdapter[Rows] = TypeAdapter(Rows)
TABLE = Limits(wall_seconds=60, cpu_seconds=20, memory_bytes=256 << 20, file_bytes=16 << 20, files=10, open_files=32)
"""What reading one table may use; the largest that somebody fills in takes a second and 40 MB."""


def rows_apart(read: Reader, raw: bytes, label: str, limits: Limits = TABLE) -> Rows:
    """The rows of a table, or every fault in its form. Without fork this process reads it itself."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return read(raw, label)

    def work(name: str, folder: Path) -> bytes:
        return SAID.dump_json(read(raw, label))

    with tempfile.TemporaryDirectory() as folder:
        (ended,) = run(work, [(label,)], 1, limits, Path(folder), method="fork")
    return _believed(ended.said, label) or ([], [problem("tabel-gagal-dibaca", Place(label))])


def _believed(said: bytes | None, label: str) -> Rows | None:
    """What a child said, if it can be: rows and problems of this table alone."""
    try:
        rows, problems = SAID.validate_json(said or b"")
    except (ValidationError, ValueError, RecursionError):
        return None
    places = [*(row.place for row in rows), *(found.place for found in problems)]
    if not all(place.file.startswith(label) for place in places):
        return None
    return rows, problems
