"""Files compressed beside themselves, as servers hand them out (nginx `gzip_static`, Caddy `precompressed`)."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli

from selebaran.jobs.recalled import remembered
from selebaran.model.artifact import COMPRESSED

WORTH = 500
"""Bytes below which nothing is gained."""
TEXTS = frozenset((".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".ics", ".webmanifest"))
SHARED = frozenset((".css", ".js", ".svg"))
"""Kinds of which most are the same on many sites."""


def compress_site(root: Path) -> None:
    """Write each text of a web root compressed beside it. Same bytes, same result: no time stands in it."""
    for path in sorted(root.rglob("*")):
        if path.suffix in TEXTS and path.is_file() and len(content := path.read_bytes()) >= WORTH:
            ways = _shared(content) if path.suffix in SHARED else _both(content, quality=9)
            for ending, made in zip(COMPRESSED, ways, strict=True):
                path.with_name(path.name + ending).write_bytes(made)


@remembered(256)
def _shared(content: bytes) -> tuple[bytes, bytes]:
    return _both(content, quality=11)


def _both(content: bytes, quality: int) -> tuple[bytes, bytes]:
    squeeze: Callable[..., bytes] = brotli.compress
    return gzip.compress(content, 9, mtime=0), squeeze(content, quality=quality)
