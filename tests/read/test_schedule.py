"""Schedules as offices and calendars write them: over midnight, of several days, all day, with rules of all kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selebaran.compose.district.events import coming_days, next_events, present_events
from selebaran.model.district import Schedule
from selebaran.model.event import Event
from selebaran.model.occurrence import occurrences
from selebaran.model.zone import tz_of
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.read.skema.records import KINDS

FAR = date(2100, 1, 1)
BEFORE = date(2026, 11, 1)


def read(entry: str, zone: str = "WIB") -> tuple[tuple[Event, ...], list[str]]:
    """The event of a line in braces, and what is said of it."""
    text = f"kegiatan:\n  - {{judul: Pos, jenis: posyandu, tempat: Balai Desa, {entry}}}\n"
    source, problems = read_yaml(text.encode(), "jadwal.yml")
    assert source is not None, problems
    record, problems = validate(Schedule, source, kinds=KINDS, zone=zone)
    return record.events if record else (), [f"{p.code} {dict(p.values).get('maksud', '')}".strip() for p in problems]


def days_of(entry: str, zone: str = "WIB") -> list[str]:
    events, problems = read(entry, zone)
    assert problems == []
    return [str(one.day) for one in occurrences(events[0], tz_of(zone), FAR)]


def shown(entry: str, as_of: date = BEFORE, zone: str = "WIB") -> list[dict[str, Any]]:
    events, problems = read(entry, zone)
    assert problems == []
    found: list[dict[str, Any]] = present_events(events, zone, as_of, {"posyandu": "Posyandu"}, "jadwal")["kegiatan"]
    return found


WEEKLY = 'tanggal: 2026-12-01, mulai: "{start}", ulang: {{rrule: "FREQ=WEEKLY;UNTIL={until};BYDAY=TU"}}'


@pytest.mark.parametrize(
    ("start", "until", "zone", "last"),
    [
        ("06.30", "20261228T233000Z", "WIB", "2026-12-29"),
        ("06.30", "20261228T213000Z", "WIT", "2026-12-29"),
        ("07.30", "20261228T233000Z", "WITA", "2026-12-29"),
        ("06.30", "20261228T232959Z", "WIB", "2026-12-22"),
        ("19.30", "20261229T123000Z", "WIB", "2026-12-29"),
        ("23.30", "20261229T160000Z", "WIB", "2026-12-22"),
        ("sepanjang hari", "20261228T170000Z", "WIB", "2026-12-29"),
    ],
)
def test_a_rule_that_ends_in_utc_ends_at_that_instant_where_the_district_lies(
    start: str, until: str, zone: str, last: str
) -> None:
    assert days_of(WEEKLY.format(start=start, until=until), zone)[-1] == last


@pytest.mark.parametrize(
    ("day", "rule", "days"),
    [
        ("2026-12-01", "RRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20261215T165959Z;BYDAY=TU", ["12-01", "12-08", "12-15"]),
        ("2026-12-12", "FREQ=YEARLY;INTERVAL=1;BYMONTH=12;COUNT=3", ["12-12", "12-12", "12-12"]),
        ("2026-12-01", "FREQ=MONTHLY;COUNT=3;BYDAY=TU;BYSETPOS=1", ["12-01", "01-05", "02-02"]),
        ("2026-12-04", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3", ["12-04", "12-07", "12-08"]),
        ("2026-12-01", "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=3", ["12-01", "12-15", "01-05"]),
        ("2026-12-01", "RRULE:FREQ=WEEKLY;COUNT=3 EXDATE:20261208T020000Z", ["12-01", "12-15"]),
        ("2026-12-01", "RRULE:FREQ=WEEKLY;COUNT=3 EXDATE;TZID=Asia/Jakarta:20261208T090000", ["12-01", "12-15"]),
        ("2026-12-31", "FREQ=MONTHLY;COUNT=3", ["12-31", "01-31", "03-31"]),
        ("2026-12-29", "FREQ=MONTHLY;BYDAY=5TU;COUNT=3", ["12-29", "03-30", "06-29"]),
        ("2026-12-31", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", ["12-31", "01-29", "02-26"]),
        ("2026-12-25", "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=6,12;COUNT=3", ["12-25", "06-25", "12-31"]),
    ],
)
def test_a_rule_of_a_calendar_gives_the_days_of_the_calendar(day: str, rule: str, days: list[str]) -> None:
    assert [one[5:] for one in days_of(f'tanggal: {day}, mulai: "09.00", ulang: {{rrule: "{rule}"}}')] == days


@pytest.mark.parametrize(
    ("entry", "when", "clock", "ends"),
    [
        ('tanggal: 2026-12-31, mulai: "22.00", selesai: "01.00"', "Kamis, 31 Desember 2026", "22.00–01.00 WIB",
         "2027-01-01T01:00+07:00"),
        ('tanggal: 2026-12-30, mulai: "20.00", selesai: "24.00"', "Rabu, 30 Desember 2026", "20.00–24.00 WIB",
         "2026-12-31T00:00+07:00"),
        ('tanggal: 2026-12-30, mulai: "20.00", selesai: "00.00"', "Rabu, 30 Desember 2026", "20.00–00.00 WIB",
         "2026-12-31T00:00+07:00"),
        ('tanggal: 2026-12-29, mulai: "09.00", selesai: selesai', "Selasa, 29 Desember 2026",
         "09.00 WIB sampai selesai", "2026-12-30T00:00+07:00"),
        ('tanggal: 2026-12-29, mulai: "09.00", selesai: s.d. selesai', "Selasa, 29 Desember 2026",
         "09.00 WIB sampai selesai", "2026-12-30T00:00+07:00"),
        ('tanggal: 2026-12-07 s.d. 2026-12-09, mulai: "08.00"', "Senin sampai Rabu, 7–9 Desember 2026",
         "08.00 WIB tiap hari", "2026-12-10T00:00+07:00"),
        ('tanggal: 2026-12-30, tanggal_selesai: 2027-01-02, mulai: "08.00", selesai: "15.00"',
         "Rabu sampai Sabtu, 30 Desember 2026 sampai 2 Januari 2027", "08.00–15.00 WIB tiap hari",
         "2027-01-02T15:00+07:00"),
        ("tanggal: 2026-12-07, tanggal_selesai: 2026-12-09, mulai: sepanjang hari",
         "Senin sampai Rabu, 7–9 Desember 2026", "sepanjang hari", "2026-12-10T00:00+07:00"),
        ('tanggal: 2026-12-31, mulai: "00.00", selesai: "00.30"', "Kamis, 31 Desember 2026", "00.00–00.30 WIB",
         "2026-12-31T00:30+07:00"),
    ],
)  # fmt: skip
def test_an_event_is_shown_with_its_days_and_hours(entry: str, when: str, clock: str, ends: str) -> None:
    found = shown(entry)
    assert [(f"{one['hari']}, {one['tanggal']}", one["jam"]) for one in found] == [(when, clock)]
    assert f'data-selesai="{ends}"' in found[0]["pada"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('tanggal: 2026-12-07, mulai: "12.00", selesai: "09.00"', "jam-terbalik"),
        ('tanggal: 2026-12-07, mulai: "09.00", selesai: "09.00"', "jam-terbalik"),
        ('tanggal: 2026-12-07, mulai: sepanjang hari, selesai: "09.00"', "jam-terbalik"),
        ('tanggal: 2026-12-07, mulai: "24.00"', "waktu-tidak-terbaca"),
        ('tanggal: 2026-12-07, mulai: "20.00", selesai: "24.30"', "waktu-tidak-terbaca"),
        ('tanggal: 2026-12-07 s.d. 2026-12-07, mulai: "08.00"', "hari-terakhir-salah"),
        ('tanggal: 2026-12-07 s.d. 2027-12-09, mulai: "08.00"', "hari-terakhir-salah"),
        ('tanggal: 7-9 Desember 2026, mulai: "08.00"', "tanggal-tidak-terbaca 2026-12-07 s.d. 2026-12-09"),
        ('tanggal: Senin 7 Desember 2026 sampai Rabu 9 Desember 2026, mulai: "08.00"',
         "tanggal-tidak-terbaca 2026-12-07 s.d. 2026-12-09"),
        ("tanggal: 2026-12-07, mulai: 09.00 s.d. selesai", "waktu-tidak-terbaca mulai: 09.00, selesai: selesai"),
        ('tanggal: 2026-12-07, mulai: "08.00", ulang: {tiap: dua pekan}', "pilihan-tidak-sah 2 pekan"),
        ('tanggal: 2026-12-07, mulai: "08.00", koordinat: "106.15, -6.11"', "koordinat-tidak-terbaca -6.11, 106.15"),
        ('tanggal: 2026-12-07, mulai: "08.00", koordinat: "51.50, -0.12"', "koordinat-tidak-terbaca"),
        ('tanggal: 2026-12-07, mulai: "08.00", id: Pos Pasar!', "id-kegiatan-tidak-sah pos-pasar"),
        ('tanggal: 2026-12-07, mulai: "08.00", id: arsip', "id-kegiatan-tidak-sah"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told_with_what_may_be_meant(entry: str, said: str) -> None:
    assert read(entry) == ((), [said])


def test_an_event_of_several_days_is_there_until_its_last() -> None:
    entry = 'tanggal: 2026-12-07 s.d. 2026-12-09, mulai: "08.00"'
    assert [len(shown(entry, date(2026, 12, day))) for day in (7, 8, 9, 10)] == [1, 1, 1, 0]


AGAIN = (
    'tanggal: 2026-12-03, mulai: "09.00", selesai: "11.00", ulang: {tiap: pekan, sampai: 2026-12-31, '
    'kecuali: [2026-12-10], batal: [2026-12-17], pindah: [{dari: 2026-12-24, ke: 2026-12-23, mulai: "13.00"}]}'
)


def test_single_days_are_left_out_cancelled_and_moved() -> None:
    found = shown(AGAIN)
    assert [(one["tanggal"], one["jam"], one["batal"], one["pindah_dari"]) for one in found] == [
        ("3 Desember 2026", "09.00–11.00 WIB", False, None),
        ("17 Desember 2026", "09.00–11.00 WIB", True, None),
        ("23 Desember 2026", "13.00 WIB", False, "Kamis, 24 Desember 2026"),
        ("31 Desember 2026", "09.00–11.00 WIB", False, None),
    ]


def test_a_day_that_is_cancelled_is_listed_beside_the_next_one_and_never_offered() -> None:
    events, _ = read(AGAIN)
    months = present_events(events, "WIB", date(2026, 12, 11), {}, "jadwal")["kegiatan_per_bulan"]
    assert [one["tanggal_angka"] for month in months for one in month["kegiatan"]] == ["17", "23", "31"]
    assert [event.day_of_month for event in next_events(events, "WIB", date(2026, 12, 11))] == ["23", "31"]


@pytest.mark.parametrize("rule", ["tiap: pekan", 'rrule: "FREQ=WEEKLY;COUNT=300"'])
def test_an_event_that_has_come_for_600_days_still_comes(rule: str) -> None:
    events, problems = read(f'tanggal: 2024-01-04, mulai: "09.00", ulang: {{{rule}}}')
    assert problems == []
    assert [str(one.day) for one in coming_days(events, "WIB", date(2026, 12, 1))][:2] == ["2026-12-03", "2026-12-10"]
