"""The search answers who is in need, tells what it did, and goes with the browser's Back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from selebaran.model.edition import Edition
from tests.site.search.conftest import queries
from tests.site.search.measure import asked
from tests.site.search.phone import open_search, typed

LARGE = """() => {
    const call = document.querySelector(".md-search-result__item a[href^='tel:']");
    return call && call.getBoundingClientRect().height >= 48;
}"""


def test_who_needs_help_at_once_can_call_above_all_results(page: Page, address: str) -> None:
    open_search(page, address)
    for text in ("anak kejng", "119", "gawatdarurt", "sesak nafas"):
        typed(page, text)
        first = page.locator(".md-search-result__item").first
        expect(first).to_contain_text("Gawat darurat? Berangkat sekarang.")
        call = first.locator("a[href^='tel:']")
        expect(call.first).to_be_visible()
        page.wait_for_function(LARGE)
    assert page.locator("a[href='tel:119']:visible").count() >= 1


def test_an_amount_is_answered_with_its_day(page: Page, address: str) -> None:
    open_search(page, address)
    typed(page, "35 ribu")
    first = page.locator(".md-search-result__item").first
    expect(first).to_contain_text(re.compile(r"Kelas III: Rp35\.000 per orang, per bulan, kami lihat \d+ \w+ 2026\."))
    expect(first.locator("a").first).to_have_attribute("href", re.compile("/iuran/$"))


def test_back_closes_the_search_and_comes_back_to_its_results(page: Page, address: str) -> None:
    open_search(page, address + "daftar/")
    typed(page, "rujukan")
    expect(page).to_have_url(re.compile(r"/daftar/\?q=rujukan$"))
    page.locator(".md-search-result__item a[href$='/rujukan/']").first.click()
    page.wait_for_url("**/rujukan/")
    page.go_back()
    expect(page.locator(".md-search-result__item").first).to_contain_text("Rujukan ke rumah sakit")
    page.go_back()
    expect(page.locator(".cari")).to_be_hidden()
    expect(page).to_have_url(address + "daftar/")


SAVES = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
"""A phone whose owner asks for as little data as may be."""
FAST = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '4g'}})"
"""A phone with a good network, whatever the browser takes this machine's for."""


def test_what_only_stands_in_the_text_of_a_page_is_quoted(page: Page, address: str) -> None:
    page.add_init_script(FAST)
    open_search(page, address)
    typed(page, "kecantikan")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("mark").filter(has_text="kecantikan")).to_have_count(1)
    page.evaluate("document.querySelector('.md-search-result__item a').click()")
    expect(page.locator("#isi")).to_contain_text("kecantikan")


READ = """async () => {
  const { read } = await import('./assets/cari-baca.js')
  const assets = new URL('assets/', document.baseURI)
  read([[{ location: 'iuran/' }]], assets, () => {})
}"""
"""As the search reads a page that it quotes."""


@pytest.mark.parametrize(("is_cut", "asked"), [(False, ["/iuran/"]), (True, [])])
def test_without_a_network_no_page_is_fetched(page: Page, address: str, is_cut: bool, asked: list[str]) -> None:
    page.add_init_script(FAST)
    page.goto(address)
    page.evaluate("import('./assets/cari-baca.js')")
    page.context.set_offline(is_cut)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.resource_type == "fetch" else None)
    page.evaluate(READ)
    page.evaluate("fetch('robots.txt').catch(() => {})")
    assert [urlsplit(url).path for url in fetched] == [*asked, "/robots.txt"]


def test_pages_are_not_fetched_for_a_quotation_where_data_is_dear(page: Page, address: str) -> None:
    page.clock.install()
    page.add_init_script(SAVES)
    open_search(page, address)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.resource_type == "fetch" else None)
    typed(page, "kecantikan")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    with page.expect_response("**/cari-baca.js"):
        page.clock.run_for(60_000)
    page.evaluate("import('./assets/cari-baca.js').then(() => fetch('robots.txt'))")  # the search asks before
    assert [urlsplit(url).path for url in fetched] == ["/robots.txt"]


