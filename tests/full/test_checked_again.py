"""Every fault that there is a tree for is told in the same words and order by a check that knows what it said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_checked_again import said_again
from tests.conftest import BASE, TREES


@pytest.mark.parametrize("tree", sorted(tree for tree in TREES.iterdir() if tree.is_dir() and tree != BASE), ids=str)
def test_a_fault_is_told_the_same(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    first, *more = said_again(tree, tmp_path / "proyek", once_more=False)
    assert more == [first] * 2
