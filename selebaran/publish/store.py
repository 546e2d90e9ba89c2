"""The store: a file for each content, named after it, and a release as a folder of further names for such files.

Nothing in it is ever overwritten in place, for what lies there has several names: a change through one would change
older releases too. What is damaged is replaced whole as soon as a build has it again.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.model.artifact import Digest
from selebaran.publish import disk
from selebaran.publish.layout import UNFINISHED, blob_of, store_of

NAME_LENGTH = 16
"""Letters of its manifest's digest that a release is called by."""
Entry = tuple[Digest, int]
"""Digest and size of a file."""
_FILES: TypeAdapter[dict[str, Entry]] = TypeAdapter(dict[str, Entry])


@dataclass(frozen=True)
class Manifest:
    """The files of a release by their paths."""

    files: Mapping[str, Entry]

    @property
    def text(self) -> bytes:
        """The same files have the same bytes."""
        return (json.dumps(dict(sorted(self.files.items())), indent=0) + "\n").encode("ascii")

    @property
    def release(self) -> str:
        """What the release is called: the same site is the same release."""
        return release_of(self.text)


def release_of(text: bytes) -> str:
    """The name of the release that has this manifest."""
    return hashlib.sha256(text).hexdigest()[:NAME_LENGTH]


def read_manifest(path: Path) -> Manifest | None:
    """A manifest; None where there is none, or where it isn't what its name says."""
    try:
        text = path.read_bytes()
        return Manifest(_FILES.validate_json(text)) if release_of(text) == path.stem else None
    except (OSError, ValidationError):
        return None


def files_below(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder that is no folder, with its path there. No link is followed."""
    waiting = [""]
    while waiting:
        at = waiting.pop()
        with os.scandir(root / at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{at}{entry.name}/")
                else:
                    yield f"{at}{entry.name}", entry


def taken_in(out: Path, fresh: Path) -> Manifest:
    """Make every file of a finished folder a further name of the store's file of the same content; all that is new goes
    into the store."""
    found: dict[str, Entry] = {}
    for path, entry in files_below(fresh):
        content, mode = plain_content(Path(entry.path))
        digest = hashlib.sha256(content).hexdigest()
        _join(out, Path(entry.path), content, mode, blob_of(out, digest))
        found[path] = digest, len(content)
    return Manifest(found)


def plain_content(path: Path) -> tuple[bytes, int]:
    """The bytes of a plain file, and its mode. Raises `OSError` for a link or anything else."""
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(file, "rb") as stream:
        mode = os.fstat(file).st_mode
        if not stat.S_ISREG(mode):
            raise OSError(f"no plain file: {path}")
        return stream.read(), mode


def _join(out: Path, path: Path, content: bytes, mode: int, blob: Path) -> None:
    """Make a file of a folder that is being made one with its blob."""
    if has_content(blob, content):
        disk.unlink(path)
        disk.link(blob, path)
        return
    disk.protect(path, mode)
    if os.path.lexists(blob):  # it is damaged: older releases keep it, and are found out by `verify`
        beside = unfinished(out) / blob.name
        disk.unlink(beside)
        disk.link(path, beside)
        disk.rename(beside, blob)
    else:
        disk.make_folder(blob.parent)
        disk.link(path, blob)


def has_content(blob: Path, content: bytes) -> bool:
    """Whether a file of the store is there and what it should be."""
    try:
        found = blob.lstat()
        is_plain = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
        return is_plain and plain_content(blob)[0] == content
    except OSError:
        return False


def is_same(tree: Path, fresh: Path) -> bool:
    """Whether two folders hold the same names for the same files."""
    return tree.is_dir() and _inodes(tree) == _inodes(fresh)


def _inodes(root: Path) -> dict[str, int]:
    return {path: entry.inode() for path, entry in files_below(root)}


def unfinished(out: Path) -> Path:
    """A folder for what is being made, in the store and so on its file system."""
    folder = store_of(out) / UNFINISHED
    disk.make_folder(folder)
    return folder
