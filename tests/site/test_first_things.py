"""What people come for stands on the first screen of its page, on a phone of 360 × 640 pixels, above the call bar;
whatever colours they have chosen, however large their letters are, and on paper."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import DEMO, LONGEST, SHORT

Serve = Callable[[str], str]
PHONE = {"width": 360, "height": 640}
BAR = ".bilah"
ANSWERS = {
    "": ".cepat li:last-child a",
    "pbi-tidak-aktif/": ".lede p",
    "bayi-baru-lahir/": ".lede p",
    "puskesmas/": ".lede p >> nth=1",
    "iuran/": ".lede strong",
    "gawat-darurat/": ".panggil a >> nth=-1",
    "masa-tunggu/": ".lede strong",
    "pindah-faskes/": ".lede strong",
    "pengaduan/": ".lede strong",
}
"""Where the answer to a task stands. The site of a real district knows no event and no hours."""
FILLED_IN = {
    "": ".pembuka__lede p",
    "puskesmas/": ".lede nav a",
    "jadwal/": ".lede [data-mulai]:not([hidden]) .utuh",
    "k/contoh-kota/": ".lede [data-pekan]:not([hidden])",
}
"""The same of a district that has filled in everything."""
BROKEN = r"""() => {
  const found = [], range = document.createRange()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const text = walk.currentNode
    if (!text.parentElement.checkVisibility() || text.parentElement.closest("script, style, .sr, pre")) continue
    for (const word of text.data.matchAll(/[\p{L}()]{2,15}/gu)) {
      range.setStart(text, word.index)
      range.setEnd(text, word.index + word[0].length)
      const tops = [...range.getClientRects()].map((box) => box.top)
      if (Math.max(...tops) - Math.min(...tops) > 8) found.push(word[0])
    }
  }
  return found
}"""
"""Words of up to fifteen letters that stand on two lines."""
COLOURS = """names => names.map(name => getComputedStyle(document.querySelector(name)))
  .map(style => [style.backgroundColor, style.color])"""
EDGES = """names => names.filter(name => {
  const found = document.querySelector(name)
  return found && parseFloat(getComputedStyle(found).borderTopWidth) < 1
})"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, bypass_csp=True, locale="id-ID")
    context.add_init_script("Date.now = () => Date.parse('2026-11-23T03:00:00Z')")
    yield context.new_page()
    context.close()


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize(("slug", "answers"), [(SHORT, ANSWERS), (DEMO, {**ANSWERS, **FILLED_IN})])
def test_an_answer_stands_on_the_first_screen_of_its_page(
    phone: Page, serve: Serve, slug: str, answers: dict[str, str]
) -> None:
    late = {}
    for address, answer in answers.items():
        phone.goto(serve(slug) + address)
        foot = phone.locator(BAR).bounding_box()
        assert foot
        if (end := bottom(phone, answer)) > foot["y"]:
            late[address] = end
    assert late == {}


def test_help_is_one_tap_away_on_every_page_of_a_phone(phone: Page, serve: Serve) -> None:
    phone.goto(serve(SHORT) + "tentang/")
    links = phone.locator(f"{BAR} a")
    assert [link.inner_text() for link in links.all()] == ["Telepon 165", "Gawat darurat", "Puskesmas"]
    assert links.first.get_attribute("href") == "tel:165"
    assert min(box["height"] for link in links.all() if (box := link.bounding_box())) >= 48
    phone.set_viewport_size({"width": 1280, "height": 640})
    assert not phone.locator(BAR).is_visible()
    phone.set_viewport_size(PHONE)


def test_the_page_of_emergencies_begins_with_numbers_to_press(phone: Page, serve: Serve) -> None:
    called = {}
    for slug in (DEMO, SHORT):
        phone.goto(serve(slug) + "gawat-darurat/")
        buttons = phone.locator(".panggil a").all()
        assert min(box["height"] for button in buttons if (box := button.bounding_box())) >= 48
        called[slug] = [button.get_attribute("href") for button in buttons]
        within = phone.locator('.blok-lakukan a[href^="tel:"]').first.bounding_box()
        assert within
        assert min(within["width"], within["height"]) >= 44
    assert called == {DEMO: ["tel:00001005", "tel:119"], SHORT: ["tel:119"]}


def test_letters_twice_as_large_break_no_word(phone: Page, serve: Serve) -> None:
    for slug, address in (
        (LONGEST, ""),
        (SHORT, "gawat-darurat/"),
        (DEMO, "jadwal/"),
        (LONGEST, "daftar/"),
        (SHORT, "404.html"),
    ):
        phone.goto(serve(slug) + address)
        phone.add_style_tag(content="html { font-size: 225% !important }")
        assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"], address
        assert phone.evaluate(BROKEN) == [], address


def test_search_and_menu_stand_side_by_side_however_large_letters_are(phone: Page, serve: Serve) -> None:
    phone.goto(serve(DEMO))
    for percent in (112, 150, 175, 200, 225):
        phone.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
        tools = [box["y"] for tool in phone.locator(".kepala .alat").all() if (box := tool.bounding_box())]
        assert len(tools) == 2 and tools[0] == tools[1], percent


def test_by_night_pages_and_drawings_are_dark(browser: Browser, serve: Serve) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    page.goto(serve(DEMO) + "gawat-darurat/")
    shown = page.evaluate(COLOURS, ["body", ".blok-lakukan"])
    assert shown == [["rgb(15, 21, 48)", "rgb(238, 241, 251)"], ["rgb(245, 188, 66)", "rgb(19, 28, 63)"]]
    drawing = page.request.get(serve(DEMO) + "assets/seni/ambulans-igd.svg").text()
    assert "prefers-color-scheme: dark){svg{--il-line:#dfe5fb;" in drawing
    context.close()


def test_with_colours_of_the_readers_own_everything_keeps_its_edge(browser: Browser, serve: Serve) -> None:
    context = browser.new_context(viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(serve(DEMO) + "gawat-darurat/")
    names = [
        ".blok-lakukan",
        ".blok-lakukan li",
        ".blok-darurat",
        ".telepon",
        ".tombol",
        ".bilah a",
        ".kaki",
        ".pratinjau strong",
    ]
    assert page.evaluate(EDGES, [name for name in names if name != ".blok-lakukan li"]) == []
    context.close()


def test_a_printed_page_takes_three_sheets_and_says_where_its_links_lead(browser: Browser, serve: Serve) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with page.expect_request_finished(lambda request: "/alat." in request.url):
        page.goto(serve(SHORT) + "daftar/")
    page.wait_for_load_state("networkidle")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    page.close()
    assert len(sheets) <= 3
    assert "Alamat tautan" in sheets[-1]
    assert "dinkeskabserang.id/dokumen/" in sheets[-1]
    assert "https://dinkeskabserang.id/daftar/ · daftar 2026-11-21" in " ".join(sheets[-1].split())
    assert min(len(sheet) for sheet in sheets) > 600, "a sheet holds the foot alone"
