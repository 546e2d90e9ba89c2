"""All inputs that other people gathered, through every door; what comes through is built as a district's."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from selebaran.publish.layout import site_of
from tests.hostile.browse import load_all, load_site
from tests.hostile.cases.case import quoted
from tests.hostile.corpora import SHARED, corpus
from tests.hostile.feed import Fed, feed, feed_picture
from tests.hostile.folder import HOST, own_page
from tests.hostile.kit import TALLY, Folder, apart, build_into, plant, uproot
from tests.hostile.tree import faults_of_tree
from tests.hostile.trial import Ground, ground

NAMES = [pytest.param(name, id=f"{name} ({corpus(name).source})") for name in SHARED]
A_BATCH = 90
"""Own pages of one district."""


@pytest.fixture(scope="session")
def where(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("korpus"))


@pytest.mark.parametrize("name", NAMES)
def test_corpus(name: str, browser: Browser) -> None:
    found = corpus(name)
    TALLY.add(**{f"corpus {name} ({found.source})": len(found.items)})
    fed = feed(found.items, Fed())
    fed.wrong += [f"{item[:40]!r}: {fault}" for item in found.items for fault in feed_picture(item)]
    assert fed.wrong == []
    seen = load_all(browser, fed.pages)
    assert seen.nothing, seen


@pytest.mark.parametrize("name", [n for n in SHARED if n != "pngsuite"])
def test_a_site_of_a_corpus(name: str, where: Ground, browser: Browser) -> None:
    """Its texts as titles of pages and events, spread over one district's site."""
    fed = feed(corpus(name).items[:: max(1, len(corpus(name).items) // A_BATCH)], Fed())

    def spoil(folder: Folder) -> None:
        events = []
        for number, text in enumerate(fed.titles[:A_BATCH]):
            title = quoted(text[:80].strip() or "x")
            folder.write(f"halaman/p{number}.md", own_page("a", title, title))
            events.append(
                f"  - {{judul: {title}, jenis: posyandu, tanggal: 2026-11-26, mulai: 09.00, tempat: {title}}}\n"
            )
        folder.write("jadwal.yml", "kegiatan:\n" + "".join(events))

    out: Path = where.out.with_name(f"dist-{name}")
    plant(where.root, spoil)
    found = apart(lambda: build_into(where.root, out))
    uproot(where.root)
    assert (found.crash, found.codes) == ("", set()), found.problems[:3]
    assert faults_of_tree(site_of(out, HOST), where.scripts) == []
    seen = load_site(browser, site_of(out, HOST), ["", "warga/", "tentang/", "p0/", "p1/", "kabar/", "404.html"])
    assert seen.nothing, seen
