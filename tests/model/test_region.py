"""The table of regions: what a code, a slug and a name stand for, and names that are written in two ways."""

from __future__ import annotations

import pytest

from selebaran.model.region import bare, folded, shortens
from selebaran.read.regions import nearest_region, regions

TABLE = regions()


def test_the_table_has_every_region_once() -> None:
    assert [sum(len(code) == length for code in TABLE.names) for length in (2, 5, 8)] == [38, 514, 7285]
    assert len({region.slug for region in TABLE.districts.values()}) == 514
    assert len({folded(region.full_name) for region in TABLE.districts.values()}) == 514


@pytest.mark.parametrize(
    ("code", "name", "slug", "province", "zone"),
    [
        ("36.04", "Kabupaten Serang", "kab-serang", "Banten", "WIB"),
        ("71.09", "Kabupaten Kepulauan Siau Tagulandang Biaro", "kab-kepulauan-siau-tagulandang-biaro",
         "Sulawesi Utara", "WITA"),
        ("31.01", "Kabupaten Kepulauan Seribu", "kab-kepulauan-seribu", "Daerah Khusus Ibukota Jakarta", "WIB"),
        ("61.71", "Kota Pontianak", "kota-pontianak", "Kalimantan Barat", "WIB"),
        ("62.71", "Kota Palangkaraya", "kota-palangkaraya", "Kalimantan Tengah", "WIB"),
        ("63.71", "Kota Banjarmasin", "kota-banjarmasin", "Kalimantan Selatan", "WITA"),
        ("51.71", "Kota Denpasar", "kota-denpasar", "Bali", "WITA"),
        ("81.71", "Kota Ambon", "kota-ambon", "Maluku", "WIT"),
        ("96.71", "Kota Sorong", "kota-sorong", "Papua Barat Daya", "WIT"),
    ],
)  # fmt: skip
def test_a_region_is_told_by_its_code(code: str, name: str, slug: str, province: str, zone: str) -> None:
    region = TABLE.at(code)
    assert region is not None
    assert (folded(region.full_name), region.province, region.zone) == (folded(name), province, zone)
    assert folded(region.slug) == folded(slug)
    assert TABLE.of_slug(slug) == (region,)


def test_a_kecamatan_knows_what_it_belongs_to_and_its_name_may_be_that_of_many() -> None:
    nanggalo = TABLE.at("13.71.10")
    assert nanggalo is not None
    assert (nanggalo.full_name, nanggalo.parent, nanggalo.zone) == ("Kecamatan Nanggalo", "Kota Padang", "WIB")
    assert TABLE.of_slug("kec-nanggalo") == (nanggalo,)
    assert len(TABLE.of_slug("kec-cibadak")) > 1
    assert TABLE.subdistricts("71.72")[:2] == ("Lembeh Selatan", "Madidir")
    assert set(TABLE.subdistricts("71.72")) < set(TABLE.subdistricts("71"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kep. Aru", "Kepulauan Aru"), ("Fakfak", "Fak Fak"), ("Tolitoli", "Toli-Toli"), ("Gn. Sitoli", "Gunungsitoli"),
     ("Kab. Serang", "KABUPATEN SERANG")],
)  # fmt: skip
def test_officials_write_a_name_in_two_ways(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_kinds_and_regions_of_one_name_stay_apart() -> None:
    assert folded("Kabupaten Serang") != folded("Kota Serang")
    assert [region.code for region in TABLE.called("serang")] == ["36.04", "36.73"]
    assert [region.code for region in TABLE.called("Kota Serang")] == ["36.73"]
    assert TABLE.called("Kotamadya Serang") == ()
    assert TABLE.called("kab/serang") == ()
    assert TABLE.called("99.99") == ()


def test_a_short_name_is_made_of_the_letters_of_the_long_one() -> None:
    assert shortens("Sitaro", "Kepulauan Siau Tagulandang Biaro")
    assert shortens("Bolmong", "Bolaang Mongondow")
    assert not shortens("Tangerang", "Serang")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Distrik Merauke", "Merauke"), ("Kec. Ciruas", "Ciruas"), ("kecamatan Ciruas", "Ciruas"), ("Ciruas", "Ciruas"),
     ("Kota Baru", "Kota Baru"), ("Kecamatan", "Kecamatan"), ("Distrikan", "Distrikan")],
)  # fmt: skip
def test_the_kind_in_front_of_a_kecamatan_is_taken_away(typed: str, name: str) -> None:
    assert bare(typed) == name


def test_a_kecamatan_is_bare_of_what_it_is_called_there() -> None:
    assert bare("Sagoe Baru", "sagoe") == "Baru"
    assert bare("Sagoe Baru") == "Sagoe Baru"


def test_no_kecamatan_of_the_table_begins_with_its_kind() -> None:
    assert [name for code, name in TABLE.names.items() if len(code) == 8 and bare(name) != name] == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [("kab. lebk", "36.02"), ("Kota Bitng", "71.72"), ("Lebk", "36.02"), ("Kabupaten Uji", None), ("kab-xyz", None)],
)
def test_the_region_that_was_meant_has_a_near_name(typed: str, code: str | None) -> None:
    near = nearest_region(typed)
    assert (near.code if near else None) == code
