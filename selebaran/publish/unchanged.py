"""A build of which nothing has changed since it was made: what it said is said again, and nothing is loaded for it.

What counts: everything that a build reads (`inputs`), what it was asked for and on which day, and how all that it left
looks today (`lying`). Then a full build would leave the same and say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selebaran.model.left_out import LeftOut
from selebaran.model.problem import Place, Problem, Severity
from selebaran.publish.entries import Value, keep_entry, read_entry
from selebaran.publish.inputs import Inputs, joined
from selebaran.publish.layout import UNFINISHED, memory_of, store_of
from selebaran.publish.lying import Look, Looking, is_unchanged
from selebaran.publish.outcome import Report

STOPPED = ".sedang-*"
"""How the names of folders look that a build which was killed left."""
WHOLE = "utuh"
"""The kind of these entries."""
FLEETING = frozenset(
    (
        *("langkah-melebihi-waktu", "daerah-melebihi-waktu", "daerah-melebihi-memori", "daerah-melebihi-berkas"),
        *("daerah-melebihi-tempat", "penyimpanan-penuh", "penyimpanan-rusak", "daerah-terputus", "daerah-gagal"),
        *("pekerja-hilang", "klaster-terputus"),
        *("hasil-berbeda", "bukti-gagal", "hasil-tidak-sah", "lembar-diminta-dihapus", "lembar-lama-dihapus"),
    )
)
"""Problems that the next build may not have: of the machine, of a moment, of what lay there before."""


@dataclass(frozen=True)
class Before:
    """What is known before a project is read: what the build would be made from, and what it was asked for, in one
    digest; "" where nobody will ask what it said. A `fresh` build makes all anew, and remembers it."""

    inputs: Inputs
    asked: str = ""
    fresh: bool = False

    @property
    def key(self) -> str:
        """The key of a build."""
        return joined(self.inputs.whole, self.asked)


def is_lasting(problems: Iterable[Problem]) -> bool:
    """Whether the next build of the same would find the same."""
    return all(found.code not in FLEETING for found in problems)


def said_before(out: Path, before: Before) -> Report | None:
    """What the same build said, when it would leave what lies there; None when it is to be done."""
    if before.fresh or _was_stopped(out):
        return None
    try:
        look, report = _read(read_entry(_path(out, before), before.key))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return report if is_unchanged(str(out), look) else None


def keep_said(out: Path, before: Before, report: Report, roots: Iterable[str], looking: Looking) -> None:
    """Remember what a build said, and how what it left looks under these paths."""
    look = looking.at(roots)
    keep_entry(_path(out, before), before.key, {"rupa": [look.digest, look.names], **_written(report)})


def _path(out: Path, before: Before) -> Path:
    return memory_of(out) / WHOLE / f"{before.asked}.json"


def _was_stopped(out: Path) -> bool:
    """Whether a build was killed here. The next one clears up after it."""
    return any(out.glob(STOPPED)) or any((store_of(out) / UNFINISHED).glob("*"))


def _written(report: Report) -> dict[str, Value]:
    left_out = {slug: [_of_left_out(one) for one in found] for slug, found in report.left_out.items()}
    problems = [[*_of_place(p.place), p.code, p.values, str(p.severity)] for p in report.problems]
    made = {"host": report.hosts, "halaman": report.pages, "pdf": report.pdfs}
    return {**made, "masalah": problems, "tidak": left_out}


def _read(entry: Value) -> tuple[Look, Report]:
    """Raises whatever comes of an entry that hasn't this form."""
    if not isinstance(entry, dict):
        raise TypeError(entry)
    digest, names = entry["rupa"]
    problems = tuple(_problem(*row) for row in entry["masalah"])
    left_out = {slug: tuple(_left_out(*row) for row in rows) for slug, rows in entry["tidak"].items()}
    hosts = tuple(entry["host"])
    report = Report(hosts, entry["halaman"], entry["pdf"], 0.0, problems, left_out, kept=len(hosts))
    return Look(tuple(names), digest), report


def _problem(file: str, line: int, column: int, code: str, values: Iterable[tuple[str, str]], severity: str) -> Problem:
    return Problem(Place(file, line, column), code, tuple((name, text) for name, text in values), Severity(severity))


def _left_out(file: str, line: int, column: int, piece: str, title: str, key: str, *how: bool) -> LeftOut:
    return LeftOut(piece, title, key, Place(file, line, column), *how)


def _of_left_out(one: LeftOut) -> list[Value]:
    return [*_of_place(one.place), one.piece, one.title, one.key, one.is_missing, one.is_for_preview]


def _of_place(place: Place) -> list[Value]:
    return [place.file, place.line, place.column]
