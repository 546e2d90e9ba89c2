"""Puts a finished folder in the place of an older one. A build that fails leaves the last good output untouched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAGE = ".sedang-dibuat-"


@contextmanager
def staged(out: Path, name: str) -> Iterator[Path]:
    """A new empty folder beside `out/name`; when the block ends well, it takes that place.

    The swap is two renames: a reader finds the old folder, for an instant none, then the new one, never a mixture."""
    out.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=out))
    try:
        fresh = stage / "baru"
        fresh.mkdir()
        yield fresh
        target = out / name
        if target.exists():
            target.rename(stage / "lama")
        fresh.rename(target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def sweep(out: Path) -> None:
    """Remove what builds that were killed left behind."""
    for stale in out.glob(f"{STAGE}*"):
        shutil.rmtree(stale, ignore_errors=True)


def write(root: Path, path: str, content: bytes) -> None:
    """Write one file below a staged folder."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
