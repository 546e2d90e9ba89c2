"""The workbook of every district comes back as it went out."""

from __future__ import annotations

import pytest

from selebaran.desk.district_files import district_of
from selebaran.model.registry import Registry
from tests.desk.test_messy import check_round_trip
from tests.project import PROJECT, ROOT

SLUGS = sorted(path.parent.name for path in (ROOT / "districts").glob("k*/daerah.yml"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_workbook_that_nobody_changed_changes_nothing_anywhere(slug: str, registry: Registry) -> None:
    check_round_trip(district_of(slug, registry, PROJECT))
