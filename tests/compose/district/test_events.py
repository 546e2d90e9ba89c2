"""The demonstration is alive in any year: some of its events come again without an end."""

from __future__ import annotations

from datetime import date

import pytest

from selebaran.compose.district.events import present_events
from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from tests.conftest import DEMO


@pytest.mark.parametrize("year", [2028, 2031, 2044])
def test_the_made_up_district_has_coming_events_in_any_year(composer: Composer, registry: Registry, year: int) -> None:
    day = date(year, 3, 1)
    edition = composer.compose(DEMO, as_of=day, profiles=())
    schedule = next(page for page in edition.pages if page.slug == "jadwal").markdown
    assert f"Maret {year}" in schedule
    shown = present_events(registry.districts[DEMO].events, "WIB", day, {})["kegiatan"]
    assert {event["ulang"] for event in shown} == {"Rabu kedua setiap bulan", "Kamis ketiga setiap 3 bulan"}
    assert len(shown) > 12
