"""An entry of what is remembered says what was kept, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from selebaran.publish.entries import keep_entry, prune, read_entry
from selebaran.publish.layout import memory_of

VALUE = {"isi": ["ā", 1, None, "\udcff"]}


def test_an_entry_is_read_as_it_was_kept_and_under_its_key_alone(tmp_path: Path) -> None:
    keep_entry(tmp_path / "a.json", "kunci", VALUE)
    assert read_entry(tmp_path / "a.json", "kunci") == VALUE
    assert read_entry(tmp_path / "a.json", "lain") is None
    assert read_entry(tmp_path / "b.json", "kunci") is None


@pytest.mark.parametrize("place", range(0, 70, 7))
def test_one_letter_of_it_changed_and_it_is_none(place: int, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    keep_entry(path, "kunci", VALUE)
    text = bytearray(path.read_bytes())
    text[place] ^= 1
    path.write_bytes(text)
    assert read_entry(path, "kunci") is None


def test_of_each_kind_the_newest_stay(tmp_path: Path) -> None:
    folder = memory_of(tmp_path) / "daerah"
    for number in range(4):
        keep_entry(folder / f"{number}.json", "kunci", number)
        os.utime(folder / f"{number}.json", (number, number))
    prune(tmp_path, {"daerah": 2, "rupa": 1})
    assert sorted(path.name for path in folder.iterdir()) == ["2.json", "3.json"]
