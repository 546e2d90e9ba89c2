"""Configuration is written anew by every deploy; what somebody edited where it lies is kept beside it.

Whether a file is as it was written is known by its digest, which is noted beside the folder, not in it: the folder is
copied as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from selebaran.publish.swap import put

KEPT = ".milik-anda"
"""What the name of a file ends in that somebody had edited."""


def put_all(place: Path, files: Mapping[str, str]) -> Iterator[tuple[Path, Path | None]]:
    """Write files into a folder, each as a whole; gives each, and where what it said lies now if somebody had edited
    it. Raises `OSError`."""
    notes = place.parent / f".{place.name}.json"
    known = _noted(notes)
    put(notes, json.dumps(known | {name: _digest(text.encode()) for name, text in files.items()}, sort_keys=True))
    for name, text in files.items():
        path, kept = place / name, None
        if path.is_file() and _digest(path.read_bytes()) not in (known.get(name), _digest(text.encode())):
            kept = _free(path)
            path.rename(kept)
        put(path, text)
        yield path, kept


def _noted(notes: Path) -> dict[str, str]:
    """The digests of what was written; none where nobody can tell, so that everything counts as edited."""
    try:
        found = json.loads(notes.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _free(path: Path) -> Path:
    """A name beside a file that nothing has yet."""
    names = (path.with_name(path.name + KEPT + (f"-{number}" if number > 1 else "")) for number in count(1))
    return next(name for name in names if not name.exists())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
