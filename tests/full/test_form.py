"""Forms and the reader on many more slips; every kind of form in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from selebaran.desk.form_records import FORMS
from tests.desk.form import conftest, test_browser
from tests.desk.form.cases import mutated
from tests.desk.form.conftest import Judge
from tests.desk.form.test_agreement import differing

judge, phone, address, there = conftest.judge, test_browser.phone, test_browser.address, test_browser.there
MANY, AT_ONCE = 12000, 3000


@pytest.mark.parametrize("seed", range(MANY // AT_ONCE))
def test_form_and_reader_agree_on_thousands_of_slips(judge: Judge, seed: int) -> None:
    assert differing(list(mutated(AT_ONCE, seed)), judge) == []


@pytest.mark.parametrize("kind", [form.key for form in FORMS])
def test_no_kind_of_form_runs_what_is_typed_or_shuts_anybody_out(
    phone: BrowserContext, address: str, kind: str
) -> None:
    test_browser.test_nothing_typed_runs_and_nobody_is_shut_out(phone, address, kind)
