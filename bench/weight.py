"""`make bench`, fifth part: what a phone fetches for a first view, by type, and when it sees something on a slow line.

Bytes are compressed as a host sends them. Times are those of Chromium with the line held down, so they also tell of the
machine; the least of a few rounds is shown.
"""

from __future__ import annotations

import functools
import gzip
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 21)
KINDS = {".html": "HTML", "": "HTML", ".css": "CSS", ".js": "JS", ".svg": "SVG"}
LINES = ((400, 400), (60, 700))
"""kbit/s and milliseconds."""
ROUNDS = 3
LOADED = "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).map(e => e.name)"
PAINTED = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    const [found] = list.getEntriesByName("first-contentful-paint")
    if (found) done(Math.round(found.startTime))
  }).observe({ type: "paint", buffered: true })
})"""


class Compressing(SimpleHTTPRequestHandler):
    """Sends texts as hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def send_head(self) -> BytesIO | None:
        """One file, compressed where it is a text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in KINDS:
            content = gzip.compress(content, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def bytes_of(browser: Browser, root: Path, address: str, pages: Iterable[str]) -> Table:
    """Bytes by type, and requests, of first views."""
    table = Table("first view, kB", *dict.fromkeys(KINDS.values()), "other", "all", "requests")
    for name in pages:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.goto(address + name, wait_until="networkidle")
        urls: list[str] = page.evaluate(LOADED)
        paths = dict.fromkeys(urlsplit(url).path for url in urls)
        page.close()
        found: Counter[str] = Counter()
        for path in paths:
            file = root / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            found[KINDS.get(file.suffix, "other")] += len(gzip.compress(file.read_bytes(), 9))
        cells = [f"{found[kind] / 1000:.1f}" for kind in (*dict.fromkeys(KINDS.values()), "other")]
        table.add_row(name or "home", *cells, f"{found.total() / 1000:.1f}", str(len(paths)))
    return table


def times_of(browser: Browser, address: str, pages: Iterable[str]) -> Table:
    """When something is painted first, on slow lines."""
    table = Table("first paint, ms", *(f"{speed} kbit/s, {wait} ms" for speed, wait in LINES))
    for name in pages:
        table.add_row(
            name or "home",
            *(str(min(_painted(browser, address + name, *line) for _ in range(ROUNDS))) for line in LINES),
        )
    return table


def _painted(browser: Browser, address: str, speed: int, wait: int) -> int:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    line = {"offline": False, "latency": wait, "downloadThroughput": speed * 125, "uploadThroughput": speed * 125}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
    page.goto(address, wait_until="load", timeout=60_000)
    found = int(page.evaluate(PAINTED))
    context.close()
    return found


def pages_of(edition: Edition) -> tuple[str, ...]:
    """Home, the pages to which it leads, and that for emergencies."""
    ways = (choice.target for page in edition.pages for choice in page.meta.choices if not page.meta.prefix)
    band = edition.frame.emergency
    urgent = (band.link.address,) if band else ()
    return ("", *dict.fromkeys(one.partition("#")[0].removeprefix("./") for one in (*ways, *urgent)))


def main() -> None:
    """Measure and print."""
    edition = Composer(read_project(ROOT)).compose("kab-contoh", as_of=DAY, profiles=())
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = Path(temporary)
        build_site(edition, (), site, Roots())
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressing, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        console = Console(width=110)
        pages = pages_of(edition)
        console.print(bytes_of(browser, site, address, pages))
        console.print(times_of(browser, address, pages))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
