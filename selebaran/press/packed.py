"""Streams of a PDF that are packed once: the fonts of two profiles, and what a page of many sheets draws.

pydyf packs as hard as zlib can, which takes a twentieth of the time of a sheet; what comes out follows from the bytes
that go in alone. This module takes the place of pydyf's `zlib` while a sheet is written; tests/press/test_packed.py is
the canary for it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import pydyf

MOST = 1024
"""So many streams are kept, some ten kilobytes each."""


@lru_cache(maxsize=MOST)
def _packed(stream: bytes, level: int) -> bytes:
    packer = zlib.compressobj(level=level)
    return packer.compress(stream) + packer.flush()


class _Packer:
    """Packs a stream that is given whole."""

    def __init__(self, level: int) -> None:
        self._level = level

    def compress(self, stream: bytes) -> bytes:
        """All of it."""
        return _packed(stream, self._level)

    def flush(self) -> bytes:
        """Nothing is left."""
        return b""


class _Zlib:
    """What pydyf takes of zlib."""

    compress = staticmethod(zlib.compress)
    compressobj = _Packer


@contextmanager
def remembering() -> Iterator[None]:
    """Within the block no stream is packed twice."""
    plain = pydyf.zlib
    pydyf.zlib = _Zlib
    try:
        yield
    finally:
        pydyf.zlib = plain
