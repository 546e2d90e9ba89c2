"""What is known of printed sheets is bound to one district."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.press.shelf import KeptPiece
from selebaran.publish.answers import BUILT, built_of
from selebaran.publish.believed import NotBelieved, line_of
from selebaran.publish.built import Built
from selebaran.publish.inputs import Inputs
from selebaran.publish.shelves import forget_shelf, keep_shelf, shelf_of, shelf_path
from selebaran.publish.unchanged import Before

PIECE = KeptPiece("kecil", "a" * 64, (("unduh/kecil/kecil-kantor.pdf", "b" * 64),), ())
BEFORE = Before(Inputs("program", "", "", {}, {}, ""))


def test_a_shelf_is_that_of_its_district_and_of_no_other(tmp_path: Path) -> None:
    keep_shelf(tmp_path, "kab-uji", (PIECE,))
    assert shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE).pieces == {"kecil": PIECE}
    shutil.copy(shelf_path(tmp_path, "kab-uji"), shelf_path(tmp_path, "kab-lain"))
    assert shelf_of(tmp_path, "kab-lain", tmp_path, BEFORE).pieces == {}


def test_a_fresh_build_takes_nothing_from_it(tmp_path: Path) -> None:
    keep_shelf(tmp_path, "kab-uji", (PIECE,))
    assert shelf_of(tmp_path, "kab-uji", tmp_path, Before(BEFORE.inputs, fresh=True)).pieces == {}
    assert shelf_of(tmp_path, "kab-uji", tmp_path, None).pieces == {}
    forget_shelf(tmp_path, "kab-uji")
    assert shelf_of(tmp_path, "kab-uji", tmp_path, BEFORE).pieces == {}


def test_a_child_that_speaks_of_a_sheet_it_did_not_make_is_not_believed() -> None:
    line = line_of(BUILT, Built("kab-uji", "uji.example", 1, 1, (), sheets=(PIECE,)))
    with pytest.raises(NotBelieved, match="sheets"):
        built_of(line, "kab-uji", "uji.example", published=False)
