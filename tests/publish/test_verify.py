"""Whatever is wrong with what is stored is found, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.publish import disk
from selebaran.publish.layout import site_of, store_of, tree_of
from selebaran.publish.verify import damage_in
from tests.publish.damage import DAMAGES, damaged, stored
from tests.publish.small import HOST, publish


@pytest.mark.parametrize("kind", DAMAGES)
def test_each_kind_of_damage_is_found_where_it_is(kind: str, tmp_path: Path) -> None:
    stored(tmp_path)
    assert damage_in(tmp_path) == ()
    where = damaged(tmp_path, kind, 7)
    found = damage_in(tmp_path)
    assert any(one.path == where or where in one.path.parents for one in found), (where, found)


def test_a_site_in_a_plain_folder_beside_links_is_no_damage(tmp_path: Path) -> None:
    stored(tmp_path)
    publish(tmp_path, {"index.html": "polos"}, "polos.example", layout="copy")
    assert damage_in(tmp_path) == ()


def test_what_a_killed_build_left_is_no_damage(tmp_path: Path) -> None:
    """It is more than is needed, and it goes with the next `gc`."""
    stored(tmp_path)
    calls: list[str] = []

    def stop(call: str, path: Path) -> None:
        calls.append(call)
        if len(calls) == at:
            raise KeyboardInterrupt

    for at in range(1, 30):
        calls.clear()
        disk.listen(stop)
        try:
            publish(tmp_path, {"index.html": f"terhenti {at}", f"{at}/index.html": "lain"})
        except KeyboardInterrupt:
            assert damage_in(tmp_path) == (), (at, calls[-1])
        finally:
            disk.listen(None)


def test_releases_that_no_record_can_name_are_looked_at_all_the_same(tmp_path: Path) -> None:
    stored(tmp_path)
    (store_of(tmp_path) / HOST / "catatan.json").write_text("[", "utf-8")
    page = site_of(tmp_path, HOST) / "index.html"
    page.unlink()
    assert {one.kind for one in damage_in(tmp_path)} == {"rusak", "hilang"}
    assert tree_of(tmp_path, HOST, page.resolve().parent.name) / "index.html" in {x.path for x in damage_in(tmp_path)}
