"""An hour on the telephone, made up, and what a publication of that day may print before and after it."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from selebaran.compose.edition import Composer
from selebaran.desk.answers import heard
from selebaran.desk.call import call_of
from selebaran.desk.workbook_rows import workbook_rows
from selebaran.model.facts import FactFile, FactRegister
from selebaran.model.identity import Consent
from selebaran.model.registry import Registry
from selebaran.read.recheck import renew
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.desk.table import DAY, all_the_same, as_workbook
from tests.project import PROJECT, REGISTER
from tests.publish.terbitan import CONSENT

SLUGS = ("kab-contoh", "kab-serang")


@pytest.fixture(scope="module")
def agreed(registry: Registry) -> Registry:
    """The registry as if somebody had agreed for two districts."""
    consent = Consent.model_validate(CONSENT)
    folders = dict(registry.districts)
    for slug in SLUGS:
        district = folders[slug].district.model_copy(update={"consent": consent, "identity": "pasti"})
        folders[slug] = dataclasses.replace(folders[slug], district=district)
    return dataclasses.replace(registry, districts=folders)


def after_the_hour(registry: Registry) -> FactRegister:
    """A copy of the register in which every question that is due was answered with "tetap"."""
    call = call_of(registry, DAY)
    rows, problems = workbook_rows(as_workbook(call, all_the_same(call)), "jam.xlsx")
    answers = heard(rows, registry, DAY)
    assert (problems, answers.problems, answers.empty, len(answers.checks)) == ([], (), 0, call.count)
    text, faults = renew((PROJECT / REGISTER).read_text("utf-8"), REGISTER, answers.checks)
    source, more = read_yaml(text.encode(), REGISTER)
    assert source is not None and (faults, more) == ([], [])
    record, faults = validate(FactFile, source)
    assert record is not None and faults == []
    return FactRegister(record.facts)


def sheets(registry: Registry, slug: str) -> dict[str, bool]:
    """The pieces of a publication, and whether each would be printed in one of its profiles."""
    edition = Composer(registry).compose(slug, as_of=DAY, profiles=("kantor", "percetakan"), published=True)
    return {outcome.name: bool(outcome.made) and not outcome.withheld for outcome in edition.outcomes}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_hour_on_the_telephone_brings_every_sheet(
    slug: str, agreed: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selebaran.compose.page.publishable.refusals", lambda folder: [])  # one of them is made up
    after = sheets(dataclasses.replace(agreed, facts=after_the_hour(agreed)), slug)
    assert len(after) >= 10
    assert [name for name, printed in after.items() if not printed] == []


def test_before_that_hour_no_sheet_is_printed(agreed: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selebaran.compose.page.publishable.refusals", lambda folder: [])  # the centre has not signed
    assert [name for name, printed in sheets(agreed, "kab-serang").items() if printed] == []


def test_a_named_officer_makes_sure_what_only_other_pages_said(agreed: Registry) -> None:
    before, after = agreed.facts.by_id, after_the_hour(agreed).by_id
    raised = {name for name, fact in after.items() if fact.confidence != before[name].confidence}
    read = {key for key, kind in agreed.campaign.answerers.items() if kind.is_read}
    unsure = {f.id: f.answerer for f in agreed.facts if f.confidence == "C" and f.needs_an_answer(DAY)}
    assert raised == {name for name, answerer in unsure.items() if answerer not in read}
    assert {after[name].confidence for name in raised} == {"B"}
    check = after["IUR-04"].history[-1]
    assert (check.answered_by, check.office, check.former) == (
        "Wati Rekaan",
        "Kepala Bidang (rekaan)",
        {"keyakinan": "C"},
    )
    assert after["IUR-04"].check_again == date(2027, 11, 28)
