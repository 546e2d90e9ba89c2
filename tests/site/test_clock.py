"""Pages that know what day it is: opened later, they read as if somebody had built them on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.site.inline import CLOCK as SCRIPT
from tests.publish.terbitan import PUBLISHES
from tests.site.clock import KINDS, PORTAL, Clock, seen

LARGEST = 2048
"""Bytes of the script as it is sent."""


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(tmp_path_factory.mktemp("jam"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="id-ID")
    yield context.new_page()
    context.close()


def opened(page: Page, clock: Clock, slug: str, on: date) -> Page:
    """A page of the old publication on a day."""
    page.clock.set_fixed_time(datetime(on.year, on.month, on.day, 5, tzinfo=UTC))
    page.goto(clock.old.address(slug))
    return page


@pytest.mark.parametrize("on", [date(2026, 12, 1), date(2028, 11, 20)], ids=str)
def test_an_old_page_reads_as_one_that_is_built_on_the_day_on_which_it_is_read(
    clock: Clock, browser: Browser, on: date
) -> None:
    slugs = (*KINDS, PORTAL, *clock.papers)
    old, fresh = seen(browser, clock.old, on, slugs), seen(browser, clock.built(on), on, slugs)
    assert [slug for slug in slugs if old[slug] != fresh[slug]] == []


def test_the_next_event_is_the_next_one_and_says_how_near_it_is(page: Page, clock: Clock) -> None:
    for on, title, near in (
        (date(2026, 12, 2), "Sekali", "(besok)"),
        (date(2026, 12, 3), "Sekali", "(hari ini)"),
        (date(2026, 12, 4), "Tiap pekan", "(4 hari lagi)"),
        (date(2028, 1, 1), "Tiap bulan", "(11 hari lagi)"),
    ):
        card = opened(page, clock, "beranda", on).locator(".acara:visible")
        expect(card).to_have_count(1)
        assert (card.locator("h3").inner_text(), card.locator(".lagi").inner_text()) == (title, near)


def test_a_paper_is_true_with_a_day_and_then_asks_to_ask(page: Page, clock: Clock) -> None:
    code = clock.papers[0]
    heading = opened(page, clock, code, date(2026, 11, 30)).locator("h1:visible")
    expect(heading).to_have_text("Kertas ini masih benar per 22 November 2026.")
    opened(page, clock, code, date(2027, 1, 20))
    expect(heading).to_have_text("Tanyakan dulu sebelum memakai kertas ini.")
    assert page.title().startswith("Tanyakan dulu")
    expect(page.locator(".subjek > p")).to_have_text("Isi halamannya per 22 November 2026. Buka halamannya")


def test_a_build_says_that_it_is_old_after_45_days_and_after_14_on_the_page_of_a_paper(
    page: Page, clock: Clock
) -> None:
    for slug, last in (("daftar", 45), (clock.papers[0], 14)):
        told = page.get_by_text("dan belum diperbarui sejak itu")
        for age in (last, last + 1):
            opened(page, clock, slug, date.fromordinal(PUBLISHES.toordinal() + age))
            expect(told).to_be_visible(visible=age > last)


TODAY = "[data-pekan]:visible"


def test_a_place_tells_todays_hours_in_its_own_zone_and_never_that_it_is_open(page: Page, clock: Clock) -> None:
    for on, told in (
        (date(2026, 12, 3), "Jadwal hari ini 08.00–12.00 dan 13.00–15.00; hari libur dapat tutup."),
        (date(2026, 12, 4), "Jadwal hari ini 08.00–11.00; hari libur dapat tutup."),
        (date(2026, 12, 6), "Jadwal hari ini: tutup."),
    ):
        expect(opened(page, clock, "puskesmas", on).locator(TODAY)).to_have_text([told])
        assert "buka sekarang" not in page.locator("body").inner_text().lower()
    page.clock.set_fixed_time(datetime(2026, 12, 3, 18, tzinfo=UTC))  # one o'clock on Friday morning there
    page.goto(clock.old.address("puskesmas"))
    expect(page.locator(TODAY)).to_contain_text("08.00–11.00")


def test_a_place_tells_the_hours_of_its_whole_week_where_no_clock_is_asked_or_believed(
    page: Page, browser: Browser, clock: Clock
) -> None:
    week = "Senin–Kamis 08.00–12.00 dan 13.00–15.00, Jumat 08.00–11.00 WIB"
    opened(page, clock, "puskesmas", date(2019, 1, 1))
    context = browser.new_context(java_script_enabled=False)
    silent = context.new_page()
    silent.goto(clock.old.address("puskesmas"))
    for shown in (page, silent):
        expect(shown.locator("#isi")).to_contain_text(week)
        expect(shown.locator(TODAY)).to_have_count(0)
    context.close()


def test_a_clock_from_before_the_build_is_not_believed(page: Page, clock: Clock) -> None:
    opened(page, clock, "beranda", date(2019, 1, 1))
    expect(page.get_by_text("Menurut data 22 November 2026.")).to_be_visible()
    expect(page.locator(".lagi")).to_have_count(0)


def test_without_a_script_a_page_names_its_day(browser: Browser, clock: Clock) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(clock.old.address("beranda"))
    expect(page.get_by_text("Menurut data 22 November 2026.")).to_be_visible()
    page.goto(clock.old.address(clock.papers[0]))
    expect(page.locator("h1:visible")).to_have_text("Kertas ini masih benar per 22 November 2026.")
    context.close()


def test_what_is_vital_stays_and_is_marked(page: Page, clock: Clock) -> None:
    opened(page, clock, "gawat-darurat", date(2028, 11, 1))
    text = page.locator("#isi").inner_text()
    assert "IGD (Instalasi Gawat Darurat) rumah sakit, atau puskesmas yang buka 24 jam" in text
    assert "Tidak berlaku lagi sejak 1 September 2027: gawat darurat." in text


def test_the_script_is_small_and_stands_before_anything_that_is_painted(clock: Clock) -> None:
    assert len(SCRIPT.encode()) <= LARGEST
    page = Path(clock.old.address("daftar").removeprefix("file://")).read_text("utf-8")
    assert page.count(f"<script>{SCRIPT}</script>") == 1
    assert page.index(SCRIPT) < page.index('rel="stylesheet"') < page.index("<body")
