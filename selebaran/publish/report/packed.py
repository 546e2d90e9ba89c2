"""What of the report is for programs is packed (RFC 1952): of 514 districts it would be 130 MB. `zcat` shows it."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from selebaran.publish.swap import put_bytes
from selebaran.read.text import plain_content

PACKED = ".json.gz"
LEVEL = 5
"""How hard zlib tries: one level more takes a third of the time again for two percent of the size."""


class Damaged(OSError):
    """What lies there is nothing that was packed."""


def put_packed(path: Path, text: str) -> None:
    """Write a text, packed; of the same text the same bytes come. What an earlier program left of it as it is, goes."""
    put_bytes(path, gzip.compress(text.encode(), LEVEL, mtime=0))
    path.with_suffix("").unlink(missing_ok=True)


def unpacked(path: Path) -> bytes:
    """What was packed. Raises `Damaged` where it isn't whole, and what the disk raises."""
    content, _ = plain_content(path)
    try:
        return gzip.decompress(content)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Damaged(f"{path.name}: {error}") from error
