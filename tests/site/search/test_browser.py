"""The search as a resident meets it: on a phone and a desktop, by hand, by keyboard, by ear, offline, from a disk."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.model.edition import Edition
from selebaran.model.search import Findable, Synonym
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots
from tests.serving import serving
from tests.site.search.measure import asked
from tests.site.search.phone import open_search, typed

SCRIPTS = ["cari-indeks.js", "cari-mesin.js"]
MORE = "cari-lebih.js"
"""Names, and words that few pages have: only a word asks for it that the index doesn't know."""


def hits(page: Page) -> list[str]:
    return page.locator(".md-search-result__item").evaluate_all("all => all.map(li => li.querySelector('a').pathname)")


def test_nothing_is_loaded_before_the_first_key(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[1].split("#")[0]))
    open_search(page, address + "daftar/")
    page.wait_for_timeout(300)
    assert not [name for name in loaded if "cari-" in name or "search" in name]
    with page.expect_request("**/cari-indeks.js"):
        page.locator(".cari__masukan").press("i")
    typed(page, "kartu tidak aktif")
    expect(page.locator(".md-search-result__item").first).to_contain_text("tidak aktif")
    assert MORE not in loaded
    assert sorted(name for name in loaded if name in SCRIPTS) == SCRIPTS
    typed(page, "melati")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Puskesmas Rekaan Melati")
    assert loaded.count(MORE) == 1


def test_a_hit_shows_the_short_answer_and_the_parts_with_their_anchors(page: Page, address: str) -> None:
    open_search(page, address)
    typed(page, "nunggak")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("a").first).to_contain_text("Iuran saya menunggak")
    expect(first.locator(".cari__jawab")).to_contain_text("Tanyakan jumlahnya ke Care Center 165.")
    part = first.locator("a[href*='#']").first
    target = part.get_attribute("href") or ""
    part.click()
    page.wait_for_url("**/tunggakan/#*")
    assert page.locator(f"#{target.partition('#')[2]}").count() == 1
    expect(page.locator(".cari")).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("puskesmas kenanga", "/puskesmas/", "Puskesmas Rekaan Kenanga"),
        ("contoh selatan", "/puskesmas/", "Kecamatan Contoh Selatan"),
        ("jalan contoh 13", "/puskesmas/", "Jalan Contoh 13"),
        ("rs harapan", "/gawat-darurat/", "Rumah Sakit Rekaan Harapan"),
        ("pasar", "/kabar/pos-pasar-pindah/", "Pos"),
        ("nelayan", "/mengapa-ikut/", "nelayan"),
    ],
)
def test_places_and_own_pages_are_found(page: Page, address: str, text: str, path: str, name: str) -> None:
    open_search(page, address)
    typed(page, text)
    expect(page.locator(".md-search-result__item").first).to_contain_text(name)
    assert path in hits(page)[:2]


