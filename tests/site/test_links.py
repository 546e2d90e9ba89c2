"""A site with a link that leads nowhere isn't handed out, and the file that holds the link is blamed."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition, Link, LinkGroup
from selebaran.model.problem import Problem
from selebaran.publish.layout import site_of
from selebaran.site.build import build_site
from selebaran.site.links import check_site
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, DEMO, SHORT

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
    "https://[",
)
LOST = '<a href="{}">x</a>'
FOOTER = "partials/footer.html"


@pytest.fixture
def site(dist: Path, hosts: dict[str, str], tmp_path: Path) -> Path:
    shutil.copytree(site_of(dist, hosts[SHORT]), tmp_path / "situs")
    return tmp_path / "situs"


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


@pytest.fixture(scope="module")
def demo(composer: Composer) -> Edition:
    return composer.compose(DEMO, as_of=DAY, profiles=())


@pytest.fixture(scope="module")
def roots() -> Roots:
    return Roots()


def put(site: Path, html: str, page: str = "daftar/index.html", before: str = '<div class="teks">') -> None:
    path = site / page
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, f"{before}{html}", 1), "utf-8")


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """What is said of links. Here they are put into finished pages, so the proof tells of words that nobody typed."""
    return [(p.code, str(p.place), dict(p.values)["tujuan"]) for p in problems if p.code != "teks-hilang"]


def faults_of(edition: Edition, out: Path, roots: Roots) -> list[tuple[str, str]]:
    """Places and targets of what doesn't lead anywhere when an edition without print files is built."""
    assert build_site(edition, (), out, roots) == []
    return [(place, target) for _, place, target in told(check_site(out, edition)) if "unduh/" not in target]


def with_template(edition: Edition, name: str, old: str, new: str) -> Edition:
    text = edition.theme.templates[name]
    assert old in text
    templates = {**edition.theme.templates, name: text.replace(old, new, 1)}
    return dataclasses.replace(edition, theme=dataclasses.replace(edition.theme, templates=templates))


def test_good_links_pass(site: Path, edition: Edition) -> None:
    put(site, GOOD)
    assert told(check_site(site, edition)) == []


@pytest.mark.parametrize("target", BAD)
def test_a_broken_link_is_found_with_the_page_that_holds_it(site: Path, edition: Edition, target: str) -> None:
    put(site, LOST.format(target))
    assert told(check_site(site, edition)) == [("tautan-situs-putus", "content/daftar.md", target)]


def test_a_broken_link_in_the_lede_of_the_home_page_names_its_text(site: Path, edition: Edition) -> None:
    put(site, LOST.format("lupa/"), "index.html", '<div class="pembuka__lede">')
    assert told(check_site(site, edition)) == [("tautan-situs-putus", "content/beranda.md", "lupa/")]


def test_a_broken_way_in_of_the_home_page_names_its_text_too(site: Path, edition: Edition) -> None:
    put(site, LOST.format("lupa/"), "index.html", '<ul class="lipat-tiga" role="list">')
    assert told(check_site(site, edition)) == [("tautan-situs-putus", "content/beranda.md", "lupa/")]


def test_a_broken_link_of_a_districts_own_page_names_the_districts_file(
    demo: Edition, roots: Roots, tmp_path: Path
) -> None:
    page = next(page for page in demo.pages if page.slug.startswith("kabar/"))
    broken = dataclasses.replace(page, html=page.html + f"\n<p>{LOST.format('../lupa/')}</p>\n")
    pages = tuple(broken if one is page else one for one in demo.pages)
    ((place, target),) = faults_of(dataclasses.replace(demo, pages=pages), tmp_path, roots)
    assert place.startswith(f"districts/{DEMO}/halaman/kabar/")
    assert target == "../lupa/"


@pytest.mark.parametrize(
    ("written", "shown"),
    [('<a href="lupa/">x</a>', "lupa/"), ("<a href=\"{{ (awalan ~ 'lupa/') | url | e }}\">x</a>", "lupa/")],
    ids=["as-it-stands", "from-the-root"],
)
def test_a_broken_link_of_the_frame_is_told_once_with_the_template_that_holds_it(
    demo: Edition, roots: Roots, tmp_path: Path, written: str, shown: str
) -> None:
    mark = "<p>{{ kata(situs.kaki) }}"
    line = demo.theme.templates[FOOTER].split(mark)[0].count("\n") + 1
    broken = with_template(demo, FOOTER, mark, f"{written}{mark}")
    assert faults_of(broken, tmp_path, roots) == [(f"templates/site/{FOOTER}:{line}", shown)]


def test_a_broken_link_of_the_frame_that_comes_from_data_blames_no_page(
    demo: Edition, roots: Roots, tmp_path: Path
) -> None:
    groups = (*demo.frame.groups, LinkGroup("x", (Link("x", "lupa/"),)))
    frame = dataclasses.replace(demo.frame, groups=groups)
    found = faults_of(dataclasses.replace(demo, frame=frame), tmp_path, roots)
    assert ("templates/site", "/lupa/") in found
    assert {place for place, _ in found} <= {"templates/site", "content/beranda.md"}


def test_a_broken_link_of_one_kind_of_page_names_its_template(demo: Edition, roots: Roots, tmp_path: Path) -> None:
    broken = with_template(demo, "404.html", "<h1", '<a href="/lupa/">x</a><h1')
    line = demo.theme.templates["404.html"].split("<h1")[0].count("\n") + 1
    assert faults_of(broken, tmp_path, roots) == [(f"templates/site/404.html:{line}", "/lupa/")]


def test_a_picture_that_a_stylesheet_names_must_be_there(site: Path, edition: Edition) -> None:
    (site / "assets" / "seni" / "tanda-darurat.svg").unlink()
    found = told(check_site(site, edition))
    assert {code for code, _, _ in found} == {"tautan-situs-putus"}
    assert "templates/site/assets/selebaran.css" in {place for _, place, _ in found}


def test_a_page_for_which_a_rule_of_the_theme_was_left_out_is_told(site: Path, edition: Edition) -> None:
    put(site, '<p class="md-typeset"></p>')
    found = [problem for problem in check_site(site, edition) if problem.code == "gaya-kurang"]
    assert [(str(one.place), dict(one.values)["nama"]) for one in found] == [("templates/site", ".md-typeset")]
