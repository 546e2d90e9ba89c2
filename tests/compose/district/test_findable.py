"""What of a district is found by name, and where a found name leads."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from selebaran.compose.district.findable import findables
from selebaran.compose.edition import Composer
from selebaran.model.campaign import Campaign
from selebaran.model.event import slug_of
from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.search import Findable
from tests.conftest import DAY, DEMO


@pytest.fixture(scope="module")
def pages(registry: Registry) -> tuple[ComposedPage, ...]:
    return Composer(registry).compose(DEMO, as_of=DAY, profiles=()).pages


@pytest.fixture
def folder(registry: Registry) -> DistrictFolder:
    return registry.districts[DEMO]


@pytest.fixture
def campaign(registry: Registry) -> Campaign:
    return registry.campaign


@pytest.fixture
def found(folder: DistrictFolder, pages: tuple[ComposedPage, ...], campaign: Campaign) -> tuple[Findable, ...]:
    return findables(folder, pages, campaign, DAY)


@pytest.mark.parametrize("emergency", [True, False])
def test_a_facility_leads_to_the_page_that_tells_of_its_kind(
    folder: DistrictFolder, pages: tuple[ComposedPage, ...], emergency: bool, campaign: Campaign
) -> None:
    facilities = tuple(facility.model_copy(update={"emergency": emergency}) for facility in folder.facilities)
    found = findables(replace(folder, facilities=facilities), pages, campaign, DAY)
    where = {place.title: (place.page, place.anchor) for place in found}
    wanted = {
        "puskesmas": ("puskesmas", ""),  # there each has an id of its own
        "rumah_sakit": ("gawat-darurat" if emergency else "rujukan", "rumah-sakit"),
        "kantor": ("daftar", "tempat"),
    }
    assert {facility.kind for facility in facilities} == set(wanted)
    for facility in facilities:
        page, part = wanted[facility.kind]
        assert where[facility.name] == (page, part or slug_of(facility.name))


def test_an_event_that_comes_again_is_found_once_on_its_next_day(
    folder: DistrictFolder, found: tuple[Findable, ...]
) -> None:
    assert any(event.recurrence for event in folder.events)
    events = Counter((place.title, place.text.rsplit(". ", 1)[-1]) for place in found if place.page == "jadwal")
    assert set(events.values()) == {1}


def test_a_cancelled_event_says_so_first(
    folder: DistrictFolder, pages: tuple[ComposedPage, ...], campaign: Campaign
) -> None:
    off = replace(folder, events=tuple(event.model_copy(update={"cancelled": True}) for event in folder.events))
    told = [place.text for place in findables(off, pages, campaign, DAY) if place.page == "jadwal"]
    assert told
    assert all(text.startswith("Dibatalkan. ") for text in told)


def test_nothing_leads_to_a_page_that_is_withheld(
    folder: DistrictFolder, pages: tuple[ComposedPage, ...], campaign: Campaign
) -> None:
    held = [replace(page, withheld_for=("REG-01",)) if page.slug == "daftar" else page for page in pages]
    left = {place.page for place in findables(folder, held, campaign, DAY)}
    assert "daftar" not in left
    assert "puskesmas" in left
