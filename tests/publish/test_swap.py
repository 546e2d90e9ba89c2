"""A site is replaced as a whole, and is there all the while."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.jobs.kernel import exchange
from selebaran.publish import disk
from selebaran.publish.layout import SITES
from selebaran.publish.swap import REPLACED, replace, sweep


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def text_of(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


def test_a_reader_finds_a_site_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, move, found = site(tmp_path / "situs", "lama"), Path.rename, [True]

    def watched(path: Path, to: Path) -> Path:
        moved = move(path, to)
        found.append(target.exists())
        return moved

    monkeypatch.setattr(Path, "rename", watched)
    replace(site(tmp_path / "baru", "baru"), target)
    assert text_of(target) == "baru"
    assert all(found)


@pytest.mark.parametrize("way", [exchange, lambda one, other: False], ids=["in one step", "in two"])
def test_the_new_site_takes_the_place_of_the_old_one(
    way: Callable[[Path, Path], bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "exchange", way)
    replace(site(tmp_path / "tahap" / "baru", "baru"), tmp_path / "situs")
    replace(site(tmp_path / "tahap" / "lagi", "lagi"), tmp_path / "situs")
    assert text_of(tmp_path / "situs") == "lagi"
    assert not list(tmp_path.glob(f"{REPLACED}*"))


def test_a_site_that_cannot_be_replaced_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "exchange", lambda one, other: False)
    site(tmp_path / "situs", "lama")
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "tidak-ada", tmp_path / "situs")
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]
    assert text_of(tmp_path / "situs") == "lama"


def test_what_a_killed_build_took_away_is_put_back_by_the_next_one(tmp_path: Path) -> None:
    sites = tmp_path / SITES
    site(sites / f"{REPLACED}x" / "satu.example", "lama")
    site(sites / f"{REPLACED}y" / "dua.example", "lama")
    site(sites / "dua.example", "baru")
    sweep(tmp_path)
    assert {path.name: text_of(path) for path in sites.iterdir()} == {"satu.example": "lama", "dua.example": "baru"}
