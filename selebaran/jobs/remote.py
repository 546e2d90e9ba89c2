"""What a worker of a cluster does: one job in a child behind its walls, as on any machine, and its files packed.

It knows no cluster either: `jobs.cluster` sends an `Order` here and gets a `Parcel` back. What many jobs need comes as
one value (`Kept`), once for each worker, and is made warm there.
"""

from __future__ import annotations

import atexit
import hashlib
import multiprocessing
import pickle
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Protocol

from selebaran.jobs.children import CAUSES, Death, Ended, Readable, Work, discard, run
from selebaran.jobs.confine import Limits, Wall, barriers
from selebaran.jobs.inspect import flaw

PACKAGE = Path(__file__).resolve().parents[1]
NAME_ENDS = ";<>=!~ ([,"
"""What may follow the name of a package where another asks for it."""


class Portable(Protocol):
    """Work that can be sent. It is a value of plain data; warm is only what `at` makes of it."""

    def at(self, folder: Path) -> tuple[Work, Readable, Path]:
        """The work on another machine, where `folder` is its own; what its children read; where they write."""
        ...


@dataclass(frozen=True)
class Kept:
    """What many jobs need: a pickled `Portable`, and the digest that it is known by."""

    digest: str
    portable: bytes

    @staticmethod
    def of(portable: Portable) -> Kept:
        """The same work has the same digest."""
        packed = pickle.dumps(portable, pickle.HIGHEST_PROTOCOL)
        return Kept(hashlib.sha256(packed).hexdigest(), packed)


@dataclass(frozen=True)
class Order:
    """A job to be done: its name, by which program, its limits, files that it needs below the work's folder, and the
    digests of content that needn't come back, for whoever orders has it."""

    name: str
    program: str
    limits: Limits
    given: Mapping[str, bytes] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Parcel:
    """What came of it: what the child said or why it died; the files that it left by path and digest, with the content
    of those that weren't known; or the first thing among them that can't be sent, as `inspect.flaw` tells of it.
    `warmed` where it was the first job of its kind on that worker; `place` is the worker's address."""

    said: bytes | None = None
    death: Death | None = None
    flaw: tuple[str, str] | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    warmed: bool = False
    place: str = ""

    @property
    def size(self) -> int:
        """Bytes, as good as all of them."""
        return sum(map(len, self.blobs.values())) + len(self.said or b"") + sum(len(path) + 64 for path in self.files)


@dataclass(frozen=True)
class About:
    """What must be so on a worker: the program is ours, it may have children, and what nothing there holds them back
    from."""

    program: str
    may_fork: bool
    missing: tuple[Wall, ...]


@dataclass(frozen=True)
class _Warm:
    """Work that is ready on this worker."""

    folder: Path
    work: Work
    readable: Readable
    stages: Path


_LOCK = threading.Lock()
"""A worker may do several jobs at once; it gets warm for them once."""
_WARM: dict[str, _Warm] = {}


def about() -> About:
    """This process as a worker."""
    return About(program(), not multiprocessing.current_process().daemon, barriers().missing)


@lru_cache(maxsize=1)
def program() -> str:
    """A digest of this program, of the libraries that it needs, and of Python: the same make the same bytes."""
    found = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(PACKAGE)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for name, version in sorted(_libraries().items()):
        found.update(f"{name}={version}\n".encode())
    return found.hexdigest()


def _libraries() -> dict[str, str]:
    """The versions of all that is needed, without what was installed for something else."""
    found: dict[str, str] = {}
    waiting = [PACKAGE.name]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            about = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or for an extra
        found[name] = about.version
        waiting += [_name_of(line) for line in about.requires or () if "extra ==" not in line]
    return found


def _name_of(requirement: str) -> str:
    end = min((at for mark in NAME_ENDS if (at := requirement.find(mark)) >= 0), default=len(requirement))
    return requirement[:end]


def do(kept: Kept, order: Order, place: str | None = None) -> Parcel:
    """Do a job here. `place` is the folder below which this worker may write."""
    if order.program != program():
        return Parcel(death=Death("hilang", detail="another program"))
    try:
        return _done(kept, order, place)
    except OSError as error:
        return Parcel(death=Death(CAUSES.get(error.errno or 0, "kode"), 0, "", str(error)))


def _done(kept: Kept, order: Order, place: str | None) -> Parcel:
    with _LOCK:
        is_new = kept.digest not in _WARM
        warm = _WARM[kept.digest] = _WARM.get(kept.digest) or _warmed(kept, place)
    given = [warm.folder / path for path in order.given]
    try:
        for path, content in zip(given, order.given.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        ended = run(warm.work, [(order.name,)], 1, order.limits, warm.stages, warm.readable)
        return next(_packed(one, order, is_new) for one in ended)
    finally:
        for path in given:
            path.unlink(missing_ok=True)


def _warmed(kept: Kept, place: str | None) -> _Warm:
    """The work made ready. What is left of other work is no longer needed: a worker has one at a time."""
    for old in _WARM.values():
        discard(old.folder)
    _WARM.clear()
    folder = Path(tempfile.mkdtemp(prefix="selebaran-", dir=place)).absolute()
    atexit.register(discard, folder)
    portable: Portable = pickle.loads(kept.portable)
    work, readable, stages = portable.at(folder)
    stages.mkdir(parents=True, exist_ok=True)
    return _Warm(folder, work, readable, stages)


def _packed(ended: Ended, order: Order, is_new: bool) -> Parcel:
    """What a child said and left. Nothing is opened before it was looked at: it may have left anything."""
    if ended.said is None:
        return Parcel(death=ended.death, warmed=is_new)
    if wrong := flaw(ended.folder, order.limits, lambda path: True):
        return Parcel(ended.said, flaw=wrong, warmed=is_new)
    files: dict[str, str] = {}
    blobs: dict[str, bytes] = {}
    for path in _plain_files(ended.folder):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        files[path.relative_to(ended.folder).as_posix()] = digest
        if digest not in order.known:
            blobs[digest] = content
    return Parcel(ended.said, None, None, files, blobs, is_new)


def _plain_files(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if not path.is_symlink() and path.is_file())
