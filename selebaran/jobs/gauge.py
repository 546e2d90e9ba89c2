"""How much a child has written, looked at while it writes: what is looked at afterwards only may have filled the disk.

The kernel knows a limit for one file, none for a folder. So the parent looks, some times a second, how much room the
disk has lost, which costs a few microseconds; only where that is much does it go through the folder.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from selebaran.jobs.confine import Limits

LOOK_SECONDS = 0.25
"""How long nobody looks at a child."""
WALK_SECONDS = 5
"""After so long the folder is gone through in any case: somebody else may have made room."""
PART = 16
"""Where the disk has lost this part of what a child may write, the folder is gone through."""
BLOCK = 512


class Gauge:
    """Watches what one child writes. What was removed and is still open counts as well."""

    def __init__(self, folder: Path, pid: int, limits: Limits) -> None:
        self._folder, self._pid, self._limits = folder, pid, limits
        self._room = self._names = 0
        self._note(*self._left())

    def is_exceeded(self) -> bool:
        """Whether the child has written more than it may."""
        room, names = self._left()
        self._room, self._names = max(room, self._room), max(names, self._names)
        limits = self._limits
        is_quiet = self._room - room < limits.total_bytes // PART and self._names - names < limits.files // PART
        if is_quiet and time.monotonic() < self._due:
            return False
        self._note(room, names)
        return exceeds(self._folder, self._pid, limits)

    def _left(self) -> tuple[int, int]:
        found = os.statvfs(self._folder)
        return found.f_bfree * found.f_frsize, found.f_ffree

    def _note(self, room: int, names: int) -> None:
        self._room, self._names = room, names
        self._due = time.monotonic() + WALK_SECONDS


def exceeds(folder: Path, pid: int, limits: Limits) -> bool:
    """Whether a folder, with what a process has open beyond it, holds more than the limits allow. What can't be gone
    through was made so by somebody who hides it."""
    files = size = 0
    try:
        for found in (*_removed(pid), *_below(folder)):
            files, size = files + 1, size + found.st_blocks * BLOCK
            if files > limits.files or size > limits.total_bytes:
                return True
    except OSError:
        return True
    return False


def _below(folder: Path) -> Iterator[os.stat_result]:
    """Everything below a folder. It changes while one looks."""
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    found = entry.stat(follow_symlinks=False)
                    if stat.S_ISDIR(found.st_mode):
                        waiting.append(entry.path)
                    yield found
        except (FileNotFoundError, NotADirectoryError):
            continue


def _removed(pid: int) -> Iterator[os.stat_result]:
    """Files without a name that a process has open. (Where there is no /proc, nobody can tell.)"""
    try:
        opened = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return
    for file in opened:
        try:
            found = file.stat()
        except OSError:
            continue
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 0:
            yield found
