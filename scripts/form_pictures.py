"""Pictures of a district's form: on a phone, and in `selebaran serve` beside page and sheets (`make pictures`)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from selebaran.desk.district_files import district_of
from selebaran.desk.form_page import form_page
from selebaran.read.project import read_project

ROOT = Path(__file__).resolve().parent.parent
GAP, GROUND = 18, "#d8dce6"
SERIES = "Kegiatan berulang"
WIDE = {"width": 1200, "height": 1000}


def on_a_phone(folder: Path, browser: Browser, slug: str, shot: Mapping[str, Any]) -> Image.Image:
    """The form filled in, from its top; beside it what it gives, and how it will look."""
    folder.mkdir(parents=True)
    file = folder / "formulir.html"
    file.write_text(form_page(district_of(slug, read_project(ROOT), ROOT)), "utf-8")
    page = browser.new_page(viewport={"width": shot["lebar"], "height": shot["tinggi"]}, locale="id-ID")
    page.goto(file.as_uri())
    fill(page, shot)
    top = _seen(page)
    page.locator("#isian .utama").first.click()
    page.locator("#hasil").scroll_into_view_if_needed()
    page.locator("#hasil h2").evaluate("head => head.scrollIntoView()")
    below = _seen(page)
    page.close()
    both = Image.new("RGB", (top.width * 2 + GAP, top.height), GROUND)
    both.paste(top, (0, 0))
    both.paste(below, (top.width + GAP, 0))
    return both


def fill(page: Page, shot: Mapping[str, Any]) -> None:
    """Fill in what a shot says."""
    for title, text in shot["isi"].items():
        row = page.locator("#isi > .isian").filter(has=page.locator("label", has_text=title)).first
        box = row.locator("input,select,textarea")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(text)
        else:
            box.fill(text)
    page.locator("summary", has_text=SERIES).click()
    page.locator("details", has=page.locator("summary", has_text=SERIES)).locator("select").first.select_option(
        shot["berulang"]
    )
    page.locator("#kartu", has_text=shot["isi"]["Judul"]).wait_for()
    page.mouse.wheel(0, -10000)


def beside_its_page(page: Page, address: str, shot: Mapping[str, Any]) -> Image.Image:
    """The form in the preview, with a page of the site in its frame; `address` is that of the site."""
    page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
    page.goto(f"{address}_pratinjau/formulir/")
    fill(page, {**shot, "isi": {key: text for key, text in shot["isi"].items() if key != "Selesai"}})
    frame = page.frame_locator("iframe").first
    page.frames[1].goto(f"{address}{shot['halaman']}/")
    frame.locator("main h1", has_text="edang dibuat").wait_for(state="detached")
    frame.locator("h1").first.wait_for()
    page.frame_locator("iframe").last.locator("li").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    return _seen(page)


def _seen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")
