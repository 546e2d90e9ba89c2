"""What the templates of pages read: Indonesian names for all that a page is known by, and none for what it isn't."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.template.formats import fact_value
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import Forward, OfferedCard, OfferedFile, PageMeta, PictureFile, Spoken, Way
from selebaran.model.registry import Registry
from selebaran.site.page_meta import template_meta
from tests.conftest import DAY, DEMO

PIECE = "leaflet-daftar"
PICTURE = PictureFile("tautan", "bagikan/daftar-1200x630.png", 1200, 630, 40_000)
CARD = OfferedCard("daftar", "Penting", "Daftar", "Daftar sekarang.", "*Daftar*", "daftar", (PICTURE,))
FILE = OfferedFile("Mei", "bagikan/pesan-05-mei.zip", 90_000)


@pytest.fixture(scope="module")
def edition(registry: Registry) -> Edition:
    return Composer(registry).compose(DEMO, as_of=DAY, profiles=())


def page(edition: Edition, slug: str) -> ComposedPage:
    return next(page for page in (*edition.pages, *edition.paper_pages) if page.slug == slug)


def made(piece: str) -> Download:
    path = f"unduh/{piece}/{piece}-kantor.pdf"
    return Download(piece, "kantor", None, "a4", path, 120_400, f"{piece}.png", (100, 200))


def test_a_plain_page_has_its_texts_and_nothing_empty() -> None:
    found = template_meta(PageMeta("Daftar", "Cara mendaftar.", "daftar"), ())
    assert found == {"title": "Daftar", "description": "Cara mendaftar.", "slug": "daftar"}


def test_a_page_says_where_its_facts_are_from(edition: Edition, registry: Registry) -> None:
    value = fact_value(registry.facts.by_name["iuran_kelas_3"][1])
    found = template_meta(page(edition, "iuran").meta, ())
    cost = next(fact for fact in found["fakta"] if fact["id"] == "IUR-01")
    assert f"iuran kelas 3: {value}" in cost["nilai"]
    assert cost["topik"]
    assert cost["sumber"]
    assert re.fullmatch(r'<time datetime="[0-9-]{10}">\d+ \w+ 20\d\d</time>', cost["per"])


def test_the_home_page_has_its_three_ways_in_and_the_next_event_that_is_held(edition: Edition) -> None:
    found = template_meta(page(edition, "beranda").meta, ())
    assert (found["template"], found["hide"]) == ("beranda.html", ["navigation", "toc"])
    assert [set(choice) >= {"judul", "teks", "seni", "ke"} for choice in found["pilihan"]] == [True] * 3
    times = {"mulai", "selesai"}
    assert set(found["acara"][0]) - times == {
        "judul",
        "hari",
        "tanggal_angka",
        "bulan_tahun",
        "jam",
        "tempat",
        "bawa",
        "id",
    }


def test_what_was_not_printed_is_not_offered(edition: Edition) -> None:
    meta = page(edition, "unduh").meta
    assert "unduh" not in template_meta(meta, ())
    assert [piece["lembar"] for piece in template_meta(meta, (made(PIECE),))["unduh"]] == [PIECE]


def test_the_page_of_an_edition_offers_its_sheet_only_when_it_was_printed(edition: Edition) -> None:
    shown = next(p for p in edition.paper_pages if p.meta.paper and p.meta.paper.verdict.edition.piece == PIECE)
    without, with_it = (template_meta(shown.meta, files)["edisi"] for files in ((), (made(PIECE),)))
    assert (without["unduh"], without["gambar"]) == (False, None)
    assert (with_it["unduh"], with_it["gambar"]) == (True, f"unduh/{PIECE}/{PIECE}.png")
    assert with_it["keadaan"] == "pratinjau"
    assert with_it["subjek"] == {"judul": page(edition, "daftar").meta.title, "url": "daftar/"}


def test_a_page_in_another_language_says_so_and_leads_back() -> None:
    spoken = Spoken("jv", "jv/", None, "Ibu Peninjau Rekaan")
    way = Way("id", "Indonesia", "daftar/", is_here=False, is_translated=True)
    found = template_meta(PageMeta("Ndaftar", "Carane.", "daftar", spoken=spoken, ways=(way,)), ())
    assert (found["bahasa"], found["bahasa_awalan"], found["bahasa_peninjau"]) == ("jv", "jv/", "Ibu Peninjau Rekaan")
    assert "bahasa_catatan" not in found
    assert found["bahasa_lain"] == [
        {"kode": "id", "nama": "Indonesia", "url": "daftar/", "ini": False, "terjemahan": True}
    ]


NOT_FOR_TEMPLATES = ("in_search", "event_days")
"""What the search's index and the data for programs (site/linked_data.py) read instead."""


@pytest.mark.parametrize("name", [field.name for field in fields(PageMeta) if field.name not in NOT_FOR_TEMPLATES])
def test_nothing_that_a_page_is_known_by_gets_lost(name: str, edition: Edition) -> None:
    """Each attribute changes what a template reads."""
    plain = PageMeta("Daftar", "Cara mendaftar.", "daftar")
    pages = (*edition.pages, *edition.paper_pages)
    spoken = PageMeta("x", "y", "z", layer="daerah", spoken=Spoken("jv", "jv/", "Belum."), is_withheld=True)
    held = PageMeta("x", "y", "z", withheld_from=DAY, withheld_text="<p>Kami tahan.</p>")
    filled = (
        *(p.meta for p in pages),
        spoken,
        held,
        PageMeta("x", "y", "z", ways=(Way("id", "I", "./", False, False),)),
        PageMeta("x", "y", "z", forward=Forward("daftar", "Daftar")),
        PageMeta("x", "y", "z", cards=(CARD,), card=CARD, messages=(FILE,), sheets=FILE, sharing_page="bagikan"),
    )
    value = next(v for meta in filled if (v := getattr(meta, name)) and v != getattr(plain, name))
    other = PageMeta(**{**{f.name: getattr(plain, f.name) for f in fields(PageMeta)}, name: value})
    files = [made(offer.name) for offer in other.offers]
    assert template_meta(other, files) != template_meta(plain, ())


def test_the_day_of_an_edition_is_written_in_words(edition: Edition) -> None:
    shown = edition.paper_pages[0].meta
    assert template_meta(shown, ())["edisi"]["per"] == f"{DAY.day} November {DAY.year}"
