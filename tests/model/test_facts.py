"""What becomes of a fact on the day before it is due, on that day and after it, in a preview and in a publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from selebaran.model.facts import Fact, FactRegister, FactState, Treatment

DUE = date(2026, 12, 1)
END = date(2027, 3, 1)
DAY = timedelta(days=1)
N, E, O, S, F, C = (  # noqa: E741
    FactState.NOT_PUBLISHABLE,
    FactState.ENDED,
    FactState.OVERDUE,
    FactState.DUE_SOON,
    FactState.NEVER_CHECKED,
    FactState.CURRENT,
)


def fact(**changed: object) -> Fact:
    entry = {
        "id": "TEL-01",
        "topik": "Care Center",
        "kalimat": "Teleponnya 165.",
        "nilai": {"care_center": {"jenis": "telepon", "isi": "165"}},
        "sumber": ["Karangan"],
        "sumber_per": "2026-06-01",
        "diperiksa_pada": "2026-06-02",
        "selang_periksa_hari": "182",
        "periksa_lagi": DUE.isoformat(),
        "bila_lewat": "tandai",
        "terbit": "ya",
        "keyakinan": "A",
        **changed,
    }
    return Fact.model_validate({key: value for key, value in entry.items() if value is not None})


@pytest.mark.parametrize(
    ("changed", "day", "state"),
    [
        ({}, DUE - 31 * DAY, C),
        ({}, DUE - 30 * DAY, S),
        ({}, DUE - DAY, S),
        ({}, DUE, O),
        ({}, DUE + 4000 * DAY, O),
        ({"diperiksa_pada": None}, DUE - 31 * DAY, F),
        ({"diperiksa_pada": None}, DUE - 30 * DAY, S),
        ({"diperiksa_pada": None}, DUE, O),
        ({"periksa_lagi": None}, DUE - 1000 * DAY, O),
        ({"berakhir": END.isoformat()}, DUE - 31 * DAY, C),
        ({"berakhir": END.isoformat()}, END - DAY, O),
        ({"berakhir": END.isoformat(), "periksa_lagi": "2030-01-01"}, END - DAY, C),
        ({"berakhir": END.isoformat(), "periksa_lagi": "2030-01-01"}, END, E),
        ({"berakhir": END.isoformat()}, END + DAY, E),
        ({"terbit": "tidak"}, DUE - 31 * DAY, N),
        ({"terbit": "tidak"}, DUE, N),
        ({"terbit": "tidak", "berakhir": END.isoformat()}, END, N),
    ],
)
def test_the_gravest_state_of_the_day_is_told(changed: dict[str, object], day: date, state: FactState) -> None:
    assert fact(**changed).state(day) is state


SHOW, MARK, REPLACE, WITHHOLD = Treatment.SHOW, Treatment.MARK, Treatment.REPLACE, Treatment.WITHHOLD


@pytest.mark.parametrize(("when", "overdue"), [("tandai", MARK), ("ganti", REPLACE), ("tahan", WITHHOLD)])
def test_a_publication_does_what_the_register_asks_from_the_due_day_on(when: str, overdue: Treatment) -> None:
    found = fact(bila_lewat=when, keyakinan="C")
    days = (DUE - DAY, DUE, DUE + DAY)
    assert [found.treatment(day, published=True) for day in days] == [SHOW, overdue, overdue]
    assert [found.treatment(day, published=False) for day in days] == [SHOW, MARK, MARK]


OLD = date(2028, 6, 1)
"""24 months after the source."""


def test_a_sure_fact_with_a_recent_source_is_only_marked_even_where_it_is_to_be_replaced() -> None:
    found = fact(bila_lewat="ganti", keyakinan="B")
    assert [found.treatment(day, published=True) for day in (DUE - DAY, DUE, OLD - DAY, OLD)] == [
        SHOW,
        MARK,
        MARK,
        REPLACE,
    ]
    assert list(found.change_days(DUE)) == [OLD]


@pytest.mark.parametrize(
    "changed",
    [{"keyakinan": "C"}, {"dibantah": "Surat edaran rekaan 5"}, {"sumber_per": None}, {"berakhir": "2026-12-01"}],
)
def test_what_is_unsure_contradicted_undated_or_ended_is_not_shown_past_its_day(changed: dict[str, object]) -> None:
    assert fact(bila_lewat="ganti", **changed).treatment(DUE + DAY, published=True) is REPLACE


def test_what_says_that_it_keeps_a_page_back_does_so_however_sure_it_is() -> None:
    assert fact(bila_lewat="tahan").treatment(DUE, published=True) is WITHHOLD


@pytest.mark.parametrize("when", ["tandai", "ganti", "tahan"])
def test_what_is_vital_is_never_hidden_by_a_day_or_a_grade(when: str) -> None:
    found = fact(bila_lewat=when, keselamatan="ya", keyakinan="D", berakhir=END.isoformat(), dibantah="Uji")
    assert {found.treatment(day, published=True) for day in (DUE, END, OLD, OLD + 4000 * DAY)} == {MARK}
    assert fact(keselamatan="ya", terbit="tidak").treatment(DUE, published=True) is REPLACE


def test_it_is_being_checked_from_the_day_on_that_is_recorded_until_somebody_has_checked_it() -> None:
    begun = {"diperiksa_sejak": DUE.isoformat()}
    assert [fact(**begun).is_being_checked(day) for day in (DUE - DAY, DUE)] == [False, True]
    assert not fact(**begun, diperiksa_pada=DUE.isoformat()).is_being_checked(DUE + DAY)
    assert not fact().is_being_checked(DUE + DAY)


@pytest.mark.parametrize(("when", "gone"), [("tandai", REPLACE), ("ganti", REPLACE), ("tahan", WITHHOLD)])
def test_what_has_ended_is_never_published_even_with_a_mark(when: str, gone: Treatment) -> None:
    found = fact(bila_lewat=when, berakhir=END.isoformat(), periksa_lagi="2030-01-01")
    days = (END - DAY, END, END + DAY)
    assert [found.treatment(day, published=True) for day in days] == [SHOW, gone, gone]
    assert [found.treatment(day, published=False) for day in days] == [SHOW, MARK, MARK]


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize(("when", "gone"), [("tandai", REPLACE), ("ganti", REPLACE), ("tahan", WITHHOLD)])
def test_what_is_not_for_the_public_is_not_shown_anywhere_on_any_day(
    when: str, gone: Treatment, published: bool
) -> None:
    found = fact(bila_lewat=when, terbit="tidak")
    for day in (DUE - 400 * DAY, DUE - DAY, DUE, DUE + DAY):
        assert found.treatment(day, published=published) is gone
        assert found.keeps_off_paper(day, published=published) == "tidak-terbit"


def test_paper_needs_a_fact_that_is_checked_in_force_and_sure() -> None:
    ending = {"berakhir": END.isoformat(), "periksa_lagi": "2030-01-01"}

    def withheld(day: date, **changed: object) -> str | None:
        return fact(**changed).keeps_off_paper(day, published=True)

    assert [withheld(day) for day in (DUE - DAY, DUE, DUE + DAY)] == [None, "lewat", "lewat"]
    assert [withheld(day, **ending) for day in (END - DAY, END, END + DAY)] == [None, "berakhir", "berakhir"]
    assert [withheld(DUE - DAY, keyakinan=letter) for letter in "ABCD"] == [None, None, "keyakinan", "keyakinan"]
    assert withheld(DUE, keyakinan="C") == "lewat"
    assert withheld(DUE - DAY, periksa_lagi=None) == "lewat"


def test_a_preview_prints_all_but_what_is_not_for_the_public() -> None:
    for changed in ({}, {"keyakinan": "D"}, {"periksa_lagi": None}, {"berakhir": "2020-01-01"}):
        assert fact(**changed).keeps_off_paper(DUE + DAY, published=False) is None


def test_a_fact_without_a_day_to_check_again_counts_as_overdue() -> None:
    assert fact(periksa_lagi=None).is_overdue(DUE)
    assert [fact().is_overdue(day) for day in (DUE - DAY, DUE, DUE + DAY)] == [False, True, True]


def test_a_fact_without_an_end_never_ends() -> None:
    assert not fact().has_ended(date.max)
    assert [fact(berakhir=END.isoformat()).has_ended(day) for day in (END - DAY, END)] == [False, True]


def test_a_fact_is_found_by_its_id_or_by_the_name_of_a_value() -> None:
    found = fact()
    register = FactRegister((found,))
    assert register.find("TEL-01") is register.find("care_center") is found
    assert register.find("pandawa") is None
    assert (list(register), register.index) == ([found], {"TEL-01": 0})
