"""The store: a file for each content, named after it, and a release as a folder of further names for such files.

Nothing in it is ever overwritten in place, for what lies there has several names: a change through one would change
older releases too. What is damaged is replaced whole as soon as a build has it again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.jobs.tree import files_below
from selebaran.model.artifact import Digest
from selebaran.publish import disk
from selebaran.publish.layout import UNFINISHED, blob_name, store_of
from selebaran.read.text import plain_content

NAME_LENGTH = 16
"""Letters of its manifest's digest that a release is called by."""
Entry = tuple[Digest, int]
"""Digest and size of a file."""
_FILES: TypeAdapter[dict[str, Entry]] = TypeAdapter(dict[str, Entry])


@dataclass(frozen=True)
class Manifest:
    """The files of a release by their paths."""

    files: Mapping[str, Entry]

    @cached_property
    def text(self) -> bytes:
        """The same files have the same bytes."""
        return (json.dumps(dict(sorted(self.files.items()))) + "\n").encode("ascii")

    @cached_property
    def release(self) -> str:
        """What the release is called: the same site is the same release."""
        return release_of(self.text)


def release_of(text: bytes) -> str:
    """The name of the release that has this manifest."""
    return hashlib.sha256(text).hexdigest()[:NAME_LENGTH]


def read_manifest(path: Path) -> Manifest | None:
    """A manifest; None where there is none, or where it isn't what its name says."""
    try:
        text, _ = plain_content(path)
        return Manifest(_FILES.validate_json(text)) if release_of(text) == path.stem else None
    except (OSError, ValidationError):
        return None


def taken_in(out: Path, fresh: Path) -> tuple[Manifest, frozenset[str]]:
    """Make every file of a finished folder a further name of the store's file of the same content; all that is new goes
    into the store. Gives the files, and the digests of those that were there already."""
    found: dict[str, Entry] = {}
    older: set[str] = set()
    for path, entry in files_below(fresh):
        content, mode = plain_content(entry.path)
        digest = hashlib.sha256(content).hexdigest()
        found[path] = digest, len(content)
        blob = blob_name(out, digest)
        if has_content(blob, content):
            older.add(digest)
            disk.unlink(entry.path)
            disk.link(blob, entry.path)
        else:
            disk.protect(entry.path, mode)
            _store(out, entry.path, blob)
    return Manifest(found), frozenset(older)


class Stock:
    """Takes the files of a release into the store while it is being made, where who makes it knows what they hold. What
    was looked at once isn't looked at again: releases of one build have half of their files in common."""

    def __init__(self, out: Path) -> None:
        self._out, self._sure = out, set[Digest]()
        self._lying: dict[str, set[str]] = {}
        self._found: dict[str, Entry] = {}
        self._older: set[str] = set()

    def keep(self, fresh: Path, path: str, content: bytes, digest: Digest) -> None:
        """Let a file of this content and digest be in the folder of a release, and in the store."""
        target, blob = f"{fresh}/{path}", blob_name(self._out, digest)
        if digest in self._sure or (self._is_lying(digest) and has_content(blob, content)):
            self._older.add(digest)
            disk.link(blob, target)
        else:
            disk.write_protected(target, content)
            _store(self._out, target, blob)
        self._sure.add(digest)
        self._found[path] = digest, len(content)

    def _is_lying(self, digest: Digest) -> bool:
        """Whether the store had such a file when its folder was looked at; `_store` finds one that came since."""
        begin = digest[:2]
        if begin not in self._lying:
            folder = Path(blob_name(self._out, digest)).parent
            self._lying[begin] = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        return digest[2:] in self._lying[begin]

    def keep_as_it_lies(self, tree: str, fresh: Path, path: str, entry: Entry) -> None:
        """Let a file of an earlier release be in the folder of this one."""
        disk.link(f"{tree}/{path}", f"{fresh}/{path}")
        self._found[path] = entry

    def taken_in(self) -> tuple[Manifest, frozenset[str]]:
        """What `taken_in` gives of a folder, of the files that were kept since this was asked last."""
        found, older = self._found, self._older
        self._found, self._older = {}, set()
        return Manifest(found), frozenset(older)


def _store(out: Path, path: str, blob: str) -> None:
    """Give a file its name in the store, where there is none, or a damaged one."""
    try:
        disk.link(path, blob)
    except FileNotFoundError:
        disk.make_folder(Path(blob).parent)
        disk.link(path, blob)
    except FileExistsError:  # older releases keep what is damaged, and are found out by `verify`
        beside = unfinished(out) / Path(blob).name
        disk.unlink(beside)
        disk.link(path, beside)
        disk.rename(beside, Path(blob))


def has_content(blob: str, content: bytes) -> bool:
    """Whether a file of the store is there and what it should be."""
    try:
        return plain_content(blob, len(content))[0] == content
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
