"""The pages as residents meet them: a cheap phone's width and a desktop's, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect

from tests.conftest import DEMO, LONGEST, SHORT
from tests.site.test_pages import FOR_STAFF, PAGES

Serve = Callable[[str], str]
WIDTHS = (360, 1280)
HEIGHT = 740
SMALL = (
    "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && [...e.childNodes]"
    ".some(n => n.nodeType === 3 && n.textContent.trim())).map(e => parseFloat(getComputedStyle(e).fontSize))"
    ".filter(size => size < 14)"
)
RUNNING = "parseFloat(getComputedStyle(document.querySelector(':is(main, #isi) p:not(.jejak)')).fontSize)"


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of one width."""
    with watched(browser, request.param) as opened:
        yield opened


@contextmanager
def watched(browser: Browser, width: int) -> Iterator[Page]:
    """A page; at the end there must have been no error and no request to another host."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="id-ID")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if _matters(message) else None)
    opened.on("response", lambda answer: complaints.append(answer.url) if _is_missing(answer) else None)
    opened.on(
        "requestfailed",
        lambda request: complaints.append(f"{request.url} {request.failure}") if _failed(request) else None,
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: complaints.append(request.url) if _foreign(request.url) else None)
    yield opened
    context.close()
    assert complaints == []


def _matters(message: ConsoleMessage) -> bool:
    """Errors and warnings; that a file is missing is seen in the response."""
    return message.type in ("error", "warning") and "Failed to load resource" not in message.text


def _is_missing(answer: Response) -> bool:
    return answer.status >= 400 and not answer.request.is_navigation_request()


def _failed(request: Request) -> bool:
    """Not one that the page gave up because it was left."""
    return request.failure != "net::ERR_ABORTED"


def _foreign(url: str) -> bool:
    return urlsplit(url).hostname not in ("127.0.0.1", None)


@pytest.mark.parametrize("slug", [DEMO, LONGEST])
def test_every_page_fits_its_width_shows_its_pictures_and_can_be_read(
    browser: Browser, serve: Serve, slug: str
) -> None:
    with watched(browser, WIDTHS[0]) as page:
        for name in (*PAGES, *FOR_STAFF):
            page.goto(serve(slug) + name)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                looks_right(page, name)


BROKEN = """async () => {
  const broken = [];
  for (const image of document.images) {
    image.loading = 'eager';
    await image.decode().catch(() => broken.push(image.src));
  }
  return broken;
}"""


def looks_right(page: Page, name: str) -> None:
    """No page scrolls sideways, every picture loads, and text is large enough."""
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert page.evaluate(BROKEN) == [], (
        name
    )  # not wait_for_function: it asks again by eval(), against the pages' policy
    assert page.evaluate(SMALL) == [], name
    assert page.evaluate(RUNNING) >= 18, name


def open_search(page: Page) -> None:
    page.get_by_role("button", name="Cari", exact=True).first.click()


@pytest.mark.parametrize(
    ("query", "target"), [("iuran", "iuran/"), ("igd", "gawat-darurat/"), ("kartu keluarga", "daftar/")]
)
def test_a_search_typed_into_the_box_finds_the_page(page: Page, serve: Serve, query: str, target: str) -> None:
    page.goto(serve(SHORT) + "tentang/")
    open_search(page)
    page.keyboard.type(query)
    hit = page.locator(f'.md-search-result a[href*="/{target}"]').first
    expect(hit).to_be_visible()
    hit.click()
    page.wait_for_url(f"**/{target}**")


def test_the_search_form_of_the_home_page_opens_the_results(page: Page, serve: Serve) -> None:
    page.goto(serve(DEMO))
    box = page.locator('input[name="q"]:visible').first
    box.fill("dinas sosial")
    box.press("Enter")
    expect(page.locator('.md-search-result a[href*="/pbi-tidak-aktif/"]').first).to_be_visible()


def test_each_choice_of_the_home_page_leads_to_its_page(page: Page, serve: Serve) -> None:
    page.goto(serve(SHORT))
    for title, address in (("Saya belum punya JKN", "daftar/"), ("Kartu saya tidak aktif", "pbi-tidak-aktif/")):
        page.get_by_role("link", name=title).click()
        page.wait_for_url(f"**/{address}")
        page.go_back()


def test_the_next_event_is_shown_or_where_to_ask(page: Page, serve: Serve) -> None:
    page.goto(serve(DEMO))
    expect(page.get_by_text("WIB").locator("visible=true").first).to_be_visible()
    page.goto(serve(SHORT))
    expect(page.get_by_text("Belum ada jadwal di sini.")).to_be_visible()


def test_the_menu_works_with_the_keyboard_alone(page: Page, serve: Serve) -> None:
    page.goto(serve(SHORT))
    menu = page.locator("summary", has_text="Menu")
    if not menu.is_visible():
        expect(page.locator("header").get_by_role("link", name="Berobat", exact=True).first).to_be_visible()
        return
    menu.focus()
    page.keyboard.press("Enter")
    entry = page.locator("header").get_by_role("link", name="Gawat darurat", exact=True)
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(menu).to_be_focused()


def test_escape_closes_the_menu_while_the_script_that_a_touch_loads_is_on_its_way(page: Page, serve: Serve) -> None:
    page.route("**/assets/alat.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(serve(SHORT) + "iuran/")
    menu = page.locator("summary", has_text="Menu")
    menu.click()
    group = page.locator("details.kelompok[open]", has_text="Belum punya JKN")  # that of this page
    expect(group.get_by_role("link", name="Iuran", exact=True)).to_have_attribute("aria-current", "page")
    page.keyboard.press("Escape")
    expect(group).to_be_hidden()
    expect(menu).to_be_focused()


def test_without_scripts_the_menu_has_the_most_wanted_pages_and_the_way_to_all(browser: Browser, serve: Serve) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(serve(SHORT) + "iuran/")
    page.locator("summary", has_text="Menu").click()
    expect(page.locator(".menu-saku").get_by_role("link", name="Kartu tidak aktif")).to_be_visible()
    page.locator(".menu-saku").get_by_role("link", name="Semua halaman").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Semua topik, A sampai Z")
    expect(page.locator("footer").get_by_role("link", name="Pindah puskesmas")).to_be_visible()
    page.locator("header").get_by_role("link", name="Cari", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Semua topik, A sampai Z")
    context.close()


def test_buttons_and_menu_entries_are_large_enough_for_a_thumb(page: Page, serve: Serve) -> None:
    page.goto(serve(SHORT))
    sizes = page.evaluate(
        "[...document.querySelectorAll('header .alat')].map(e => e.getBoundingClientRect())"
        ".filter(r => r.width).map(r => Math.min(r.width, r.height))"
    )
    assert sizes
    assert min(sizes) >= 44


def test_an_unknown_address_gives_the_404_page_with_the_care_center(page: Page, serve: Serve) -> None:
    page.goto(serve(SHORT) + "tidak/ada/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman ini tidak ada")
    expect(page.get_by_role("link", name="165").first).to_be_visible()
