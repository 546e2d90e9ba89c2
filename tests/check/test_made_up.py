"""Numbers that lead nowhere: for campaigns of which every district is made up, and for no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.check.made_up import check_made_up
from selebaran.model.facts import FactRegister
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.check.kit import said
from tests.conftest import DEMO, SHORT
from tests.kampanye.test_dbd import DBD


@pytest.fixture(scope="module")
def numbers() -> FactRegister:
    """The register of the example, whose telephone rings nowhere."""
    return read_project(DBD).facts


def shown_in(registry: Registry, numbers: FactRegister, *slugs: str) -> list[str]:
    districts = {slug: registry.districts[slug] for slug in slugs}
    return said(check_made_up(replace(registry, facts=numbers, districts=districts)))


def test_an_example_may_have_numbers_that_lead_nowhere(registry: Registry, numbers: FactRegister) -> None:
    assert list(check_made_up(read_project(DBD))) == []
    assert shown_in(registry, numbers, DEMO) == []


def test_one_real_district_is_enough_to_refuse_them(registry: Registry, numbers: FactRegister) -> None:
    [fault] = shown_in(registry, numbers, DEMO, SHORT)
    assert "nomor '0000-1500' rekaan, tetapi 'kab-serang' daerah sungguhan" in fault


def test_numbers_that_can_be_dialled_are_everybodys(registry: Registry) -> None:
    assert registry.facts.facts
    assert shown_in(registry, registry.facts, *registry.districts) == []
