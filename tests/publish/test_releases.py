"""A web root is a link to a release; a release is a folder of names for files that lie in the store once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from selebaran.publish import disk
from selebaran.publish.layout import SITES, UNFINISHED, blob_of, manifest_of, record_of, site_of, store_of, tree_of
from selebaran.publish.releases import KEPT, Layout, can_link, current, recorded, take_away
from selebaran.publish.store import read_manifest
from tests.publish.small import HOST, files_of, publish


@pytest.fixture
def heard() -> Iterator[list[tuple[str, Path]]]:
    """The calls that change something, in their order."""
    calls: list[tuple[str, Path]] = []
    disk.listen(lambda call, path: calls.append((call, path)))
    yield calls
    disk.listen(None)


def test_the_same_site_is_the_same_release_and_publishing_it_again_changes_nothing(
    tmp_path: Path, heard: list[tuple[str, Path]]
) -> None:
    site = {"index.html": "satu", "iuran/index.html": "dua"}
    first = publish(tmp_path / "a", site)
    assert publish(tmp_path / "b", site) == first
    before = {path: path.lstat().st_mtime_ns for path in (tmp_path / "a").rglob("*") if "tahap" not in str(path)}
    heard.clear()
    assert publish(tmp_path / "a", site) == first
    assert not [call for call, _ in heard if call in ("symlink", "rename", "syncfs", "utime")]
    after = {path: path.lstat().st_mtime_ns for path in (tmp_path / "a").rglob("*") if "tahap" not in str(path)}
    assert {path for path in after if path.is_file()} == {path for path in before if path.is_file()}
    assert files_of(site_of(tmp_path / "a", HOST)) == site


def test_a_host_may_be_as_long_as_a_host_can_be(tmp_path: Path) -> None:
    host = ".".join(["a" * 63] * 3 + ["b" * 53]) + ".example"
    for number in range(5):
        publish(tmp_path, {"index.html": str(number)}, host)
    assert files_of(site_of(tmp_path, host)) == {"index.html": "4"}


def test_files_that_stay_the_same_lie_there_once(tmp_path: Path) -> None:
    old = publish(tmp_path, {"index.html": "satu", "gaya.css": "sama"})
    new = publish(tmp_path, {"index.html": "dua", "gaya.css": "sama"})
    one, other = (tree_of(tmp_path, HOST, release) / "gaya.css" for release in (old, new))
    assert one.samefile(other)
    assert files_of(tree_of(tmp_path, HOST, old)) == {"index.html": "satu", "gaya.css": "sama"}


def test_nobody_can_write_into_what_is_published(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "satu"})
    assert (site_of(tmp_path, HOST) / "index.html").stat().st_mode & 0o222 == 0


def test_the_last_three_are_kept_and_of_older_ones_nothing_is_left(tmp_path: Path) -> None:
    made = [publish(tmp_path, {"index.html": f"nomor {number}", "sama.css": "sama"}) for number in range(5)]
    assert [one.name for one in recorded(tmp_path, HOST) or ()] == made[-KEPT:]
    assert {path.name for path in (store_of(tmp_path) / HOST).iterdir() if path.is_dir()} == set(made[-KEPT:])
    blobs = [path for path in (store_of(tmp_path) / ".gudang").rglob("*") if path.is_file()]
    assert sorted(path.read_text("utf-8") for path in blobs) == ["nomor 2", "nomor 3", "nomor 4", "sama"]
    assert not list((store_of(tmp_path) / UNFINISHED).iterdir())


def test_all_is_on_the_disk_before_the_link_is_changed(tmp_path: Path, heard: list[tuple[str, Path]]) -> None:
    release = publish(tmp_path, {"index.html": "satu"})
    at = [(call, path) for call, path in heard if call in ("syncfs", "rename", "fsync")]
    synced = at.index(("syncfs", store_of(tmp_path)))
    link, record, folder = at[synced + 1 :][:3]
    assert (link, folder) == (("rename", site_of(tmp_path, HOST)), ("fsync", tmp_path / SITES))
    assert record == ("rename", record_of(tmp_path, HOST))
    assert at.index(("rename", tree_of(tmp_path, HOST, release))) < synced


def test_an_output_may_be_moved_to_another_place(tmp_path: Path) -> None:
    publish(tmp_path / "a", {"index.html": "satu"})
    (tmp_path / "a").rename(tmp_path / "b")
    assert files_of(site_of(tmp_path / "b", HOST)) == {"index.html": "satu"}


def test_what_a_killed_build_made_current_is_remembered_by_the_next_one(tmp_path: Path) -> None:
    def kill(call: str, path: Path) -> None:
        if call == "open" and path.name.endswith("catatan.json"):
            raise KeyboardInterrupt

    first = publish(tmp_path, {"index.html": "satu"})
    disk.listen(kill)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"index.html": "dua"})
    disk.listen(None)
    second = current(tmp_path, HOST)
    assert [(one.name, one.published) for one in recorded(tmp_path, HOST) or ()] == [(first, True), (second, None)]
    third = publish(tmp_path, {"index.html": "tiga"})
    assert [one.name for one in recorded(tmp_path, HOST) or ()] == [first, second, third]


SPOILT: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: (path.unlink(), path.write_text("sat", "utf-8")),
    "changed": lambda path: (path.unlink(), path.write_text("sata", "utf-8")),
    "gone": lambda path: path.unlink(),
    "a link": lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("where", ["store", "release", "both"])
def test_what_is_damaged_is_whole_again_after_the_next_build(
    spoil: Callable[[Path], object], where: str, tmp_path: Path
) -> None:
    site = {"index.html": "satu", "lain/index.html": "lain"}
    release = publish(tmp_path, site)
    manifest = read_manifest(manifest_of(tmp_path, HOST, release))
    assert manifest
    if where != "store":
        spoil(site_of(tmp_path, HOST) / "index.html")
    if where != "release":
        spoil(blob_of(tmp_path, manifest.files["index.html"][0]))
    assert publish(tmp_path, site) == release
    assert files_of(site_of(tmp_path, HOST)) == site
    assert blob_of(tmp_path, manifest.files["index.html"][0]).samefile(site_of(tmp_path, HOST) / "index.html")


def test_what_changes_at_an_address_is_younger_than_what_lay_there(tmp_path: Path) -> None:
    """A browser that asks whether something is newer than its copy must not be told no."""
    page = site_of(tmp_path, HOST) / "index.html"
    publish(tmp_path, {"index.html": "satu"})
    os.utime(page, (1, 1))
    publish(tmp_path, {"index.html": "dua"})
    youngest = page.stat().st_mtime
    publish(tmp_path, {"index.html": "satu"})
    assert page.stat().st_mtime >= youngest


def test_without_links_a_site_is_a_folder_and_either_layout_takes_over_from_the_other(tmp_path: Path) -> None:
    root = site_of(tmp_path, HOST)
    layouts: tuple[Layout, ...] = ("copy", "link", "copy", "copy", "link")
    for number, layout in enumerate(layouts):
        publish(tmp_path, {"index.html": f"nomor {number}"}, layout=layout)
        assert files_of(root) == {"index.html": f"nomor {number}"}
        assert root.is_symlink() is (layout == "link")
        assert [path.name for path in (tmp_path / SITES).iterdir()] == [HOST]


def test_a_place_without_links_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_link(tmp_path)

    def refuse(*names: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert not can_link(tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_is_taken_away_takes_its_releases_with_it(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "satu"}, "portal")
    take_away(tmp_path)
    assert not (tmp_path / "portal").exists()
    assert not tree_of(tmp_path, "portal", "").exists()
