"""In all five profiles: districts that fill in everything, and the widest names of all regions."""

from __future__ import annotations

import pytest

from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.layout import Press
from tests.conftest import DEMO
from tests.press.full import full, named
from tests.press.regions import Region, all_regions, hulls, widest
from tests.press.test_full import edition_of, sheets
from tests.press.test_regions import fuller, fullness

SOME = 6
"""Of so many names one gets the sheets that are made when asked for too; they take four times as long."""
PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat", "percetakan", "besar")


@pytest.mark.parametrize(
    ("letters", "profile"),
    [*(("widest", profile) for profile in PROFILES), *(("ordinary", profile) for profile in PROFILES[:3])],
)
def test_a_full_district_gets_every_sheet(press: Press, registry: Registry, letters: str, profile: Profile) -> None:
    edition = edition_of(full(registry)[letters], profile, every=True)
    downloads, errors = sheets(press, edition)
    assert errors == []
    assert {d.piece for d in downloads} == {outcome.name for outcome in edition.outcomes if outcome.made}


@pytest.fixture(scope="module")
def tops(registry: Registry) -> dict[Region, tuple[Region, ...]]:
    return widest(all_regions(), registry.districts[DEMO].district)


@pytest.fixture(scope="module")
def wide(registry: Registry, tops: dict[Region, tuple[Region, ...]]) -> dict[Region, tuple[Region, ...]]:
    return hulls(tops, registry.districts[DEMO].district)


@pytest.mark.parametrize("profile", ["kantor", "hemat"])
def test_every_region_gets_every_sheet_before_it_exists(
    press: Press, registry: Registry, wide: dict[Region, tuple[Region, ...]], profile: Profile
) -> None:
    """Made-up names that are wider than the widest are printed; where they fit, all fit (tests/press/regions.py).
    Those of which one doesn't fit are printed themselves."""
    for index, (hull, members) in enumerate(wide.items()):
        every = index % SOME == 0
        downloads, errors = sheets(press, edition_of(named(registry, hull), profile, every=every))
        assert downloads
        for region in members if errors else ():
            assert sheets(press, edition_of(named(registry, region), profile, every=every))[1] == [], region.name


def test_every_region_fits_on_telephones_and_at_the_print_shop(
    press: Press, registry: Registry, wide: dict[Region, tuple[Region, ...]]
) -> None:
    """Laid out, without the rest of the gate, for these sheets say the same as those above; `besar` is `kantor`."""

    def too_full(region: Region, *, every: bool) -> list[str]:
        pieces = edition_of(named(registry, region), "layar", "percetakan", every=every).pieces
        return [piece.label for piece in pieces if press.print(piece).audit.overflows]

    for index, (hull, members) in enumerate(wide.items()):
        every = index % SOME == 0
        for region in members if too_full(hull, every=every) else ():
            assert too_full(region, every=every) == [], region.name


def test_regions_below_others_have_panels_that_are_no_fuller(
    press: Press, registry: Registry, tops: dict[Region, tuple[Region, ...]]
) -> None:
    for top, lower in tops.items():
        wide = fullness(press, registry, top) if lower else {}
        assert {one: found for one in lower[::60] if (found := fuller(fullness(press, registry, one), wide))} == {}
