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

_Entry = tuple[str, bool, int]
"""The path of something in a folder, whether it is a folder, and its number."""


@dataclass(frozen=True)
class Look:
    """What was looked at, by path within the output folder: each folder, each file once, each link; and a digest of how
    all that looked."""

    names: tuple[str, ...]
    digest: str


class Looking:
    """Looks at what lies in an output folder. Each folder is listed, and each thing asked for, once for all looks: for
    who looks at one after the other while nothing changes."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._inside: dict[str, list[_Entry]] = {}
        self._looks: dict[int | str, str] = {}

    def at(self, paths: Iterable[str]) -> Look:
        """How what lies under these paths looks now. A path of which nothing lies there counts as well."""
        names: list[str] = []
        seen: set[int] = set()
        digest = blake2b(digest_size=16)
        for path in paths:
            for name, number in self._below(path, seen):
                names.append(name)
                digest.update(_line(name, self._look(name, number)))
        return Look(tuple(names), digest.hexdigest())

    def _below(self, path: str, seen: set[int]) -> Iterator[tuple[str, int | None]]:
        """A path with all that is below it; of files with one content, which the store has once, one, with its
        number."""
        yield path, None
        root = Path(self._out, path)
        if root.is_symlink():
            path = os.path.normpath(f"{path}/../{root.readlink()}")
            yield path, None
        waiting = [path]
        while waiting:
            for name, is_folder, number in self._listed(waiting.pop()):
                if is_folder:
                    waiting.append(name)
                    yield name, None
                elif number not in seen:
                    seen.add(number)
                    yield name, number

    def _listed(self, folder: str) -> list[_Entry]:
        if folder not in self._inside:
            self._inside[folder] = _inside(self._out, folder)
        return self._inside[folder]

    def _look(self, name: str, number: int | None) -> str:
        """How one thing looks. A number is one file's, whatever names it has."""
        key = name if number is None else number
        if key not in self._looks:
            self._looks[key] = _look(f"{self._out}/{name}")
        return self._looks[key]


def look_at(out: str, paths: Iterable[str]) -> Look:
    """How what lies under these paths looks now, for who looks once."""
    return Looking(out).at(paths)


def is_unchanged(out: str, look: Look) -> bool:
    """Whether all of it still looks the same."""
    digest = blake2b(digest_size=16)
    for name in look.names:
        digest.update(_line(name, _look(f"{out}/{name}")))
    return digest.hexdigest() == look.digest


def _inside(out: str, folder: str) -> list[_Entry]:
    """What lies in a folder, in order of names; nothing where it is none."""
    try:
        with os.scandir(f"{out}/{folder}") as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [(f"{folder}/{one.name}", one.is_dir(follow_symlinks=False), one.inode()) for one in found]


def _line(name: str, look: str) -> bytes:
    return f"{name}\0{look}\n".encode("utf-8", "surrogateescape")


def _look(path: str) -> str:
    """How one thing looks. Of a link, where it leads; of a folder, its time, which no file in it changes."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    size = found.st_size if stat.S_ISREG(found.st_mode) else 0
    return f"{found.st_mode}:{found.st_ino}:{size}:{found.st_mtime_ns}"
