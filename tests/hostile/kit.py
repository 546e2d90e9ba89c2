"""A small project with three healthy districts, room for one hostile folder beside them, and a way to try it apart.

The project has the templates and the mkdocs.yml of this repository, and a handful of pages of its own (proyek/) in
which every kind of district value stands once: in prose, in tables, in lists, in definitions, in links, on a sheet.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pickle
import re
import select
import shutil
import signal
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of, problem_json, problem_text
from selebaran.compose.edition import Composer
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.publish.build import build
from selebaran.publish.layout import site_of
from selebaran.publish.plan import Part, Plan
from selebaran.read.project import read_project
from tests.conftest import DAY, ROOT
from tests.hostile.folder import FILES, HOST, SLUG

HERE = Path(__file__).parent
BASE = HERE.parent / "rusak" / "_dasar"
HEALTHY = {
    "kab-sehat": "dinkessehat.example",
    "kab-subur": "dinkessubur.example",
    "kota-makmur": "dinkesmakmur.example",
}
PATIENCE = 200
"""Seconds after which a trial is given up; the limits of a worker must end it before."""


def lay_out(folder: Path) -> Path:
    """The project with its healthy districts alone."""
    root = folder / "proyek"
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns("templates", "districts", "printables"))
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copyfile(BASE / "templates" / "seni" / "garis.svg", root / "templates" / "seni" / "garis.svg")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(HERE / "proyek", root, dirs_exist_ok=True)
    (root / ".cache").mkdir()
    for made in (ROOT / ".cache").glob("huruf-*"):
        (root / ".cache" / made.name).symlink_to(made)
    return root


@dataclass
class Folder:
    """The hostile folder, which a case spoils. It begins as a district without any fault."""

    root: Path
    slug: str = SLUG
    host: str = HOST

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.root / "districts" / self.slug

    def write(self, name: str, content: str | bytes) -> Path:
        """Write one of its files; `../` leads to the province's folder and to others."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        path.write_bytes(data.replace(HOST.encode(), self.host.encode()))
        return path

    def swap(self, name: str, old: str, new: str) -> None:
        """Put other words into one of its files."""
        text, old = (self.path / name).read_text("utf-8"), old.replace(HOST, self.host)
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))


def plant(root: Path, spoil: Callable[[Folder], object] | None = None, slug: str = SLUG, host: str = HOST) -> Folder:
    """Put a district without fault beside the healthy ones, list it, and spoil it."""
    folder = Folder(root, slug, host)
    for name, content in FILES.items():
        folder.write(name, content)
    with (root / "districts" / "_daftar.yml").open("a", encoding="utf-8") as file:
        file.write(f"  - slug: {slug}\n    domain: {host}\n")
    if spoil:
        spoil(folder)
    if slug != SLUG:
        _call_otherwise(folder)
    return folder


def _call_otherwise(folder: Folder) -> None:
    """Give one of several hostile districts a name and a code of its own, where it still has those of them all."""
    file = folder.path / "daerah.yml"
    if file.is_symlink() or not file.is_file():
        return
    number = crc32(folder.slug.encode()) % 10_000
    code = f'"00.{number // 100:02}.{number % 100:02}"'
    name = f"nama: Kabupaten Jahat {number}".encode()
    text = re.sub(rb"nama: Kabupaten Jahat(?=[\r\n])", name, file.read_bytes(), count=1)
    file.write_bytes(text.replace(b'"00.09"', code.encode()))


def uproot(root: Path) -> None:
    """Take everything hostile away again."""
    shutil.copyfile(HERE / "proyek" / "districts" / "_daftar.yml", root / "districts" / "_daftar.yml")
    for path in (root / "districts").iterdir():
        if path.name in HEALTHY or path.name == "_daftar.yml":
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


@dataclass(frozen=True)
class Found:
    """What a trial came to: problems, the hosts that were built, what it cost, and how it failed if it did."""

    problems: tuple[Problem, ...] = ()
    hosts: tuple[str, ...] = ()
    seconds: float = 0
    megabytes: float = 0
    crash: str = ""

    @property
    def codes(self) -> set[str]:
        """The codes of what was refused."""
        return {p.code for p in self.problems if p.is_error}


class _Silent:
    def started(self, districts: int) -> None:
        """Say nothing."""

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        """Say nothing."""


