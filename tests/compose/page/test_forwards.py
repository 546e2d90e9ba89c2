"""Old addresses lead on, and what is closed says what to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.read.project import read_project
from tests.compose.page.own.kit import edition, own_page, pages, project_at, replace, told

CLOSED = "---\njudul: Pojok aduan\nringkas: Dulu di sini.\nditutup: daftar\n---\nAduan kini lewat telepon.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the page `ikut` was called `ajakan`."""
    found = project_at(tmp_path)
    replace(found, "content/ikut.md", "kelompok:", "dahulu: [ajakan]\nkelompok:")
    return found


def test_a_page_of_its_own_keeps_its_old_address_too(root: Path) -> None:
    own_page(root, "kabar/pos", "Buka.", head="tanggal: 2026-11-20\ndahulu: [kabar/posko]\n", title="Pos")
    old = pages(root)["kabar/posko"]
    assert 'href="../pos/"' in old.html
    assert old.meta.noindex


def test_an_old_address_leads_on_within_a_language(root: Path) -> None:
    replace(root, "districts/kab-uji/daerah.yml", "kontak:", "bahasa: [jv]\nkontak:")
    old = pages(root)["jv/ajakan"]
    assert 'href="../ikut/"' in old.html


def test_a_closed_page_says_what_to_read_and_stands_in_no_list(root: Path) -> None:
    (root / "content" / "pojok.md").write_text(CLOSED.replace("ringkas:", "kelompok: belum-punya\nringkas:"), "utf-8")
    found = edition(root)
    page = next(page for page in found.pages if page.slug == "pojok")
    assert 'Baca <a href="../daftar/">Cara mendaftar</a>' in page.html
    assert "Aduan kini lewat telepon." in page.html
    assert page.meta.noindex
    assert "pojok/" not in {link.address for group in found.frame.groups for link in group.links}


def test_a_closed_page_of_a_district_says_what_to_read(root: Path) -> None:
    own_page(root, "posko", "Tenda sudah dibongkar.", head="ditutup: ikut\nkelompok: belum-punya\n")
    found = edition(root)
    page = next(page for page in found.pages if page.slug == "posko")
    assert 'Baca <a href="../ikut/">Mengapa ikut</a>' in page.html
    assert "Tenda sudah dibongkar." in page.html
    assert "posko/" not in {link.address for group in found.frame.groups for link in group.links}


def test_a_link_to_an_old_name_is_told_with_the_new_one(root: Path) -> None:
    own_page(root, "satu", "[Baca](ajakan.md).\n\nDan [lagi](ajakan.md).")
    said = told(root)
    assert [line.split(": error")[0] for line in said] == [
        "districts/kab-uji/halaman/satu.md:6:8",
        "districts/kab-uji/halaman/satu.md:8:12",
    ]
    assert all("maksudnya 'ikut.md'?" in line for line in said)


def test_registry_keeps_closed_pages_apart(root: Path) -> None:
    (root / "content" / "pojok.md").write_text(CLOSED, "utf-8")
    registry = read_project(root)
    assert [page.slug for page in registry.closed] == ["pojok"]
    assert registry.former == {"ajakan": "ikut", "pojok": "daftar"}
