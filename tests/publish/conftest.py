"""A project published once, and what became of it later; all tests of publication start from these."""

from __future__ import annotations

import pytest

from tests.publish.terbitan import EVENT, NOW, READY, WITHHOLDS, Published, district, dump, publish


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return Published(tmp_path_factory.mktemp("terbit"))


@pytest.fixture(scope="session")
def later(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The same project at the later day, with an event that was cancelled and a new telephone number."""
    found = published.copy(tmp_path_factory.mktemp("kelak"))
    contacts = district(READY, 1)["kontak"]
    contacts["bpjs_kantor"]["telepon"] = "0000-9999"
    dump(found.project / "districts" / READY / "daerah.yml", district(READY, 1, kontak=contacts))
    dump(found.project / "districts" / READY / "jadwal.yml", {"kegiatan": [{**EVENT, "batal": "ya"}]})
    found.done = publish(found.project, found.out, WITHHOLDS, READY)
    return found


@pytest.fixture(scope="session")
def changed(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The same project after a contribution was changed, published again."""
    found = published.copy(tmp_path_factory.mktemp("berubah"))
    found.change_iuran()
    found.done = publish(found.project, found.out, NOW, READY)
    return found
