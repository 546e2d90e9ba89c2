"""What pages say in place of a fact, or under it, on the day before it is due, on that day and after it."""

from __future__ import annotations

from datetime import date

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.campaign import Ask, AskByPhone
from selebaran.model.facts import FactRegister
from tests.asked import ASK
from tests.model.test_facts import DAY, DUE, END, fact

SEEN = '<time datetime="2026-06-02">2 Juni 2026</time>'


def policy(day: date, *, published: bool, **changed: object) -> FactPolicy:
    return FactPolicy(FactRegister((fact(**changed),)), day, ASK, published=published)


def test_residents_are_sent_to_the_care_center_as_long_as_its_number_may_be_shown() -> None:
    gone = {"bila_lewat": "ganti", "keyakinan": "C"}
    before, after = (policy(day, published=True, **gone) for day in (DUE - DAY, DUE))
    assert (before.ask_plain, before.ask) == ("Care Center 165", 'Care Center <a href="tel:165">165</a>')
    assert (after.ask_plain, after.ask) == ("puskesmas terdekat", "puskesmas terdekat")
    assert "165" in policy(DUE, published=False, **gone).ask_plain


def test_a_marked_fact_says_when_it_was_seen_last_and_nobody_confirms_their_own_number() -> None:
    note = policy(DUE, published=True).note(["TEL-01"])
    assert note == f"Kami lihat terakhir {SEEN}: <b>care Center</b>. Pastikan ke puskesmas terdekat."
    other = policy(DUE, published=True, id="IUR-01", nilai={}).note(["IUR-01"])
    assert other.endswith("Pastikan ke puskesmas terdekat.")
    ended = policy(END, published=False, berakhir=END.isoformat(), topik="A & <B>").note(["TEL-01"])
    gone = '<time datetime="2027-03-01">1 Maret 2027</time>'
    assert ended.startswith(f"Tidak berlaku lagi sejak {gone}: <b>a &amp; &lt;B&gt;</b>.")


def test_that_it_is_being_checked_is_said_only_where_somebody_has_begun() -> None:
    assert "diperiksa ulang" not in policy(DUE, published=True).note(["TEL-01"])
    begun = policy(DUE, published=True, diperiksa_sejak=DUE.isoformat()).note(["TEL-01"])
    assert begun.startswith("Sedang diperiksa ulang sejak ")
    assert "terakhir" not in begun


def test_what_is_left_out_is_named_with_whom_to_ask_and_nothing_has_no_note() -> None:
    found = policy(DUE - DAY, published=True, topik="Iuran", id="IUR-01")
    assert found.note([], ["IUR-01"], asks=False).startswith(
        "Tidak kami tampilkan sampai dicocokkan lagi: <b>iuran</b>. "
    )
    assert "Pastikan" in found.note([], ["IUR-01"], asks=False)
    assert "Pastikan" not in found.note(["IUR-01"], asks=False)
    assert found.note([]) == ""


def test_a_summary_is_dated_only_when_it_states_something_overdue() -> None:
    assert policy(DUE - DAY, published=True).dated("Telepon 165.", ["TEL-01"]) == "Telepon 165."
    late = policy(DUE, published=True).dated("Telepon 165.", ["TEL-01"])
    assert late == "Telepon 165. (Kami lihat terakhir Juni 2026.)"
    dateless = policy(DUE, published=True, sumber_per=None, diperiksa_pada=None).dated("Telepon 165.", ["TEL-01"])
    assert dateless == "Telepon 165. (Belum kami cocokkan.)"


def test_a_campaign_without_a_number_sends_residents_to_its_place() -> None:
    nobody = FactPolicy(FactRegister((fact(),)), DUE - DAY, Ask(tempat="posko <desa>"), published=True)
    assert (nobody.ask, nobody.ask_plain) == ("posko &lt;desa&gt;", "posko <desa>")
    other = AskByPhone(nilai="care_center", sebutan="Posko & kawan")
    named = FactPolicy(FactRegister((fact(),)), DUE - DAY, Ask(tempat="posko", telepon=other), published=True)
    assert named.ask == 'Posko &amp; kawan <a href="tel:165">165</a>'
