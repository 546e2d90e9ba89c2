"""What nobody has checked for a year says so where a page tells of it, on that day by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.days import shown_now
from selebaran.model.registry import Registry
from tests.conftest import DEMO

DAY = date(2026, 11, 28)
NOTE = 'Belum dicocokkan sejak <time datetime="2025-12-31">31 Desember 2025</time>: <b>{}</b>'


def pages(registry: Registry, day: date, **changes: Any) -> dict[str, str]:
    """The pages of the made-up district in which entries of some names were checked on another day."""
    folder = registry.districts[DEMO]
    contacts = {key: one.model_copy(update={"checked_on": changes["on"]}) for key, one in changes["contacts"].items()}
    places = tuple(
        place.model_copy(update={"checked_on": changes["on"]}) if place.name in changes["places"] else place
        for place in folder.facilities
    )
    district = folder.district.model_copy(update={"contacts": folder.district.contacts | contacts})
    there = replace(folder, district=district, facilities=places)
    edition = Composer(replace(registry, districts={DEMO: there})).compose(DEMO, as_of=day, profiles=())
    return {page.slug: page.html for page in edition.pages}


@pytest.fixture(scope="module")
def ahead(registry: Registry) -> dict[str, str]:
    """Pages of a day on which all is still younger than a year."""
    contacts = registry.districts[DEMO].district.contacts
    name = next(place.name for place in registry.districts[DEMO].facilities if place.kind == "puskesmas")
    return pages(registry, DAY, on=date(2025, 12, 31), contacts={"psc119": contacts["psc119"]}, places=[name])


def test_what_grows_old_says_so_by_the_readers_clock(ahead: dict[str, str], registry: Registry) -> None:
    name = registry.districts[DEMO].district.contacts["psc119"].name
    said = f'<p class="fakta-lewat" data-dari="2027-01-01" hidden>{NOTE.format(name)}'
    assert ahead["gawat-darurat"].count(said) == 1
    assert NOTE.format(name) not in shown_now(ahead["gawat-darurat"])
    assert NOTE.format(name) not in ahead["iuran"]


def test_only_what_is_old_is_named_and_once_on_a_page(ahead: dict[str, str], registry: Registry) -> None:
    old, *others = [p.name for p in registry.districts[DEMO].facilities if p.kind == "puskesmas"]
    _, said = ahead["puskesmas"].split('Belum dicocokkan sejak <time datetime="2025-12-31">')
    note = said.split("</p>")[0]
    assert f"<b>{old}</b>" in note
    assert all(name not in note for name in others)


def test_an_old_emergency_number_stays_and_is_marked(registry: Registry) -> None:
    office = registry.districts[DEMO].district.contacts["psc119"]
    assert office.phone
    shown = pages(registry, date(2027, 1, 1), on=date(2025, 12, 31), contacts={"psc119": office}, places=[])
    html = shown_now(shown["gawat-darurat"])
    assert f'<p class="fakta-lewat">{NOTE.format(office.name)}' in html
    assert office.phone.numbers[0].tel in html


def test_a_page_in_another_language_says_it_too_and_in_which(ahead: dict[str, str]) -> None:
    found = [html for slug, html in ahead.items() if slug.startswith("jv/") and "2025-12-31" in html]
    assert found
