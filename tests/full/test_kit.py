"""Two kits of one event, made one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.conftest import DAY, DEMO
from tests.project import PROJECT

EVENT = "posyandu-rekaan-kasih"


def test_the_same_kit_has_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("satu", "dua"):
        out = tmp_path / name
        with pytest.raises(SystemExit) as end:
            main(
                [
                    *("kit", DEMO, EVENT, "--peserta", "35", "--quiet", "--out", str(out)),
                    *("--as-of", DAY.isoformat(), "--root", str(PROJECT)),
                ]
            )
        assert end.value.code == 0
        made.append((out / f"kit-{DEMO}-{EVENT}.zip").read_bytes())
    assert made[0] == made[1]
