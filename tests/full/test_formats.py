"""A new piece passes the gate in every format, for an office printer and a photocopier."""

from __future__ import annotations

from pathlib import Path

from selebaran.compose.piece.formats import formats
from selebaran.press.layout import Press
from tests.cli.test_piece import assert_passes, begun
from tests.conftest import LONGEST


def test_a_new_piece_passes_the_gate_in_every_format(tmp_path: Path, press: Press) -> None:
    project = begun(tmp_path, formats())
    assert_passes(project, press, LONGEST, "kantor", formats())
    assert_passes(project, press, "kab-tanggamus", "hemat", formats())
