"""Contact sheets of a site's pages: three widths, dark, colours of the reader's own, letters twice as large.

    python -m scripts.looks dist/situs/contoh.example FOLDER "" unduh/ 404.html

writes a picture for each look, with the pages beside each other. Without pages, it takes a dozen of the folder.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving import serving

GAP, GROUND = 16, "#808890"
HEIGHT, TALLEST = 640, 1600
WIDE = 1280
MANY = 12
LOOKS: dict[str, dict[str, Any]] = {
    "320": {"viewport": {"width": 320, "height": HEIGHT}},
    "360": {"viewport": {"width": 360, "height": HEIGHT}},
    "1280": {"viewport": {"width": WIDE, "height": HEIGHT}},
    "gelap": {"viewport": {"width": 360, "height": HEIGHT}, "color_scheme": "dark"},
    "gelap-1280": {"viewport": {"width": WIDE, "height": HEIGHT}, "color_scheme": "dark"},
    "warna-sendiri": {"viewport": {"width": 360, "height": HEIGHT}, "forced_colors": "active", "color_scheme": "dark"},
    "huruf-besar": {"viewport": {"width": 360, "height": HEIGHT}},
}
"""By name, what a browser is told."""
LARGE = "html { font-size: 225% !important }"
"""Twice what pages have."""


def main(site: Path, target: Path, pages: list[str]) -> None:
    """Write a contact sheet for each look."""
    target.mkdir(parents=True, exist_ok=True)
    shown = pages or list(_some(site))
    with serving(site) as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for name, look in LOOKS.items():
            sheet = beside(list(_pictures(browser, address, shown, name, look)))
            sheet.save(target / f"ragam-{name}.webp", quality=70, method=6)
        browser.close()


def _some(site: Path) -> Iterator[str]:
    """Pages of a folder, evenly taken."""
    found = sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("*/index.html"))
    yield ""
    yield from found[:: max(1, len(found) // MANY)]


def _pictures(
    browser: Browser, address: str, pages: list[str], name: str, look: dict[str, Any]
) -> Iterator[Image.Image]:
    context = browser.new_context(bypass_csp=True, locale="id-ID", **look)
    for path in pages:
        page = context.new_page()
        page.goto(address + path)
        if name == "huruf-besar":
            page.add_style_tag(content=LARGE)
        yield _taken(page)
        page.close()
    context.close()


def _taken(page: Page) -> Image.Image:
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return whole.crop((0, 0, whole.width, min(whole.height, TALLEST)))


def beside(pictures: list[Image.Image]) -> Image.Image:
    """Pictures in a row, or in rows of four where they are wide."""
    rows = [pictures[at : at + 4] for at in range(0, len(pictures), 4)] if pictures[0].width == WIDE else [pictures]
    heights = [max(one.height for one in row) + GAP for row in rows]
    width = max(sum(one.width + GAP for one in row) for row in rows) + GAP
    sheet, top = Image.new("RGB", (width, sum(heights) + GAP), GROUND), GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for one in row:
            sheet.paste(one, (left, top))
            left += one.width + GAP
        top += height
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
