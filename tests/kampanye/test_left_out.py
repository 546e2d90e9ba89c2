"""What a campaign leaves out is absent from its sites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from posixpath import relpath

import pytest

from selebaran.compose.district.chart import figure_paths
from selebaran.compose.district.events import present_events
from selebaran.compose.district.findable import findables
from selebaran.compose.district.values import present_district
from selebaran.compose.edition import Composer
from selebaran.compose.page.portal import compose_portal
from selebaran.model.campaign import Ask, AskByPhone, EventKinds, KnownPages
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, site_of
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.site.build import build_site
from selebaran.site.clock import clock_values
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, DEMO, ROOT, SHORT

PAGES = ("index.html", "offline/index.html", "404.html")
Compose = Callable[..., Edition]


@pytest.fixture
def compose(registry: Registry) -> Compose:
    """An edition of a campaign in which something is otherwise."""

    def composed(slug: str = SHORT, **changed: object) -> Edition:
        campaign = registry.campaign.model_copy(update=changed)
        return Composer(replace(registry, campaign=campaign)).compose(slug, as_of=DAY, profiles=())

    return composed


def built(edition: Edition, folder: Path) -> dict[str, str]:
    """Pages that stand for all others: the home page, the one without connection, the one of wrong addresses."""
    few = replace(edition, pages=tuple(p for p in edition.pages if p.slug in ("beranda", "offline")), menu=())
    build_site(few, (), folder, Roots())
    return {name: (folder / name).read_text("utf-8") for name in PAGES}


def touched(folder: Path) -> str:
    """What all pages share once they are touched: menu and search."""
    (path,) = folder.glob("assets/sentuh.*.js")
    return path.read_text("utf-8").replace('\\"', '"')


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
    assert "Tanyakan ke posko desa" in touched(tmp_path)
    for text in pages.values():
        assert "Tanyakan ke posko desa" in text
        assert "Telepon Care Center" not in text
        assert "WhatsApp PANDAWA" not in text
        assert 'class="tombol tombol--' not in text


def test_a_long_number_stays_in_one_piece_on_the_narrowest_phone(compose: Compose, tmp_path: Path) -> None:
    short = built(compose(), tmp_path / "a")
    long = built(
        compose(ask=Ask(tempat="posko desa", telepon=AskByPhone(nilai="pandawa", sebutan="Posko"))), tmp_path / "b"
    )
    assert '<span>Telepon <span class="utuh">0811-8165-165</span></span>' in long["index.html"]
    assert "tersesat__nomor--panjang" in long["404.html"]
    assert "tersesat__nomor--panjang" in long["offline/index.html"]
    assert "<span>Telepon 165</span>" in short["index.html"]
    assert "tersesat__nomor--panjang" not in short["404.html"] + short["offline/index.html"]


def test_a_portal_of_made_up_districts_alone_has_nothing_to_look_through(registry: Registry) -> None:
    words, page = registry.campaign.portal, registry.portal_files["index.html"]
    assert words is not None
    full, alone = (
        compose_portal(registry, words, page, frozenset(shown), frozenset(), DAY, clock_values(DAY, "WIB", {}))
        for shown in (registry.districts, (DEMO,))
    )
    for part in (
        'class="saring"',
        "portal.js",
        "Langsung ke provinsi",
        "daerah di",
        "Tidak ada daerah dengan nama itu",
    ):
        assert part in full
        assert part not in alone
    assert "Peragaan" in full
    assert "Peragaan" in alone


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


@pytest.mark.parametrize(
    ("told_at", "group"),
    [("jadwal#jadwal", "Jadwal"), ("daftar#bantuan", "Belum punya JKN"), ("beranda", "Bantuan"), (None, "Bantuan")],
)
def test_news_stand_in_the_group_of_the_page_that_tells_of_events_else_in_the_last(
    told_at: str | None, group: str, registry: Registry
) -> None:
    events = registry.campaign.events
    assert events is not None
    changed = events.model_copy(update={"told_at": told_at}) if told_at else None
    campaign = registry.campaign.model_copy(update={"events": changed})
    frame = Composer(replace(registry, campaign=campaign)).compose(DEMO, as_of=DAY, profiles=()).frame
    assert [g.title for g in frame.groups if "kabar/" in {link.address for link in g.links}] == [group]


def test_the_home_page_unfolds_the_groups_that_its_ways_in_do_not_lead_to(compose: Compose) -> None:
    frame = compose().frame
    assert [group.title for group in frame.other_groups] == ["Bayi & keluarga", "Jadwal", "Bantuan"]
    assert set(frame.other_groups) < set(frame.groups)


def test_without_a_portal_none_is_written(registry: Registry, tmp_path: Path) -> None:
    plan = Plan(root=ROOT, out=tmp_path, slugs=(), day=DAY)
    assert write_portal(plan, replace(registry, campaign=registry.campaign.model_copy(update={"portal": None}))) == ()
    assert list(tmp_path.iterdir()) == []
    assert write_portal(plan, registry) == ()
    assert (tmp_path / PORTAL / "index.html").is_file()


def test_a_portal_of_an_earlier_build_goes_with_the_campaigns_own_and_nothing_else_does(
    registry: Registry, tmp_path: Path
) -> None:
    plan = Plan(root=ROOT, out=tmp_path, slugs=(), day=DAY)
    without = replace(registry, campaign=registry.campaign.model_copy(update={"portal": None}))
    (tmp_path / "index.html").write_text("Milik orang lain", "utf-8")
    site_of(tmp_path, "kab-uji.example").mkdir(parents=True)
    assert write_portal(plan, registry) == ()
    assert (tmp_path / PORTAL / "index.html").is_file()
    assert write_portal(plan, without) == ()
    assert not (tmp_path / PORTAL).exists()
    assert (tmp_path / "index.html").read_text("utf-8") == "Milik orang lain"
    assert site_of(tmp_path, "kab-uji.example").is_dir()


def test_a_portal_without_drawings_numbers_and_emergencies_shows_none(registry: Registry) -> None:
    words = registry.campaign.portal
    assert words is not None
    bare = words.model_copy(update={"emergency": None, "scenes": (), "example": None})
    campaign = registry.campaign.model_copy(update={"portal": bare, "ask": Ask(tempat="posko desa")})
    page = registry.portal_files["index.html"]
    shown, none = frozenset(registry.districts), frozenset[str]()
    full = compose_portal(registry, words, page, shown, none, DAY, clock_values(DAY, "WIB", {}))
    html = compose_portal(
        replace(registry, campaign=campaign), bare, page, shown, none, DAY, clock_values(DAY, "WIB", {})
    )
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
        for path in figure_paths("tentang"):
            assert (path in edition.files, f'"{relpath(path, "tentang")}"' in about) == (there, there)


def test_without_a_page_about_the_site_no_facts_are_listed_and_figures_lie_with_their_chart(registry: Registry) -> None:
    campaign = registry.campaign.model_copy(update={"pages": None})
    edition = Composer(replace(registry, campaign=campaign)).compose(DEMO, as_of=DAY, profiles=())
    assert set(figure_paths(None)) <= edition.files.keys()
    assert not [path for path in edition.files if "fakta" in path or "tentang" in path]
    assert not [page.slug for page in edition.pages if page.meta.facts_in_use]


def test_another_page_can_be_the_one_about_the_site(registry: Registry) -> None:
    campaign = registry.campaign.model_copy(update={"pages": KnownPages(tentang="kader")})
    edition = Composer(replace(registry, campaign=campaign)).compose(DEMO, as_of=DAY, profiles=())
    assert {"kader/fakta.csv", "kader/fakta.json", "kader/capaian.csv"} <= edition.files.keys()
    assert {page.meta.slug for page in edition.pages if page.meta.facts_in_use} == {"kader"}


def test_the_home_page_leads_to_the_page_that_tells_of_events(compose: Compose, tmp_path: Path) -> None:
    here = EventKinds(tampil_di="daftar#lakukan", jenis={})
    assert 'href="jadwal/">Semua jadwal' in built(compose(DEMO), tmp_path / "a")["index.html"]
    assert 'href="daftar/">Semua jadwal' in built(compose(DEMO, events=here), tmp_path / "b")["index.html"]


def test_without_events_the_home_page_has_no_place_for_them(compose: Compose, tmp_path: Path) -> None:
    home = built(compose(events=None), tmp_path)["index.html"]
    assert "jadwal di sini" not in home
    assert "Kegiatan terdekat" not in home
    assert '<section class="telepon"' in home


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


def test_what_the_campaign_has_no_word_for_is_not_shown_by_its_key(registry: Registry) -> None:
    """Such a folder isn't read; and if it were, no key would stand on a page."""
    campaign = registry.campaign.model_copy(update={"events": None, "states": {}, "contacts": {}, "services": {}})
    values = present_district(registry.districts[DEMO], DAY, campaign)
    assert (values["kegiatan"], values["kontak"], values["keadaan"]["status"]) == ((), {}, None)
    assert "puskesmas" not in values


def test_the_search_offers_the_campaigns_example_or_none(compose: Compose, tmp_path: Path) -> None:
    built(compose(search_example="bak mandi"), tmp_path / "a")
    built(compose(search_example=None), tmp_path / "b")
    asked, plain = touched(tmp_path / "a"), touched(tmp_path / "b")
    assert 'placeholder="Cari, misalnya: bak mandi"' in asked
    assert 'placeholder="Cari di situs ini"' in plain
    assert "misalnya" not in plain
