"""The reader's own kecamatan: chosen once, it comes first on some pages, and nobody but the phone knows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import DAY, DEMO
from tests.site.test_browser import watched

OWN = "k/pulau-rekaan/"
BROUGHT_TO = ("", "berobat/", "daftar/")
FIRST = ".teks #puskesmas + ul > li, .teks [data-acara] li"
"""What its page says first: its places, and its coming events."""
TOP = "[data-kecamatan]"


@pytest.fixture
def site(serve: Callable[[str], str]) -> str:
    return serve(DEMO)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched(browser, 360) as opened:
        opened.clock.set_fixed_time(datetime.combine(DAY, time(10)))
        yield opened


def test_a_chosen_kecamatan_brings_its_places_and_events_to_the_top_until_it_is_forgotten(
    page: Page, site: str
) -> None:
    page.goto(site + OWN)
    own = page.locator(FIRST).all_inner_texts()
    assert any("Puskesmas Rekaan Teratai" in told for told in own)
    assert any("Cek status di Pulau Rekaan" in told for told in own)
    page.get_by_role("button", name="ingat di HP ini").click()
    for name in BROUGHT_TO:
        page.goto(site + name)
        rows = page.locator(f"{TOP} li")
        expect(rows).to_have_count(len(own))
        assert [squeezed(told) for told in rows.all_inner_texts()] == [squeezed(told) for told in own]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.locator(TOP).get_by_role("link", name="Kecamatan Pulau Rekaan").click()
    page.get_by_role("button", name="Lupakan").click()
    for name in BROUGHT_TO:
        page.goto(site + name, wait_until="networkidle")
        expect(page.locator(f"{TOP} li")).to_have_count(0)
        expect(page.locator(TOP).get_by_role("link", name="Pilih kecamatan Anda")).to_be_visible()


def squeezed(told: str) -> str:
    """A row's words, however its lines break."""
    return " ".join(told.split())


def test_of_many_places_and_events_the_next_three_come_first_with_the_way_to_all(page: Page, site: str) -> None:
    page.goto(site + OWN)
    page.get_by_role("button", name="ingat di HP ini").click()

    def with_many(route: Route) -> None:
        """The kecamatan's page with seven places, and events on seven days."""
        text = route.fetch().text()
        place = re.search(r'(?s)(<h2 id="puskesmas".*?<ul>\s*)(<li>.*?</li>)', text)
        event = re.search(r'<li data-mulai="[^"]*".*?</li>', text)
        assert place and event
        days = "".join(
            re.sub('data-kegiatan="[^"]*"', f'data-kegiatan="k{number}"', event[0]).replace("hidden", "")
            for number in range(7)
        )
        route.fulfill(body=text.replace(event[0], days, 1).replace(place[2], place[2] * 7, 1), content_type="text/html")

    page.route("**/" + OWN, with_many)
    page.goto(site + "berobat/", wait_until="networkidle")
    box = page.locator(TOP)
    expect(box.locator("> ul > li:visible")).to_have_count(3)
    expect(box.locator("[data-acara] li:visible")).to_have_count(3)
    for name, part in (("Semua tempat", "puskesmas"), ("Semua kegiatan", "kegiatan")):
        expect(box.get_by_role("link", name=f"{name} di Kecamatan Pulau Rekaan")).to_have_attribute(
            "href", f"{site}{OWN}#{part}"
        )


def test_choosing_sends_nothing_and_what_is_brought_is_read_from_the_page_itself(page: Page, site: str) -> None:
    page.goto(site + OWN, wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    page.get_by_role("button", name="ingat di HP ini").click()
    expect(page.get_by_role("button", name="Lupakan")).to_be_visible()
    assert sent == []
    page.goto(site + "daftar/", wait_until="networkidle")
    assert [one for one in sent if "pulau-rekaan" in one] == [f"GET {site}{OWN}"]
    assert page.context.cookies() == []


def test_the_button_is_seen_as_one_and_large_enough_for_a_thumb(page: Page, site: str) -> None:
    page.goto(site + OWN)
    button = page.get_by_role("button", name="ingat di HP ini")
    box = button.bounding_box()
    assert box is not None and box["height"] >= 44
    style = "e => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).backgroundColor]"
    border, ground = button.evaluate(style)
    assert border == "solid"
    assert ground != "rgba(0, 0, 0, 0)"
    page.keyboard.press("Tab")
    button.focus()
    assert button.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_without_javascript_a_list_leads_to_every_kecamatan(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "berobat/")
    page.get_by_role("link", name="Pilih kecamatan Anda").click()
    page.get_by_role("link", name="Pulau Rekaan", exact=True).click()
    expect(page.get_by_role("heading", name="Kecamatan Pulau Rekaan")).to_be_visible()
    expect(page.get_by_role("button", name="ingat di HP ini")).to_be_hidden()
    context.close()
