"""Built again after every kind of edit, an output is what a clean build makes. `tests/full` goes on for longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.edits import Edits

STEPS, AT_ONCE = 20, 5


def test_an_output_that_is_built_again_and_again_is_that_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    edits = Edits(tmp_path / "proyek", seed=25)
    for number in range(1, STEPS + 1):
        edits.step()
        if number % AT_ONCE == 0:
            assert edits.differences(from_nothing=number == STEPS) == [], edits.told
