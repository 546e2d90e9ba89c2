"""What a form asks of a project is read anew where it changed, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from selebaran.read import project as reading
from selebaran.serve.recent import Recent
from tests.conftest import BASE

SLUG = "kab-uji"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "proyek")
    return tmp_path / "proyek"


def test_only_the_district_of_the_form_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recent, read = Recent(root), list[str]()
    real = reading.read_district

    def counted(*given: Any, **more: Any) -> Any:
        read.append(given[2].slug)
        return real(*given, **more)

    monkeypatch.setattr(reading, "read_district", counted)
    first = recent.of(SLUG)
    assert sorted(read) == sorted(first.slugs)
    assert len(read) > 1
    read.clear()
    again = recent.of(SLUG)
    assert read == [SLUG]
    assert again.districts == first.districts


def test_what_changed_is_seen_the_next_time(root: Path) -> None:
    recent = Recent(root)
    before = recent.of(SLUG)
    file = root / "districts" / SLUG / "daerah.yml"
    file.write_text(file.read_text("utf-8").replace("Jalan Uji 1", "Jalan Baru 22"), "utf-8")
    after = recent.of(SLUG)
    assert after.districts[SLUG].district != before.districts[SLUG].district
    page = root / "content" / "baru.md"
    page.write_text("---\njudul: Baru\nringkas: Halaman baru.\n---\n\nIsi.\n", "utf-8")
    assert len(recent.of(SLUG).pages) == len(after.pages) + 1
    page.unlink()
    assert len(recent.of(SLUG).pages) == len(after.pages)
