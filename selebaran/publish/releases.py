"""Releases of a web root: which there are, which one is current, and how another becomes it.

The current one is what the link leads to, which one rename changes: a reader finds the old site or the new one,
whenever the program is killed. The record only keeps the order in which they were current; it is written afterwards,
and what it doesn't know of yet it learns from the link.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from selebaran.jobs.children import discard
from selebaran.jobs.stages import staged
from selebaran.publish import disk, swap
from selebaran.publish.layout import (
    PORTAL,
    blob_name,
    blob_of,
    manifest_of,
    provenance_of,
    record_of,
    root_of,
    signature_of,
    store_of,
    tree_of,
)
from selebaran.publish.store import Manifest, is_same, read_manifest, taken_in, unfinished
from selebaran.read.text import plain_content

Layout = Literal["link", "copy"]
KEPT = 3
"""Releases that stay, the current one among them."""
RELEASE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Release:
    """A release that became current at a moment, and whether it was published or a preview; None where a build was
    killed before it could write that down."""

    name: str
    since: datetime
    published: bool | None


_RECORD: TypeAdapter[tuple[Release, ...]] = TypeAdapter(tuple[Release, ...])


@staged("simpan")
def put(out: Path, name: str, fresh: Path, *, layout: Layout, published: bool) -> None:
    """Put a finished folder in the place of a web root. What stood there may then lie where `fresh` was."""
    disk.make_folder(root_of(out, name).parent)
    if layout == "copy":
        disk.unlink(record_of(out, name))  # first: a folder in the place of a link is none that lost its link
        swap.replace(fresh, root_of(out, name))
        _remove(out, store_of(out) / name)
        return
    put_taken(out, name, fresh, taken_in(out, fresh), published=published)


def put_taken(out: Path, name: str, fresh: Path, taken: tuple[Manifest, Collection[str]], *, published: bool) -> None:
    """The same with a folder whose files are in the store already."""
    forget_all(out, put_together(out, [Filled(name, fresh, *taken)], published=published))


@dataclass(frozen=True)
class Filled:
    """A finished folder for a web root, whose files are in the store, and digests of those that were there already."""

    name: str
    fresh: Path
    manifest: Manifest
    older: Collection[str]


TooOld = list[tuple[str, str]]
"""Releases that nobody keeps any more: web root and name."""


def put_together(out: Path, several: Iterable[Filled], *, published: bool) -> TooOld:
    """The same with several: what was stored is seen on the disk once for all. Gives the releases that are too old now.
    They can be forgotten last, for to make files while others go takes many times as long."""
    found, is_new = list[tuple[str, str]](), False
    for one in several:
        release = one.manifest.release
        is_current, is_stored = current(out, one.name) == release, _is_stored(out, one.name, release, one.fresh)
        if not is_stored:
            _store(out, one.name, one.manifest, one.fresh)
        if not (is_current and is_stored):  # what a killed build stored may not be on the disk yet
            _renew_changed(out, one.name, one.manifest, one.older)
            is_new = True
        found.append((one.name, release))
    if is_new:
        disk.sync(store_of(out))
    return _made_current(out, found, published=published)


def _made_current(out: Path, releases: Iterable[tuple[str, str]], *, published: bool | None) -> TooOld:
    """Let the links of web roots lead to releases that are there, and write that down."""
    old, changed = TooOld(), set[Path]()
    for name, release in releases:
        if current(out, name) != release:
            known = recorded(out, name)
            _link(out, name, release)
            changed.add(root_of(out, name).parent)
        elif _written(out, name)[-1:] != (release,):
            known = _read_record(out, name)
        else:
            continue
        old += _remember(out, name, known, Release(release, _since(root_of(out, name)), published))
    for folder in sorted(changed):
        disk.sync_one(folder)
    return old


def _is_stored(out: Path, name: str, release: str, fresh: Path) -> bool:
    """Whether the release lies there already, and is whole."""
    known = read_manifest(manifest_of(out, name, release))
    return known is not None and is_same(tree_of(out, name, release), fresh)


def _store(out: Path, name: str, manifest: Manifest, fresh: Path) -> None:
    path = manifest_of(out, name, manifest.release)
    disk.make_folder(path.parent)
    write_whole(out, path, manifest.text)
    swap.replace(fresh, tree_of(out, name, manifest.release))


def _renew_changed(out: Path, name: str, manifest: Manifest, older: Collection[str]) -> None:
    """What changes at an address is younger than what lay there, though its content may have been there before: servers
    and browsers compare days."""
    before = current(out, name)
    old = read_manifest(manifest_of(out, name, before)) if before else None
    for path, (digest, size) in manifest.files.items() if old else ():
        if digest in older and old and old.files.get(path, (digest, size)) != (digest, size):
            disk.renew(blob_of(out, digest))


def current(out: Path, name: str) -> str | None:
    """The release to which the link of a web root leads; None where it is no link, or leads elsewhere."""
    try:
        target = root_of(out, name).readlink()
    except OSError:
        return None
    return target.name if str(target) == _target(out, name, target.name) else None


def make_current(out: Path, name: str, release: str, *, published: bool | None) -> None:
    """Let the link of a web root lead to a release that is there, and take away what has become too old."""
    forget_all(out, _made_current(out, [(name, release)], published=published))


def _link(out: Path, name: str, release: str) -> None:
    root, fresh = root_of(out, name), unfinished(out) / "tautan"
    disk.unlink(fresh)
    disk.symlink(_target(out, name, release), fresh)
    if root.is_symlink() or not root.exists():
        disk.rename(fresh, root)
    else:
        swap.replace(fresh, root)  # a folder, which layout "copy" made
        discard(fresh)


def _target(out: Path, name: str, release: str) -> str:
    """What is written into the link: it holds wherever the output folder is moved to."""
    return os.path.relpath(tree_of(out, name, release), root_of(out, name).parent)


def _since(root: Path) -> datetime:
    """When a link was made, which is when its release became current."""
    return datetime.fromtimestamp(int(root.lstat().st_mtime), UTC)


def recorded(out: Path, name: str) -> tuple[Release, ...] | None:
    """The releases of a web root in the order in which they became current, the current one last; None where the record
    can't be read."""
    known = _read_record(out, name)
    now = current(out, name)
    if known is None or now is None or (known and known[-1].name == now):
        return known
    kind = next((one.published for one in known if one.name == now), None)  # killed before it was written down
    return _with(known, Release(now, _since(root_of(out, name)), kind))


