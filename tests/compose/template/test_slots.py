"""Marks are looked for together: what is found is what each by itself would be, the longest first."""

from __future__ import annotations

import re

import pytest

from selebaran.compose.template.slots import Cutter, longest_of

MARKS = ("Qz'nzq", "Kab. Qz'szq", "Qz'szq", "Qz'szqx", "Qz'sz", "p.1", "p.12", "<p>a</p>", "qz-d-zq.example")


@pytest.mark.parametrize(
    "text", ["a Kab. Qz'szq b Qz'szqx", "p.123 pa1 Qz'sz Qz'sza", "Kab. Qz'nzq<p>a</p>", "Qz's", ""]
)
def test_a_text_is_cut_at_the_longest_mark_that_stands_there(text: str) -> None:
    alone = "|".join(re.escape(mark) for mark in sorted(MARKS, key=len, reverse=True))
    assert re.split(f"({longest_of(MARKS)})", text) == re.split(f"({alone})", text)


def test_what_is_left_of_a_mark_is_seen_whatever_its_case() -> None:
    cutter = Cutter(MARKS)
    assert cutter.cut("kabupaten Qz'nzq").is_clean
    assert not cutter.cut("id=QZnzq").is_clean
    assert cutter.is_in("qznzq-alamat")
    assert not cutter.is_in("quiz")
