"""Worked examples follow the register: what is calculated of a number reads like the number."""

from __future__ import annotations

import pytest

from selebaran.compose.template.figures import Figure, figure, shown
from selebaran.model.facts import FactValue


def value(kind: str, content: str) -> FactValue:
    return FactValue.model_validate({"jenis": kind, "isi": content})


def test_a_family_pays_for_each_of_its_members() -> None:
    assert figure("rupiah", 35000) * 4 == "Rp140.000"


def test_a_share_of_a_wage_is_an_amount() -> None:
    assert figure("persen", 4) * 8_000_000 == "Rp320.000"


def test_a_fine_is_counted_for_the_months_that_the_register_allows() -> None:
    assert figure("persen", 5) * 4_000_000 * figure("angka", 12) == "Rp2.400.000"


def test_a_day_after_the_waiting_time() -> None:
    assert figure("angka", 14) + 1 == "15"


def test_numbers_of_the_register_can_be_calculated_with_and_read_as_before() -> None:
    assert isinstance(shown(value("rupiah", "35000")), Figure)
    assert [shown(value(*one)) for one in (("rupiah", "35000"), ("persen", "4"), ("angka", "12345"))] == [
        "Rp35.000",
        "4%",
        "12.345",
    ]
    assert not isinstance(shown(value("teks", "11 juta")), Figure)


def test_words_are_not_calculated_with() -> None:
    with pytest.raises(TypeError):
        figure("rupiah", 35000) * "empat"  # type: ignore[operator]
