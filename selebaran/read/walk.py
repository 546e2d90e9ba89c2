"""One look at a folder that somebody else fills: what lies there, and how its files are opened.

Nothing odd is opened or followed: a symlink may lead to another district's files or to the system's, a FIFO never
ends, a device never stops. Each part of a path is opened from its folder's descriptor and without following links, so
that a file can't be exchanged for a link between the look and the reading.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from selebaran.model.problem import Place, Problem, problem
from selebaran.read.below import Folder, below
from selebaran.read.text import MAX_BYTES, clipped

MOST = 1000
"""Files and folders in all; what comes after is not even looked at."""
DEEPEST = 3
"""Folders within each other, the walked one counted: halaman/kabar/ is the third."""
LONGEST_LABEL = 200
ODD = {
    stat.S_IFLNK: "symlink",
    stat.S_IFIFO: "FIFO",
    stat.S_IFSOCK: "socket",
    stat.S_IFBLK: "device",
    stat.S_IFCHR: "device",
}
IGNORED = re.compile(
    r"\.(DS_Store|directory|git|git(keep|ignore|attributes)|editorconfig|vscode|idea)|Thumbs\.db|desktop\.ini"
    r"|\._.*|\.#.*|#.*#|\..*\.sw[a-p]|.*~|~\$.*|\.~lock\..*#",
    re.I | re.S,
)
"""What file managers and editors leave behind. It may lie there, whatever it is; it is never opened."""


class NotPlain(OSError):
    """It was opened, and turned out to be no plain file."""

    def __init__(self, kind: str) -> None:
        super().__init__(errno.EINVAL, kind)
        self.kind = kind


@dataclass(frozen=True)
class Tree:
    """What lies in a folder: plain files with their sizes, and folders, by their path within it.

    `root` is trusted; `inside` is the way from there to the folder, `label` how messages call it. `refused` has what
    was told to be no plain file or folder."""

    root: Path
    inside: str
    label: str
    files: dict[str, int] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def under(self, folder: str) -> list[str]:
        """The paths of all files and folders within a sub-folder, in their order."""
        return sorted(name for name in (*self.files, *self.folders) if name.startswith(f"{folder}/"))

    def top(self) -> list[str]:
        """The names of what lies in the folder itself, in their order."""
        return sorted(name for name in (*self.files, *self.folders) if "/" not in name)

    def place(self, name: str) -> Place:
        """The place of one of its files or folders."""
        return _place(self.label, name)

    def read(self, name: str, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
        """A file's bytes, of which no more than one too many are read; nothing for what isn't a plain file there."""
        if name not in self.files:
            return None, []
        return read_plain(self.root, f"{self.inside}/{name}", self.place(name), most)


def walk(root: Path, inside: str, label: str, enter: Collection[str]) -> tuple[Tree | None, list[Problem]]:
    """What lies in the folder `inside`, and what there must not lie in any. None where there is no such folder.

    Of its sub-folders, only those named in `enter` are looked into."""
    found = _Found(root, inside, label, frozenset(enter))
    kind, problems = kind_at(root, inside, Place(label))
    if kind != "folder":
        nama = label.rpartition("/")[2]
        return None, problems or ([problem("folder-berupa-berkas", Place(label), nama=nama)] if kind else [])
    found.look("", 1)
    tree = Tree(root, inside, label, found.files, frozenset(found.folders), frozenset(found.refused))
    return (None if found.is_shut else tree), found.problems


def kind_at(root: Path, path: str, place: Place) -> tuple[str, list[Problem]]:
    """Whether a path is a "file" or a "folder", "" when it is neither; what it is instead is a problem."""
    try:
        with below(root, path.rpartition("/")[0]) as here:
            found = here.look(path.rpartition("/")[2])
    except FileNotFoundError:
        return "", []
    except OSError as error:
        return "", [_unread(place, error)]
    if odd := oddity(found):
        return "", [not_plain(place, odd)]
    return ("folder" if stat.S_ISDIR(found.st_mode) else "file"), []


def read_plain(root: Path, path: str, place: Place, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a plain file below a trusted folder, one more than `most` at the most; None where there is none."""
    folder, _, name = path.rpartition("/")
    try:
        with below(root, folder) as here:
            # A look first: opening a device may do something, and opening a FIFO wakes who writes to it.
            if odd := oddity(here.look(name)):
                raise NotPlain(odd)
            with here.open(name) as file:
                found = os.fstat(file.fileno())
                if odd := oddity(found):
                    raise NotPlain(odd)
                if stat.S_ISDIR(found.st_mode):
                    raise IsADirectoryError
                return file.read(min(most, found.st_size) + 1), []
    except FileNotFoundError:
        return None, []
    except NotPlain as odd_one:
        return None, [not_plain(place, odd_one.kind)]
    except IsADirectoryError:
        return None, [problem("berkas-berupa-folder", place, nama=clipped(name, LONGEST_LABEL))]
    except OSError as error:
        return None, [_unread(place, error)]


