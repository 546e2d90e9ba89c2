"""A fact as a row: every list that shows it says the same of it on the same day."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from selebaran.compose.fact.lists import FactsInUse, fact_files, list_paths, with_list
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import entry, facts_view, listed, row_of
from selebaran.compose.template.views import Recorder
from selebaran.model.facts import Fact, FactRegister, Treatment
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.usage import Usage
from selebaran.publish.report.record import reported_fact
from tests.asked import ASK

DUE = date(2026, 12, 1)
BEFORE = DUE - timedelta(days=90)


def fact(**changed: object) -> Fact:
    values = {"batas_hari": {"jenis": "angka", "isi": "14"}, "nomor": {"jenis": "telepon", "isi": "112"}}
    given = {"id": "REG-01", "topik": "Batas hari", "kalimat": "Batasnya 14 hari.", "nilai": values, "sumber": ["Uji"]}
    rules = {"selang_periksa_hari": "30", "bila_lewat": "ganti", "terbit": "ya", "keyakinan": "A"}
    days = {"sumber_per": "2026-08-05", "diperiksa_pada": "2026-08-20", "periksa_lagi": DUE.isoformat()}
    return Fact.model_validate({**given, **rules, **days, **changed})


@pytest.mark.parametrize("day", [BEFORE, DUE - timedelta(days=1), DUE])
@pytest.mark.parametrize("published", [True, False])
def test_all_that_list_a_fact_say_the_same_of_it(day: date, published: bool) -> None:
    register = FactRegister((fact(),))
    policy = FactPolicy(register, day, ASK, published=published)
    row = row_of(register.facts[0], day, published=published)
    files = fact_files(FactsInUse(Usage(frozenset({"REG-01"})), {}), policy, "tentang")
    public = json.loads(files[list_paths("tentang")[1]])["fakta"][0]
    staff = reported_fact(register.facts[0], day, ASK.called, published=published)
    seen = facts_view(policy, Recorder())["REG-01"]
    assert public["keadaan"] == staff.state == row.state
    assert public["nilai"] == row.values
    assert bool(listed(row)["nilai"]) == bool(row.values)
    assert seen.lewat == entry(row)["lewat"] == (day >= DUE) == bool(staff.overdue_since)
    assert public["diperiksa_pada"] == "2026-08-20"
    assert staff.checked == seen.diperiksa == "20 Agustus 2026"
    assert seen.bulan == "Agustus 2026"


def test_what_may_not_be_shown_has_no_values_in_any_list() -> None:
    overdue = row_of(fact(keyakinan="C"), DUE, published=True)
    assert (overdue.treatment, overdue.values) == (Treatment.REPLACE, {})
    assert listed(overdue)["nilai"] == ()
    assert row_of(fact(), DUE, published=False).values == {"batas_hari": "14", "nomor": "112"}
    assert row_of(fact(terbit="tidak"), BEFORE, published=False).values == {}


def test_a_page_lists_only_the_values_that_it_states() -> None:
    row = row_of(fact(), BEFORE, published=True, names={"batas_hari", "nama_lain"})
    assert listed(row)["nilai"] == ("batas hari: 14",)


@pytest.mark.parametrize(
    ("topic", "short", "within"),
    [("Batas hari", None, "batas hari"), ("NIK dan KK", None, "NIK dan KK"), ("Batas hari", "batasnya", "batasnya")],
)
def test_a_topic_stands_within_a_sentence(topic: str, short: str | None, within: str) -> None:
    given = {"topik": topic} | ({"sebutan": short} if short else {})
    assert row_of(fact(**given), BEFORE, published=False).short == within


def test_a_withheld_page_about_the_site_lists_no_facts() -> None:
    policy = FactPolicy(FactRegister((fact(),)), BEFORE, ASK, published=True)
    found = FactsInUse(Usage(frozenset({"REG-01"})), {})
    about, held = (
        ComposedPage("tentang", "", PageMeta("Tentang", "Uji.", "tentang", is_withheld=held), Usage())
        for held in (False, True)
    )
    assert [row.id for row in with_list(about, found, policy, "tentang").meta.facts_in_use] == ["REG-01"]
    assert with_list(held, found, policy, "tentang") == held


def test_a_row_has_the_names_that_templates_ask_for() -> None:
    assert entry(row_of(fact(sebutan="Batas"), DUE, published=True)) == {
        "id": "REG-01",
        "topik": "Batas hari",
        "sebutan": "Batas",
        "kalimat": "Batasnya 14 hari.",
        "per": "5 Agustus 2026",
        "bulan": "Agustus 2026",
        "sumber": ("Uji",),
        "diperiksa": "20 Agustus 2026",
        "lewat": True,
        "lewat_sejak": "1 Desember 2026",
        "berakhir": False,
    }
