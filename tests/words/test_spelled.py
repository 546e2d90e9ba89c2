"""Numbers in words."""

from __future__ import annotations

import pytest

from selebaran.words.spelled import spelled


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (6, "enam"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (28, "dua puluh delapan"),
        (30, "tiga puluh"),
        (100, "seratus"),
        (345, "tiga ratus empat puluh lima"),
        (1000, ""),
    ],
)
def test_numbers_are_spelled_as_people_say_them(number: int, words: str) -> None:
    assert spelled(number) == words
