"""What is asked on the telephone: of whom, in which words, and without our own numbers in them."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from selebaran.desk.call import UNKNOWN, call_of, question_of
from selebaran.model.facts import Fact, FactFile, FactRegister
from selebaran.model.kinds import Kinds, Meaning
from selebaran.model.registry import Registry
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.desk.table import DAY


def told(registry: Registry, **answerers: str) -> Registry:
    """The registry with those who can answer written at their facts."""
    facts = tuple(f.model_copy(update={"answerer": answerers.get(f.id.replace("-", "_"))}) for f in registry.facts)
    return dataclasses.replace(registry, facts=FactRegister(facts))


def test_facts_are_grouped_by_who_can_answer_in_the_order_of_the_campaign(registry: Registry) -> None:
    call = call_of(told(registry, SEG_02="dinas_sosial", IUR_01="kantor_bpjs", ORG_03="peraturan"), DAY)
    assert [group.key for group in call.groups] == ["kantor_bpjs", "dinas_sosial", "peraturan", UNKNOWN]
    assert [[q.fact.id for q in group.questions] for group in call.groups[:3]] == [["IUR-01"], ["SEG-02"], ["ORG-03"]]
    assert [group.is_read for group in call.groups] == [False, False, True, False]


def test_what_is_due_or_not_sure_enough_for_paper_is_asked_and_no_more(registry: Registry) -> None:
    asked = {q.fact.id for group in call_of(registry, DAY).groups for q in group.questions}
    kept_back = {f.id for f in registry.facts if f.publishable and f.keeps_off_paper(DAY, published=True)}
    assert kept_back <= asked
    assert "IUR-04" in asked, "not due yet, but of confidence C"
    assert "DEN-04" not in asked, "not for the public"
    assert call_of(registry, DAY, every=True).count == len(registry.facts.facts)


@pytest.mark.parametrize(
    ("how", "question"),
    [
        ("Tanyakan ke kantor cabang: berapa hari masa tunggunya? Minta pasalnya.", "Berapa hari masa tunggunya?"),
        ("Tanyakan ke posko,\n lalu dinas: kapan?", "Kapan?"),
        ("Baca Perpres 82/2018: siapa wajib? Pastikan.", "Baca Perpres 82/2018: siapa wajib?"),
        ("Telepon nomornya: dijawab?", "Telepon nomornya: dijawab?"),
        ("Cocokkan dengan Permenkes 1.2 yang baru", "Cocokkan dengan Permenkes 1.2 yang baru"),
        (None, "Bagaimana aturannya sekarang?"),
    ],
)
def test_the_question_is_the_first_one_without_whom_to_ask(how: str | None, question: str, registry: Registry) -> None:
    fact: Fact = registry.facts.facts[0]
    assert question_of(fact.model_copy(update={"how_to_check": how})) == question


def test_nothing_is_asked_of_a_register_that_was_checked(registry: Registry) -> None:
    fresh = {"check_again": date(2028, 1, 1), "confidence": "A", "ends_on": None}
    facts = tuple(fact.model_copy(update=fresh) for fact in registry.facts)
    assert call_of(dataclasses.replace(registry, facts=FactRegister(facts)), DAY).groups == ()


@pytest.mark.parametrize(("key", "faults"), [("posko", []), ("poskoo", ["pilihan-tidak-sah"])])
def test_who_can_answer_is_a_key_of_the_campaigns(key: str, faults: list[str]) -> None:
    entry = f"""\
fakta:
  - id: OBT-01
    topik: Harga obat
    kalimat: Obat cacing Rp42.000 sebotol.
    sumber: [Buku Cacingan 2026]
    selang_periksa_hari: 180
    bila_lewat: tandai
    terbit: ya
    keyakinan: C
    penjawab: {key}
"""
    source, _ = read_yaml(entry.encode(), "content/fakta.yml")
    assert source is not None
    kinds = Kinds({"penjawab": {"posko": Meaning("Posko")}})
    found = validate(FactFile, source, kinds=kinds)[1]
    assert [(fault.code, fault.place.line) for fault in found] == [(code, 10) for code in faults]
