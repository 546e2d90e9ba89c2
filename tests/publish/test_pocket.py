"""A published site on a phone: without a network, after a reload, when it is gone or has moved; and from a disk."""

from __future__ import annotations

import functools
import json
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from selebaran.model.artifact import WORKER
from selebaran.publish.former_hosts import write_former_hosts
from selebaran.publish.layout import site_of
from selebaran.site.archive import ARCHIVE, on_disk
from selebaran.site.pocket import LEAVES, LIST, put_into_pocket
from tests.conftest import CHROMIUM
from tests.publish.terbitan import Published
from tests.publish.test_former_hosts import plan
from tests.serving import _Handler

KEPT = """async () => {
  const names = await caches.keys()
  const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  return all.flat().map((one) => new URL(one.url).pathname).sort()
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
READY = "() => navigator.serviceWorker.ready.then(() => true)"
RENEWED = """async () => {
  const found = await navigator.serviceWorker.ready, first = (await caches.keys())[0]
  const renewed = new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done })
  await found.update()
  await renewed
  if ((await caches.keys()).join() === first) throw new Error(first)
}"""
GONE = """async () => {
  for (let times = 0; times < 300; times++) {
    if (!(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length) return true
    await new Promise((done) => { requestAnimationFrame(done) })
  }
  return false
}"""
AGE = """async ([path, days]) => {
  const cache = await caches.open((await caches.keys())[0]), kept = await cache.match(path)
  const headers = new Headers(kept.headers)
  headers.set("x-disimpan", Date.now() - days * 864e5)
  await cache.put(new URL(path, location).href, new Response(await kept.blob(), { headers }))
}"""


class Host:
    """A copy of the published site on a server that can be switched off."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.root = folder / "situs"
        shutil.copytree(site, self.root)
        handler = functools.partial(_Handler, directory=str(self.root))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def off(self) -> None:
        """No network any more."""
        self._server.shutdown()
        self._server.server_close()


def test_an_icon_of_the_home_screen_has_the_pixels_that_the_manifest_says(published: Published) -> None:
    icons = json.loads((published.site / "manifest.webmanifest").read_text("utf-8"))["icons"]
    drawn = [icon for icon in icons if icon["type"] == "image/png"]
    assert [icon["sizes"] for icon in drawn] == ["192x192", "512x512"]
    for icon in drawn:
        with Image.open(published.site / icon["src"]) as picture:
            assert "{}x{}".format(*picture.size) == icon["sizes"]


@pytest.fixture
def host(published: Published, tmp_path: Path) -> Iterator[Host]:
    found = Host(published.site, tmp_path)
    yield found
    found.off()


@pytest.fixture
def phone(browser: Browser, host: Host) -> Iterator[Page]:
    """A phone that has opened the home page, and has had the time to keep what it keeps at once."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="id-ID")
    page = context.new_page()
    page.goto(host.address)
    page.evaluate(READY)
    yield page
    context.close()


def test_what_is_vital_and_the_search_work_without_a_network_and_after_a_reload(phone: Page, host: Host) -> None:
    host.off()
    phone.goto(host.address + "gawat-darurat/")
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("darurat", re.I))
    expect(phone.locator('a[href^="tel:"]').first).to_be_attached()
    phone.locator("[data-cari-buka]:visible").first.click()
    phone.keyboard.type("iuran")
    expect(phone.locator(".md-search-result__item").first).to_contain_text("iuran")
    phone.goto(host.address + "iuran/")
    for address in [link.get_attribute("href") or "" for link in phone.locator(".bilah a").all()][1:]:
        phone.goto(f"{host.address}iuran/{address}")
        expect(phone.get_by_role("heading", level=1)).not_to_have_text("Tidak ada internet")
    phone.goto(host.address + "skck/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tidak ada internet")


def test_the_whole_site_is_kept_for_who_asks_and_its_size_is_told_before(phone: Page, host: Host) -> None:
    phone.goto(host.address + "unduh/")
    button = phone.get_by_role("button", name=re.compile(r"^Simpan di HP \(\d+,\d MB\)$"))
    button.click()
    expect(phone.locator("#simpan [role=status]")).to_have_text("Tersimpan. Situs ini dapat dibuka tanpa internet.")
    host.off()
    phone.goto(host.address + "skck/")
    expect(phone.get_by_role("heading", level=1)).not_to_have_text("Tidak ada internet")


def test_two_editions_are_never_mixed(phone: Page, host: Host) -> None:
    page = host.root / "daftar" / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>Baru: "), "utf-8")
    phone.goto(host.address + "daftar/")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Baru: ")  # the network comes first
    put_into_pocket(host.root, ["", "daftar/", "offline/"])
    phone.evaluate(RENEWED)
    host.off()
    phone.goto(host.address + "daftar/")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Baru: ")
    phone.goto(host.address + "iuran/")  # the new edition hasn't kept it, and that of the old one is gone
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tidak ada internet")


def test_a_page_of_another_edition_is_shown_and_not_kept(phone: Page, host: Host) -> None:
    page = host.root / "daftar" / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>Baru: "), "utf-8")
    phone.goto(host.address + "daftar/")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Baru: ")
    host.off()
    phone.goto(host.address + "daftar/")
    expect(phone.get_by_role("heading", level=1)).not_to_contain_text("Baru: ")


@pytest.mark.parametrize(("days", "is_told"), [(29, False), (31, True)])
def test_a_page_that_was_kept_more_than_thirty_days_ago_says_so_on_top(
    phone: Page, host: Host, days: int, is_told: bool
) -> None:
    phone.evaluate(AGE, ["iuran/", days])
    host.off()
    phone.goto(host.address + "iuran/")
    told = phone.get_by_text(re.compile("^Halaman ini disimpan di HP ini pada"))
    expect(told).to_have_count(int(is_told))


def test_a_site_that_is_gone_leaves_the_phone(phone: Page, host: Host) -> None:
    for path in list(host.root.iterdir()):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    phone.goto(host.address + "daftar/")
    assert phone.evaluate(GONE)


def test_a_site_that_has_moved_or_is_a_preview_again_leaves_the_phone(
    phone: Page, host: Host, dist: Path, hosts: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "hasil"
    site_of(out, "baru.example").parent.mkdir(parents=True)
    site_of(out, "baru.example").symlink_to(host.root)
    write_former_hosts(plan(out), ["lama.example"], "baru.example")
    assert (site_of(out, "lama.example") / WORKER).read_bytes() == LEAVES
    assert all((site_of(dist, name) / WORKER).read_bytes() == LEAVES for name in hosts.values())
    (host.root / WORKER).write_bytes(LEAVES)
    phone.evaluate("() => navigator.serviceWorker.ready.then(one => { one.update() })")
    phone.wait_for_event("framenavigated")
    assert phone.evaluate(REGISTERED) == 0
    assert phone.evaluate(KEPT) == []


def test_only_a_publication_registers_a_worker(dist: Path, hosts: dict[str, str], published: Published) -> None:
    def touched(site: Path) -> str:
        (path,) = re.findall('<script defer src="([^"]+)"', (site / "index.html").read_text("utf-8"))
        return (site / path).read_text("utf-8")

    for name in hosts.values():
        site = site_of(dist, name)
        page = (site / "index.html").read_text("utf-8")
        assert '.register(at("sw.js"))' not in touched(site)
        assert "manifest" not in page.partition("</head>")[0].replace("manifest-src", "")
    assert '.register(at("sw.js"))' in touched(published.site)


def test_a_slow_phone_keeps_only_the_page_for_want_of_a_network(playwright_slow: Browser, host: Host) -> None:
    page = playwright_slow.new_page()
    page.goto(host.address)
    page.evaluate(READY)
    assert page.evaluate(KEPT) == [f"/{LIST}", "/offline/"]


@pytest.fixture
def playwright_slow(browser: Browser) -> Iterator[Browser]:
    """Chromium on a line that it takes for 2G."""
    arguments = ["--no-sandbox", "--disable-gpu", "--force-effective-connection-type=2G"]
    slow = browser.browser_type.launch(executable_path=str(CHROMIUM), args=arguments)
    yield slow
    slow.close()


class _Links(HTMLParser):
    """What a page leads to and loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name in ("href", "src", "action") and value}


