"""Authors name files; on the site every link is an address, relative to the page that it stands on."""

from __future__ import annotations

import pytest

from selebaran.compose.page.links import moved, with_addresses

HREF = '<a href="{}">x</a>'
SRC = '<img alt="daftar.md" src="{}" />'


@pytest.mark.parametrize(
    ("slug", "written", "address"),
    [
        ("iuran", "daftar.md", "../daftar/"),
        ("iuran", "daftar.md#syarat", "../daftar/#syarat"),
        ("iuran", "iuran.md#tabel", "./#tabel"),
        ("iuran", "beranda.md", "../"),
        ("beranda", "daftar.md", "daftar/"),
        ("beranda", "beranda.md", "./"),
        ("kabar", "kabar/pos.md", "pos/"),
        ("kabar/pos", "daftar.md", "../../daftar/"),
        ("tentang", "tentang/capaian.csv", "capaian.csv"),
        ("tentang", "unduh/leaflet/leaflet.pdf", "../unduh/leaflet/leaflet.pdf"),
    ],
)
def test_a_file_becomes_an_address(slug: str, written: str, address: str) -> None:
    assert with_addresses(HREF.format(written), slug) == HREF.format(address)


def test_a_drawing_stands_among_the_assets_and_a_picture_where_it_lies() -> None:
    assert with_addresses(SRC.format("seni/ktp.svg"), "iuran") == SRC.format("../assets/seni/ktp.svg")
    assert with_addresses(SRC.format("gambar/pos.jpg"), "beranda") == SRC.format("gambar/pos.jpg")


@pytest.mark.parametrize(
    "address", ["#syarat", "../daftar/#syarat", "./", "/daftar/", "tel:165", "https://contoh.example/a.md", "daftar/"]
)
def test_what_is_an_address_already_stays(address: str) -> None:
    assert with_addresses(HREF.format(address), "iuran") == HREF.format(address)


def test_words_that_look_like_a_link_stay_words() -> None:
    html = '<p>&lt;a href="daftar.md"&gt; dan a href="daftar.md"</p>'
    assert with_addresses(html, "iuran") == moved(html, "iuran", "e/p1") == html


@pytest.mark.parametrize(
    ("slug", "to", "link", "address"),
    [
        ("iuran", "e/p1", "../daftar/#syarat", "../../daftar/#syarat"),
        ("iuran", "e/p1", "./#tabel", "../../iuran/#tabel"),
        ("iuran", "e/p1", "#tabel", "#tabel"),
        ("iuran", "e/p1", "../", "../../"),
        ("beranda", "e/p1", "daftar/", "../../daftar/"),
        ("beranda", "jv/beranda", "gambar/pos.jpg", "../gambar/pos.jpg"),
        ("kabar/pos", "e/p1", "../../daftar/", "../../daftar/"),
    ],
)
def test_a_page_at_another_address_leads_where_it_led(slug: str, to: str, link: str, address: str) -> None:
    assert moved(HREF.format(link), slug, to) == HREF.format(address)


def test_links_to_pages_that_stay_beside_it_are_left_alone() -> None:
    html = HREF.format("../daftar/") + HREF.format("../") + HREF.format("../lain/")
    here = {"daftar", "beranda"}
    expected = HREF.format("../daftar/") + HREF.format("../") + HREF.format("../../lain/")
    assert moved(html, "iuran", "jv/iuran", here.__contains__) == expected
