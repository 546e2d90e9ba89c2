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
from selebaran.desk.offer import Offer, Offers
from selebaran.desk.parcel import Enclosed, Parcel
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits
from selebaran.model.problem import Place, Problem, problem

T = TypeVar("T", Row, Grid, Offer, Enclosed, str)
Rows = tuple[list[Row], list[Problem]]
Texts = tuple[list[str], list[Problem]]
SAID: TypeAdapter[Rows] = TypeAdapter(Rows)
SAID_OF_GRIDS: TypeAdapter[Grids] = TypeAdapter(Grids)
SAID_OF_OFFERS: TypeAdapter[Offers] = TypeAdapter(Offers)
SAID_OF_PARCELS: TypeAdapter[Parcel] = TypeAdapter(Parcel)
SAID_OF_TEXTS: TypeAdapter[Texts] = TypeAdapter(Texts)
TABLE = Limits(wall_seconds=60, cpu_seconds=20, memory_bytes=256 << 20, file_bytes=16 << 20, files=10, open_files=32)
"""What reading one table may use; the largest that somebody fills in takes a second and 40 MB."""
DOCUMENT = Limits(wall_seconds=90, cpu_seconds=60, memory_bytes=768 << 20, file_bytes=16 << 20, files=10, open_files=32)
"""What reading one document or photo may use: a picture of 40 megapixels takes 400 MB while it is turned."""


def rows_apart(read: Callable[[bytes, str], Rows], raw: bytes, label: str, limits: Limits = TABLE) -> Rows:
    """The rows of a table, or every fault in its form. Without fork this process reads it itself."""
    rows, problems = _apart(read, raw, label, limits, SAID)
    return (rows, problems) if all(row.place.file.startswith(label) for row in rows) else ([], [_failed(label)])


def grids_apart(read: Callable[[bytes, str], Grids], raw: bytes, label: str, limits: Limits = TABLE) -> Grids:
    """The sheets of a file, or why they can't be had."""
    grids, problems = _apart(read, raw, label, limits, SAID_OF_GRIDS)
    return (grids, problems) if all(grid.label == label for grid in grids) else ([], [_failed(label)])


def offers_apart(read: Callable[[bytes, str], Offers], raw: bytes, label: str, limits: Limits = DOCUMENT) -> Offers:
    """What a sent file offers, or why it can't be had."""
    offers, problems = _apart(read, raw, label, limits, SAID_OF_OFFERS, "kiriman-gagal-dibaca")
    is_its_own = all(offer.label == label and offer.place.file.startswith(label) for offer in offers)
    return (offers, problems) if is_its_own else ([], [_failed(label, "kiriman-gagal-dibaca")])


def parcel_apart(read: Callable[[bytes, str], Parcel], raw: bytes, label: str, limits: Limits = DOCUMENT) -> Parcel:
    """The files within a file, or why they can't be had."""
    found, problems = _apart(read, raw, label, limits, SAID_OF_PARCELS, "kiriman-gagal-dibaca")
    is_its_own = all(one.label == label for one in found)
    return (found, problems) if is_its_own else ([], [_failed(label, "kiriman-gagal-dibaca")])


def texts_apart(read: Callable[[bytes, str], Texts], raw: bytes, label: str, limits: Limits = DOCUMENT) -> Texts:
    """The text of a file within another, or why it can't be had."""
    return _apart(read, raw, label, limits, SAID_OF_TEXTS, "kiriman-gagal-dibaca")


def _apart(
    read: Callable[[bytes, str], tuple[list[T], list[Problem]]],
    raw: bytes,
    label: str,
    limits: Limits,
    said: TypeAdapter[tuple[list[T], list[Problem]]],
    code: str = "tabel-gagal-dibaca",
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
        return [], [_failed(label, code)]
    is_its_own = all(one.place.file.startswith(label) for one in problems)
    return (found, problems) if is_its_own else ([], [_failed(label, code)])


def _failed(label: str, code: str = "tabel-gagal-dibaca") -> Problem:
    return problem(code, Place(label))


def said_apart(say: Callable[[], bytes], label: str, limits: Limits = TABLE) -> bytes | None:
    """What is read of a file in a child; None where the child ends otherwise. Without fork this process reads it."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return say()
    with tempfile.TemporaryDirectory() as folder:
        (ended,) = run(lambda name, own: say(), [(label,)], 1, limits, Path(folder), method="fork")
    return ended.said
