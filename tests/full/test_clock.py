"""The clock at twelve days over two years, for a page of each kind and each edition on paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from tests.publish.terbitan import PUBLISHES
from tests.site.clock import KINDS, PORTAL, Clock, seen

DAYS = [PUBLISHES + timedelta(days=number * 62 + number % 7) for number in range(12)]


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(tmp_path_factory.mktemp("jam"))


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_an_old_page_reads_as_one_that_is_built_on_the_day_on_which_it_is_read(
    clock: Clock, browser: Browser, on: date
) -> None:
    slugs = (*KINDS, PORTAL, *clock.papers)
    old, fresh = seen(browser, clock.old, on, slugs), seen(browser, clock.built(on), on, slugs)
    assert [slug for slug in slugs if old[slug] != fresh[slug]] == []
