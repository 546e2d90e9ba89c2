"""A new piece in every format passes the gate for a photocopier too."""

from __future__ import annotations

from pathlib import Path

from selebaran.press.layout import Press
from tests.cli.test_piece import assert_passes, every_format

__all__ = ["every_format"]


def test_a_new_piece_passes_the_gate_in_every_format(every_format: Path, press: Press) -> None:
    assert_passes(every_format, press, "kab-tanggamus", "hemat")