def read_and_compose(root: Path, slug: str = SLUG) -> Found:
    """What the reader and the composer say of the hostile folder, without a worker."""
    registry = read_project(root)
    problems = [*registry.shared_problems, *(p for found in registry.district_problems.values() for p in found)]
    if slug in registry.districts:
        try:
            edition = Composer(registry).compose(slug, as_of=DAY, profiles=("layar",))
            problems += edition.problems
            return Found(tuple(problems), (edition.host,))
        except ProblemsFound as stopped:
            problems += stopped.problems
    return Found(tuple(problems))


def build_into(root: Path, out: Path, only: Part | None = None) -> Found:
    """Build all districts with workers, two at a time."""
    registry = read_project(root)
    slugs = tuple(dict.fromkeys([*registry.slugs, *registry.district_problems]))
    report = build(Plan(root, out, slugs, DAY, only, ("layar",), jobs=2), registry, _Silent())
    return Found(report.problems, report.hosts)


def apart(work: Callable[[], Found], seconds: float = PATIENCE) -> Found:
    """Do it in a process of its own, which ends when its time is over. A fault of the program is told as `crash`."""
    begun = time.monotonic()
    source, sink = os.pipe()
    pid = os.fork()
    if pid == 0:
        _work(work, source, sink)
    os.close(sink)
    said = _until_end(source, begun + seconds)
    if said is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    taken, peak = time.monotonic() - begun, used.ru_maxrss / 1024
    if not said:
        why = f"no end after {seconds} seconds" if said is None else f"ended with status {status}"
        return Found(seconds=taken, megabytes=peak, crash=why)
    found: Found = pickle.loads(said)
    return Found(found.problems, found.hosts, taken, peak, found.crash)


def _work(work: Callable[[], Found], source: int, sink: int) -> None:
    os.close(source)
    os.setsid()
    try:
        said = pickle.dumps(work())
    except BaseException:
        said = pickle.dumps(Found(crash=traceback.format_exc()))
    with os.fdopen(sink, "wb") as file:
        file.write(said)
    os._exit(0)


def _until_end(source: int, deadline: float) -> bytes | None:
    """All that comes out of a pipe; None when it is not closed in time."""
    said = b""
    with os.fdopen(source, "rb", buffering=0) as file:
        while True:
            ready, _, _ = select.select([file], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                return None
            part = file.read(1 << 16)
            if not part:
                return said
            said += part


def tree_of(out: Path, host: str, slug: str) -> dict[str, str]:
    """Every file of a district's web root, and what the staff report says of it, with a hash of its bytes."""
    files = [p for p in (site_of(out, host)).rglob("*") if p.is_file() or p.is_symlink()]
    files += (out / "laporan").glob(f"{slug}.*")
    return {p.relative_to(out).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(files)}


def trees_of(out: Path) -> dict[str, dict[str, str]]:
    """The healthy districts' trees."""
    return {slug: tree_of(out, host, slug) for slug, host in HEALTHY.items()}


def is_well_told(problem: Problem) -> str:
    """What is missing in how a refusal is told; "" when it names a file of the district and a cure, and nothing else
    reaches the terminal than what can be seen."""
    own = ("districts/", "printables/")
    fault, cure = message_of(problem, Speaker())
    told = problem_text(problem, Speaker())
    if not problem.place.file.startswith(own):
        return f"names no file of the district: {told}"
    if not fault or not cure:
        return f"tells no cure: {told}"
    if any(not c.isprintable() for c in told.replace("\n", "", 1)):
        return f"holds a character that can't be seen: {told!r}"
    if len(told) > 2000:
        return f"is too long: {len(told)}"
    json.loads(problem_json(problem, Speaker()))
    return ""


@dataclass
class Tally:
    """What `make test-full` tells at its end."""

    counts: dict[str, int] = field(default_factory=dict)
    worst: dict[str, tuple[float, str]] = field(default_factory=dict)

    def add(self, **counts: int) -> None:
        """Count more."""
        for name, number in counts.items():
            self.counts[name] = self.counts.get(name, 0) + number

    def most(self, case: str, **values: float) -> None:
        """Keep the greatest values, with the case that had them."""
        for name, value in values.items():
            self.worst[name] = max(self.worst.get(name, (-1.0, "")), (value, case))

    def merge(self, others: Iterable[dict[str, Any]]) -> None:
        """Add what other processes counted."""
        for other in others:
            self.add(**other["counts"])
            for name, (value, case) in other["worst"].items():
                self.most(case, **{name: value})


TALLY = Tally()