def test_closing_leaves_no_words_in_the_address(page: Page, address: str) -> None:
    open_search(page, address + "daftar/")
    typed(page, "iuran")
    page.keyboard.press("Escape")
    expect(page.locator(".cari")).to_be_hidden()
    expect(page).to_have_url(address + "daftar/")


def test_it_says_what_it_took_a_word_for_and_leads_back(page: Page, address: str) -> None:
    open_search(page, address)
    typed(page, "iurn")
    changed = page.locator("[data-cari-ganti]")
    expect(changed).to_contain_text("Menampilkan hasil untuk “iuran”.")
    changed.get_by_role("link", name="Cari persis “iurn”").click()
    expect(page.locator(".cari__masukan")).to_have_value('"iurn"')
    expect(changed).to_be_hidden()


def test_an_empty_box_offers_words_and_each_finds_something(page: Page, address: str, demo: Edition) -> None:
    open_search(page, address)
    offered = page.locator("[data-cari-saran] a")
    expect(offered).to_have_count(len(demo.search_words.suggested))
    typed(page, "p")  # one letter begins nearly every word
    expect(page.get_by_role("status")).to_have_text("Ketik kata yang Anda cari.")
    expect(offered.first).to_be_visible()
    offered.first.click()
    expect(page.locator(".md-search-result__item").first).to_contain_text("Berapa iuran saya?")
    expect(page.locator("[data-cari-saran]")).to_be_hidden()


def test_while_a_beginning_fits_something_is_found(page: Page, address: str) -> None:
    page.goto(address)
    words = (
        "iuran",
        "menunggak",
        "melahirkan",
        "pendaftaran",
        "puskesmas",
        "rujukan",
        "kacamata",
        "pengaduan",
        "aktif",
    )
    begun = [word[:end] for word in words for end in range(3, len(word))]
    lost = [text for text, found in zip(begun, asked(page, begun), strict=True) if is_nothing(found)]
    assert lost == []


def test_every_emergency_word_calls_for_the_card_and_nothing_else_does(page: Page, address: str, demo: Edition) -> None:
    """The files of queries have what residents look for who are not in need."""
    page.goto(address)
    urgent = demo.search_words.urgent
    assert urgent is not None
    phrases = [phrase for entry in urgent.words for phrase in entry.said]
    missed = [text for text, found in zip(phrases, asked(page, phrases), strict=True) if not is_card(found)]
    assert missed == []
    others = [
        entry["q"]
        for name in ("queries.yml", "queries_held_out.yml", "queries_unseen.yml")
        for group in queries(name).values()
        for entry in group
        if "gawat-darurat" not in entry["pages"]
    ]
    told = queries("urgent.yml")
    cries = [*told["urgent"]]
    assert [text for text, found in zip(cries, asked(page, cries), strict=True) if not is_card(found)] == []
    others += told["others"]
    assert [text for text, found in zip(others, asked(page, others), strict=True) if is_card(found)] == []


def test_enter_waits_for_the_answer_to_what_was_typed(page: Page, address: str) -> None:
    """On a slow line the search is still on its way when somebody has typed and pressed Enter."""
    held: list[Route] = []
    page.context.route("**/cari-indeks.js", lambda route: held.append(route))
    open_search(page, address)
    with page.context.expect_event("request", lambda request: request.url.endswith("/cari-indeks.js")):
        page.locator(".cari__masukan").press_sequentially("rujukan")
    page.keyboard.press("Enter")
    expect(page.locator("[data-cari-kabar]")).to_have_text("Mencari …")
    assert urlsplit(page.url).path == "/"
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_url("**/rujukan/")


def is_nothing(found: list[list[dict[str, str]]]) -> bool:
    return not found or found[0][0]["location"].startswith(("?", "tel:"))


def is_card(found: list[list[dict[str, str]]]) -> bool:
    return bool(found) and "data-cari-darurat" in found[0][0]["title"]


def test_without_scripts_a_page_leads_to_all_topics(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "iuran/")
    page.get_by_role("link", name="Cari", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Semua topik, A sampai Z")
    page.get_by_role("link", name="Iuran saya menunggak").first.click()
    page.wait_for_url("**/tunggakan/")
    context.close()
