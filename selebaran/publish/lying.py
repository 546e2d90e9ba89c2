"""How an output folder looks to the system: names, sizes, times. What looks as it did when a build had finished is what
that build left. Nothing is opened for it, so that thousands of sites are looked at in half a second.

A folder changes its time when a name in it comes, goes or changes, and a file when it is written to. So it is enough to
ask for each folder, and for each file once, however many names it has in how many sites.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True)
class Look:
    """What was looked at, by path within the output folder: each folder, each file once, each link; and a digest of how
    all that looked."""

    names: tuple[str, ...]
    digest: str


def look_at(out: str, paths: Iterable[str]) -> Look:
    """How what lies under these paths looks now. A path of which nothing lies there counts as well."""
    names: list[str] = []
    seen: set[int] = set()
    for path in paths:
        names += _below(out, path, seen)
    return Look(tuple(names), _digest(out, names))


def is_unchanged(out: str, look: Look) -> bool:
    """Whether all of it still looks the same."""
    return _digest(out, look.names) == look.digest


def _below(out: str, path: str, seen: set[int]) -> Iterator[str]:
    """A path with all that is below it; of files with one content, which the store has once, one."""
    yield path
    root = Path(out, path)
    if root.is_symlink():
        path = os.path.normpath(f"{path}/../{root.readlink()}")
        yield path
    waiting = [path]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(f"{out}/{inside}") as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in found:
            name = f"{inside}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)
                yield name
            elif entry.inode() not in seen:
                seen.add(entry.inode())
                yield name


def _digest(out: str, names: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for name in names:
        digest.update(f"{name}\0{_look(f'{out}/{name}')}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _look(path: str) -> str:
    """How one thing looks. Of a link, where it leads; of a folder, its time, which no file in it changes."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    size = found.st_size if stat.S_ISREG(found.st_mode) else 0
    return f"{found.st_mode}:{found.st_ino}:{size}:{found.st_mtime_ns}"
