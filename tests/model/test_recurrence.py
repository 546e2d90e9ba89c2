"""How an event comes again, and what is wrong where it can't come again as told."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from selebaran.model.event import Event
from selebaran.model.occurrence import occurrences
from selebaran.model.recurrence import Recurrence, week_of_month
from selebaran.model.zone import tz_of

WIB = tz_of("WIB")
NINE = time(9)
THURSDAY = date(2026, 11, 26)
"""The fourth Thursday of its month, and the last."""


def again(**given: Any) -> Recurrence:
    return Recurrence.model_validate(given)


@pytest.mark.parametrize(
    ("given", "first", "days"),
    [
        ({"tiap": "pekan", "sampai": "2026-12-10"}, THURSDAY, ["2026-11-26", "2026-12-03", "2026-12-10"]),
        ({"tiap": "bulan", "sampai": "2027-01-31"}, THURSDAY, ["2026-11-26", "2026-12-24", "2027-01-28"]),
        ({"tiap": "bulan", "sampai": "2027-02-01"}, date(2026, 11, 30), ["2026-11-30", "2026-12-28", "2027-01-25"]),
        ({"tiap": "2 pekan", "sampai": "2026-12-31"}, THURSDAY, ["2026-11-26", "2026-12-10", "2026-12-24"]),
        ({"tiap": "3 bulan", "sampai": "2027-06-30"}, THURSDAY, ["2026-11-26", "2027-02-25", "2027-05-27"]),
        ({"rrule": "FREQ=DAILY;COUNT=2"}, THURSDAY, ["2026-11-26", "2026-11-27"]),
        ({"rrule": "FREQ=DAILY;COUNT=3", "kecuali": ["2026-11-27"]}, THURSDAY, ["2026-11-26", "2026-11-28"]),
    ],
)
def test_an_event_comes_again_on_these_days(given: dict[str, Any], first: date, days: list[str]) -> None:
    event = {"judul": "Pos", "jenis": "x", "tanggal": str(first), "mulai": "09.00", "tempat": "Pasar", "ulang": given}
    found = occurrences(Event.model_validate(event), WIB, date(2030, 1, 1))
    assert [str(one.day) for one in found] == days


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({"pindah": [{"dari": "2026-11-26", "ke": "2026-12-03"}]}, [("2026-12-03", 9), ("2026-12-10", 9)]),
        ({"pindah": [{"dari": "2026-11-26", "ke": "2026-12-03", "mulai": "13.00"}], "batal": ["2026-12-03"]},
         [("2026-12-03", 13), ("2026-12-10", 9)]),
        ({"pindah": [{"dari": "2026-11-26", "ke": "2026-12-03"}, {"dari": "2026-12-03", "ke": "2026-12-04"}]},
         [("2026-12-03", 9), ("2026-12-04", 9), ("2026-12-10", 9)]),
        ({"pindah": [{"dari": "2026-11-26", "ke": "2026-12-04"}, {"dari": "2026-12-03", "ke": "2026-12-04"}]},
         [("2026-12-04", 9), ("2026-12-10", 9)]),
    ],
)  # fmt: skip
def test_a_day_that_moved_onto_another_one_is_told_once(told: dict[str, Any], shown: list[tuple[str, int]]) -> None:
    weekly = {"tiap": "pekan", "sampai": "2026-12-10", **told}
    event = {"judul": "Pos", "jenis": "x", "tanggal": str(THURSDAY), "mulai": "09.00", "tempat": "Pasar"}
    found = occurrences(Event.model_validate({**event, "ulang": weekly}), WIB, date(2030, 1, 1))
    assert [(str(one.day), one.start.hour) for one in found if one.start and not one.cancelled] == shown


def test_a_fifth_week_is_the_last_one() -> None:
    assert [week_of_month(date(2026, 11, day)) for day in (1, 7, 8, 21, 22, 28, 29, 30)] == [1, 1, 2, 3, 4, 4, -1, -1]


@pytest.mark.parametrize(
    ("given", "code", "values"),
    [
        ({"tiap": "pekan", "sampai": "2026-11-26"}, "ulang-terbalik",
         {"sampai": "2026-11-26", "tanggal": "2026-11-26"}),
        ({"rrule": "FREQ=WEEKLY;UNTIL=20261101"}, "ulang-terbalik",
         {"sampai": "2026-11-01", "tanggal": "2026-11-26"}),
        ({"tiap": "pekan", "sampai": "2031-11-27"}, "ulang-terlalu-lama",
         {"sampai": "2031-11-27", "batas": "2031-11-26"}),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU"}, "rrule-lain-hari", {"tanggal": "2026-11-26", "maksud": "2026-12-01"}),
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20261201"}, "rrule-lain-hari",
         {"tanggal": "2026-11-26", "maksud": ""}),
        ({"rrule": "FREQ=WEEKLY;COUNT=3", "kecuali": ["2026-12-25"]}, "kecuali-bukan-hari",
         {"isi": "2026-12-25", "maksud": "2026-12-10", "di": "kecuali"}),
        ({"tiap": "pekan", "kecuali": ["2026-12-25"]}, "kecuali-bukan-hari",
         {"isi": "2026-12-25", "maksud": "2026-12-24", "di": "kecuali"}),
        ({"tiap": "pekan", "kecuali": ["2026-12-30"]}, "kecuali-bukan-hari",
         {"isi": "2026-12-30", "maksud": "2026-12-31", "di": "kecuali"}),
        ({"tiap": "pekan", "kecuali": ["2045-12-30"]}, "kecuali-bukan-hari",
         {"isi": "2045-12-30", "maksud": "2045-12-28", "di": "kecuali"}),
        ({"tiap": "pekan", "kecuali": ["2020-01-01"]}, "kecuali-bukan-hari",
         {"isi": "2020-01-01", "maksud": "2026-11-26", "di": "kecuali"}),
        ({"tiap": "pekan", "kecuali": ["0001-01-01"]}, "kecuali-bukan-hari",
         {"isi": "0001-01-01", "maksud": "2026-11-26", "di": "kecuali"}),
        ({"tiap": "pekan", "batal": ["2026-12-25"]}, "hari-ulang-lain",
         {"isi": "2026-12-25", "maksud": "2026-12-24", "di": "batal"}),
        ({"tiap": "pekan", "pindah": [{"dari": "2026-12-25", "ke": "2026-12-26"}]}, "hari-ulang-lain",
         {"isi": "2026-12-25", "maksud": "2026-12-24", "di": "pindah"}),
        ({"tiap": "pekan", "kecuali": ["9999-12-31"]}, "kecuali-bukan-hari",
         {"isi": "9999-12-31", "maksud": "9999-12-30", "di": "kecuali"}),
    ],
)  # fmt: skip
def test_what_cannot_come_again_is_told_with_the_day_that_was_meant(
    given: dict[str, Any], code: str, values: dict[str, str]
) -> None:
    fault = next(again(**given).faults(THURSDAY, NINE, WIB))
    told = dict(fault.context or {})
    way = str(told.pop("di")).split(".")
    assert (fault.type, told) == (code, {key: text for key, text in values.items() if key != "di"})
    assert way[:2] == ["ulang", values.get("di") or ("rrule" if "rrule" in given else "sampai")]
    assert len(way) > 2 or "di" not in values, "which of the days it is"


@pytest.mark.parametrize(
    "given",
    [
        {"tiap": "pekan"},
        {"tiap": "pekan", "sampai": "2031-11-26"},
        {"tiap": "pekan", "kecuali": ["2045-12-28"]},
        {"rrule": "FREQ=WEEKLY;UNTIL=20311126"},
    ],
)
def test_what_can_come_again_has_no_fault(given: dict[str, Any]) -> None:
    assert list(again(**given).faults(THURSDAY, NINE, WIB)) == []


@pytest.mark.parametrize(
    ("given", "code", "values"),
    [
        ({}, "ulang-tidak-lengkap", {}),
        ({"sampai": "2027-01-31"}, "ulang-tidak-lengkap", {}),
        ({"tiap": "pekan", "rrule": "FREQ=WEEKLY"}, "ulang-tidak-lengkap", {}),
        ({"rrule": "FREQ=WEEKLY", "sampai": "2027-01-31"}, "ulang-tidak-lengkap", {}),
        ({"rrule": "FREQ=WEEKLY;BYHOUR=9"}, "rrule-tidak-terbaca", {"bagian": "BYHOUR=9"}),
    ],
)
def test_a_recurrence_is_told_in_one_way(given: dict[str, Any], code: str, values: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as stopped:
        again(**given)
    assert [(fault["type"], fault.get("ctx", {})) for fault in stopped.value.errors()] == [(code, values)]
