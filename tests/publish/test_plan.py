"""A build's plan says which day it is in each district, before any of them is made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan, days_at

LATE_IN_JAKARTA = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)


def test_it_is_tomorrow_in_the_east_before_it_is_in_the_west(registry: Registry) -> None:
    days = days_at(LATE_IN_JAKARTA, registry.districts)
    zones = {folder.district.zone: days[slug] for slug, folder in registry.districts.items()}
    assert zones == {"WIB": TODAY, "WITA": TOMORROW, "WIT": TOMORROW}


def test_each_district_has_its_own_day_and_the_report_that_of_the_build(registry: Registry, tmp_path: Path) -> None:
    slugs = ("kab-serang", "kab-buru")
    plan = Plan(tmp_path, tmp_path, slugs, TODAY, days=days_at(LATE_IN_JAKARTA, registry.districts))
    assert [plan.day_of(slug) for slug in slugs] == [TODAY, TOMORROW]
    assert plan.day == TODAY


def test_a_day_that_is_asked_for_is_that_of_all(tmp_path: Path) -> None:
    assert Plan(tmp_path, tmp_path, ("kab-buru",), TODAY).day_of("kab-buru") == TODAY
