"""Pages of kecamatan: for each one, also where nothing is known; what nobody compared shows in previews alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.compose.edition import Composer
from selebaran.compose.page import publishable
from selebaran.compose.page.filled_parts import Part
from selebaran.compose.page.finished import finished
from selebaran.compose.page.publishable import of_day
from selebaran.compose.page.subdistrict_helpers import names
from selebaran.compose.page.subdistrict_places import PlaceDesk, parts_of_places, parts_of_unplaced
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from selebaran.read.regions import regions
from tests.conftest import DAY, DEMO


def pages_of(composer: Composer, slug: str) -> dict[str, ComposedPage]:
    made = composer.compose(slug, as_of=DAY, profiles=())
    return {page.slug: page for page in made.pages if page.meta.is_subdistrict and not page.meta.prefix}


def test_every_kecamatan_of_the_table_has_a_page_that_says_whom_to_call(composer: Composer) -> None:
    pages = pages_of(composer, "kab-serang")
    assert len(pages) == len(regions().subdistricts("36.04"))
    for page in pages.values():
        assert 'href="tel:165"' in page.html
        assert "terdekat" not in page.html


def test_a_site_of_one_kecamatan_has_that_one_alone(composer: Composer) -> None:
    assert set(pages_of(composer, "kec-nanggalo")) == {"k/nanggalo"}


def test_addresses_of_a_district_are_told_apart(registry: Registry) -> None:
    for folder in registry.districts.values():
        found = subdistricts_of(folder.district)
        assert len({one.slug for one in found}) == len(found)


def test_a_proposal_is_marked_with_source_and_year_and_no_publication_has_it(
    composer: Composer, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishable, "refusals", lambda folder: ())  # as if the district had agreed
    html = pages_of(composer, "kab-serang")["k/ciruas"].html
    assert "Usulan, belum dicocokkan" in html
    assert "Daftar Kementerian Kesehatan (BPPSDMK), 2019" in html
    assert 'href="geo:-6.125833,106.234169"' in html
    folder = registry.districts["kab-serang"]
    assert of_day(folder, DAY, published=False)[0].proposals is not None
    assert of_day(folder, DAY, published=True)[0].proposals is None


def test_a_proposal_without_a_kecamatan_stands_where_all_are_listed_and_no_publication_has_it(
    composer: Composer, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishable, "refusals", lambda folder: ())  # as if the district had agreed
    for slug in ("kab-serang", "kab-bolaang-mongondow-timur"):
        folder = registry.districts[slug]
        assert folder.proposals is not None
        unplaced = [place.name for place in folder.proposals.places if not place.subdistrict]
        html = index_of(composer, slug).html
        assert unplaced and all(name in html for name in unplaced)
        assert "Usulan, belum dicocokkan: kecamatan belum diketahui" in html
        assert "Daftar Kementerian Kesehatan (BPPSDMK), 2019" in html
        assert list(parts_of_unplaced(of_day(folder, DAY, published=True)[0])) == []


def index_of(composer: Composer, slug: str) -> ComposedPage:
    """The page that lists a district's kecamatan."""
    return next(page for page in composer.compose(slug, as_of=DAY, profiles=()).pages if page.slug == "k")


def test_the_ambulance_number_and_the_care_center_stand_on_every_page_with_their_marks(composer: Composer) -> None:
    """Both numbers' facts are past their day."""
    page = pages_of(composer, "kab-serang")["k/ciruas"]
    for shown, id_ in (('href="tel:119"', "DAR-01"), ('href="tel:165"', "LAY-01")):
        assert shown in page.html
        assert id_ in page.usage.facts
    marks = "".join(part for part in page.html.split("<p") if part.startswith(' class="fakta-lewat"'))
    assert "nomor darurat medis" in marks.lower()
    assert "nomor Care Center" in marks


def test_what_a_kecamatan_knows_stands_on_its_page(composer: Composer) -> None:
    page = pages_of(composer, DEMO)["k/pulau-rekaan"]
    for told in ("Puskesmas Rekaan Teratai", "Perahu dari Dermaga Rekaan", "Dermaga Rekaan ke Pulau Rekaan"):
        assert told in page.html
    assert "Puskesmas Rekaan Melati" not in page.html


def test_who_is_open_at_night_is_told_where_the_place_is_told(composer: Composer) -> None:
    told = {slug for slug, page in pages_of(composer, DEMO).items() if "Gawat darurat: buka 24 jam" in page.html}
    assert "k/contoh-kota" in told
    assert "k/pulau-rekaan" not in told  # it has a place of its own, which closes


def test_who_helps_there_stands_on_its_page_and_on_no_other(composer: Composer) -> None:
    pages = pages_of(composer, DEMO)
    for told, there in (
        ("Pos bantuan JKN Pasar Rekaan Pagi", {"k/contoh-kota"}),
        ("Bapak Rekaan Empat", {"k/contoh-kota"}),
        ("Pemandu untuk warga pulau", {"k/pulau-rekaan"}),
    ):
        assert {slug for slug, page in pages.items() if told in page.html} == there


@pytest.mark.parametrize(
    ("route", "named"), [("Kenyam ke Dal", True), ("Kenyam ke Pedalaman", False), ("DAL – Kenyam", True)]
)
def test_a_boat_is_told_where_its_route_names_the_kecamatan_as_a_word(route: str, *, named: bool) -> None:
    assert names(route, "Dal") is named


def test_without_a_place_of_its_own_the_districts_stand_there_by_kecamatan(registry: Registry) -> None:
    folder = registry.districts[DEMO]
    one = subdistricts_of(folder.district)[0]
    others = tuple(place for place in folder.facilities if not one.is_called(place.subdistrict))
    there = replace(folder, facilities=others)
    desk = PlaceDesk(there, registry.campaign, "k", "Kecamatan", "kader", DAY)
    text = "".join(part.markdown for part in parts_of_places(one, desk))
    assert "belum ada dalam daftar kami" in text
    assert "Kecamatan Contoh Kota: Puskesmas Rekaan Melati. Gawat darurat: buka 24 jam\n" in text
    assert "terdekat" not in text


@pytest.mark.parametrize(
    "value",
    ["Sangalla'", "2 x 11 Anam Lingkuang", "Taja/Yapsi", "A & B <c>", "0254 123456", "-6.1,106.2", "119", "1.210"],
)
def test_a_part_that_is_filled_reads_as_the_renderer_writes_it(value: str) -> None:
    part = Part("## Judul {#judul}\n\n- {0}, *di* {1}. [peta](geo:{2},{3})\n", (value, value, "-6.1169", "106.1539"))
    assert part.finished("k/x") == finished(part.markdown, "k/x")


def test_pages_of_all_kecamatan_are_as_the_renderer_would_make_them_of_their_markdown(composer: Composer) -> None:
    for page in pages_of(composer, "kab-nduga").values():
        own = page.html.removesuffix(page.same_below)
        assert finished(page.typed[0].text, "k/x").html == own
