"""Three hundred random edits, additions, removals, renames, facts, days, templates: after each, what was built again is
what a clean build makes, byte for byte, and says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.edits import Edits

STEPS = 60


@pytest.mark.parametrize("seed", range(5))
def test_after_every_edit_an_output_is_that_of_a_clean_build(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    edits = Edits(tmp_path / "proyek", seed)
    for _ in range(STEPS):
        edits.step()
        assert edits.differences(from_nothing=edits.random.random() < 0.3) == [], edits.told
        if edits.random.random() < 0.1:
            edits.build("dist", "kab-uji")
