"""Puts a finished folder in the place of an older one. A build that fails leaves the last good output untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

from selebaran.jobs.children import STAGE


def replace(fresh: Path, target: Path, aside: Path) -> None:
    """Move `fresh` to `target`; what stood there goes to `aside`. All three lie on one file system.

    These are two renames: a reader finds the old folder, for an instant none, then the new one, never a mixture."""
    if target.exists():
        target.rename(aside)
    fresh.rename(target)


def sweep(out: Path) -> None:
    """Remove what builds that were killed left behind."""
    for stale in out.glob(f"{STAGE}*"):
        shutil.rmtree(stale, ignore_errors=True)


def write(root: Path, path: str, content: bytes) -> None:
    """Write one file below a folder that is being made."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def put(path: Path, text: str) -> None:
    """Write one file that others may be reading: the old one or the new one is there, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.sebagian")
    part.write_text(text, "utf-8")
    part.replace(path)
