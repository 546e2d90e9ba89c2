"""Why a child ended that worked on a district, or why what it left can't go out, as a problem."""

from __future__ import annotations

import re
import signal
import tempfile
from pathlib import Path

from selebaran.jobs.children import Death
from selebaran.jobs.confine import Limits
from selebaran.model.problem import Place, Problem, problem
from selebaran.words.visible import visible

INPUT = re.compile(r"(content|districts|printables|templates)(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+")
"""How the names of files look that a step may be blamed on."""
STORAGE = {"penyimpanan": "penyimpanan-penuh", "rusak": "penyimpanan-rusak"}
CLUSTER = {"hilang": "pekerja-hilang", "klaster": "klaster-terputus"}
"""What ended a child for which neither it nor its district can."""


def unsound(slug: str, path: str, why: str) -> Problem:
    """Why the folder that a child filled can't go out. Its name for a file may be anything."""
    return refused(slug, "hasil-tidak-sah", berkas=visible(path)[-120:], sebab=why)


def problem_of(slug: str, death: Death, limits: Limits, folder: Path | str | None = None) -> Problem:
    """Why a child ended that worked on a district, in a problem that names what it was at.

    `folder` is where it wrote, or the worker of a cluster that did; without it, where the system keeps what is made for
    a moment."""
    if death.cause in STORAGE:
        return problem(STORAGE[death.cause], Place(str(folder or tempfile.gettempdir())), slug=slug)
    if death.cause in CLUSTER:
        return refused(slug, CLUSTER[death.cause])
    at = death.step if INPUT.fullmatch(death.step) else _folder(slug)
    named = visible(death.step) or at
    place = Place(at)
    if exceeded := _exceeded(death, limits):
        code, most = exceeded
        return problem(code, place, slug=slug, langkah=named, **most)
    rinci = {"rinci": death.detail} if death.detail else {}
    if death.cause == "sinyal":
        name = _signal(death.number)
        return problem("daerah-terputus", place, slug=slug, langkah=named, sinyal=name, **rinci)
    return problem("daerah-gagal", place, slug=slug, langkah=named, kode=death.number, **rinci)


def _exceeded(death: Death, limits: Limits) -> tuple[str, dict[str, object]] | None:
    """The problem of a child that went beyond a limit, and that limit."""
    seconds = limits.cpu_seconds if death.number else limits.wall_seconds
    known: dict[str, tuple[str, dict[str, object]]] = {
        "langkah": ("langkah-melebihi-waktu", {"batas": f"{limits.step_seconds:g}"}),
        "waktu": ("daerah-melebihi-waktu", {"batas": f"{seconds:g}"}),
        "memori": ("daerah-melebihi-memori", {"batas": f"{limits.memory_bytes >> 20} MB"}),
        "banyak": ("daerah-melebihi-tempat", {"banyak": limits.files, "batas": f"{limits.total_bytes >> 20} MB"}),
        "berkas": ("daerah-melebihi-berkas", {"batas": f"{limits.file_bytes >> 20} MB"}),
    }
    return known.get(death.cause)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def refused(slug: str, code: str, **values: object) -> Problem:
    """An error of a district as a whole."""
    return problem(code, Place(_folder(slug)), slug=slug, **values)


def _folder(slug: str) -> str:
    return f"districts/{slug}"
