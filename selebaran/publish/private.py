"""What this program keeps for itself from one run to the next, where nobody else writes: in the user's own cache.

These are Python's own bytes (pickles, and the code of templates), which run what somebody wrote into them. So they lie
in no project: what came with a change that was sent in, or with a copy of somebody's folder, is never opened. They are
read only where file and folder are this user's and nobody else may write them, under a digest of themselves, and they
hold nothing but what is on a list. Workers are kept from them, as from all else outside (`jobs.confine`).
"""

from __future__ import annotations

import copyreg
import io
import marshal
import os
import pickle
import stat
import sys
import tempfile
import types
from hashlib import blake2b
from pathlib import Path
from typing import Any

import platformdirs

from selebaran.jobs.collecting import paused
from selebaran.read.text import plain_content

KEPT_PROGRAMS, KEPT_FILES = 3, 18
"""Versions of the program of which something is kept, and files of each: the newest."""
MOST_BYTES = 200 << 20
PLAIN = {
    "builtins": frozenset(("set", "frozenset", "bytearray", "complex")),
    "datetime": frozenset(("date", "datetime", "time", "timedelta", "timezone")),
    "collections": frozenset(("OrderedDict", "defaultdict")),
    "pathlib": frozenset(("PosixPath", "WindowsPath", "PurePosixPath")),
    "decimal": frozenset(("Decimal",)),
    "marshal": frozenset(("loads",)),
    "copyreg": frozenset(("_reconstructor",)),
}
"""What may stand in them beside the classes of this program."""
OURS = "selebaran"


class _Writer(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[types.CodeType] = lambda code: (marshal.loads, (marshal.dumps(code),))


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A class of this program, or one of few others."""
        if name in PLAIN.get(module, ()):
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.partition(".")[0] == OURS else None
        if isinstance(found, type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def folder_of(program: str) -> Path:
    """Where something of a version of the program is kept; it may not be there."""
    return Path(platformdirs.user_cache_path(OURS)) / f"{program[:24]}-{sys.implementation.cache_tag}"


def read_private(path: Path) -> Any:
    """What was kept; None where there is nothing that can be relied on."""
    try:
        if not (_is_ours(path.parent) and _is_ours(path)):
            return None
        seal, _, content = plain_content(path)[0].partition(b"\n")
        if _seal(content) != seal:
            return None
        return opened(content)
    except Exception:  # whatever a file of another form leads to: it is none
        return None


def keep_private(path: Path, value: object) -> None:
    """Keep something. Where nothing can be written, nothing is kept; of what was kept before, the newest stays."""
    content = closed(value)
    if len(content) > MOST_BYTES:
        return
    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not _is_ours(path.parent):
            return
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(_seal(content) + b"\n" + content)
        Path(part).replace(path)
        _forget_old(path.parent)
    except OSError:
        return


def closed(value: object) -> bytes:
    """Something as bytes."""
    stream = io.BytesIO()
    _Writer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def opened(content: bytes) -> Any:
    """What bytes say that were kept here. Raises whatever comes of others."""
    with paused():  # nothing of it can be let go yet
        return _Reader(io.BytesIO(content)).load()


def _forget_old(folder: Path) -> None:
    for path in _newest(folder)[KEPT_FILES:]:
        path.unlink(missing_ok=True)
    for other in _newest(folder.parent)[KEPT_PROGRAMS:]:
        for path in other.iterdir() if other.is_dir() else ():
            path.unlink(missing_ok=True)
        other.rmdir()


def _newest(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda path: path.lstat().st_mtime_ns, reverse=True)


def _is_ours(path: Path) -> bool:
    """Whether it is this user's alone to write, and no link. (Windows keeps a user's cache by other means.)"""
    if not hasattr(os, "geteuid"):
        return not path.is_symlink()
    found = path.lstat()
    return found.st_uid == os.geteuid() and not stat.S_ISLNK(found.st_mode) and not found.st_mode & 0o022


def _seal(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).hexdigest().encode()
