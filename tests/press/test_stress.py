"""Odd districts and panels with too much in them: they print whole or are refused, and no letter is lost in silence.

`make test-full` tries all cases (tests/full/test_stress.py); this is a sample across them."""

from __future__ import annotations

from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.press.stress import cases, lost_in_silence, refusable

EVERY = 53


def test_a_sample_of_the_cases_loses_no_letter(registry: Registry, press: Press) -> None:
    tried, outcomes = 0, set()
    for name, piece in cases(("kantor",), registry, EVERY):
        lost, found = lost_in_silence(press, piece)
        assert lost == 0, name
        assert {fault.code for fault in found} <= refusable(name), (name, found)
        tried += 1
        outcomes.add(bool(found))
    assert tried >= 5
    assert outcomes == {True, False}
