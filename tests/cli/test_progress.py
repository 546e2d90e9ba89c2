"""Progress as plain lines counts what one build makes."""

from __future__ import annotations

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.progress import Lines


def test_a_second_build_is_counted_from_one(capsys: pytest.CaptureFixture[str]) -> None:
    shows = Lines(Speaker("id"))
    for _ in ("sebelum", "sesudah"):
        shows.started(2)
        shows.finished("kab-uji-satu", built=True)
        shows.finished("kab-uji-dua", built=False)
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["[1/2] kab-uji-satu", "[2/2] kab-uji-dua  tidak dibuat"] * 2
