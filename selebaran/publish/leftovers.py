"""What earlier builds, and earlier releases of the program, left in the cache goes, so that it doesn't grow for ever.

What is kept there has a version in its name: another release makes its own beside it, and nobody asks for the old one.
"""

from __future__ import annotations

import time
from pathlib import Path

from selebaran.jobs.children import discard
from selebaran.press.fonts import kept_name

OF_A_RELEASE = ("akar-*.json", "huruf-*")
"""Roots of words, which are not kept any more, and fonts."""
HALF_MADE = ("tmp*", "gambar/*.[0-9]*")
"""How the names of what is being made look; a build that was killed leaves it."""
A_DAY = 24 * 60 * 60


def tidy(cache: Path) -> None:
    """Remove it. What is younger than a day may be in another build's hands."""
    old = [path for pattern in OF_A_RELEASE for path in cache.glob(pattern) if path.name != kept_name()]
    half = [path for pattern in HALF_MADE for path in cache.glob(pattern) if _age(path) > A_DAY]
    for path in (*old, *half):
        if path.is_dir() and not path.is_symlink():
            discard(path)
        else:
            path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time.time() - path.lstat().st_mtime
    except FileNotFoundError:
        return 0
