"""A site with a link that leads nowhere isn't handed out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.site.links import check_site
from tests.conftest import DAY, SHORT

GOOD = (
    '<a href="../iuran/#tabel">x</a> <a href="./">x</a> <a href="/">x</a> <a href="tel:165">x</a> '
    '<a href="https://dinkeskabserang.id/daftar/">x</a> <a href="https://lapor.go.id/">x</a> '
    '<img src="../assets/seni/jadwal.svg#svgView(viewBox(0,0,1,1))" alt="x">'
)
BAD = (
    "../tidak-ada/",
    "../iuran/#tidak-ada",
    "#tidak-ada",
    "../assets/seni/tidak-ada.svg",
    "../unduh/leaflet-daftar/tidak-ada.pdf",
    "https://dinkeskabserang.id/tidak-ada/",
)


@pytest.fixture
def site(dist: Path, hosts: dict[str, str], tmp_path: Path) -> Path:
    shutil.copytree(dist / hosts[SHORT], tmp_path / "situs")
    return tmp_path / "situs"


def put(site: Path, html: str) -> None:
    path = site / "daftar" / "index.html"
    path.write_text(path.read_text("utf-8").replace("</main>", f"{html}</main>", 1), "utf-8")


def test_good_links_pass(site: Path, composer: Composer) -> None:
    put(site, GOOD)
    assert check_site(site, composer.compose(SHORT, as_of=DAY, profiles=())) == []


@pytest.mark.parametrize("target", BAD)
def test_a_broken_link_is_found_with_the_page_that_holds_it(site: Path, composer: Composer, target: str) -> None:
    put(site, f'<a href="{target}">x</a>')
    found = check_site(site, composer.compose(SHORT, as_of=DAY, profiles=()))
    assert [(p.code, p.place.file, dict(p.values)["tujuan"]) for p in found] == [
        ("tautan-situs-putus", "content/daftar.md", target)
    ]


def test_a_picture_that_a_stylesheet_names_must_be_there(site: Path, composer: Composer) -> None:
    (site / "assets" / "seni" / "tanda-darurat.svg").unlink()
    codes = {p.code for p in check_site(site, composer.compose(SHORT, as_of=DAY, profiles=()))}
    assert codes == {"tautan-situs-putus"}
