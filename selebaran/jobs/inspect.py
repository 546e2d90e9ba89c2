"""Looks at a folder that a child filled, before anything leaves it. A child that was taken over may leave anything.

Nothing is opened or followed: names, kinds, rights and sizes alone decide.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from selebaran.jobs.confine import Limits
from selebaran.jobs.stages import staged

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@+-]{0,119}")
DEPTH = 12
LEAST_ROOM = 64 << 10
"""Bytes; a disk with fewer of them is full."""


def is_full(folder: Path) -> bool:
    """Whether nothing more can be written there."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize < LEAST_ROOM


@staged("lihat")
def flaw(root: Path, limits: Limits, may_leave: Callable[[str], bool]) -> tuple[str, str] | None:
    """The first thing below a folder that may not leave it, as (path, why); None when it is sound. Of files with plain
    names, `may_leave` says by their paths which do."""
    try:
        return _first_flaw(root, limits, may_leave) if stat.S_ISDIR(os.lstat(root).st_mode) else ("", "bukan folder")
    except OSError:
        return "", "hak akses"


def _first_flaw(root: Path, limits: Limits, may_leave: Callable[[str], bool]) -> tuple[str, str] | None:
    waiting = [root]
    files = size = 0
    while waiting:
        folder = waiting.pop()
        depth = len(folder.relative_to(root).parts)
        with os.scandir(folder) as entries:
            for entry in entries:
                at = (folder / entry.name).relative_to(root).as_posix()
                found = entry.stat(follow_symlinks=False)
                files, size = files + 1, size + found.st_size
                if why := _wrong(entry.name, found, depth):
                    return at, why
                if files > limits.files or size > limits.total_bytes:
                    return at, f"lebih dari {limits.files} berkas atau {limits.total_bytes >> 20} MB"
                if stat.S_ISDIR(found.st_mode):
                    waiting.append(folder / entry.name)
                elif not may_leave(at):
                    return at, "jenis berkas"
    return None


def _wrong(name: str, found: os.stat_result, depth: int) -> str:
    """Why an entry can't go out; empty when it can."""
    mode = found.st_mode
    if not NAME.fullmatch(name):
        return "nama"
    if stat.S_ISDIR(mode):
        return "terlalu dalam" if depth >= DEPTH else "" if mode & stat.S_IRWXU == stat.S_IRWXU else "hak akses"
    if not stat.S_ISREG(mode):
        return "bukan berkas biasa"
    if found.st_nlink != 1:
        return "berkas bernama dua"
    return "hak akses" if mode & (stat.S_ISUID | stat.S_ISGID | stat.S_IXUSR) or not mode & stat.S_IRUSR else ""
