"""The calls by which what is published changes. Each is told just before it is made, so that a test can let any of them
fail, or end the program there. An error says where it was, whichever call it comes from.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from selebaran.jobs.kernel import exchange

Heard = Callable[[str, Path], None]


def _nobody(call: str, path: Path) -> None:
    """Nobody listens."""


_heard: Heard = _nobody
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def listen(heard: Heard | None) -> None:
    """Tell somebody of each call before it is made; None: nobody."""
    global _heard
    _heard = heard or _nobody


@contextlib.contextmanager
def _told(call: str, path: Path) -> Iterator[None]:
    try:
        _heard(call, path)
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def link(there: Path, new: Path) -> None:
    """Give a file a second name."""
    with _told("link", new):
        os.link(there, new, follow_symlinks=False)


def symlink(target: str, new: Path) -> None:
    """Make a link."""
    with _told("symlink", new):
        new.symlink_to(target)


def rename(there: Path, to: Path) -> None:
    """Move in one step over what may lie there."""
    with _told("rename", to):
        there.rename(to)


def exchanged(one: Path, other: Path) -> bool:
    """Let two paths change places in one step, where the system can."""
    with _told("exchange", other):
        return exchange(one, other)


def unlink(path: Path) -> None:
    """Take a name away."""
    with _told("unlink", path):
        path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder, with those above it."""
    if not path.is_dir():
        with _told("mkdir", path):
            path.mkdir(parents=True, exist_ok=True)


def protect(path: Path, mode: int) -> None:
    """Nobody writes into a file any more."""
    with _told("chmod", path):
        path.chmod(mode & 0o555)


def renew(path: Path) -> None:
    """A file's day becomes now."""
    with _told("utime", path):
        os.utime(path)


def write(path: Path, content: bytes) -> None:
    """Write a new file."""
    with _told("open", path), path.open("wb") as file, _told("write", path):
        file.write(content)


def sync(folder: Path) -> None:
    """See on the disk all that was written to the file system of a folder: one call for thousands of files."""
    with _told("syncfs", folder):
        if _libc is None or not hasattr(_libc, "syncfs"):
            os.sync()
            return
        file = os.open(folder, os.O_RDONLY)
        try:
            if _libc.syncfs(file) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number))
        finally:
            os.close(file)


def sync_one(path: Path) -> None:
    """See on the disk what a file holds, or which names a folder has."""
    with _told("fsync", path):
        file = os.open(path, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
