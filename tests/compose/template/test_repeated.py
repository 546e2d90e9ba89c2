"""Texts that are made with marked things, and had for as many as there are."""

from __future__ import annotations

import pytest

from selebaran.compose.template.repeated import ADDRESS, ListCutter, NotRepeated, counting
from selebaran.compose.template.slots import Cutter


def thing(name: str, address: str, *more: str) -> tuple[str, ...]:
    """A thing whose name reads the same in every way."""
    return *(name,) * ADDRESS, address, *more


NAME = "Qz'nzq"
THINGS = (thing("Qz't", "qz-t"), thing("Qz'u", "qz-u"), thing("Qz'w", "qz-w"))
CUTTER = ListCutter(Cutter((NAME,)), THINGS)
VALUES = {NAME: "Serang"}
TWO = (thing("Atas", "atas"), thing("Bawah", "bawah"))
LIST = "<ul><li><a qz-t>Qz't</a>, <li><a qz-u>Qz'u</a>, <li><a qz-w>Qz'w</a></ul> di Qz'nzq"


@pytest.mark.parametrize(
    ("things", "said"),
    [
        (TWO, "<ul><li><a atas>Atas</a>, <li><a bawah>Bawah</a></ul> di Serang"),
        (TWO[:1], "<ul><li><a atas>Atas</a></ul> di Serang"),
    ],
)
def test_a_list_is_had_for_as_many_as_there_are(things: tuple[tuple[str, ...], ...], said: str) -> None:
    assert CUTTER.cut(LIST).filled(VALUES, things) == said


def test_two_lists_in_one_text_are_two() -> None:
    twice = CUTTER.cut("qz-t;qz-u;qz-w! qz-t/qz-u/qz-w.")
    assert twice.filled(VALUES, TWO) == "atas;bawah! atas/bawah."


def test_a_list_in_the_order_of_addresses_is_told_from_one_in_the_order_of_names() -> None:
    things = (thing("Qz't", "qz-tz", ""), thing("Qz't'z", "qz-t-z", ""), thing("Qz'w", "qz-w", ""))
    own = (thing("Naazed", "naazed", ""), thing("Na Zed", "na-zed", ""))
    text = ListCutter(Cutter((NAME,)), things).cut("Qz't, Qz't'z, Qz'w! qz-t-z/qz-tz/qz-w.")
    assert text.filled(VALUES, own) == "Naazed, Na Zed! na-zed/naazed."


def test_a_text_of_one_thing_is_had_for_each() -> None:
    each = CUTTER.cut_one("k/qz-t: Qz't, Qz'nzq")
    assert each
    assert list(each.filled(VALUES, TWO)) == ["k/atas: Atas, Serang", "k/bawah: Bawah, Serang"]
    assert CUTTER.cut_one("Qz't, Qz'u") is None


@pytest.mark.parametrize(
    "text",
    ["qz-t, qz-u and qz-w", "qz-t, qz-u", "qz-t, qz-u, Qz'w", "1 qz-t, 2 qz-u, 3 qz-w", "qz-nzq", "qz-t Qz'u qz-w"],
)
def test_what_differs_by_more_than_values_is_none(text: str) -> None:
    with pytest.raises(NotRepeated):
        CUTTER.cut(text)


def test_numbers_that_count_things_are_told_by_two_texts() -> None:
    texts = (CUTTER.cut(f"{7 + 2 * count} parts of {count} in 2026: Qz'nzq") for count in (3, 5))
    text, numbers = counting(*texts, (3, 5))
    assert numbers == {"#0": (7, 2), "#1": (0, 1)}
    assert text.filled({**VALUES, "#0": "9", "#1": "1"}, ()) == "9 parts of 1 in 2026: Serang"


@pytest.mark.parametrize(
    ("one", "other"), [("3 x", "5 y"), ("3", "5 6"), ("3", "4"), ("satu", "1"), ("a", "qz-t qz-u qz-w")]
)
def test_texts_that_differ_by_more_than_numbers_count_nothing(one: str, other: str) -> None:
    with pytest.raises(NotRepeated):
        counting(CUTTER.cut(one), CUTTER.cut(other), (3, 5))
