"""What lies below a folder, as the system tells it: a finished site is walked through several times."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder that is no folder, with its path there. No link is followed."""
    waiting = [""]
    while waiting:
        at = waiting.pop()
        with os.scandir(root / at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{at}{entry.name}/")
                else:
                    yield f"{at}{entry.name}", entry


def in_order(root: Path) -> list[tuple[str, os.DirEntry[str]]]:
    """The same in the order of paths, as `Path` has it: by the names of their parts."""
    return sorted(files_below(root), key=lambda found: found[0].split("/"))