def _read_record(out: Path, name: str) -> tuple[Release, ...] | None:
    path = record_of(out, name)
    try:
        return _RECORD.validate_json(plain_content(path)[0]) if path.exists() else ()
    except (OSError, ValidationError):
        return None


def _written(out: Path, name: str) -> tuple[str, ...]:
    """The names in a record as it stands there."""
    return tuple(one.name for one in _read_record(out, name) or ())


def _with(known: tuple[Release, ...], new: Release) -> tuple[Release, ...]:
    return (*(one for one in known if one.name != new.name), new)


def _remember(out: Path, name: str, known: tuple[Release, ...] | None, new: Release) -> TooOld:
    """Write down what became current; gives what is too old now."""
    every = _with(known or (), new)
    write_whole(out, record_of(out, name), _RECORD.dump_json(every[-KEPT:], indent=1) + b"\n")
    return [(name, old.name) for old in every[:-KEPT]]


def forget_all(out: Path, old: TooOld) -> None:
    """Remove releases, and what only they needed; but not what was put in its place again meanwhile."""
    for name, release in old:
        if release not in _written(out, name):
            forget(out, name, release)


def forget(out: Path, name: str, release: str) -> None:
    """Remove a release, and what only it needed. It loses its name first: no half of one is ever found under it."""
    manifest = read_manifest(manifest_of(out, name, release))
    _remove(out, tree_of(out, name, release))
    disk.unlink(signature_of(out, name, release))
    disk.unlink(provenance_of(out, name, release))
    disk.unlink(manifest_of(out, name, release))
    for digest in {digest for digest, _ in manifest.files.values()} if manifest else ():
        blob = blob_name(out, digest)
        with contextlib.suppress(FileNotFoundError):
            if os.lstat(blob).st_nlink == 1:
                disk.unlink(blob)


def _remove(out: Path, folder: Path) -> None:
    if folder.exists():
        away = _beside(out, folder)
        shutil.rmtree(away, ignore_errors=True)
        disk.rename(folder, away)
        discard(away)


def is_published(out: Path, name: str) -> bool | None:
    """Whether the current release of a web root was published; None where nobody knows."""
    known = recorded(out, name)
    return known[-1].published if known else None


def _beside(out: Path, path: Path) -> Path:
    """The name that something of a web root has while it is made or removed. A host may be as long as a file's name,
    so it isn't part of it."""
    return unfinished(out) / f"{blake2b(path.parent.name.encode(), digest_size=8).hexdigest()}-{path.name}"


def write_whole(out: Path, path: Path, content: bytes) -> None:
    """Write a file of the store: the old one or the new one is there, never a part."""
    part = _beside(out, path)
    disk.write(part, content)
    disk.rename(part, path)


def take_away(out: Path, name: str = PORTAL) -> None:
    """Take a web root away; its releases go with it."""
    root = root_of(out, name)
    if root.is_symlink():
        disk.unlink(root)
    else:
        _remove(out, root)
    _remove(out, store_of(out) / name)


def can_link(out: Path) -> bool:
    """Whether a folder's file system has both kinds of links."""
    folder = unfinished(out)
    names = [folder / name for name in ("uji", "uji-keras", "uji-lunak")]
    try:
        for name in names:
            name.unlink(missing_ok=True)
        names[0].touch()
        os.link(names[0], names[1])
        names[2].symlink_to("uji")
        return names[1].stat().st_nlink > 1 and names[2].is_file()
    except OSError:
        return False
    finally:
        for name in names:
            name.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # they aren't empty where there is something already
            folder.rmdir()
            folder.parent.rmdir()
