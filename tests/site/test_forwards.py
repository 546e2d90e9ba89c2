"""What stands at an old address in a built site, and what a search engine and an old sheet find there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.own_text import OwnFront, OwnPage
from selebaran.model.paper import PaperEdition
from selebaran.model.problem import Place
from selebaran.read.project import read_project
from selebaran.site.job import SiteJob, make_site
from selebaran.site.links import check_site
from tests.conftest import DAY, ROOT


def own_page(slug: str, **head: str) -> OwnPage:
    """A page of the district's own."""
    front = OwnFront.model_validate({"judul": "Posko rekaan", "ringkas": "Tempat bertanya.", **head})
    return OwnPage(slug, front, "Buka tiap Rabu.", Place(f"districts/kab-contoh/halaman/{slug}.md", 5), "daerah")


OWN = (
    own_page("posko-tutup", ditutup="iuran"),
    own_page("kabar/posko-nanti", tanggal="2026-11-01", tayang="2027-02-01"),
    own_page("kabar/posko-lewat", tanggal="2026-11-01", sampai="2026-11-05"),
    own_page("kabar/posko-kini", tanggal="2026-11-01", sampai="2027-01-05"),
)
"""One of each kind that is not simply there."""
SLUG, HOST = "kab-contoh", "https://kab-contoh.example/"


@pytest.fixture(scope="module")
def moved() -> Edition:
    """The demonstration district, whose page `iuran` was called `biaya` when a sheet about it was published, and which
    has no page of questions any more."""
    registry = read_project(ROOT)
    folder = registry.districts[SLUG]
    iuran = next(page for page in registry.pages if page.slug == "iuran")
    pages = (
        *(page for page in registry.pages if page.slug != "iuran"),
        replace(iuran, front=iuran.front.model_copy(update={"former": ("biaya",)})),
    )
    gone = replace(iuran, slug="tarif", front=iuran.front.model_copy(update={"closed": "iuran", "menu": None}))
    sheet = PaperEdition.model_construct(
        code="x", piece="x", title="Biaya", subject="biaya", digest="", published=DAY, stated={}, fields={}, seal=""
    )
    own = replace(folder.own, pages=(*folder.own.pages, *OWN))
    districts = {**registry.districts, SLUG: replace(folder, ledger=(sheet,), own=own)}
    registry = replace(registry, pages=pages, closed=(gone,), districts=districts)
    return Composer(registry).compose(SLUG, as_of=DAY, profiles=())


@pytest.fixture(scope="module")
def root(moved: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("situs")
    assert make_site(SiteJob(moved, (), ()), out).problems == ()
    return out


def test_an_old_address_sends_on_without_a_script(root: Path) -> None:
    page = (root / "biaya" / "index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../iuran/">' in page
    assert page.count('rel="canonical"') == 1
    assert f'<link rel="canonical" href="{HOST}iuran/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'Buka <a href="../iuran/">' in page


def test_search_engines_are_told_of_no_old_address(root: Path) -> None:
    listed = (root / "sitemap.xml").read_text("utf-8")
    assert f"{HOST}iuran/" in listed
    assert f"{HOST}biaya/" not in listed
    assert f"{HOST}tarif/" not in listed


def test_a_closed_page_stays_and_leads_on_by_a_link_alone(root: Path) -> None:
    page = (root / "tarif" / "index.html").read_text("utf-8")
    assert "Halaman ini tidak dipakai lagi." in page
    assert 'Baca <a href="../iuran/">' in page
    assert "refresh" not in page


def test_the_code_of_an_old_sheet_shows_the_page_as_it_is_called_now(moved: Edition) -> None:
    subjects = {page.slug: page.html for page in moved.pages}
    (paper,) = (page for page in moved.paper_pages if page.slug == "e/x")
    assert paper.meta.paper
    assert paper.meta.paper.subject_address == "iuran/"
    assert paper.headings == next(page for page in moved.pages if page.slug == "iuran").headings
    assert subjects["biaya"] not in paper.html


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "../daftar/", "../iuran"])
def test_an_old_address_may_lead_nowhere_else(elsewhere: str, root: Path, moved: Edition) -> None:
    path = root / "biaya" / "index.html"
    before = path.read_text("utf-8")
    try:
        path.write_text(before.replace("url=../iuran/", f"url={elsewhere}"), "utf-8")
        assert "situs-terlarang" in {found.code for found in check_site(root, moved)}
    finally:
        path.write_text(before, "utf-8")


def test_the_sitemap_says_when_a_page_last_changed_and_nothing_of_one_of_which_nobody_knows(
    root: Path, moved: Edition
) -> None:
    listed = (root / "sitemap.xml").read_text("utf-8")
    days = dict(re.findall(r"<loc>([^<]+)</loc>\s*(?:<lastmod>([^<]+)</lastmod>)?", listed))
    page = next(page for page in moved.pages if page.slug == "iuran")
    assert days[f"{HOST}iuran/"] == str(max(day for fact in page.meta.facts if (day := fact.checked_on or fact.as_of)))
    assert days[f"{HOST}unduh/"] == ""
    assert DAY.isoformat() not in days.values()
