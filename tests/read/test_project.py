"""The real project: 64 districts of the list and the made-up one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.conftest import BASE, DEMO, LONGEST


def test_all_districts_are_read_without_a_fault(registry: Registry) -> None:
    assert check_shared(registry) == []
    assert registry.district_problems == {}
    assert len(registry.districts) == 65
    assert len({folder.host for folder in registry.districts.values()}) == 65


def test_no_real_district_has_invented_data_or_consent(registry: Registry) -> None:
    for slug, folder in registry.districts.items():
        district = folder.district
        assert district.fictional == (slug == DEMO)
        assert district.consent is None
        if slug != DEMO:
            assert district.contacts == {}
            assert district.publisher is None
            assert (folder.events, folder.facilities, folder.figures, folder.pictures) == ((), (), (), {})


def test_the_made_up_district_has_everything(registry: Registry) -> None:
    folder = registry.districts[DEMO]
    kinds = [facility.kind for facility in folder.facilities]
    assert kinds.count("puskesmas") == 12
    assert kinds.count("rumah_sakit") == 2
    assert kinds.count("kantor") == 1
    assert registry.campaign.events
    assert {event.kind for event in folder.events} == registry.campaign.events.kinds.keys()
    assert sum(event.cancelled for event in folder.events) == 1
    assert any(event.recurrence for event in folder.events)
    assert len(folder.figures) >= 6
    assert len(folder.pictures) == 3
    contacts = folder.district.contacts
    assert contacts.keys() == registry.campaign.contacts.keys()
    assert folder.host.endswith(".example")


@pytest.mark.parametrize(
    ("slug", "terms"),
    [
        ("kab-merauke", ("kampung", "distrik", "balai kampung")),
        ("kab-kulon-progo", ("kalurahan", "kapanewon", "balai kalurahan")),
        ("kab-tanggamus", ("pekon", "kecamatan", "balai pekon")),
        ("kab-serang", ("desa", "kecamatan", "balai desa")),
    ],
)
def test_districts_use_their_own_words(registry: Registry, slug: str, terms: tuple[str, str, str]) -> None:
    local = registry.districts[slug].district.terms
    assert (local.village, local.subdistrict, local.village_hall) == terms


def test_codes_domains_and_zones_come_out_as_they_were_typed(registry: Registry) -> None:
    longest = registry.districts[LONGEST].district
    assert longest.name == "Kabupaten Kepulauan Siau Tagulandang Biaro"
    assert (longest.code, longest.zone) == ("71.09", "WITA")
    assert longest.domain == "dinkeskepulauansiautagulandangbiaro.id"
    assert registry.districts["kec-nanggalo"].district.code == "13.71.10"
    assert registry.districts["kab-tanggamus"].host == "kab-tanggamus"


def test_ambiguous_districts_say_so(registry: Registry) -> None:
    ambiguous = {slug for slug, folder in registry.districts.items() if folder.district.identity == "rancu"}
    assert ambiguous == {
        "kab-sukabumi",
        "kec-nanggalo",
        "kab-kediri",
        "kab-mojokerto",
        "kab-pasuruan",
        "kota-jayapura",
        "kota-bengkulu",
    }
    assert all(registry.districts[slug].district.note for slug in ambiguous)


def test_a_campaign_has_drawings_of_its_own_and_they_stand_in_place_of_the_engines(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    shutil.copytree(BASE, root)
    (root / "content" / "seni").mkdir()
    svg = (root / "templates" / "seni" / "garis.svg").read_text("utf-8")
    (root / "content" / "seni" / "nyamuk.svg").write_text(svg, "utf-8")
    (root / "content" / "seni" / "garis.svg").write_text(svg.replace("</svg>", "<!-- lain --></svg>"), "utf-8")
    registry = read_project(root)
    assert list(registry.drawings) == ["garis", "nyamuk"]
    assert "lain" in registry.drawings["garis"]
    assert registry.drawing_file("garis") == "content/seni/garis.svg"
    assert read_project(BASE).drawing_file("garis") == "templates/seni/garis.svg"
