"""The same bytes: with one thing changed at a time (seeds of hashes, zones, languages, folders, fonts), and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.press.elsewhere import OTHERS, clone, elsewhere, fontless
from tests.press.reproduce import digests

CHANGES = [
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1"},
    {"TZ": "UTC"},
    {"TZ": "Asia/Jayapura"},
    {"TZ": "America/Los_Angeles"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C.UTF-8", "LANGUAGE": "id"},
    {"SOURCE_DATE_EPOCH": "0"},
]


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    return digests(ROOT)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_change_of_the_surroundings_changes_no_byte(here: dict[str, str], change: dict[str, str]) -> None:
    assert elsewhere(ROOT, change) == here


def test_a_clone_in_another_folder_changes_no_byte(here: dict[str, str], tmp_path: Path) -> None:
    assert elsewhere(clone(tmp_path / "lain" / "jauh"), {}) == here


def test_a_machine_without_fonts_changes_no_byte(here: dict[str, str], tmp_path: Path) -> None:
    assert elsewhere(ROOT, fontless(tmp_path)) == here


def test_another_machine_makes_the_same_bytes(here: dict[str, str], tmp_path: Path) -> None:
    assert len(here) >= 6
    assert elsewhere(clone(tmp_path / "salinan"), OTHERS | fontless(tmp_path / "rumah")) == here
