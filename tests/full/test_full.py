"""In all five profiles: districts that fill in everything, and the hardest names of all regions with both domains."""

from __future__ import annotations

import pytest

from selebaran.model.piece import Profile
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.press.full import full, hardest, hosts, named
from tests.press.test_full import all_names, edition_of, sheets

PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat", "percetakan", "besar")


@pytest.mark.parametrize("letters", ["widest", "ordinary"])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_full_district_gets_every_sheet(press: Press, registry: Registry, letters: str, profile: Profile) -> None:
    edition = edition_of(full(registry)[letters], profile)
    downloads, errors = sheets(press, edition)
    assert errors == []
    assert {d.piece for d in downloads} == {outcome.name for outcome in edition.outcomes if outcome.made}


@pytest.mark.parametrize("name", hardest(all_names(), 8))
def test_a_region_gets_every_sheet_before_it_exists(press: Press, registry: Registry, name: str) -> None:
    for host in hosts(name):
        downloads, errors = sheets(press, edition_of(named(registry, name, host), *PROFILES))
        assert errors == [], host
        assert downloads
