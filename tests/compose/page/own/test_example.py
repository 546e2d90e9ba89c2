"""kab-contoh and its province use all of it, and say that they are made up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.own_text import OwnText
from selebaran.model.page import HEAD
from selebaran.model.registry import Registry
from selebaran.publish.layout import site_of
from selebaran.publish.report.record import record_of
from selebaran.read.own_text import OVERRIDES, PAGES, read_own
from selebaran.read.walk import walk
from tests.compose.page.own.kit import Dom
from tests.conftest import DAY, DEMO, ROOT, SHORT

PROVINCES = ROOT / "districts" / "_provinsi"


@pytest.fixture(scope="module")
def demo(composer: Composer) -> Edition:
    return composer.compose(DEMO, as_of=DAY, profiles=("layar",))


@pytest.fixture(scope="module")
def own(registry: Registry) -> OwnText:
    return registry.districts[DEMO].own


def test_every_depth_is_used_and_none_has_drifted(demo: Edition, own: OwnText) -> None:
    assert [p.code for p in demo.problems] == []
    targets = {override.block for override in own.overrides}
    assert {"", HEAD} < targets
    assert {page.layer for page in own.pages} == {"daerah", "provinsi"}
    assert len([page for page in own.pages if page.is_news]) >= 2
    assert any("](gambar/" in page.body for page in own.pages)
    assert any(page.front.group and page.layer == "daerah" for page in own.pages)


def test_the_district_has_the_last_word(own: OwnText) -> None:
    tree, problems = walk(PROVINCES, "provinsi-contoh", "x", (PAGES, OVERRIDES))
    assert tree is not None
    assert problems == []
    province, problems = read_own(tree, "provinsi")
    assert problems == []
    overridden = {override.target for override in province.overrides}
    assert overridden & {override.target for override in own.overrides if override.layer == "daerah"}


def test_all_of_it_is_made_up_and_says_so(own: OwnText) -> None:
    for page in own.pages:
        assert "rekaan" in (page.front.summary + page.body).lower(), page.slug
    for override in own.overrides:
        assert "(rekaan)" in override.front.by
    texts = [page.body for page in own.pages] + [override.body for override in own.overrides]
    for number in re.findall(r"tel:(\d+)", " ".join(texts)):
        assert number.startswith("0000") or number == "165"


def test_real_provinces_have_no_made_up_text() -> None:
    assert [path.name for path in PROVINCES.iterdir()] == ["provinsi-contoh"]


def test_the_pages_as_built(dist: Path, hosts: dict[str, str]) -> None:
    site = site_of(dist, hosts[DEMO])
    for page in ("antar-warga", "kabar", "kabar/pos-pasar-pindah", "kabar/forum-desember", "posko-provinsi"):
        dom = Dom((site / page / "index.html").read_text("utf-8"))
        assert dom.crossed == []
        assert not (site_of(dist, hosts[SHORT]) / page).exists()
    home = (site / "index.html").read_text("utf-8")
    topics = (site / "cari" / "index.html").read_text("utf-8")
    assert all(f'href="../{page}/"' in topics for page in ("antar-warga", "posko-provinsi", "kabar"))
    assert 'src="../gambar/puskesmas-rekaan.png"' in (site / "antar-warga" / "index.html").read_text("utf-8")
    assert (site / "kabar" / "rss.xml").read_bytes().startswith(b"<?xml")
    listed = (site / "kabar" / "index.html").read_text("utf-8")
    assert re.search(r'<link rel="alternate" type="application/rss\+xml"[^>]* href="rss.xml">', listed)
    assert "rss.xml" not in home


def test_the_lede_ends_where_the_districts_text_begins(dist: Path, hosts: dict[str, str]) -> None:
    for page in ("antar-warga", "mengapa-ikut", "kabar/forum-desember"):
        html = (site_of(dist, hosts[DEMO]) / page / "index.html").read_text("utf-8")
        lede = html.split('<div class="teks lede">', 1)[1].split('<div class="teks">', 1)[0]
        assert "dari-daerah" not in lede
        assert len(Dom(lede).text) > 40


def test_links_of_an_edition_page_lead_somewhere_when_its_subject_is_overridden(
    dist: Path, hosts: dict[str, str], demo: Edition
) -> None:
    subjects = {page.slug for page in demo.pages if page.overridden}
    shown = [page for page in demo.paper_pages if page.meta.paper.subject_address.strip("/") in subjects]
    assert shown
    for page in shown:
        path = site_of(dist, hosts[DEMO]) / page.slug / "index.html"
        part = path.read_text("utf-8").split('<div class="dari-daerah">', 1)[1].split("\n</div>", 1)[0]
        targets = [a["href"] or "" for tag, a, _ in Dom(part).tags if tag == "a"]
        assert targets
        for target in targets:
            if not re.match(r"[a-z]+:|#", target):
                assert (path.parent / target.split("#")[0] / "index.html").resolve().is_file(), target


def test_the_report_for_staff_names_the_districts_own_file(demo: Edition, registry: Registry) -> None:
    record = record_of(demo, registry, (), ())
    blocks = {row.block: row.origin for page in record.pages if page.slug == "daftar" for row in page.blocks}
    assert blocks["puskesmas"].startswith(f"districts/{DEMO}/timpaan/daftar/puskesmas.md")
    assert blocks["biaya"].startswith("content/daftar.md:")
