"""The page that leads to all districts."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, site_of
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from tests.conftest import DAY


@pytest.fixture(scope="module")
def portal(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of a folder with all web roots but one."""
    out = tmp_path_factory.mktemp("dist")
    for folder in registry.districts.values():
        if folder.slug != "kab-puncak":
            site_of(out, folder.host).mkdir(parents=True)
    nowhere = out / "proyek"  # the registry has all that a portal is made from
    assert write_portal(Plan(nowhere, out, registry.slugs, DAY), registry) == ()
    return out / PORTAL


@pytest.fixture(params=(360, 1280))
def page(request: pytest.FixtureRequest, browser: Browser, portal: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 740})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("requestfailed", lambda r: complaints.append(r.url))
    opened.goto(f"file://{portal}/index.html")
    yield opened
    context.close()
    assert complaints == []


def test_every_district_with_a_web_root_stands_under_its_province(portal: Path, registry: Registry) -> None:
    html = (portal / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="../situs/([^"#:/]+)/"', html))
    assert links == {f.host for f in registry.districts.values() if f.slug != "kab-puncak"}
    for province in {f.district.province for f in registry.districts.values() if not f.district.fictional}:
        assert province in html
    assert html.index("Kabupaten Gianyar") < html.index("Kabupaten Serang") < html.index("Kota Bengkulu")


def test_without_its_page_there_is_no_portal_and_the_build_says_so(registry: Registry, tmp_path: Path) -> None:
    bare = dataclasses.replace(registry, portal_files={})
    (found,) = write_portal(Plan(tmp_path, tmp_path, registry.slugs, DAY), bare)
    assert (found.code, found.place.file) == ("berkas-hilang", "templates/portal/index.html")
    assert not list(tmp_path.iterdir())


def test_it_says_that_all_are_previews_and_sets_the_made_up_district_apart(portal: Path) -> None:
    html = (portal / "index.html").read_text("utf-8")
    assert html.lower().count("pratinjau") >= 64
    assert "noindex" in html
    assert html.index("Peragaan") < html.index("kab-contoh.example")
    assert html.rindex("Kabupaten Yalimo") < html.index("Kabupaten Contoh")


def test_everything_that_it_loads_lies_beside_it(portal: Path) -> None:
    html = (portal / "index.html").read_text("utf-8")
    for target in re.findall(r'(?:src|href)="(portal/[^"#]+)', html):
        assert (portal / target).is_file(), target
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_the_filter_finds_a_district_by_name_and_by_province(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("input[type=search]")
    box.fill("serang")
    expect(page.get_by_role("link", name="Kabupaten Serang")).to_be_visible()
    expect(page.get_by_role("link", name="Kabupaten Buru", exact=True)).to_be_hidden()
    box.fill("maluku")
    expect(page.get_by_role("link", name="Kabupaten Buru", exact=True)).to_be_visible()
    box.fill("tidak ada daerah ini")
    expect(page.get_by_role("link", name="Kabupaten Buru", exact=True)).to_be_hidden()
    expect(page.get_by_role("heading", name="Peragaan")).to_be_hidden()


def test_without_javascript_the_list_is_whole_and_no_filter_is_shown(browser: Browser, portal: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"file://{portal}/index.html")
    expect(opened.get_by_role("link", name="Kabupaten Buru", exact=True)).to_be_visible()
    expect(opened.locator("input[type=search]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("typed", "name", "because"),
    [
        ("ciruas", "Kabupaten Serang", "Kecamatan Ciruas"),
        ("wamena", "Kabupaten Jayawijaya", "Wamena"),
        ("sitaro", "Kabupaten Kepulauan Siau Tagulandang Biaro", "Sitaro"),
        ("srang", "Kabupaten Serang", ""),
        ("keude bakongan", "", ""),
    ],
)
def test_a_district_is_found_by_its_kecamatan_its_capital_its_short_name_and_with_a_slip(
    page: Page, typed: str, name: str, because: str
) -> None:
    page.locator("input[type=search]").press_sequentially(typed)
    if not name:
        expect(page.locator(".kosong")).to_be_visible()
        return
    found = page.locator("[data-daerah]:visible", has=page.get_by_role("link", name=name, exact=True))
    expect(found).to_be_visible()
    if because:
        expect(found).to_contain_text(because)


def test_a_village_that_stands_in_no_other_district_opens_its_district(page: Page, portal: Path) -> None:
    page.locator("input[type=search]").press_sequentially("pulo panjang")
    expect(page.locator("[data-daerah]:visible")).to_have_count(1)
    expect(page.locator(".cocok")).to_have_text("Desa Pulo Panjang")
    assert (portal / "portal" / "desa-pu.js").stat().st_size < 20_000


def test_the_made_up_district_is_hidden_where_nothing_matches(page: Page) -> None:
    page.locator("input[type=search]").fill("qqqq")
    expect(page.locator("[data-daerah]:visible")).to_have_count(0)
