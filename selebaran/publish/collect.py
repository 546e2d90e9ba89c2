"""Removes from the store what no kept release needs. What is current, or may be needed by what can't be read, stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selebaran.jobs.tree import files_below
from selebaran.publish import disk
from selebaran.publish.layout import BLOBS, manifest_of, names_in, store_of, tree_of
from selebaran.publish.releases import RELEASE, forget, recorded
from selebaran.publish.store import Manifest, read_manifest
from selebaran.publish.swap import sweep


@dataclass(frozen=True)
class Collected:
    """What was removed. Where something that is needed can't be read, no file goes (`unread`)."""

    releases: int
    files: int
    size: int
    unread: tuple[Path, ...]


def collect(out: Path) -> Collected:
    """Remove what builds that were killed left, releases that nobody knows, and files that no release has."""
    sweep(out)
    before = _files(out)
    releases = sum(_forget_unknown(out, name) for name in names_in(out))
    lists = {path: read_manifest(path) for name in names_in(out) for path in _manifests(out, name)}
    unread = tuple(path for path, manifest in lists.items() if manifest is None)
    if not unread:
        _unlink_all_but(_digests(lists.values()), out)
    gone = before.keys() - _files(out).keys()
    return Collected(releases, len(gone), sum(before[path] for path in gone), unread)


def _digests(manifests: Iterable[Manifest | None]) -> set[str]:
    return {digest for manifest in manifests if manifest for digest, _ in manifest.files.values()}


def _unlink_all_but(needed: set[str], out: Path) -> None:
    for path in _files(out):
        if path.parent.name + path.name not in needed:
            disk.unlink(path)


def _forget_unknown(out: Path, name: str) -> int:
    """Remove releases that no record and no link knows; how many of them were whole folders."""
    kept = recorded(out, name)
    known = {one.name for one in kept or ()}
    lying = {path.name.removesuffix(".json") for path in (store_of(out) / name).iterdir()}
    unknown = sorted(one for one in lying - known if RELEASE.fullmatch(one)) if kept is not None else []
    found = sum(tree_of(out, name, release).is_dir() for release in unknown)
    for release in unknown:
        forget(out, name, release)
    return found


def _manifests(out: Path, name: str) -> list[Path]:
    """Where the manifests of a web root lie, or should."""
    lying = {path.name.removesuffix(".json") for path in (store_of(out) / name).iterdir()}
    known = {one.name for one in recorded(out, name) or ()}
    return [manifest_of(out, name, release) for release in sorted(lying | known) if RELEASE.fullmatch(release)]


def _files(out: Path) -> dict[Path, int]:
    """The files of the store, with their sizes."""
    blobs = store_of(out) / BLOBS
    found = files_below(blobs) if blobs.is_dir() else ()
    return {Path(entry.path): entry.stat(follow_symlinks=False).st_size for _, entry in found}
