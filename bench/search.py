"""`make bench`, second part: this search beside the theme's own, Pagefind and Orama, on the same pages and queries.

Each but Orama, which runs in Node, runs in Chromium on the pages of a district: of the demonstration's, and of one that
has nothing of its own. Bytes are those that a phone fetches, compressed as a host sends them. The time of a key is that
of this search in a page at a quarter of the processor's speed. `python -m bench.search FILE` measures queries of a file
too, a list of `{q: words, p: [pages], g: kind}`.
"""

from __future__ import annotations

import functools
import gzip
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.pages import invented
from bench.searched import (
    Orama,
    Search,
    Weighed,
    add_pagefind,
    add_theme,
    install_pagefind,
    ours,
    pagefinds,
    rendered,
    themes,
)
from selebaran.compose.edition import Composer
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.site.search_index import INDEX, search_files
from selebaran.site.search_roots import Roots
from tests.serving import serving
from tests.site.search.measure import ranks

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 21)
DISTRICTS = ("kab-contoh", "kab-serang")
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
COUNTS = (30, 200, 600)
FIRST = "kartu"
"""What is searched for first, while bytes are counted."""
SLOWER = 4
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
