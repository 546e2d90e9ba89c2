"""What functions gave is asked of them once, within bounds, and can be taken out and given back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from selebaran.jobs import recalled
from selebaran.jobs.plain import plainly
from selebaran.jobs.recalled import forget, given_back, recalling, remembered, taken_out

NAME = "pengujian"


Doubled = tuple[Callable[[str], str], list[str]]


@pytest.fixture
def asked() -> Iterator[Doubled]:
    """A function of which three answers are kept, and what it was asked in earnest."""
    heard: list[str] = []

    @recalled.recalled(NAME, 3)
    def doubled(text: str) -> str:
        heard.append(text)
        return text * 2

    yield doubled, heard
    del recalled._ALL[NAME]


def test_nothing_is_made_twice(asked: Doubled) -> None:
    doubled, heard = asked
    assert [doubled(text) for text in "aba"] == ["aa", "bb", "aa"]
    assert heard == ["a", "b"]


def test_what_is_made_aside_is_known_until_the_end_alone(asked: Doubled) -> None:
    doubled, heard = asked
    doubled("a")
    with recalled.aside():
        assert [doubled(text) for text in "abb"] == ["aa", "bb", "bb"]
    assert list(taken_out(used=False)[NAME]) == [("a",)]
    assert [doubled("b"), heard] == ["bb", ["a", "b", "b"]]


def test_of_more_than_so_many_the_oldest_go(asked: Doubled) -> None:
    doubled, heard = asked
    for text in "abcda":
        doubled(text)
    assert heard == ["a", "b", "c", "d", "a"]
    assert len(taken_out(used=False)[NAME]) == len(taken_out(used=True)[NAME]) == 3


def test_what_was_taken_out_is_known_again_and_what_nobody_asked_for_can_be_left(asked: Doubled) -> None:
    doubled, heard = asked
    given_back({NAME: {("a",): "dari dulu", ("b",): "dari dulu"}, "tidak ada lagi": {("a",): "x"}})
    assert doubled("a") == "dari dulu"
    assert (heard, taken_out(used=True)[NAME]) == ([], {("a",): "dari dulu"})
    forget(NAME)
    assert doubled("a") == "aa"


def test_a_name_is_one_functions() -> None:
    recalling(NAME, 1)
    with pytest.raises(AssertionError):
        recalling(NAME, 1)
    del recalled._ALL[NAME]


def test_what_was_asked_for_lately_stays(asked: Doubled) -> None:
    doubled, heard = asked
    for text in "abcada":
        doubled(text)
    assert heard == ["a", "b", "c", "d"]


def test_a_child_tells_the_next_what_it_made_and_no_more() -> None:
    memory: recalled.Recalled[str, str] = recalled.Recalled(0)
    heard: list[str] = []

    def made(text: str) -> str:
        return memory.of(text, lambda: heard.append(text) or text * 2)

    with memory.recalling({"a": "dari dulu"}) as told:
        assert [made(text) for text in "abb"] == ["dari dulu", "bb", "bb"]
    assert (told, heard) == ({"b": "bb"}, ["b"])
    made("b")
    assert heard == ["b", "b"]


def test_who_makes_everything_the_plain_way_knows_nothing_and_leaves_nothing(asked: Doubled) -> None:
    doubled, heard = asked
    doubled("a")
    with plainly():
        doubled("a")
        doubled("b")
    doubled("b")
    assert heard == ["a", "a", "b", "b"]


def test_what_is_readied_the_plain_way_makes_once_and_takes_from_nobody() -> None:
    heard: list[str] = []

    @remembered(2, readied=True)
    def doubled(text: str) -> str:
        heard.append(text)
        return text * 2

    doubled("a")
    with plainly():
        assert [doubled("a"), doubled("a"), doubled("b")] == ["aa", "aa", "bb"]
        assert heard == ["a", "a", "b"]
    doubled("b")
    assert heard == ["a", "a", "b", "b"]


def test_what_has_no_name_is_kept_here_alone() -> None:
    heard: list[str] = []

    @remembered(2)
    def doubled(text: str) -> str:
        heard.append(text)
        return text * 2

    assert [doubled("di sini"), doubled(text="di sini")] == ["di sini" * 2] * 2
    assert heard == ["di sini"]
    assert ("di sini",) not in {key for known in taken_out(used=False).values() for key in known}