def oddity(found: os.stat_result) -> str:
    """What something is that is neither a folder nor a plain file with one name; "" for those."""
    if stat.S_ISDIR(found.st_mode):
        return ""
    if stat.S_ISREG(found.st_mode):
        return "hard link" if found.st_nlink > 1 else ""
    return ODD.get(stat.S_IFMT(found.st_mode), "device")


def not_plain(place: Place, kind: str) -> Problem:
    """That something is no plain file."""
    return problem("berkas-bukan-biasa", place, nama=place.file.rpartition("/")[2], jenis=kind)


@dataclass
class _Found:
    """What a walk has seen so far. `is_shut` is whether the walked folder itself can't be looked into."""

    root: Path
    inside: str
    label: str
    enter: frozenset[str]
    files: dict[str, int] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: int = 0
    is_shut: bool = False

    def look(self, folder: str, depth: int) -> None:
        """Take in what lies in a folder (a path within the walked one, or "") and in those within it."""
        try:
            inner = self._folders_in(folder)
        except OSError as error:
            self.is_shut |= not folder
            self.problems.append(_unread(_place(self.label, folder), error))
            return
        for name in inner if depth < DEEPEST else ():
            if (folder or name in self.enter) and self.seen <= MOST:
                self.look(f"{folder}/{name}".lstrip("/"), depth + 1)

    def _folders_in(self, folder: str) -> list[str]:
        """Note what lies in a folder, unless that is more than is looked at; the names of the folders in it."""
        with below(self.root, f"{self.inside}/{folder}".rstrip("/")) as here:
            names = [entry.name for entry in islice(here.entries(), MOST + 1 - self.seen)]
            self.seen += len(names)
            if self.seen > MOST:
                self.problems.append(problem("berkas-terlalu-banyak", Place(self.label), batas=MOST))
                return []
            return [name for name in sorted(names) if self._take(here, folder, name)]

    def _take(self, here: Folder, folder: str, name: str) -> bool:
        """Note what a name stands for; whether that is a folder."""
        if IGNORED.fullmatch(name):
            return False
        path = f"{folder}/{name}".lstrip("/")
        place = _place(self.label, path)
        try:
            found = here.look(name)
        except OSError as error:
            self.problems.append(_unread(place, error))
            self.refused.append(path)
            return False
        if odd := oddity(found):
            self.problems.append(not_plain(place, odd))
            self.refused.append(path)
        elif stat.S_ISDIR(found.st_mode):
            self.folders.append(path)
            return True
        else:
            self.files[path] = found.st_size
        return False


def _place(label: str, path: str) -> Place:
    return Place(f"{label}/{clipped(path, LONGEST_LABEL)}" if path else label)


def _unread(place: Place, error: OSError) -> Problem:
    cause = errno.errorcode.get(error.errno or 0, "?")
    return problem("berkas-tidak-dapat-dibuka", place, nama=place.file.rpartition("/")[2], sebab=cause)
