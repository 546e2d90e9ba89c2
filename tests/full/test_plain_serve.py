"""`mkdocs serve`: what one run of it in tests/site/test_serve.py doesn't show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHORT
from tests.site.test_serve import TERMINAL, address, edit, project, shows

__all__ = ["address", "project"]


def test_the_preview_follows_a_shared_page_and_the_districts_folder(project: Path, address: str) -> None:
    assert shows(address, "JKN Kabupaten Serang")
    edit(project / "content" / "tentang.md", "## Penerbit {#penerbit}", "## Siapa menerbitkan {#penerbit}")
    assert shows(f"{address}tentang/", "Siapa menerbitkan")
    edit(project / "districts" / SHORT / "daerah.yml", "\npenerbit:\n", "\npenerbit: {nama: Penerbit Baru}\n")
    assert shows(address, "Penerbit Baru")


def test_a_preview_that_begins_with_a_slip_waits_for_its_cure(project: Path, request: pytest.FixtureRequest) -> None:
    edit(project / "content" / "tentang.md", "](pengaduan.md)", "](pengaduaan.md)")
    address = request.getfixturevalue("address")
    assert shows(address, "<code>content/tentang.md:")
    assert shows(address, "maksudnya")
    edit(project / "content" / "tentang.md", "](pengaduaan.md)", "](pengaduan.md)")
    assert shows(address, "JKN Kabupaten Serang")
    assert "Traceback" not in (project / TERMINAL).read_text("utf-8")
