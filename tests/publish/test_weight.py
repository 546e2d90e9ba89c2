"""What a phone fetches, in bytes as a host sends them (gzip) and in requests: of a preview and of a publication."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.publish.layout import site_of
from selebaran.site.compressed import TEXTS, WORTH
from tests.conftest import DEMO, SHORT
from tests.publish.terbitan import Published
from tests.serving import serving

VIEW, USED, SECOND, REQUESTS = 25_000, 50_000, 6_000, 5
"""Limits of a first view, of that with menu and search used, and of a second page of a publication."""
PREVIEW = 200
"""What a preview says beside, on each page."""
LEAVES = ("", "iuran/", "gawat-darurat/")
LONG = "jadwal/"
"""The page of the menu that holds most, where a district has events for years ahead."""


class Fetched:
    """The files that a page of a web root asks for."""

    def __init__(self, page: Page, root: Path, aside: str = "?") -> None:
        self._root, self._aside = root, aside
        self.paths: dict[str, None] = {}
        page.on("request", lambda request: self._note(urlsplit(request.url).path))

    def _note(self, path: str) -> None:
        if not path.startswith(self._aside):
            self.paths.setdefault(path)

    def bytes(self) -> int:
        """Compressed."""
        files = [self._root / path.lstrip("/") for path in self.paths]
        files = [file / "index.html" if file.is_dir() else file for file in files]
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def held(browser: Browser, root: Path, address: str) -> None:
    """Hold the limits of a first view, and of what menu and search load."""
    for name in (*LEAVES, LONG):
        context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
        page = context.new_page()
        fetched = Fetched(page, root)
        page.goto(address + name)
        assert fetched.bytes() <= VIEW, name
        assert len(fetched.paths) <= REQUESTS, list(fetched.paths)
        page.locator("summary", has_text="Menu").first.click()
        page.keyboard.press("Escape")
        page.locator("[data-cari-buka]:visible").first.click()
        page.keyboard.type("iuran")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert fetched.bytes() <= USED, name
        context.close()


def second(browser: Browser, root: Path, address: str) -> dict[str, int]:
    """What each page brings to somebody who comes from the home page, drawings aside: a browser loads these when one
    comes near them."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    fetched = Fetched(page, root, "/assets/seni/")
    found = {}
    for name in LEAVES:
        page.goto(address + name)
        before = sum(found.values())
        found[name] = fetched.bytes() - before
    context.close()
    return found


@pytest.mark.parametrize("slug", [DEMO, SHORT])
def test_a_first_view_of_a_preview_is_light(
    browser: Browser, serve: Callable[[str], str], dist: Path, hosts: dict[str, str], slug: str
) -> None:
    """Also of the demonstration district, which has everything filled in."""
    root = site_of(dist, hosts[slug])
    held(browser, root, serve(slug))
    assert max([*second(browser, root, serve(slug)).values()][1:]) <= SECOND + PREVIEW


def test_a_first_view_of_a_publication_is_light(browser: Browser, published: Published) -> None:
    with serving(published.site) as address:
        held(browser, published.site, address)
        assert max([*second(browser, published.site, address).values()][1:]) <= SECOND


def test_texts_of_a_publication_lie_compressed_beside_themselves(published: Published, dist: Path) -> None:
    texts = [path for path in published.site.rglob("*") if path.suffix in TEXTS and path.stat().st_size >= WORTH]
    assert len(texts) > 50
    for path in texts:
        assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes()
        assert brotli.decompress(Path(f"{path}.br").read_bytes()) == path.read_bytes()
    reports = dist / "laporan"  # for staff, who read what is packed by programs
    previews = [path for path in dist.rglob("*") if not path.is_relative_to(reports)]
    assert not [path for path in previews if path.suffix in (".gz", ".br", ".zip")]
