"""Pages that are there for a time: nobody's link waits for them, and no list keeps them. tests/site/clock.py shows how
they go by the reader's clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.days import shown_now
from selebaran.compose.page.temporary import unlinked
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from tests.check.kit import said
from tests.compose.page.own.kit import SLUG, edition, override, own_page, project_at, replace

BEFORE, DAY, AFTER = date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 1)
PAGE = """---
judul: Pekan JKN
ringkas: Ada petugas di balai desa.
kelompok: belum-punya
menu: 2
{}---
**Datang ke balai desa.** Lihat [cara mendaftar](daftar.md).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a page that other texts lead to, and that is there in December."""
    found = project_at(tmp_path)
    write(found, "tayang: 2026-12-01\nsampai: 2026-12-31\n")
    replace(found, "content/ikut.md", "lalu [mendaftar](daftar.md).", 'atau [pekan JKN](pekan-jkn.md#x "Ke sana").')
    replace(found, f"districts/{SLUG}/daerah.yml", "kontak:", "bahasa: [jv]\nkontak:")
    own_page(found, "posko", "Ada [Pekan **JKN**](pekan-jkn.md), dan <a href='pekan-jkn.md'>lagi</a>.")
    own_page(found, "posko.jv", "Ana [Pekan](pekan-jkn.md).")
    override(found, "ikut#kotak", "Lihat [Pekan JKN](pekan-jkn.md).")
    return found


def write(root: Path, head: str) -> None:
    (root / "content" / "pekan-jkn.md").write_text(PAGE.format(head), "utf-8")


def published(root: Path, on: date) -> Edition:
    return Composer(read_project(root)).compose(SLUG, as_of=on, profiles=(), published=True)


def html(found: Edition) -> dict[str, str]:
    return {page.slug: page.html for page in found.pages}


def listed(found: Edition) -> set[str]:
    groups = {link.address for group in found.frame.groups for link in group.links}
    return groups | {link.address for link in found.frame.menu} | {slug for _, slug in found.menu}


def test_a_publication_has_a_shared_page_from_its_day_on(root: Path) -> None:
    found = published(root, BEFORE)
    assert "pekan-jkn" not in html(found)
    assert not {"pekan-jkn/", "pekan-jkn"} & listed(found)
    found = published(root, DAY)
    assert "Datang ke balai desa." in html(found)["pekan-jkn"]
    assert {"pekan-jkn/", "pekan-jkn"} <= listed(found)


def test_what_leads_to_a_page_that_is_not_there_yet_is_words_until_its_day(root: Path) -> None:
    before, now = html(published(root, BEFORE)), html(published(root, DAY))
    assert all("pekan-jkn" not in text for text in before.values())
    assert "atau pekan JKN." in before["ikut"]
    assert "Lihat Pekan JKN." in before["ikut"]
    assert "Ada Pekan <strong>JKN</strong>, dan lagi." in before["posko"]
    assert before["ikut"].replace("\n", "").count("pekan JKN") == now["ikut"].replace("\n", "").count("pekan JKN")
    assert now["ikut"].count('href="../pekan-jkn/') == 2
    assert now["posko"].count('href="../pekan-jkn/"') == 2


def test_to_wait_for_a_page_makes_no_override_and_no_translation_old(root: Path) -> None:
    codes = [{found.code for found in published(root, on).problems} for on in (BEFORE, DAY)]
    assert codes[0] == codes[1]


def test_news_of_a_day_to_come_stop_no_publication_that_leads_to_them(root: Path) -> None:
    own_page(root, "kabar/nanti", "Nanti.", head="tanggal: 2026-12-05\n", title="Nanti")
    own_page(root, "satu", "Baca [kabarnya](kabar/nanti.md).")
    assert "Baca kabarnya." in html(published(root, BEFORE))["satu"]
    assert 'href="../kabar/nanti/"' in html(published(root, date(2026, 12, 5)))["satu"]


def test_a_preview_has_it_and_says_from_when_on(root: Path) -> None:
    found = edition(root)
    assert 'Tayang mulai <time datetime="2026-12-01">1 Desember 2026</time>.' in html(found)["pekan-jkn"]
    assert found.problems == published(root, DAY).problems


def test_what_is_over_keeps_its_address_and_leaves_all_lists(root: Path) -> None:
    found = published(root, AFTER)
    page = next(page for page in found.pages if page.slug == "pekan-jkn")
    assert '<p class="fakta-lewat">Sudah lewat: berlaku sampai' in page.html
    assert page.meta.noindex
    assert not {"pekan-jkn/", "pekan-jkn"} & listed(found)


def test_it_leaves_them_by_the_readers_clock_too(root: Path) -> None:
    own_page(root, "tenda", "Buka.", head="sampai: 2026-12-15\nkelompok: belum-punya\n", title="Tenda")
    found = published(root, DAY)
    assert "Sudah lewat" not in shown_now(html(found)["pekan-jkn"])
    assert '<p class="fakta-lewat" data-dari="2027-01-01" hidden>Sudah lewat' in html(found)["pekan-jkn"]
    gone = {link.address: link.gone_from for group in found.frame.groups for link in group.links}
    assert (gone["pekan-jkn/"], gone["tenda/"], gone["ikut/"]) == (AFTER, date(2026, 12, 16), None)
    assert {group.gone_from for group in found.frame.groups} == {None}


def test_a_last_day_before_the_first_is_told_of_shared_pages_too(root: Path) -> None:
    write(root, "tayang: 2026-12-01\nsampai: 2026-01-31\n")
    (line,) = said(read_project(root).shared_problems)
    assert line.startswith("content/pekan-jkn.md:7:9: error[tayang-terbalik]")
    assert "maksudnya '2027-01-31'?" in line


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[a](x.md)", "a"),
        ("[a] (x.md#b)", "a"),
        ("[**a** [b]](x.md 'c')", "**a** [b]"),
        ("![a](x.md)", "![a](x.md)"),
        ("[a](xx.md) [b](x.md)", "[a](xx.md) b"),
        ('<a class="k" href="x.md#b">a <b>c</b></a>', "a <b>c</b>"),
    ],
)
def test_only_links_to_such_pages_are_taken_away(text: str, left: str) -> None:
    assert unlinked(text, {"x"}) == left
    assert unlinked(text, ()) == text
