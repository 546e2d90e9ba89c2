"""Streams that were packed before. The canary for the place at which pydyf packs."""

from __future__ import annotations

import zlib

import pydyf
import pytest

from selebaran.press.packed import remembering


def packed(text: str) -> bytes:
    return bytes(pydyf.Stream([text], compress=True).data)


def test_a_stream_is_packed_once_and_as_pydyf_packs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = packed("tulisan " * 50)
    with remembering():
        assert packed("tulisan " * 50) == plain
        monkeypatch.setattr(zlib, "compressobj", lambda **_: pytest.fail("packed again"))
        assert packed("tulisan " * 50) == plain
    assert pydyf.zlib is zlib
