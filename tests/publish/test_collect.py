"""What no release needs goes; what is current, or can't be read, stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.publish import disk
from selebaran.publish.collect import collect
from selebaran.publish.layout import BLOBS, SITES, manifest_of, site_of, store_of
from selebaran.publish.releases import current
from selebaran.publish.verify import damage_in
from tests.publish.damage import stored
from tests.publish.small import HOST, files_of, publish


def everything(out: Path) -> set[Path]:
    return {path for path in store_of(out).rglob("*") if path.is_file()}


def test_nothing_that_is_needed_goes(tmp_path: Path) -> None:
    stored(tmp_path)
    before = everything(tmp_path)
    assert collect(tmp_path).files == 0
    assert everything(tmp_path) == before


@pytest.mark.parametrize("at", range(1, 16))
def test_what_a_killed_build_left_goes_whenever_it_was_killed(at: int, tmp_path: Path) -> None:
    calls: list[str] = []

    def stop(call: str, path: Path) -> None:
        calls.append(call)
        if len(calls) == at:
            raise KeyboardInterrupt

    stored(tmp_path)
    before, site = everything(tmp_path), files_of(site_of(tmp_path, HOST))
    disk.listen(stop)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"index.html": "terhenti", "lain/index.html": "lain"})
    disk.listen(None)
    collect(tmp_path)
    assert damage_in(tmp_path) == ()
    if files_of(site_of(tmp_path, HOST)) == site:
        assert everything(tmp_path) == before


def test_a_file_that_a_list_may_name_which_cannot_be_read_stays(tmp_path: Path) -> None:
    stored(tmp_path)
    release = current(tmp_path, HOST)
    assert release
    manifest_of(tmp_path, HOST, release).write_text("{", "utf-8")
    stranger = store_of(tmp_path) / BLOBS / "00" / ("0" * 62)
    stranger.parent.mkdir(exist_ok=True)
    stranger.write_text("mungkin perlu", "utf-8")
    assert collect(tmp_path).unread == (manifest_of(tmp_path, HOST, release),)
    assert stranger.exists()
    assert files_of(site_of(tmp_path, HOST))


def test_a_site_whose_link_is_gone_can_still_be_brought_back(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / SITES / HOST).unlink()
    before = everything(tmp_path)
    collect(tmp_path)
    assert everything(tmp_path) == before
