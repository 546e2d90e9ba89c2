"""A folder below a trusted one, no part of whose path is a link: what lies in it, and its files, opened for reading.

Where a system opens names relative to a folder, no part can be exchanged for a link between a look and the opening.
Windows doesn't: there each part is looked at, and then opened by its path. Who changes folders in that very moment
could win; so it matters that such a system holds no walls either, and nothing is published there unasked.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

RELATIVE = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
"""Whether this system opens names relative to a folder."""
REPARSED = 0x400
"""FILE_ATTRIBUTE_REPARSE_POINT: Windows' links of all kinds, junctions as well."""
if RELATIVE:
    FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NONBLOCK | os.O_CLOEXEC
    FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class Folder(Protocol):
    """A folder that is looked into. Each method raises OSError."""

    def entries(self) -> Iterator[os.DirEntry[str]]:
        """What lies in it."""
        ...

    def look(self, name: str) -> os.stat_result:
        """What a name in it stands for; a link isn't followed."""
        ...

    def open(self, name: str) -> BinaryIO:
        """A file in it; it may be anything but a link."""
        ...


@contextmanager
def below(root: Path, path: str) -> Iterator[Folder]:
    """The folder `path` (parts with / between them, or "") below a trusted one. Raises OSError where a part is none."""
    if not RELATIVE:
        yield _ByPath.of(root, path)
        return
    with ExitStack() as opened:
        here = os.open(root, FOLDER)
        opened.callback(os.close, here)
        for name in path.split("/") if path else ():
            here = os.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=here)
            opened.callback(os.close, here)
        yield _ByNumber(here)


@dataclass(frozen=True)
class _ByNumber:
    number: int

    def entries(self) -> Iterator[os.DirEntry[str]]:
        with os.scandir(self.number) as entries:
            yield from entries

    def look(self, name: str) -> os.stat_result:
        return os.stat(name, dir_fd=self.number, follow_symlinks=False)

    def open(self, name: str) -> BinaryIO:
        return os.fdopen(os.open(name, FILE, dir_fd=self.number), "rb")


@dataclass(frozen=True)
class _ByPath:
    path: Path

    @staticmethod
    def of(root: Path, path: str) -> _ByPath:
        """Each part is looked at in its turn, the first one first."""
        here = _ByPath(root)
        for name in path.split("/") if path else ():
            if not stat.S_ISDIR(here.look(name).st_mode):
                raise NotADirectoryError(errno.ENOTDIR, name)
            here = _ByPath(here.path / name)
        return here

    def entries(self) -> Iterator[os.DirEntry[str]]:
        with os.scandir(self.path) as entries:
            yield from entries

    def look(self, name: str) -> os.stat_result:
        found = (self.path / name).lstat()
        if getattr(found, "st_file_attributes", 0) & REPARSED:
            return os.stat_result((stat.S_IFLNK, *found[1:]))
        return found

    def open(self, name: str) -> BinaryIO:
        if not stat.S_ISREG(self.look(name).st_mode):
            raise OSError(errno.EINVAL, name)
        return (self.path / name).open("rb")
