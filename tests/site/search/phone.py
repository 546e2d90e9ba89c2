"""The search opened by hand, and words typed into it."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def typed(page: Page, text: str) -> None:
    box = page.locator(".cari__masukan")
    box.fill("")
    box.press_sequentially(text)


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-cari-buka]:visible").first.click()
    expect(page.locator(".cari__masukan")).to_be_focused()
