"""The verdict on a sheet in circulation, over made-up registers, ledgers and days, and what it says in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from selebaran.compose.piece.editions import Papers, fields_of, judge, stated_by, words_of
from selebaran.compose.piece.marks import UNTIL_MARK
from selebaran.model.edition import PieceOutcome
from selebaran.model.paper import Verdict
from selebaran.model.usage import Usage
from selebaran.read.project import read_project
from tests.compose.piece.registers import CODE, NEW_CODE, PHONE, TODAY, Paper, Stated, day, papers
from tests.conftest import BASE

OFFICES = {"dinkes": "Dinas Kesehatan"}
MANY = settings(max_examples=300, deadline=None)


def verdict(paper: Paper) -> Verdict:
    return judge(paper.edition(), paper.policy(), {**paper.values()}, paper.ledger(), paper.piece_now, OFFICES)


@MANY
@given(papers())
def test_no_page_says_still_true_of_what_is_overdue_ended_or_changed(paper: Paper) -> None:
    found = verdict(paper)
    if paper.is_changed:
        assert found.state == "berubah"
    elif paper.doubts:
        assert (found.state, found.checking) == ("periksa", paper.doubts)
    else:
        assert found.state in ("benar", "lebih-baru")


@MANY
@given(papers(fine=True))
def test_no_page_doubts_a_sheet_of_which_every_word_holds(paper: Paper) -> None:
    found = verdict(paper)
    assert found.state == ("lebih-baru" if paper.is_replaced else "benar")
    assert (found.changes, found.checking) == ((), ())


@MANY
@given(papers())
def test_a_page_says_since_when_and_what_takes_the_place_of_the_sheet(paper: Paper) -> None:
    found = verdict(paper)
    later = day(-paper.reprinted[0]) if paper.reprinted else None
    if found.state == "berubah":
        days = [since for fact in paper.facts if fact.is_changed and (since := fact.changed_on())]
        assert found.since == min(days, default=later or TODAY)
        assert len(found.changes) == sum(fact.is_changed for fact in paper.facts) + paper.phone_changed
    else:
        assert found.since == (later if found.state == "lebih-baru" else None)
    assert found.successor == (paper.piece_now if paper.is_replaced else None)


FINE = Stated(1, frozenset(), "satu", 10, None)


def spoilt(*faults: str, **more: Any) -> Paper:
    return Paper((Stated(1, frozenset(faults), "satu", 0, 0, **more),))


STATES = {
    "nothing has changed": (Paper((FINE,)), "benar"),
    "it is due tomorrow": (Paper((Stated(1, frozenset(), "satu", 0, None),)), "benar"),
    "it is due today": (spoilt("overdue"), "periksa"),
    "it was never given a day": (spoilt("never dated"), "periksa"),
    "only another page says so": (spoilt("unsure"), "periksa"),
    "it ends today": (spoilt("ended"), "berubah"),
    "it is no longer for the public": (spoilt("hidden"), "berubah"),
    "the register forgot it": (spoilt("fact removed"), "berubah"),
    "its value is another": (spoilt("changed"), "berubah"),
    "it is overdue and another": (spoilt("changed", "overdue"), "berubah"),
    "the sheet was printed anew": (Paper((FINE,), piece_now=NEW_CODE), "lebih-baru"),
    "it is due today and was printed anew": (Paper((spoilt("overdue").facts[0],), piece_now=NEW_CODE), "periksa"),
    "the sheet can't be printed now": (Paper((FINE,), piece_now=None), "benar"),
    "another telephone": (Paper((FINE,), phone_changed=True), "berubah"),
}


@pytest.mark.parametrize("what", STATES)
def test_the_gravest_that_is_true_of_a_sheet_is_said(what: str) -> None:
    paper, state = STATES[what]
    assert verdict(paper).state == state


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (spoilt("changed"), "Satu: satu 1 lama menjadi satu 1 baru"),
        (spoilt("value removed"), "Satu: satu 1 lama tidak kami nyatakan lagi"),
        (spoilt("hidden"), "Hal 1: tidak kami nyatakan lagi"),
        (spoilt("fact removed"), "satu satu 1 lama: tidak kami nyatakan lagi"),
        (spoilt("ended"), "Hal 1: tidak berlaku lagi sejak 1 Maret 2027"),
        (
            Paper((Stated(1, frozenset({"changed"}), "kalimat", 0, None),)),
            "Hal 1: “kalimat 1 lama” menjadi “kalimat 1 baru”",
        ),
        (
            Paper((Stated(1, frozenset({"fact removed"}), "kalimat", 0, None),)),
            "kalimat 1 lama: tidak kami nyatakan lagi",
        ),
        (Paper((), phone_changed=True), "Telepon Dinas Kesehatan: 0000-1111 menjadi 0000-2222"),
    ],
)
def test_a_change_is_told_in_words(paper: Paper, said: str) -> None:
    assert verdict(paper).changes == (said,)


def test_a_changed_value_counts_from_the_last_check_that_changed_it() -> None:
    checks = ((300, True), (200, True), (100, False))
    assert verdict(spoilt("changed", checks=checks)).since == day(-200)
    assert verdict(spoilt("changed", checks=((100, False),))).since == TODAY


def test_what_nobody_dated_counts_from_the_next_edition_of_the_same_piece() -> None:
    paper = Paper((Stated(1, frozenset({"hidden"}), "satu", 0, None),), reprinted=(90, 30), neighbours=True)
    assert verdict(paper).since == day(-90)


def test_a_newer_edition_is_dated_by_the_first_that_followed() -> None:
    paper = Paper((FINE,), reprinted=(90, 30), piece_now=NEW_CODE, neighbours=True)
    assert (verdict(paper).since, verdict(paper).successor) == (day(-90), NEW_CODE)


def test_a_contact_that_is_gone_is_told() -> None:
    paper = Paper(())
    found = judge(paper.edition(), paper.policy(), {"kontak": {}}, paper.ledger(), CODE, OFFICES)
    assert found.changes == ("Telepon Dinas Kesehatan: 0000-1111 tidak dipakai lagi",)


@pytest.mark.parametrize("order", [lambda found: found, lambda found: tuple(reversed(found))])
def test_of_several_changes_the_first_day_is_told(order: Callable[[Any], Any]) -> None:
    facts = (
        Stated(1, frozenset({"ended"}), "satu", 0, 3),
        Stated(2, frozenset({"changed"}), "satu", 0, None, ((50, True),)),
    )
    assert verdict(Paper(order(facts))).since == day(-50)


def test_a_sheet_states_the_values_that_it_shows_else_all_else_the_sentence() -> None:
    facts = tuple(Stated(number, frozenset(), "satu", 9, None) for number in (1, 2))
    register = Paper(facts).policy().register
    usage = Usage(facts=frozenset({"UJI-01", "UJI-02"}), values=frozenset({"satu"}))
    assert stated_by(usage, register)["UJI-01"] == {"satu": "satu 1 lama"}
    assert stated_by(Usage(facts=frozenset({"UJI-02"})), register) == {
        "UJI-02": {"satu": "satu 2 lama", "dua": "dua 2 lama"}
    }
    bare = register.by_id["UJI-01"].model_copy(update={"values": {}})
    register = type(register)((bare,))
    assert stated_by(Usage(facts=frozenset({"UJI-01"})), register) == {"UJI-01": {"kalimat": "kalimat 1 lama"}}


def test_only_contacts_of_the_district_that_are_there_count_as_stated() -> None:
    fields = frozenset({PHONE, "daerah.kontak.dinkes.sumber", "daerah.kontak.mpp.telepon", "daerah.nama"})
    values = {"nama": "Uji", "kontak": {"dinkes": {"telepon": "0000-1111", "sumber": "x"}}}
    assert fields_of(Usage(fields=fields), values) == {PHONE: "0000-1111"}


def test_the_words_of_a_sheet_are_those_that_a_reader_sees_without_its_emblem() -> None:
    html = '<p>Bawa&nbsp;KTP<br>dan&amp;KK</p><img class="lambang" alt="Lambang"><img src="x" alt="Ibu &lt;3">'
    assert words_of(html) == "Bawa KTP dan&KK Ibu <3"


def test_the_last_day_of_a_sheet_is_none_of_its_words() -> None:
    assert words_of(f"<p>Bawa KTP. <b>{UNTIL_MARK}</b></p>") == "Bawa KTP."


def verdicts(in_ledger: Paper, printed: Paper | None, *, published: bool, withheld: bool = False) -> dict[str, str]:
    """The state of each edition of a district: that of its ledger, and that which its piece would carry now."""
    policy = Paper(in_ledger.facts, preview=not published).policy()
    outcomes = []
    if printed:
        edition = printed.edition().model_copy(update={"code": printed.piece_now})
        source = read_project(BASE).pieces[0]
        outcomes = [PieceOutcome(source, "Lembar", edition, Usage(), {}, {"UJI-01": "lewat"} if withheld else {}, ())]
    papers = Papers((in_ledger.edition(),), outcomes, [], policy, {**in_ledger.values()}, OFFICES)
    return {found.edition.code: found.state for found in papers.verdicts}


def test_a_sheet_that_nobody_published_is_a_preview_until_it_is() -> None:
    new = Paper((FINE,), piece_now=NEW_CODE)
    assert verdicts(Paper((FINE,)), new, published=False) == {CODE: "lebih-baru", NEW_CODE: "pratinjau"}
    assert verdicts(Paper((FINE,)), new, published=True) == {CODE: "lebih-baru", NEW_CODE: "benar"}


def test_a_sheet_that_is_in_the_ledger_is_judged_in_a_preview_too() -> None:
    assert verdicts(Paper((FINE,)), Paper((FINE,)), published=False) == {CODE: "benar"}
    assert verdicts(spoilt("overdue"), None, published=False) == {CODE: "periksa"}


def test_an_edition_that_is_withheld_takes_no_ones_place() -> None:
    new = Paper((FINE,), piece_now=NEW_CODE)
    assert verdicts(Paper((FINE,)), new, published=True, withheld=True) == {CODE: "benar"}


def test_a_sheet_that_is_being_checked_and_was_printed_anew_leads_to_the_new_one() -> None:
    found = verdict(Paper((spoilt("overdue").facts[0],), piece_now=NEW_CODE))
    assert (found.state, found.checking, found.successor) == ("periksa", ("Hal 1",), NEW_CODE)
    found = verdict(spoilt("overdue"))
    assert (found.state, found.successor) == ("periksa", None)


def test_a_sheet_that_no_ledger_knows_is_judged_by_what_it_says() -> None:
    for paper, state in STATES.values():
        found = judge(paper.edition(), paper.policy(), {**paper.values()}, (), paper.piece_now, OFFICES)
        assert found.state == state
    unknown = Paper((FINE,), reprinted=(90,), piece_now=NEW_CODE)
    found = judge(unknown.edition(), unknown.policy(), {**unknown.values()}, unknown.ledger()[2:], NEW_CODE, OFFICES)
    assert (found.state, found.since) == ("lebih-baru", None)