@pytest.fixture(scope="module")
def unpacked(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flashdisk")
    with zipfile.ZipFile(published.site / ARCHIVE) as archive:
        archive.extractall(folder)
    return folder


def test_every_link_of_the_archive_leads_to_a_file(unpacked: Path) -> None:
    pages = sorted(unpacked.rglob("*.html"))
    assert len(pages) > 30
    assert list(unpacked.rglob("*.pdf"))
    for page in pages:
        for target in _Links(page.read_text("utf-8")).found:
            parts = urlsplit(urldefrag(target)[0])
            if parts.path and not parts.scheme and not parts.netloc:
                assert (page.parent / unquote(parts.path)).is_file(), (page, target)


def test_from_a_disk_one_walks_searches_and_opens_a_sheet(unpacked: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((unpacked / "index.html").as_uri())
    page.locator("[data-cari-buka]:visible").first.click()
    page.keyboard.type("tunggakan")
    page.locator(".md-search-result__item a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("unggak")
    page.locator("a.merek").click()
    page.wait_for_url("**/index.html")
    page.goto((unpacked / "unduh" / "index.html").as_uri())
    sheet = page.locator("a[href$='.pdf']").first.evaluate("link => link.href")
    assert Path(unquote(urlsplit(sheet).path)).read_bytes().startswith(b"%PDF")
    page.close()


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("./", "index.html"),
        (".", "index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../iuran/#tabel", "../iuran/index.html#tabel"),
        ("#isi", "#isi"),
        ("tel:165", "tel:165"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("../unduh/a.pdf", "../unduh/a.pdf"),
    ],
)
def test_a_link_to_a_folder_names_its_file(link: str, file: str) -> None:
    assert on_disk(f'<a href="{link}">a</a>') == f'<a href="{file}">a</a>'
