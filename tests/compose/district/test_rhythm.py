"""How often an event comes again, in the words of a language."""

from __future__ import annotations

from datetime import date

import pytest

from selebaran.compose.district.rhythm import rhythm
from selebaran.model.registry import Registry
from selebaran.model.rrule_text import read_rule

WEDNESDAY = date(2026, 12, 9)


@pytest.mark.parametrize(
    ("rule", "indonesian", "javanese"),
    [
        ("FREQ=WEEKLY", "setiap Rabu", "saben Rebo"),
        ("FREQ=WEEKLY;INTERVAL=2", "Rabu, setiap 2 pekan", "Rebo, saben 2 minggu"),
        ("FREQ=MONTHLY;BYDAY=2WE", "Rabu kedua setiap bulan", "Rebo kapindho saben sasi"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hari terakhir setiap bulan", "dina pungkasan saben sasi"),
        ("FREQ=YEARLY", "9 Desember, setiap tahun", "9 Desember, saben taun"),
    ],
)
def test_a_rule_is_said_in_indonesian_and_in_javanese(
    rule: str, indonesian: str, javanese: str, registry: Registry
) -> None:
    words = registry.campaign.languages["jv"].rhythm
    assert words
    assert rhythm(read_rule(rule), WEDNESDAY) == indonesian
    assert rhythm(read_rule(rule), WEDNESDAY, words) == javanese
