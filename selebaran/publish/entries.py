"""Entries of what is remembered: small files of JSON below the store, each under a digest of itself.

One that is damaged, half written, of another form or under another key is no entry, and what it would have spared is
done. The parent alone writes them, and no child can read them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from selebaran.publish import disk
from selebaran.publish.layout import memory_of
from selebaran.read.text import plain_content

Value = object
KEY, BODY = "kunci", "isi"


def read_entry(path: Path, key: str) -> Value | None:
    """What was kept under a key; None where there is nothing that can be relied on."""
    try:
        seal, _, text = plain_content(path)[0].partition(b"\n")
        if not text.startswith(_begun(key)) or _seal(text) != seal:
            return None
        entry = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None
    return entry.get(BODY) if isinstance(entry, dict) and entry.get(KEY) == key else None


def keep_entry(path: Path, key: str, value: Value) -> None:
    """Keep something under a key. The old entry is there, or the new one, or after a crash one that is none."""
    text = json.dumps({KEY: key, BODY: value}, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    disk.make_folder(path.parent)
    part = path.with_name(f".{path.name}")
    disk.write(part, _seal(text) + b"\n" + text)
    disk.rename(part, path)


def prune(out: Path, most: Mapping[str, int]) -> None:
    """Of each kind, keep the newest entries, as many as are named."""
    for kind, number in most.items():
        found = [(path.lstat().st_mtime_ns, path) for path in (memory_of(out) / kind).glob("*")]
        for _, path in sorted(found, reverse=True)[number:]:
            disk.unlink(path)


def _begun(key: str) -> bytes:
    """How an entry under a key begins: one under another is told at a glance."""
    return f'{{"{KEY}":{json.dumps(key, ensure_ascii=False)},'.encode("utf-8", "surrogatepass")


def _seal(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).hexdigest().encode()
