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
    return Looking(out).part(paths)


class Looking:
    """Looks at parts one after the other, and so at the whole of them: each thing is asked for once."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._seen: set[int] = set()
        self._names: list[str] = []
        self._digest = blake2b(digest_size=16)

    def part(self, paths: Iterable[str]) -> Look:
        """How what lies under these paths looks now."""
        names, digest, seen = list[str](), blake2b(digest_size=16), set[int]()
        for name, inode in (found for path in paths for found in _below(self._out, path)):
            if inode not in seen:
                line = _line(self._out, name)
                digest.update(line)
                names.append(name)
                if inode not in self._seen:
                    self._digest.update(line)
                    self._names.append(name)
            if inode:
                seen.add(inode)
        self._seen |= seen
        return Look(tuple(names), digest.hexdigest())

    @property
    def whole(self) -> Look:
        """How all of it looks that was looked at: of files that parts have in common, each once."""
        return Look(tuple(self._names), self._digest.hexdigest())


def is_unchanged(out: str, look: Look) -> bool:
    """Whether all of it still looks the same."""
    return _digest(out, look.names) == look.digest


def _below(out: str, path: str) -> Iterator[tuple[str, int]]:
    """A path with all that is below it; files with their numbers, by which one is known that has several names."""
    yield path, 0
    root = Path(out, path)
    if root.is_symlink():
        path = os.path.normpath(f"{path}/../{root.readlink()}")
        yield path, 0
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
                yield name, 0
            else:
                yield name, entry.inode()


def _digest(out: str, names: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for name in names:
        digest.update(_line(out, name))
    return digest.hexdigest()


def _line(out: str, name: str) -> bytes:
    return f"{name}\0{_look(f'{out}/{name}')}\n".encode("utf-8", "surrogateescape")


def _look(path: str) -> str:
    """How one thing looks. Of a link, where it leads; of a folder, its time, which no file in it changes."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    size = found.st_size if stat.S_ISREG(found.st_mode) else 0
    return f"{found.st_mode}:{found.st_ino}:{size}:{found.st_mtime_ns}"
