"""One build at a time writes into a folder. The lock goes with the process that holds it, however that ends."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import IO

KNOWS_LOCKS = find_spec("fcntl") is not None
"""Whether the system locks as is wanted here: plain Windows doesn't."""
if KNOWS_LOCKS:
    import fcntl

LOCK = ".kunci"


@dataclass(frozen=True)
class Holder:
    """Whose lock it is: the number of the process, and since when, to the minute. Both are "?" for the
    instant in which they aren't written down yet."""

    process: str = "?"
    since: str = "?"


class IsBusy(Exception):
    """Another build writes into the folder."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder.process)
        self.holder = holder


@contextlib.contextmanager
def locked(out: Path, now: datetime) -> Iterator[None]:
    """Hold the lock of a folder that is there. Raises `IsBusy`, and `OSError` where nothing can be written."""
    if not KNOWS_LOCKS:
        raise OSError(errno.ENOLCK, str(out))
    file = _taken(out / LOCK)
    try:
        file.truncate(0)
        json.dump({"proses": os.getpid(), "sejak": f"{now:%Y-%m-%d %H:%M}"}, file)
        file.flush()
        yield
    finally:
        (out / LOCK).unlink(missing_ok=True)  # while it is held: whoever opened this file sees that it is gone
        file.close()


def _taken(path: Path) -> IO[str]:
    """The lock's file, locked, and still the one that others would open."""
    while True:
        file = path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with file:
                raise IsBusy(_holder(file)) from None
        if path.exists() and path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            return file
        file.close()


def _holder(file: IO[str]) -> Holder:
    file.seek(0)
    try:
        said = json.loads(file.read(1000))
        return Holder(str(said["proses"]), str(said["sejak"]))
    except (ValueError, KeyError, TypeError):
        return Holder()
