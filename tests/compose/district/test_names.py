"""What is made of a district's names and addresses."""

from __future__ import annotations

import pytest

from selebaran.compose.district.names import breakable, capital, names_of
from selebaran.model.campaign import SiteNames
from selebaran.model.district import District
from selebaran.model.registry import Registry
from tests.conftest import DEMO


def district(registry: Registry, **changed: object) -> District:
    return registry.districts[DEMO].district.model_copy(update=changed)


def published_by(registry: Registry, name: str) -> District:
    publisher = district(registry).publisher
    assert publisher is not None
    return district(
        registry, name="Kabupaten Serang", publisher=publisher.model_copy(update={"name": name}), short_name="Serang"
    )


def test_a_publisher_is_not_named_with_the_district_that_stands_beside_it(registry: Registry) -> None:
    names = names_of(published_by(registry, "Dinas Kesehatan Kabupaten Serang"), registry.campaign.site)
    assert (names.publisher, names.publisher_beside) == ("Dinas Kesehatan Kabupaten Serang", "Dinas Kesehatan")
    assert names.publisher_tells
    other = names_of(published_by(registry, "Yayasan Rekaan"), registry.campaign.site)
    assert (other.publisher_beside, other.publisher_tells) == ("Yayasan Rekaan", False)


def test_a_district_without_a_publisher_says_that_it_is_not_confirmed(registry: Registry) -> None:
    names = names_of(district(registry, publisher=None), registry.campaign.site)
    assert names.publisher == names.publisher_beside == "Penerbit belum dikonfirmasi"
    assert not names.publisher_is_known
    assert not names.publisher_tells


@pytest.mark.parametrize(
    ("kind", "short", "shown", "is_long"),
    [
        ("kota", "Bitung", "JKN Kota Bitung", False),
        ("kabupaten", "Huruf Dua Belas", "JKN Kab. Huruf Dua Belas", True),
        ("kabupaten", "Huruf Tiga Be", "JKN Kab. Huruf Tiga Be", False),
    ],
)
def test_a_long_name_takes_smaller_type(registry: Registry, kind: str, short: str, shown: str, is_long: bool) -> None:
    names = names_of(district(registry, kind=kind, short_name=short), registry.campaign.site)
    assert (names.site_short, names.is_long) == (shown, is_long)


def test_the_campaign_says_how_a_site_is_called(registry: Registry) -> None:
    site = SiteNames(nama="Cegah DBD {daerah}", nama_pendek="Cegah {sebutan}")
    names = names_of(district(registry, kind="kota", name="Kota Bitung", short_name="Bitung"), site)
    assert (names.site, names.site_short) == ("Cegah DBD Kota Bitung", "Cegah Kota Bitung")


@pytest.mark.parametrize(
    ("address", "short", "host", "page"),
    [
        ("dinkeskepulauansiau.id/daftar", "Kepulauan Siau", ("dinkes", "kepulauan", "siau", ".id"), ("daftar",)),
        ("dinkesserang.id", "Serang", ("dinkes", "serang", ".id"), ()),
        ("jkn-kotabaru.id/bayi-baru-lahir", "Kota Baru", ("jkn-kota", "baru", ".id"), ("bayi-baru", "-lahir")),
        ("contoh.id/iuran", "Con", ("contoh", ".id"), ("iuran",)),
    ],
)
def test_an_address_breaks_where_its_words_meet(
    registry: Registry, address: str, short: str, host: tuple[str, ...], page: tuple[str, ...]
) -> None:
    assert breakable(address, district(registry, short_name=short)) == (host, page)


def test_a_local_term_has_a_capital_before_a_name() -> None:
    assert capital("distrik") == "Distrik"
