"""What is said of the hours of many places today."""

from __future__ import annotations

from selebaran.compose.district.opening import most_today

WEEK = "Senin–Sabtu, 08.00–12.00"


def test_of_many_places_those_hours_are_told_that_most_have() -> None:
    said = str(most_today([WEEK, WEEK, "Senin–Jumat, 08.00–14.00", None]))
    assert '"123456" hidden>Jadwal hari ini 08.00–12.00 di 2 dari 3 tempat.' in said
    assert '"0" hidden>Jadwal hari ini: tutup.' in said


def test_of_one_place_or_hours_that_nobody_can_read_nothing_is_told() -> None:
    assert most_today([WEEK]) is None
    assert most_today([WEEK, "kalau ada petugas"]) is None
