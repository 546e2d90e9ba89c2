"""The cache doesn't grow from one release of the program to the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from selebaran.press.fonts import kept_name
from selebaran.publish import pictures
from selebaran.publish.leftovers import A_DAY, tidy


def aged(path: Path, seconds: float) -> Path:
    """A file, or a folder with one, of so many seconds ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * 100)
    when = path.stat().st_mtime - seconds
    os.utime(path, (when, when))
    return path


def test_what_older_releases_and_killed_builds_left_in_the_cache_goes(tmp_path: Path) -> None:
    gone = [aged(tmp_path / name, 2 * A_DAY) for name in ("akar-1.2.1.json", "tmpabc", "gambar/a.4711")]
    gone.append(aged(tmp_path / "huruf-lama" / "a.ttf", 0).parent)
    kept = [aged(tmp_path / name, 0) for name in ("tmpnew", "gambar/b.4711", "gambar/c.png", "fonts.conf")]
    kept.append(aged(tmp_path / kept_name() / "a.ttf", 0))
    kept.append(aged(tmp_path / "milik-orang.txt", 9 * A_DAY))
    tidy(tmp_path)
    assert [path for path in gone if path.exists()] == []
    assert [path for path in kept if not path.exists()] == []
    tidy(tmp_path / "tiada")


def test_of_shared_pictures_the_oldest_go_by_number_and_by_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        aged(tmp_path / f"{number}.png", number * 100)
    monkeypatch.setattr(pictures, "MOST_KEPT", 4)
    pictures._forget(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["0", "1", "2", "3"]
    monkeypatch.setattr(pictures, "MOST_BYTES", 250)
    pictures._forget(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["0", "1"]
