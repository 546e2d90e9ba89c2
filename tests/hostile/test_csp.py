"""The policy of each page, tried in a real browser: nothing that a page does breaks it, nothing that got in runs."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, site_of
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.publish.serving.headers import HEADERS
from selebaran.site.inline import INLINE, LOST
from selebaran.site.policy import DIRECTIVES, digest, guarded_alone, header_policy, written
from tests.conftest import DAY, DEMO, ROOT

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
DEPTHS = ("", "daftar/", "kabar/forum-desember/", "jv/antar-warga/", "404.html")
ATTACKS = {
    "skrip": "<script>window.jahat = 1</script>",
    "modul": "<script type='module'>window.jahat = 1</script>",
    "atribut": '<img src="x.png" onerror="window.jahat = 1"><svg onload="window.jahat = 1"></svg>',
    "data": '<script src="data:text/javascript,window.jahat=1"></script>',
    "blob-asing": '<script src="https://jahat.example/x.js"></script><iframe src="https://jahat.example/"></iframe>',
    "bingkai": '<iframe srcdoc="<script>parent.jahat = 1</script>"></iframe>',
    "objek": '<object data="data:text/html,<script>parent.jahat=1</script>"></object><embed src="https://jahat.example">',
    "gaya": '<style>body { --jahat: 1 }</style><p id="p" style="--jahat: 1">a</p><link rel="stylesheet" '
    'href="https://jahat.example/x.css">',
    "dasar": '<base href="https://jahat.example/">',
    "kirim": '<form id="f" action="https://jahat.example/" method="get"></form>',
    "gambar": '<img src="https://jahat.example/x.png" alt=""><video src="https://jahat.example/x.mp4"></video>',
}
LOOK = """() => {
  const f = document.querySelector('#f'); if (f) f.submit();
  const found = [];
  if (window.jahat) found.push('skrip');
  if (getComputedStyle(document.body).getPropertyValue('--jahat')) found.push('gaya');
  const p = document.querySelector('#p');
  if (p && getComputedStyle(p).getPropertyValue('--jahat')) found.push('gaya atribut');
  if (new URL('x', document.baseURI).host !== location.host) found.push('dasar');
  return found;
}"""


@pytest.fixture(scope="module")
def site(dist: Path, hosts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration district's web root, to which pages may be added."""
    return shutil.copytree(site_of(dist, hosts[DEMO]), tmp_path_factory.mktemp("situs") / "akar")


class _Handler(SimpleHTTPRequestHandler):
    """A server with the headers that the deployment files ask for."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Watched:
    """A page of a browser, with what it complained of and every request to another host."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfinished", lambda request: self._note(request.url))
        page.on("response", lambda answer: self._note(answer.url))

    def _note(self, url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", None):
            self.foreign.append(url)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 390, "height": 740}, locale="id-ID")
    yield Watched(context.new_page())
    context.close()


def test_every_page_has_one_policy_before_anything_loads_and_no_inline_script_but_ours(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        text = path.read_text("utf-8")
        (found,) = POLICY.findall(text)
        lost = {"script-src": (*DIRECTIVES["script-src"], digest(LOST))} if path.name == "404.html" else {}
        assert found == written(DIRECTIVES | lost), path
        assert "unsafe" not in found
        assert text.index("Content-Security-Policy") < 220
        head = text[: text.index("Content-Security-Policy")]
        assert not re.search(r"<(script|link|style|body)", head)
        for attributes, inside in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.S):
            assert not inside.strip() or inside in (*INLINE, LOST) or 'type="application/' in attributes
        assert not re.search(r"<style|\sstyle=|\son\w+=", text), path


