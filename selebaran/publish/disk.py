"""The calls by which what is published changes. Each is told just before it is made, so that a test can let any of them
fail, or end the program there. An error says where it was, whichever call it comes from.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from selebaran.jobs.kernel import exchange

Heard = Callable[[str, Path], None]
Name = str | Path
"""What there are thousands of is text (`layout.blob_name`)."""


def _nobody(call: str, path: Path) -> None:
    """Nobody listens."""


_heard: Heard = _nobody
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def listen(heard: Heard | None) -> None:
    """Tell somebody of each call before it is made; None: nobody."""
    global _heard
    _heard = heard or _nobody


def _tell(call: str, path: Name) -> None:
    if _heard is _nobody:
        return
    try:
        _heard(call, Path(path))
    except OSError as error:
        raise _placed(error, path) from None


def _placed(error: OSError, path: Name) -> OSError:
    """The error, with a place where it has none."""
    error.filename = error.filename or str(path)
    return error


def link(there: Name, new: Name) -> None:
    """Give a file a second name."""
    _tell("link", new)
    os.link(there, new, follow_symlinks=False)


def symlink(target: str, new: Path) -> None:
    """Make a link."""
    _tell("symlink", new)
    new.symlink_to(target)


def rename(there: Path, to: Path) -> None:
    """Move in one step over what may lie there."""
    _tell("rename", to)
    there.rename(to)


def exchanged(one: Path, other: Path) -> bool:
    """Let two paths change places in one step, where the system can."""
    _tell("exchange", other)
    return exchange(one, other)


def unlink(path: Name) -> None:
    """Take a name away."""
    _tell("unlink", path)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108


def make_folder(path: Path) -> None:
    """Make a folder, with those above it."""
    if not path.is_dir():
        _tell("mkdir", path)
        path.mkdir(parents=True, exist_ok=True)


def protect(path: Name, mode: int) -> None:
    """Nobody writes into a file any more."""
    _tell("chmod", path)
    os.chmod(path, mode & 0o555)  # noqa: PTH101


def renew(path: Path) -> None:
    """A file's day becomes now."""
    _tell("utime", path)
    os.utime(path)


def write(path: Path, content: bytes) -> None:
    """Write a new file."""
    try:
        _tell("open", path)
        with path.open("wb") as file:
            _tell("write", path)
            file.write(content)
    except OSError as error:
        raise _placed(error, path) from None


def write_protected(path: Name, content: bytes) -> None:
    """Write a new file, into which nobody writes any more."""
    try:
        _tell("open", path)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o444)
        try:
            _tell("write", path)
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
    except OSError as error:
        raise _placed(error, path) from None


def sync(folder: Path) -> None:
    """See on the disk all that was written to the file system of a folder: one call for thousands of files."""
    _tell("syncfs", folder)
    if _libc is None or not hasattr(_libc, "syncfs"):
        os.sync()
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        if _libc.syncfs(file) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(file)


def sync_one(path: Path) -> None:
    """See on the disk what a file holds, or which names a folder has."""
    _tell("fsync", path)
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    except OSError as error:
        raise _placed(error, path) from None
    finally:
        os.close(file)
