"""A project published once, and what became of it later; all tests of publication start from these."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import Once
from tests.publish.terbitan import EVENT, NOW, READY, WITHHOLDS, Published, change_fact, district, dump, publish


@pytest.fixture(scope="session")
def published(once: Once) -> Published:
    return once("terbit", Published)


@pytest.fixture(scope="session")
def later(published: Published, once: Once) -> Published:
    """The same project at the later day, with an event that was cancelled and a new telephone number."""

    def make(folder: Path) -> Published:
        found = published.copy(folder)
        change_fact(found.project, "IUR-01", dibantah="Edaran rekaan 4/2026")
        contacts = district(READY, 1)["kontak"]
        contacts["bpjs_kantor"]["telepon"] = "0254-209999"
        dump(found.project / "districts" / READY / "daerah.yml", district(READY, 1, kontak=contacts))
        dump(found.project / "districts" / READY / "jadwal.yml", {"kegiatan": [{**EVENT, "batal": "ya"}]})
        found.done = publish(found.project, found.out, WITHHOLDS, READY)
        return found

    return once("kelak", make)


@pytest.fixture(scope="session")
def changed(published: Published, once: Once) -> Published:
    """The same project after a contribution was changed, published again."""

    def make(folder: Path) -> Published:
        found = published.copy(folder)
        found.change_price()
        found.done = publish(found.project, found.out, NOW, READY)
        return found

    return once("berubah", make)
