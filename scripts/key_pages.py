"""Key pages of some districts as a phone shows them: one picture a district.

`python -m scripts.key_pages FOLDER SLUG … --pages NAME,NAME,…` builds the sites as previews; with `--published`, as
published with the made-up consent of `scripts.days`: such a picture of a real district is to be looked at, and belongs
into no document.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.days import BACKGROUND, DAYS, GAP, PHONE, ROOT, published
from tests.serving import serving

TALL, SCALE, ROW = 1300, 1 / 2, 5


def main() -> None:
    """Build, open, and write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("slugs", nargs="+", metavar="slug")
    parser.add_argument("--published", action="store_true", help="as published, with a consent that stands there alone")
    parser.add_argument("--pages", required=True, type=lambda names: names.split(","), help="their names in content/")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for slug in given.slugs:
            folder = Path(name, slug)
            folder.mkdir()
            site = published(slug, folder, None, DAYS[0], checked=False) if given.published else preview(slug, folder)
            beside(browser, site, given.pages).save(given.folder / f"sepuluh-halaman-{slug}.webp", quality=55, method=6)
        browser.close()


def preview(slug: str, folder: Path) -> Path:
    """The web root of a district as its office sees it before anybody has consented."""
    place = ["--only", "site", "--out", str(folder), "--as-of", DAYS[0], "--quiet"]
    subprocess.run([sys.executable, str(ROOT / "build.py"), slug, *place], check=True)
    return next(path for path in folder.iterdir() if (path / "robots.txt").is_file())


def beside(browser: Browser, site: Path, pages: Sequence[str]) -> Image.Image:
    """The beginnings of the key pages, in two rows."""
    page = browser.new_page(viewport={"width": PHONE, "height": TALL})
    shots = []
    with serving(site) as address:
        for name in pages:
            page.goto(f"{address}{name}/")
            shots.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    page.close()
    wide, high = (round(side * SCALE) for side in (PHONE, TALL))
    sheet = Image.new("RGB", (ROW * (wide + GAP) + GAP, -(-len(shots) // ROW) * (high + GAP) + GAP), BACKGROUND)
    for number, shot in enumerate(shots):
        at = (GAP + number % ROW * (wide + GAP), GAP + number // ROW * (high + GAP))
        sheet.paste(shot.resize((wide, high), Image.Resampling.LANCZOS), at)
    return sheet


if __name__ == "__main__":
    main()
