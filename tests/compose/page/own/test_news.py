"""Dated news: their list, their days, and a feed that any reader takes."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

from selebaran.compose.page.publishable import of_day
from selebaran.read.project import read_project
from tests.compose.page.own.kit import PROVINCE, SLUG, edition, own_page, pages, told


def test_the_feed_is_rss_and_escaped(root: Path) -> None:
    own_page(root, "kabar/lama", "Lama.", head="tanggal: 2026-11-03\n", title="Lama")
    nasty = "'<b>A & B</b> ]]> \"x\" {{ tiada }}'"
    own_page(root, "kabar/baru", "Baru.", head="tanggal: 2026-11-20\n", title=nasty)
    own_page(root, "kabar/provinsi", "Prov.", head="tanggal: 2026-11-10\n", title="Prov", layer=PROVINCE)
    raw = edition(root).files["kabar/rss.xml"]
    assert raw.startswith(b"<?xml")
    channel = ElementTree.fromstring(raw).find("channel")
    assert channel is not None
    assert ElementTree.fromstring(raw).get("version") == "2.0"
    assert [channel.findtext(name) for name in ("title", "link", "description", "language")] == [
        "(PRATINJAU) Kabar Kabupaten Uji",
        "https://dinkesuji.example/kabar/",
        "Kabar dari Kabupaten Uji",
        "id",
    ]
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == [nasty.strip("'"), "Prov", "Lama"]
    link = "https://dinkesuji.example/kabar/baru/"
    assert [items[0].findtext(name) for name in ("link", "guid")] == [link, link]
    day = parsedate_to_datetime(items[0].findtext("pubDate") or "")
    assert (day.year, day.month, day.day) == (2026, 11, 20)


def test_without_an_address_there_is_no_feed(root: Path) -> None:
    for name in ("districts/_daftar.yml", f"districts/{SLUG}/daerah.yml"):
        path = root / name
        text = path.read_text("utf-8").replace("domain: dinkesuji.example", "domain:")
        path.write_text(text, "utf-8")
    own_page(root, "kabar/baru", "Baru.", head="tanggal: 2026-11-20\n")
    found = edition(root)
    assert "kabar/rss.xml" not in found.files
    assert "kabar" in {page.slug for page in found.pages}


def test_the_list_has_the_newest_first_and_plain_words(root: Path) -> None:
    own_page(root, "kabar/lama", "Lama.", head="tanggal: 2026-11-03\n", title="Lama")
    own_page(root, "kabar/baru", "Baru.", head="tanggal: 2026-11-20\n", title="'Baru](x.md) <b>'")
    found = pages(root)
    text = found["kabar"].html
    assert text.index('href="baru/"') < text.index('href="lama/"')
    assert "20 November 2026" in text
    assert "<b>" not in text
    assert "Baru](x.md) &lt;b&gt;" in text
    assert found["kabar/baru"].html.startswith('<p><strong><time datetime="2026-11-20">20 November')


def test_without_news_there_is_no_list(root: Path) -> None:
    own_page(root, "posko", "Posko.")
    found = edition(root)
    assert "kabar" not in {page.slug for page in found.pages}
    assert "kabar/rss.xml" not in found.files


AHEAD = "tanggal: 2028-01-01\n"
"""A day that has not come."""


def test_news_of_a_day_to_come_is_told_to_no_reader_of_feeds_and_its_editor_is_told(root: Path) -> None:
    own_page(root, "kabar/kini", "Kini.", head="tanggal: 2026-11-03\n", title="Kini")
    own_page(root, "kabar/nanti", "Nanti.", head=AHEAD, title="'Loket baru & pos baru: mulai <3 Januari>'")
    found = edition(root)
    assert b"Loket baru" not in found.files["kabar/rss.xml"]
    assert [fault.code for fault in found.problems] == ["kabar-belum-tayang"]
    shown = next(page for page in found.pages if page.slug == "kabar").html
    assert 'Tayang mulai <time datetime="2028-01-01">1 Januari 2028</time>: <strong>' in shown


def test_a_publication_has_news_from_their_day_on(root: Path) -> None:
    own_page(root, "kabar/kini", "Kini.", head="tanggal: 2026-11-03\n", title="Kini")
    own_page(root, "kabar/nanti", "Nanti.", head=AHEAD, title="Nanti")
    own_page(root, "kabar/nanti.jv", "Mengko.", head=AHEAD, title="Mengko")
    registry = read_project(root)
    for day, is_there in ((date(2026, 12, 31), False), (date(2027, 12, 31), False), (date(2028, 1, 1), True)):
        folder, said = of_day(registry.districts[SLUG], day, published=True)
        assert ("kabar/nanti" in {page.slug for page in folder.own.pages}) is is_there
        assert bool(said) is not is_there


def test_where_all_news_are_of_days_to_come_a_publication_has_no_list_of_them(root: Path) -> None:
    own_page(root, "kabar/nanti", "Nanti.", head=AHEAD, title="Nanti")
    folder, _ = of_day(read_project(root).districts[SLUG], date(2026, 12, 31), published=True)
    assert [page.slug for page in folder.own.pages] == []


def test_news_of_a_later_showing_wait_for_it_and_say_so_in_a_preview(root: Path) -> None:
    own_page(root, "kabar/nanti", "Nanti.", head="tanggal: 2026-11-03\ntayang: 2026-12-05\n", title="Nanti")
    found = edition(root)
    assert found.problems == ()
    shown = {page.slug: page.html for page in found.pages}
    assert 'Tayang mulai <time datetime="2026-12-05">5 Desember 2026</time>' in shown["kabar/nanti"]
    assert "5 Desember 2026</time>: " in shown["kabar"]
    assert b"Nanti" not in found.files.get("kabar/rss.xml", b"")
    registry = read_project(root)
    for day, is_there in ((date(2026, 12, 4), False), (date(2026, 12, 5), True)):
        folder, _ = of_day(registry.districts[SLUG], day, published=True)
        assert bool(folder.own.pages) is is_there


def test_a_page_may_wait_for_its_day_as_news_do(root: Path) -> None:
    own_page(root, "posko", "Buka.", head="tayang: 2026-12-05\n")
    folder, said = of_day(read_project(root).districts[SLUG], date(2026, 12, 4), published=True)
    assert folder.own.pages == ()
    assert said == ()


def test_what_is_over_moves_to_the_archive_and_says_so(root: Path) -> None:
    own_page(root, "kabar/lama", "Lama.", head="tanggal: 2026-11-03\nsampai: 2026-11-20\n", title="Loket pindah")
    own_page(root, "kabar/kini", "Kini.", head="tanggal: 2026-11-20\n", title="Kini")
    own_page(root, "posko", "Buka.", head="sampai: 2026-11-19\nkelompok: belum-punya\n", title="Posko banjir")
    found = edition(root)
    shown = {page.slug: page for page in found.pages}
    assert "Loket pindah" not in shown["kabar"].html
    assert 'href="arsip/"' in shown["kabar"].html
    archive = shown["kabar/arsip"].html
    assert archive.index("Loket pindah") < archive.index("Posko banjir")
    assert "hidden" not in archive
    assert (
        'Sudah lewat: berlaku sampai <time datetime="2026-11-20">20 November 2026</time>.' in shown["kabar/lama"].html
    )
    assert shown["kabar/lama"].meta.noindex
    assert b"Loket pindah" not in found.files["kabar/rss.xml"]
    assert "posko/" not in {link.address for group in found.frame.groups for link in group.links}


def test_what_ends_later_goes_by_the_readers_clock(root: Path) -> None:
    own_page(root, "kabar/pos", "Buka.", head="tanggal: 2026-11-03\nsampai: 2026-12-20\n", title="Pos")
    shown = {page.slug: page.html for page in edition(root).pages}
    assert '<div data-sampai="2026-12-21">\n<ul>\n<li><strong><a href="pos/">' in shown["kabar"]
    assert '<div data-dari="2026-12-21" hidden>\n<ul>\n<li><strong><a href="../pos/">' in shown["kabar/arsip"]
    assert '<p class="fakta-lewat" data-dari="2026-12-21" hidden>Sudah lewat' in shown["kabar/pos"]


def test_a_last_day_before_the_first_is_told_at_its_line_with_the_year_that_was_meant(root: Path) -> None:
    own_page(root, "kabar/pos", "Buka.", head="tanggal: 2026-11-03\ntayang: 2026-12-20\nsampai: 2026-01-05\n")
    (line,) = told(root)
    assert line.startswith(f"districts/{SLUG}/halaman/kabar/pos.md:6:9: error[tayang-terbalik]")
    assert "maksudnya '2027-01-05'?" in line
    own_page(root, "kabar/pos", "Buka.", head="tanggal: 2026-11-03\nsampai: 5 Januari 2027\n")
    (line,) = told(root)
    assert line.startswith(f"districts/{SLUG}/halaman/kabar/pos.md:5:9: error[tanggal-tidak-terbaca]")
    assert "2027-01-05" in line