def test_each_event_is_found_by_its_name_and_place(page: Page, address: str, demo: Edition) -> None:
    page.goto(address)
    events = [found for found in demo.findables if found.page == "jadwal"]
    assert len(events) > 3
    texts = [f"{event.title} {event.text.rsplit('. ', 1)[-1]}" for event in events]
    for event, pages in zip(events, asked(page, texts), strict=True):
        first = next(items for items in pages if items[0]["location"] == "jadwal/")
        shown = " ".join(item["title"].replace("<mark>", "").replace("</mark>", "") for item in first)
        assert event.title in shown, event
        assert pages.index(first) < 3, event


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + "daftar/")
    page.keyboard.press("/")
    expect(page.locator(".cari__masukan")).to_be_focused()
    page.keyboard.type("rujukan")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Rujukan ke rumah sakit")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__item a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".cari__masukan")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-search-result__item') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".cari")).to_be_hidden()
    page.wait_for_url("**/daftar/")  # the closed search is out of the address, too
    page.keyboard.press("/")
    expect(page.locator(".cari__masukan")).to_be_focused()
    expect(page.locator(".md-search-result__item a").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rujukan/")


def test_an_answer_that_comes_late_takes_nobody_off_the_list(page: Page, address: str) -> None:
    open_search(page, address)
    page.locator(".cari__masukan").fill("rujuk")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Rujukan ke rumah sakit")
    ask = """text => {
        const box = document.querySelector(".cari__masukan");
        box.value = text;
        box.dispatchEvent(new Event("input"));
    }"""
    for words, still_there in (("rujukan", True), ("posyandu", False)):
        page.locator(".md-search-result__item a[href$='/rujukan/']").first.focus()
        page.evaluate("document.querySelector('.md-search-result__item').dataset.lama = ''")
        page.evaluate(ask, words)
        expect(page.locator("[data-lama]")).to_have_count(0)
        where = page.locator(".md-search-result__item a[href$='/rujukan/']").first if still_there else None
        expect(where or page.locator(".cari__masukan")).to_be_focused()


def test_a_screen_reader_hears_how_much_was_found(page: Page, address: str) -> None:
    open_search(page, address)
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_have_text("Ketik kata yang Anda cari.")
    page.locator(".cari__masukan").fill("posyandu")  # at once: one answer, none for its beginnings
    expect(status).to_have_text(re.compile(r"^[1-9]\d* halaman ditemukan$"))
    expect(status).to_have_text(f"{len(hits(page))} halaman ditemukan")
    typed(page, "qwrtpsdf")
    expect(status).to_have_text("Tidak ada hasil. Coba kata lain.")
    page.locator(".cari__kosongkan").click()
    expect(status).to_have_text("Ketik kata yang Anda cari.")
    expect(page.locator(".cari__masukan")).to_be_focused()


def test_nothing_found_offers_the_care_center_and_near_words(page: Page, address: str) -> None:
    open_search(page, address)
    typed(page, "irun")
    results = page.locator(".md-search-result__item")
    expect(results.last).to_contain_text("Telepon Care Center 165")
    assert results.last.locator("a").get_attribute("href") == "tel:165"
    near = results.locator("a", has_text="Cari “iuran”")
    near.click()
    expect(page.locator(".cari__masukan")).to_have_value("iuran")
    expect(results.first).to_contain_text("Berapa iuran saya?")


def test_a_link_with_words_opens_their_results(page: Page, address: str) -> None:
    page.goto(address + "?q=cuci+darah")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert hits(page)[0] in ("/kebutuhan/", "/rujukan/", "/jaminan/")


def test_what_is_pasted_is_looked_for(page: Page, address: str) -> None:
    open_search(page, address)
    page.locator(".cari__masukan").evaluate(
        "box => { box.value = 'kartu hilang'; box.dispatchEvent(new InputEvent('input', { bubbles: true })) }"
    )
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert "/cukup-nik/" in hits(page)[:2]


def test_once_loaded_it_works_without_internet(page: Page, address: str) -> None:
    open_search(page, address)
    typed(page, "iuran")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.context.set_offline(True)
    typed(page, "melahirkan")
    expect(page.locator(".md-search-result__item").first).to_contain_text(re.compile("Hamil dan melahirkan|Ibu hamil"))


def test_without_internet_at_first_it_says_so_and_recovers(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    open_search(page, address)
    context.route("**/cari-*.js", lambda route: route.abort())
    typed(page, "iuran")
    expect(page.get_by_role("status")).to_have_text("Pencarian belum dapat dibuka.")
    context.unroute("**/cari-*.js")
    typed(page, "iuran")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Berapa iuran saya?")
    context.close()


def test_from_a_disk_it_works_without_a_worker_or_a_request(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site / "iuran" / "index.html").as_uri())
    page.evaluate("document.querySelector('[data-cari-buka]').click()")
    typed(page, "kalau belum bayar 6 bulan bagaimana")
    first = page.locator(".md-search-result__item a").first
    expect(first).to_contain_text("Iuran saya menunggak")
    assert first.get_attribute("href") == (site / "tunggakan" / "index.html").as_uri()
    assert all(url.startswith("file://") for url in requests)
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Iuran saya menunggak")
    context.close()


def test_in_javanese_its_pages_stand_for_those_that_they_translate(page: Page, address: str) -> None:
    open_search(page, address + "jv/iuran/")
    typed(page, "antar warga")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert hits(page)[0] == "/jv/antar-warga/"
    assert all(path.startswith("/jv/") for path in hits(page))
    typed(page, "tunggakan")
    expect(page.locator(".md-search-result__item").first).to_contain_text("unggak")
    assert hits(page)[0] == "/jv/tunggakan/"


def test_what_an_editor_adds_is_found(browser: Browser, demo: Edition, roots: Roots, tmp_path: Path) -> None:
    """As docs/panduan/pencarian.md says: a word of residents, and the word that pages have for it."""
    words = demo.search_words
    added = Synonym(kata=("kartu biru", "kabiru"), artinya=("bidan",))
    more = words.model_copy(update={"synonyms": (*words.synonyms, added)})
    build_site(dataclasses.replace(demo, search_words=more), (), tmp_path, roots)
    with serving(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        found = asked(page, ["kabiru", "kartu biru saya"])
        page.close()
    assert [pages[0][0]["location"] for pages in found] == ["hamil/", "hamil/"]  # it tells of midwives first


def test_what_a_district_writes_is_shown_as_text(browser: Browser, demo: Edition, roots: Roots, tmp_path: Path) -> None:
    nasty = '<img src=x onerror="document.title=\'jebol\'"> <b>Pasar</b> & "Ikan"'
    here = Findable(nasty, nasty, "puskesmas", "daftar")
    build_site(dataclasses.replace(demo, findables=(here,)), (), tmp_path, roots)
    with serving(tmp_path) as address:
        page = browser.new_page()
        open_search(page, address)
        typed(page, "ikan onerror")
        first = page.locator(".md-search-result__item").first
        expect(first).to_contain_text("<img src=x onerror=")
        assert page.locator(".md-search-result img, .md-search-result b").count() == 0
        assert page.title() != "jebol"
        page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_results_fit_and_are_large_enough_for_a_thumb(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    open_search(page, address)
    page.locator(".cari__masukan").fill("bayar")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^[1-9]\d* halaman ditemukan$"))
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.evaluate(
        "document.querySelector('.cari__hasil').scrollWidth <= document.querySelector('.cari__hasil').clientWidth"
    )
    heights = page.locator(".md-search-result__item a").evaluate_all(
        "all => all.map(a => a.getBoundingClientRect().height)"
    )
    assert min(height for height in heights if height) >= 44
    context.close()
