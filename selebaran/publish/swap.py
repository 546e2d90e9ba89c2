"""Puts a finished folder in the place of an older one, and writes single files. Where there are links, `releases` does
the first for web roots."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from selebaran.jobs.children import STAGE, discard
from selebaran.publish import disk
from selebaran.publish.layout import SITES, UNFINISHED, names_in, store_of

REPLACED = ".sedang-diganti-"
"""How the names of folders begin into which something is put for the instant in which it is replaced."""


def replace(fresh: Path, target: Path) -> None:
    """Move `fresh` to `target`, both on one file system. What stood there may then lie where `fresh` was.

    Where the system can, it is one step: a reader finds the old folder or the new one, whenever the program is killed.
    Elsewhere there are two, between which there is none; `sweep` puts the old one back if that was the last."""
    if not os.path.lexists(target):
        disk.rename(fresh, target)
    elif not disk.exchanged(fresh, target):
        aside = Path(tempfile.mkdtemp(prefix=REPLACED, dir=target.parent))
        try:
            disk.rename(target, aside / target.name)
            disk.rename(fresh, target)
        finally:
            _put_back(aside)


def sweep(out: Path) -> None:
    """Remove what builds that were killed left behind, and put back what they took away."""
    store = store_of(out)
    for folder in (out, out / SITES, *(store / name for name in names_in(out))):
        for aside in folder.glob(f"{REPLACED}*"):
            _put_back(aside)
    for stale in (*out.glob(f"{STAGE}*"), store / UNFINISHED):
        shutil.rmtree(stale, ignore_errors=True)


def _put_back(aside: Path) -> None:
    """What was put aside goes back to its place, where nothing came in its stead."""
    for old in aside.iterdir():
        if not os.path.lexists(aside.parent / old.name):
            old.rename(aside.parent / old.name)
    discard(aside)


def copy_into(fresh: Path, old: Path) -> None:
    """Copy what a folder holds. Rights and times are not: a worker may set neither, and nobody reads them."""
    for path in sorted(old.rglob("*")):
        target = fresh / path.relative_to(old)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            shutil.copyfile(path, target)


def write(root: Path, path: str, content: bytes) -> None:
    """Write one file below a folder that is being made."""
    target = root / path
    disk.make_folder(target.parent)
    disk.write(target, content)


def put(path: Path, text: str) -> None:
    """Write one file that others may be reading: the old one or the new one is there, never a part."""
    put_bytes(path, text.encode())


def put_bytes(path: Path, content: bytes) -> None:
    """The same with bytes."""
    disk.make_folder(path.parent)
    part = path.with_name(f".{path.name}.sebagian")
    disk.write(part, content)
    disk.rename(part, path)
