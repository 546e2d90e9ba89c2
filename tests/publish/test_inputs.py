"""Whatever a build reads counts, and for the districts alone that can read it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from selebaran.publish import inputs
from selebaran.publish.inputs import Inputs, as_seen, inputs_of
from tests.publish.little import FIRST, SECOND, little

PROVINCE = "provinsi-uji"
CHANGES = {
    "content/daftar.md": {FIRST, SECOND},
    "content/baru.md": {FIRST, SECOND},
    "content/seni/garis.svg": {FIRST, SECOND},
    "printables/kecil/piece.css": {FIRST, SECOND},
    "templates/site/main.html": {FIRST, SECOND},
    "mkdocs.yml": {FIRST, SECOND},
    "districts/_daftar.yml": {FIRST, SECOND},
    "districts/kab-baru/daerah.yml": {FIRST, SECOND},
    f"districts/_provinsi/{PROVINCE}/provinsi.yml": {FIRST, SECOND},
    "districts/_provinsi/provinsi-lain/provinsi.yml": set(),
    f"districts/{SECOND}/daerah.yml": {SECOND},
    f"districts/{SECOND}/halaman/posko.md": {SECOND},
    f"districts/_edisi/{SECOND}.yml": {SECOND},
    f"districts/_edisi/{SECOND}-kalender.yml": {SECOND},
    "docs/catatan.md": set(),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return little(tmp_path / "proyek")


def keys(found: Inputs) -> dict[str, str | None]:
    return {slug: found.of(slug, PROVINCE) for slug in (FIRST, SECOND)}


@pytest.mark.parametrize("file", CHANGES)
def test_a_change_counts_for_those_who_can_read_it(file: str, project: Path) -> None:
    before = inputs_of(project)
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("lain", "utf-8")
    after = inputs_of(project)
    changed = {slug for slug, key in keys(after).items() if key != keys(before)[slug]}
    assert changed == CHANGES[file]
    assert (after.whole != before.whole) == (not file.startswith("docs/"))


@pytest.mark.parametrize("name", ["kosong", "__pycache__", "halaman/kosong"])
def test_a_folder_counts_that_holds_nothing_for_check_speaks_of_it(name: str, project: Path) -> None:
    (project / "districts" / SECOND / "halaman").mkdir(exist_ok=True)
    before, seen = inputs_of(project), as_seen(project)
    (project / "districts" / SECOND / name).mkdir()
    after = inputs_of(project)
    assert {slug for slug, key in keys(after).items() if key != keys(before)[slug]} == {SECOND}
    assert as_seen(project) != seen
    (project / "districts" / SECOND / ".git").mkdir()  # nobody opens it, and nothing is said of it
    assert inputs_of(project) == after


def test_taking_away_and_renaming_count(project: Path) -> None:
    seen = {inputs_of(project).whole}
    page = project / "content" / "daftar.md"
    page.rename(page.with_name("cara.md"))
    seen.add(inputs_of(project).whole)
    page.with_name("cara.md").unlink()
    seen.add(inputs_of(project).whole)
    assert len(seen) == 3


def test_the_same_content_is_the_same_whenever_it_was_saved(project: Path) -> None:
    before, page = inputs_of(project), project / "content" / "daftar.md"
    os.utime(page, (0, 0))
    assert keys(inputs_of(project)) == keys(before)
    assert as_seen(project) != before.seen


def test_what_is_no_plain_file_is_never_the_same_twice(project: Path) -> None:
    os.mkfifo(project / "districts" / SECOND / "pipa")
    one, two = inputs_of(project), inputs_of(project)
    assert keys(one)[FIRST] == keys(two)[FIRST]
    assert keys(one)[SECOND] != keys(two)[SECOND]


def test_a_link_counts_by_what_it_leads_to(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "berkas.md"
    target.write_text("satu", "utf-8")
    (project / "content" / "tautan.md").symlink_to(target)
    before = keys(inputs_of(project))
    assert keys(inputs_of(project)) == before
    target.write_text("dua", "utf-8")
    assert keys(inputs_of(project)) != before


def test_a_file_that_no_reader_takes_is_not_read_for_its_digest(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heap = project / "districts" / SECOND / "timbunan.bin"
    with heap.open("wb") as file:
        file.truncate(200 << 20)
    monkeypatch.setattr(os, "read", lambda file, size: pytest.fail("read") if size > inputs.LARGE else b"")
    before = inputs_of(project)
    heap.write_bytes(b"")
    assert keys(inputs_of(project))[SECOND] != keys(before)[SECOND]


def test_a_library_of_another_version_counts(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs_of(project)
    (tmp_path / "paket" / "pustaka-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "paket"))
    inputs._program.cache_clear()
    after = inputs_of(project)
    inputs._program.cache_clear()
    assert (after.shared, after.districts) == (before.shared, before.districts)
    assert after.program != before.program
