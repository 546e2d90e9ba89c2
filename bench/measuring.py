"""What something costs that runs as programs of its own: seconds, and the memory of all its processes together."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """Seconds of wall clock, seconds of processor, and the peak memory of all processes together in MiB."""

    wall: float
    cpu: float
    peak: float


@contextmanager
def room() -> Iterator[str]:
    """A new folder, which goes when the program ends, and not before: ext4 passes over inodes that were deleted in the
    last minutes (`recently_deleted` in fs/ext4/ialloc.c), for which whoever writes next would pay."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    yield folder


def measure(run: Callable[[], None]) -> Measured:
    """Run something that starts child processes, and watch them."""
    peak, stop = [0.0], threading.Event()

    def watch() -> None:
        while not stop.wait(0.05):
            peak[0] = max(peak[0], sum(proportional(pid) for pid in descendants(os.getpid())))

    watcher = threading.Thread(target=watch)
    before, begun = os.times(), time.monotonic()
    watcher.start()
    try:
        run()
    finally:
        stop.set()
        watcher.join()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(time.monotonic() - begun, cpu, peak[0])


def descendants(parent: int) -> list[int]:
    """Process ids below a process, without itself."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text("utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    found, queue = [], [parent]
    while queue:
        below = children.get(queue.pop(), [])
        found += below
        queue += below
    return found


def proportional(pid: int) -> float:
    """A process's share of memory in MiB: pages that several processes share count once over all of them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
