"""The demonstration is alive in any year: some of its events come again without an end."""

from __future__ import annotations

from datetime import date

import pytest

from selebaran.compose.district.events import present_event, present_events
from selebaran.compose.edition import Composer
from selebaran.model.event import Event
from selebaran.model.occurrence import Occurrence
from selebaran.model.registry import Registry
from tests.conftest import DEMO


@pytest.mark.parametrize("year", [2028, 2031, 2044])
def test_the_made_up_district_has_coming_events_in_any_year(composer: Composer, registry: Registry, year: int) -> None:
    day = date(year, 3, 1)
    edition = composer.compose(DEMO, as_of=day, profiles=())
    schedule = next(page for page in edition.pages if page.slug == "jadwal").html
    assert f"Maret {year}" in schedule
    shown = present_events(registry.districts[DEMO].events, "WIB", day, {})["kegiatan"]
    assert {event["ulang"] for event in shown} == {"Rabu kedua setiap bulan", "Kamis ketiga setiap 3 bulan"}
    assert len(shown) > 12


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=DAILY", "setiap hari"),
        ("FREQ=DAILY;INTERVAL=3", "setiap 3 hari"),
        ("FREQ=WEEKLY", "setiap Kamis"),
        ("FREQ=WEEKLY;BYDAY=TH,MO,TU", "setiap Senin, Selasa dan Kamis"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "Kamis, setiap 2 pekan"),
        ("FREQ=MONTHLY", "tanggal 5 setiap bulan"),
        ("FREQ=MONTHLY;BYMONTHDAY=20,5", "tanggal 5 dan 20 setiap bulan"),
        ("FREQ=MONTHLY;BYMONTHDAY=5,-1", "tanggal 5 dan hari terakhir setiap bulan"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH", "Kamis pertama setiap 2 bulan"),
        ("FREQ=MONTHLY;BYDAY=1TH,-1FR", "Kamis pertama dan Jumat terakhir setiap bulan"),
        ("FREQ=YEARLY", "5 November, setiap tahun"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "setiap Senin, Selasa, Rabu, Kamis dan Jumat"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=TH", "setiap 2 hari, hanya Kamis"),
        ("FREQ=WEEKLY;BYMONTH=11,12", "setiap Kamis, hanya bulan November dan Desember"),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", "Kamis pertama setiap bulan"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4", "hari kerja keempat setiap bulan"),
        ("FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2", "kedua dari hari Selasa dan Kamis setiap bulan"),
        ("FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=TH", "tanggal 5 yang jatuh pada Kamis setiap bulan"),
        ("FREQ=MONTHLY;BYDAY=1TH,-2TH", "Kamis pertama dan Kamis kedua dari akhir setiap bulan"),
        ("FREQ=MONTHLY;BYDAY=TH", "semua Kamis setiap bulan"),
        ("FREQ=MONTHLY;BYDAY=1TH,5TH", "Kamis pertama dan Kamis kelima (bila ada) setiap bulan"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=1TH", "Kamis pertama bulan November, setiap tahun"),
        ("FREQ=YEARLY;BYMONTH=2,11", "5 Februari dan November, setiap tahun"),
        ("FREQ=YEARLY;BYDAY=45TH", "Kamis ke-45, setiap tahun"),
        ("FREQ=YEARLY;BYMONTHDAY=5;INTERVAL=2", "tanggal 5 setiap bulan, setiap 2 tahun"),
    ],
)
def test_how_often_an_event_comes_is_told_in_words(rrule: str, words: str) -> None:
    """5 November 2026 is the first Thursday of its month."""
    assert rhythm({"rrule": rrule}) == words


@pytest.mark.parametrize(
    ("every", "words"),
    [
        ("pekan", "setiap Kamis"),
        ("2 pekan", "Kamis, setiap 2 pekan"),
        ("bulan", "Kamis pertama setiap bulan"),
        (None, None),
    ],
)
def test_a_rhythm_in_two_words_is_told_in_words(every: str | None, words: str | None) -> None:
    assert rhythm({"tiap": every} if every else None) == words


def rhythm(recurrence: dict[str, str] | None) -> object:
    event = {"judul": "Pos", "jenis": "penyuluhan", "tanggal": "2026-11-05", "mulai": "08.00", "tempat": "Pasar"}
    made = Event.model_validate({**event, **({"ulang": recurrence} if recurrence else {})})
    return present_event(Occurrence(made, made.day), "WIB", {})["ulang"]
