"""Every file of every district can be changed at every place, and keeps whatever wasn't to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import ROOT
from tests.read.test_rewrite import check_a_change

FILES = sorted((ROOT / "districts").glob("*/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_of_a_district_keeps_what_was_not_to_change(path: Path) -> None:
    @settings(deadline=None, max_examples=15)
    @given(st.data())
    def check(draw: st.DataObject) -> None:
        check_a_change(path, draw)

    check()
