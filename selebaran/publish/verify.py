"""Holds everything that is published against its manifests: each file's content, each name, each link.

A build that was killed leaves more than is needed, never less: what no record and no link knows is no damage
(`collect` removes it).
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from selebaran.jobs.tree import files_below
from selebaran.publish.layout import (
    BLOBS,
    PORTAL,
    PROVENANCE,
    RECORD,
    SIGNATURE,
    SITES,
    blob_name,
    blob_of,
    manifest_of,
    names_in,
    provenance_of,
    record_of,
    root_of,
    store_of,
    tree_of,
)
from selebaran.publish.provenance import read_provenance
from selebaran.publish.releases import RELEASE, current, recorded
from selebaran.publish.store import Manifest, read_manifest
from selebaran.publish.swap import REPLACED
from selebaran.read.text import plain_content

Kind = Literal["hilang", "asing", "berubah", "terpotong", "bukan-berkas", "terpisah", "tautan-salah", "rusak"]
"""What is wrong: lost; where nothing should be; another content, or less of it; no plain file; no name of the store's
file; a link that leads elsewhere; a list that can't be read."""
DIGITS = hashlib.sha256().digest_size * 2


@dataclass(frozen=True)
class Damage:
    """What is wrong with what lies at a path."""

    kind: Kind
    path: Path


@dataclass
class _Known:
    """What was read already: digests of files by their inode, and sizes of contents by their digest."""

    digests: dict[tuple[int, int], str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def wrong(self, path: str | Path, digest: str, size: int | None) -> Kind | None:
        """What is wrong with a file that should have this content."""
        try:
            found = os.lstat(path)
            if not stat.S_ISREG(found.st_mode):
                return "bukan-berkas"
            inode = found.st_dev, found.st_ino
            if inode not in self.digests:
                self.digests[inode] = hashlib.sha256(plain_content(path)[0]).hexdigest()
        except OSError:
            return "bukan-berkas" if os.path.lexists(path) else "hilang"
        if self.digests[inode] == digest:
            return None
        return "terpotong" if size is not None and found.st_size < size else "berubah"


def damage_in(out: Path) -> tuple[Damage, ...]:
    """Everything that is wrong in an output, in the order of its places."""
    known = _Known()
    found = [*_releases(out, known), *_blobs(out, known), *_roots(out)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: str(one.path)))


def damage_of(out: Path, name: str, release: str) -> tuple[Damage, ...]:
    """What is wrong with one release of a web root."""
    return tuple(_release(out, name, release, _Known()))


def _releases(out: Path, known: _Known) -> Iterator[Damage]:
    for name in names_in(out):
        said = recorded(out, name)
        if said is None:
            yield Damage("rusak", record_of(out, name))
        lying = {path.name for path in (store_of(out) / name).iterdir() if RELEASE.fullmatch(path.name)}
        for release in sorted(lying if said is None else {one.name for one in said}):
            yield from _release(out, name, release, known)
        yield from _strangers(store_of(out) / name)


def _strangers(folder: Path) -> Iterator[Damage]:
    for path in folder.iterdir():
        beside = next((end for end in (PROVENANCE, SIGNATURE, ".json") if path.name.endswith(end)), "")
        is_ours = path.name == RECORD or RELEASE.fullmatch(path.name.removesuffix(beside))
        if not is_ours and not path.name.startswith(REPLACED):
            yield Damage("asing", path)


def _release(out: Path, name: str, release: str, known: _Known) -> Iterator[Damage]:
    path, tree = manifest_of(out, name, release), tree_of(out, name, release)
    manifest = read_manifest(path)
    if manifest is None:
        yield Damage("rusak" if os.path.lexists(path) else "hilang", path)
    if tree.is_symlink() or not tree.is_dir():
        yield Damage("bukan-berkas" if os.path.lexists(tree) else "hilang", tree)
    elif manifest:
        yield from _tree(out, tree, manifest, known)
        yield from _provenance(provenance_of(out, name, release), manifest)


def _provenance(path: Path, manifest: Manifest) -> Iterator[Damage]:
    """Where something says what a release was made from, it speaks of these files."""
    if not path.exists():
        return
    said = read_provenance(path.read_bytes())
    if said is None:
        yield Damage("rusak", path)
    elif {name: (one.digest, one.size) for name, one in said.files.items()} != manifest.files:
        yield Damage("berubah", path)


def _tree(out: Path, tree: Path, manifest: Manifest, known: _Known) -> Iterator[Damage]:
    there = dict(files_below(tree))
    yield from (Damage("asing", tree / path) for path in there if path not in manifest.files)
    folders = {tree / parent for path in manifest.files for parent in Path(path).parents}
    yield from (Damage("asing", path) for path in set(_folders(tree)) - folders)
    for path, (digest, size) in manifest.files.items():
        known.sizes[digest] = size
        yield from _file(tree / path, blob_of(out, digest), known.wrong(tree / path, digest, size))


def _folders(tree: Path) -> Iterator[Path]:
    yield from (path for path in tree.rglob("*") if path.is_dir() and not path.is_symlink())


def _file(path: Path, blob: Path, kind: Kind | None) -> Iterator[Damage]:
    """What is wrong with a file of a release, beside its content, of which that is known."""
    if kind:
        yield Damage(kind, path)
    elif not os.path.lexists(blob):
        yield Damage("hilang", blob)
    elif path.lstat().st_ino != blob.lstat().st_ino:
        yield Damage("terpisah", path)


def _blobs(out: Path, known: _Known) -> Iterator[Damage]:
    blobs = store_of(out) / BLOBS
    for path, entry in files_below(blobs) if blobs.is_dir() else ():
        digest = path.replace("/", "")  # as text: a store has thousands, and a `Path` of each would take the longest
        if not blob_name(out, digest).endswith(f"/{path}") or len(digest) != DIGITS:
            yield Damage("asing", Path(entry.path))
        elif kind := known.wrong(entry.path, digest, known.sizes.get(digest)):
            yield Damage(kind, Path(entry.path))


def _roots(out: Path) -> Iterator[Damage]:
    """Links that lead elsewhere or to nothing, and releases to which none leads."""
    with_releases = {name for name in names_in(out) if recorded(out, name) != ()}
    lying = {path.name for path in (out / SITES).iterdir()} if (out / SITES).is_dir() else set()
    lying |= {PORTAL} if os.path.lexists(out / PORTAL) else set()
    for name in sorted(with_releases | lying):
        if kind := _wrong_root(out, name, with_releases=name in with_releases):
            yield Damage(kind, root_of(out, name))


def _wrong_root(out: Path, name: str, *, with_releases: bool) -> Kind | None:
    root = root_of(out, name)
    if not os.path.lexists(root):
        return "hilang"
    if root.is_symlink() or with_releases:
        release = current(out, name)
        return None if release and tree_of(out, name, release).is_dir() else "tautan-salah"
    return None if root.is_dir() else "asing"
