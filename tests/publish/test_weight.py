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

VIEW, USED, REQUESTS = 30_000, 50_000, 5
"""Limits of a first view, and of that with menu and search used."""
LEAVES = ("", "iuran/", "gawat-darurat/")


class Fetched:
    """The files that a page of a web root asks for."""

    def __init__(self, page: Page, root: Path) -> None:
        self._root = root
        self.paths: dict[str, None] = {}
        page.on("request", lambda request: self.paths.setdefault(urlsplit(request.url).path))

    def bytes(self) -> int:
        """Compressed."""
        files = [self._root / path.lstrip("/") for path in self.paths]
        files = [file / "index.html" if file.is_dir() else file for file in files]
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def held(browser: Browser, root: Path, address: str, used: int | None) -> None:
    """Hold the limits; that after a search, where there is one."""
    for name in LEAVES:
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
        assert used is None or fetched.bytes() <= used, name
        context.close()


@pytest.mark.parametrize("slug", [DEMO, SHORT])
def test_a_first_view_of_a_preview_is_light(
    browser: Browser, serve: Callable[[str], str], dist: Path, hosts: dict[str, str], slug: str
) -> None:
    held(browser, site_of(dist, hosts[slug]), serve(slug), used=None)


def test_a_first_view_of_a_publication_is_light(browser: Browser, published: Published) -> None:
    with serving(published.site) as address:
        held(browser, published.site, address, used=USED)


def test_texts_of_a_publication_lie_compressed_beside_themselves(published: Published, dist: Path) -> None:
    texts = [path for path in published.site.rglob("*") if path.suffix in TEXTS and path.stat().st_size >= WORTH]
    assert len(texts) > 50
    for path in texts:
        assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes()
        assert brotli.decompress(Path(f"{path}.br").read_bytes()) == path.read_bytes()
    assert not [path for path in dist.rglob("*") if path.suffix in (".gz", ".br", ".zip")]
