"""Parcels that workers of a cluster sent back -> folders as children on this machine leave them.

A worker is another machine: what it says of files is looked at before any of them is written, and `jobs.inspect` looks
at the folder afterwards, as at every other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import DEPTH, NAME
from selebaran.jobs.remote import Parcel

Held = Callable[[str], Mapping[str, Path]]
"""Content that is here already and may be what a job of this name gives: files by their digests."""


class Incomplete(Exception):
    """Content that was said to be known is not here, or not what it was."""


class Unsound(Exception):
    """What a worker sent can't be what a child left; the path, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path, self.why = path, why


def unpacked(parcel: Parcel, folder: Path, held: Mapping[str, Path], limits: Limits) -> None:
    """Write the files of a parcel into an empty folder. Raises `Unsound`, and `Incomplete` where it has to be ordered
    again with nothing taken for known."""
    if len(parcel.files) > limits.files:
        raise Unsound("", f"lebih dari {limits.files} berkas")
    size = 0
    for path, digest in parcel.files.items():
        if not _is_plain(path):
            raise Unsound(path, "nama")
        content = _content(digest, parcel, held)
        size += len(content)
        if size > limits.total_bytes:
            raise Unsound(path, f"lebih dari {limits.total_bytes >> 20} MB")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _is_plain(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return 0 < len(parts) <= DEPTH and "/".join(parts) == path and all(NAME.fullmatch(part) for part in parts)


def _content(digest: str, parcel: Parcel, held: Mapping[str, Path]) -> bytes:
    sent = parcel.blobs.get(digest)
    try:
        content = held[digest].read_bytes() if sent is None else sent
    except (KeyError, OSError):
        raise Incomplete from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise Incomplete
    return content
