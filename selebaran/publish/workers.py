"""One child process a district, under limits; a child that dies or runs away costs its own district only.

The warm parent has everything imported and parsed; a fork and an exit cost a few milliseconds. (A process pool breaks
for all when one worker is killed.) A child writes into a folder that the parent gave it, and leaves its result there.
The parent alone puts finished folders into dist/. Where there is no fork, children are spawned and warm themselves up.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from selebaran.model.problem import Place, Problem, problem
from selebaran.publish import ledger
from selebaran.publish.swap import STAGE, replace
from selebaran.publish.workshop import Built, Workshop

RESULT = "hasil"
FRESH = "baru"


@dataclass(frozen=True)
class Limits:
    """What one district may use: seconds of wall clock and of processor, bytes of memory beyond the parent's, and
    bytes a file."""

    wall_seconds: float = 180
    cpu_seconds: int = 90
    memory_bytes: int = 1 << 30
    file_bytes: int = 64 << 20


@dataclass
class _Running:
    """A child at work."""

    slug: str
    stage: Path
    process: BaseProcess
    deadline: float


def make_all(
    workshop: Workshop, slugs: tuple[str, ...], jobs: int, limits: Limits | None = None, method: str | None = None
) -> Iterator[Built]:
    """Make districts, `jobs` at a time, and put each into dist/ as soon as it is whole.

    Yields in the order of finishing. `method` is "fork" or "spawn", by default fork where there is one."""
    limits = limits or Limits()
    workshop.plan.out.mkdir(parents=True, exist_ok=True)
    fork_or_spawn = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method or fork_or_spawn)
    waiting, running = list(reversed(slugs)), list[_Running]()
    gc.collect()
    gc.freeze()  # what the parent holds is shared; a child's collector must not touch (and so copy) it
    try:
        while waiting or running:
            while waiting and len(running) < max(1, jobs):
                with _held_back(signal.SIGINT):
                    running.append(_start(context, workshop, waiting.pop(), limits))
            left = min(child.deadline for child in running) - time.monotonic()
            connection.wait([child.process.sentinel for child in running], max(0.0, left))
            for child in [c for c in running if not c.process.is_alive() or c.deadline <= time.monotonic()]:
                running.remove(child)
                yield _finish(child, workshop, limits)
    finally:
        gc.unfreeze()
        for child in running:
            child.process.kill()
            child.process.join()
            shutil.rmtree(child.stage, ignore_errors=True)


@contextlib.contextmanager
def _held_back(number: signal.Signals) -> Iterator[None]:
    """Keep a signal waiting while a child comes to life and is noted; the child keeps it so."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})


def _start(context: multiprocessing.context.BaseContext, workshop: Workshop, slug: str, limits: Limits) -> _Running:
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=workshop.plan.out))
    process = context.Process(target=_child, args=(workshop, slug, stage, limits), daemon=True)  # type: ignore[attr-defined]
    process.start()
    return _Running(slug, stage, process, time.monotonic() + limits.wall_seconds)


def _child(workshop: Workshop, slug: str, stage: Path, limits: Limits) -> None:
    """The work of one child. Its result is a file, written whole or not at all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _limit(limits)
    fresh = stage / FRESH
    fresh.mkdir()
    try:
        built = workshop.make(slug, fresh)
    except MemoryError:
        built = Built(
            slug, None, 0, 0, (_over("daerah-melebihi-memori", slug, batas=f"{limits.memory_bytes >> 20} MB"),)
        )
    part = stage / f"{RESULT}.sebagian"
    part.write_bytes(pickle.dumps(built))
    part.rename(stage / RESULT)


def _limit(limits: Limits) -> None:
    """The kernel's limits for this process. Memory is counted from what the parent's pages take already."""
    pages = 0
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    taken = pages * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
    if taken:
        resource.setrlimit(resource.RLIMIT_AS, (taken + limits.memory_bytes, taken + limits.memory_bytes))


def _finish(child: _Running, workshop: Workshop, limits: Limits) -> Built:
    """Reap a child, swap its folder in when it is whole, and say what became of the district."""
    late = child.process.is_alive()
    if late:
        child.process.kill()
    child.process.join()
    try:
        if (child.stage / RESULT).is_file() and not late:
            built = pickle.loads((child.stage / RESULT).read_bytes())
            assert isinstance(built, Built)
            if built.host:
                if built.new:
                    # Before the swap: a crash in between leaves a code that no paper carries, never the reverse.
                    known = workshop.registry.districts[built.slug].ledger
                    ledger.append(workshop.plan.root, built.slug, known, built.new)
                replace(child.stage / FRESH, workshop.plan.out / built.host, child.stage / "lama")
            return built
        return Built(child.slug, None, 0, 0, (_why(child, limits, late=late),))
    finally:
        shutil.rmtree(child.stage, ignore_errors=True)


def _why(child: _Running, limits: Limits, *, late: bool) -> Problem:
    code = child.process.exitcode or 0
    if late or code == -signal.SIGXCPU:
        batas = f"{limits.wall_seconds:g}" if late else str(limits.cpu_seconds)
        return _over("daerah-melebihi-waktu", child.slug, batas=batas)
    if code < 0:
        return _over("daerah-terputus", child.slug, sinyal=signal.Signals(-code).name)
    return _over("daerah-gagal", child.slug, kode=str(code))


def _over(code: str, slug: str, **values: str) -> Problem:
    return problem(code, Place(f"districts/{slug}"), slug=slug, **values)