def test_pages_of_every_depth_search_and_lead_on_without_a_word(watched: Watched, address: str) -> None:
    page = watched.page
    for name in DEPTHS:
        page.goto(address + name)
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
        assert page.evaluate("document.styleSheets.length") == (2 if name == "404.html" else 1)
    page.goto(address + "kabar/forum-desember/")
    page.get_by_role("button", name="Cari", exact=True).first.click()
    page.keyboard.type("iuran")
    hit = page.locator('.md-search-result__item a[href*="/iuran/"]').first
    expect(hit).to_be_visible()
    hit.click()
    page.wait_for_url("**/iuran/**")
    page.goto(address + "antar-warga/")
    page.locator(".bahasa a[hreflang=jv]").click()
    page.wait_for_url("**/jv/antar-warga/")
    page.locator("summary", has_text="Menu").click()
    page.locator("header").get_by_role("link", name="Gawat darurat", exact=True).first.click()
    page.wait_for_url("**/gawat-darurat/")
    assert watched.complaints == []
    assert watched.foreign == []


@pytest.mark.parametrize("name", ATTACKS)
def test_what_got_into_a_page_does_not_run_load_or_send(name: str, site: Path, watched: Watched, address: str) -> None:
    path = site / f"uji-{name}.html"
    text = (site / "404.html").read_text("utf-8")
    path.write_text(text.replace("</body>", f"{ATTACKS[name]}</body>"), "utf-8")
    watched.page.goto(address + path.name)
    watched.page.wait_for_timeout(150)
    assert watched.page.evaluate(LOOK) == []
    watched.page.wait_for_timeout(100)
    assert watched.page.url == address + path.name
    assert watched.foreign == []
    assert [text for text in watched.complaints if "Content Security Policy" in text]
    path.unlink()


def test_without_the_policy_it_would_have_run(site: Path, watched: Watched, address: str) -> None:
    path = site / "uji-polos.html"
    text = POLICY.sub("", (site / "404.html").read_text("utf-8"))
    path.write_text(text.replace("</body>", f"{ATTACKS['gaya']}</body>"), "utf-8")
    watched.page.goto(address + path.name)
    assert watched.page.evaluate(LOOK) == ["gaya", "gaya atribut"]
    path.unlink()


def test_nobody_may_frame_a_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(f'<iframe src="{address}daftar/"></iframe>')
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in text for text in said)
    page.close()


def test_a_page_that_stands_alone_may_use_its_own_style_only() -> None:
    page = guarded_alone('<meta charset="utf-8"><style>p{}</style><script>x()</script>')
    (policy,) = POLICY.findall(page)
    assert policy == f"default-src 'none'; style-src {digest('p{}')}; form-action 'none'; base-uri 'none'"


def test_the_staff_report_shows_with_its_own_stylesheet_alone(watched: Watched, dist: Path) -> None:
    for name in ("index", DEMO):
        watched.page.goto(f"file://{dist}/laporan/{name}.html")
        assert watched.page.evaluate("document.styleSheets.length") == 1
        assert watched.page.evaluate("getComputedStyle(document.querySelector('.kepala h1')).fontWeight") == "800"
        watched.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"jahat=1\">')")
        watched.page.wait_for_timeout(100)
        assert watched.page.evaluate("typeof jahat") == "undefined"
    assert all("Content Security Policy" in text for text in watched.complaints)


def test_a_header_forbids_what_a_page_forbids_but_styles_of_drawings() -> None:
    policy = dict(part.split(" ", 1) for part in header_policy().split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert [name for name, value in policy.items() if "unsafe" in value] == ["style-src"]
    assert set(DIRECTIVES["script-src"]) < set(policy["script-src"].split())


def test_the_portal_has_the_policy_of_a_page(registry: Registry, tmp_path: Path) -> None:
    plan = Plan(ROOT, tmp_path, registry.slugs, DAY)
    site_of(tmp_path, registry.districts[DEMO].host).mkdir(parents=True)
    write_portal(plan, registry)
    portal = (tmp_path / PORTAL / "index.html").read_text("utf-8")
    assert POLICY.findall(portal) == [written(DIRECTIVES)]
    assert list(site_of(tmp_path, registry.districts[DEMO].host).iterdir()) == []
