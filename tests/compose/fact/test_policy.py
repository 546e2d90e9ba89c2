"""What pages say in place of a fact, or under it, on the day before it is due, on that day and after it."""

from __future__ import annotations

from datetime import date

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.campaign import Ask, AskByPhone
from selebaran.model.facts import FactRegister
from tests.asked import ASK
from tests.model.test_facts import DAY, DUE, END, fact


def policy(day: date, *, published: bool, **changed: object) -> FactPolicy:
    return FactPolicy(FactRegister((fact(**changed),)), day, ASK, published=published)


def test_residents_are_sent_to_the_care_center_as_long_as_its_number_may_be_shown() -> None:
    before, after = (policy(day, published=True, bila_lewat="ganti") for day in (DUE - DAY, DUE))
    assert before.stand_in.endswith('tanyakan ke Care Center <a href="tel:165">165</a>.</span>')
    assert before.ask_plain == "Care Center 165"
    assert after.stand_in.endswith("tanyakan ke puskesmas terdekat.</span>")
    assert "165" not in after.cell + after.ask_plain
    assert "165" in policy(DUE, published=False, bila_lewat="ganti").ask_plain


def test_a_marked_fact_is_dated_by_its_source() -> None:
    note = policy(DUE, published=True).note(["TEL-01"])
    assert "<b>Care Center</b> (keadaan 1 Juni 2026)" in note
    ended = policy(END, published=False, berakhir=END.isoformat(), topik="A & <B>").note(["TEL-01"])
    assert "<b>A &amp; &lt;B&gt;</b> (tidak berlaku lagi sejak 1 Maret 2027)" in ended


def test_a_summary_is_dated_only_when_it_states_something_overdue() -> None:
    assert policy(DUE - DAY, published=True).dated("Telepon 165.", ["TEL-01"]) == "Telepon 165."
    late = policy(DUE, published=True).dated("Telepon 165.", ["TEL-01"])
    assert late == "Telepon 165. (Keadaan Juni 2026, sedang diperiksa ulang.)"
    dateless = policy(DUE, published=True, sumber_per=None).dated("Telepon 165.", ["TEL-01"])
    assert dateless == "Telepon 165. (Sedang diperiksa ulang.)"


def test_a_campaign_without_a_number_sends_residents_to_its_place() -> None:
    nobody = FactPolicy(FactRegister((fact(),)), DUE - DAY, Ask(tempat="posko <desa>"), published=True)
    assert (nobody.ask, nobody.ask_plain) == ("posko &lt;desa&gt;", "posko <desa>")
    other = AskByPhone(nilai="care_center", sebutan="Posko & kawan")
    named = FactPolicy(FactRegister((fact(),)), DUE - DAY, Ask(tempat="posko", telepon=other), published=True)
    assert named.ask == 'Posko &amp; kawan <a href="tel:165">165</a>'
