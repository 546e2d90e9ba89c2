"""The sheets of every district, in every profile: whole, and with no empty panel."""

from __future__ import annotations

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project
from tests.conftest import ROOT
from tests.press.kit import everything
from tests.press.test_leaflet import every_sheet_is_whole


@pytest.mark.parametrize("slug", read_project(ROOT).slugs)
def test_a_district_gets_whole_sheets(slug: str, composer: Composer, registry: Registry, press: Press) -> None:
    every_sheet_is_whole(slug, composer, press, PROFILES, everything(registry, *PROFILES))
