"""What a campaign leaves out is absent from its sites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.compose.district.chart import CHART_PATH, CSV_PATH
from selebaran.compose.district.events import present_events
from selebaran.compose.district.findable import findables
from selebaran.compose.edition import Composer
from selebaran.compose.page.portal import compose_portal
from selebaran.model.campaign import Ask
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, DEMO, ROOT, SHORT

PAGES = ("index.html", "offline/index.html", "404.html")
Compose = Callable[..., Edition]


@pytest.fixture
def compose(registry: Registry) -> Compose:
    """An edition of a campaign in which something is otherwise."""

    def composed(**changed: object) -> Edition:
        campaign = registry.campaign.model_copy(update=changed)
        return Composer(replace(registry, campaign=campaign)).compose(SHORT, as_of=DAY, profiles=())

    return composed


def built(edition: Edition, folder: Path) -> dict[str, str]:
    """Pages that stand for all others: the home page, the one without connection, the one of wrong addresses."""
    few = replace(edition, pages=tuple(p for p in edition.pages if p.slug in ("beranda", "offline")), menu=())
    build_site(few, (), folder, Roots(ROOT / ".cache"))
    return {name: (folder / name).read_text("utf-8") for name in PAGES}


def test_a_campaign_that_has_everything_shows_it_on_every_page(compose: Compose, tmp_path: Path) -> None:
    pages = built(compose(), tmp_path)
    for text in pages.values():
        assert 'class="darurat"' in text
        assert text.count('href="tel:165"') >= 2
        assert "Tentang situs ini" in text
    assert "Gawat darurat?" in pages["offline/index.html"]
    assert "WhatsApp PANDAWA" in pages["index.html"]


def test_without_emergencies_no_page_has_a_band_and_the_menu_leads_to_none(compose: Compose, tmp_path: Path) -> None:
    for text in built(compose(emergency=None), tmp_path).values():
        assert 'class="darurat"' not in text
        assert "arurat?" not in text


def test_without_numbers_every_page_sends_residents_to_the_place(compose: Compose, tmp_path: Path) -> None:
    pages = built(compose(ask=Ask(tempat="posko desa")), tmp_path)
    box = pages["index.html"].split('<section class="telepon"')[1].split("</section>")[0]
    assert "<p>Tanyakan ke posko desa.</p>" in box
    for text in pages.values():
        assert text.count("Tanyakan ke posko desa") >= 2
        assert "Telepon Care Center" not in text
        assert "WhatsApp PANDAWA" not in text
        assert 'class="tombol tombol--' not in text


def test_without_a_page_about_the_site_the_foot_leads_to_none(compose: Compose, tmp_path: Path) -> None:
    for text in built(compose(pages=None), tmp_path).values():
        assert "Tentang situs ini" not in text


def test_without_a_glossary_there_is_no_page_of_words(compose: Compose) -> None:
    assert "istilah" in {page.slug for page in compose().pages}
    edition = compose(glossary=None)
    assert "istilah" not in {page.slug for page in edition.pages}
    assert "istilah/" not in {link.address for group in edition.frame.groups for link in group.links}


def test_a_glossary_that_leads_nowhere_has_no_part_for_it(compose: Compose, registry: Registry) -> None:
    words = registry.campaign.glossary
    assert words is not None
    page = next(p for p in compose(glossary=words.model_copy(update={"next_pages": ()})).pages if p.slug == "istilah")
    assert "Sesudah ini" not in page.html
    assert "Care Center" in page.html


def test_groups_are_the_campaigns_and_without_them_pages_stand_in_none(compose: Compose) -> None:
    named = compose(groups={"jadwal": "Kapan?"}).frame
    assert [group.title for group in named.groups] == ["Kapan?"]
    assert compose(groups={}).frame.groups == ()


def test_the_home_page_unfolds_the_groups_that_its_ways_in_do_not_lead_to(compose: Compose) -> None:
    frame = compose().frame
    assert [group.title for group in frame.other_groups] == ["Bayi & keluarga", "Jadwal", "Bantuan"]
    assert set(frame.other_groups) < set(frame.groups)


def test_without_a_portal_none_is_written(registry: Registry, tmp_path: Path) -> None:
    plan = Plan(root=ROOT, out=tmp_path, slugs=(), day=DAY)
    assert write_portal(plan, replace(registry, campaign=registry.campaign.model_copy(update={"portal": None}))) == ()
    assert list(tmp_path.iterdir()) == []
    assert write_portal(plan, registry) == ()
    assert (tmp_path / "index.html").is_file()


def test_a_portal_without_drawings_numbers_and_emergencies_shows_none(registry: Registry) -> None:
    words = registry.campaign.portal
    assert words is not None
    bare = words.model_copy(update={"emergency": None, "scenes": (), "example": None})
    campaign = registry.campaign.model_copy(update={"portal": bare, "ask": Ask(tempat="posko desa")})
    page = registry.portal_files["index.html"]
    none: frozenset[str] = frozenset()
    full = compose_portal(registry, words, page, none, none, DAY)
    html = compose_portal(replace(registry, campaign=campaign), bare, page, none, none, DAY)
    for text in ('class="jalan"', "Darurat?", 'placeholder="', 'href="tel:', "dijawab"):
        assert text in full
        assert text not in html
    assert "Tanyakan ke posko desa" in html


def test_without_words_for_figures_there_is_no_chart_and_no_table(registry: Registry) -> None:
    campaign = registry.campaign.model_copy(update={"figures": None})
    bare = Composer(replace(registry, campaign=campaign)).compose(DEMO, as_of=DAY, profiles=())
    full = Composer(registry).compose(DEMO, as_of=DAY, profiles=())
    for edition, there in ((full, True), (bare, False)):
        about = next(page.html for page in edition.pages if page.slug == "tentang")
        assert (CHART_PATH in edition.files, CSV_PATH in edition.files) == (there, there)
        assert (CHART_PATH in about, CSV_PATH in about) == (there, there)


def test_what_no_page_tells_of_is_not_found_by_name(registry: Registry) -> None:
    gone = {"events": None, "contacts": {}, "services": {}, "help_desks_at": None}
    pages = Composer(registry).compose(DEMO, as_of=DAY, profiles=()).pages
    folder, campaign = registry.districts[DEMO], registry.campaign
    assert {found.page for found in findables(folder, pages, campaign, DAY)} > {"jadwal", "daftar", "puskesmas"}
    assert findables(folder, pages, campaign.model_copy(update=gone), DAY) == ()


def test_the_kinds_of_events_are_called_as_the_campaign_says(registry: Registry) -> None:
    events, kinds = registry.districts[DEMO].events, registry.campaign.events
    assert kinds is not None
    shown = present_events(events, "WIB", DAY, {**kinds.kinds, "penyuluhan": "Penyuluhan keliling"})["kegiatan"]
    assert "Penyuluhan keliling" in {event["jenis"] for event in shown}
