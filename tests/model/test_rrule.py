"""What a rule that was copied out of a calendar says, and which of its parts isn't taken."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from selebaran.model.rrule import LAST, Rule, end_of
from selebaran.model.rrule_text import RuleFault, read_rule, write_rule
from selebaran.model.zone import tz_of

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=WEEKLY", Rule("WEEKLY")),
        (" rrule:freq=weekly;count=3; ", Rule("WEEKLY", count=3)),
        ("FREQ=DAILY;INTERVAL=2;WKST=MO", Rule("DAILY", interval=2)),
        ("FREQ=WEEKLY;BYDAY=TU,TH,TU", Rule("WEEKLY", weekdays=((0, 1), (0, 3)))),
        ("FREQ=MONTHLY;BYDAY=2TH,+4FR,-1MO", Rule("MONTHLY", weekdays=((2, 3), (4, 4), (LAST, 0)))),
        ("FREQ=MONTHLY;BYMONTHDAY=1,31,-1", Rule("MONTHLY", month_days=(1, 31, LAST))),
        ("FREQ=YEARLY;UNTIL=20301126", Rule("YEARLY", until=date(2030, 11, 26))),
        ("FREQ=YEARLY;UNTIL=20301126T235959Z", Rule("YEARLY", until=datetime(2030, 11, 26, 23, 59, 59, tzinfo=UTC))),
        ("FREQ=YEARLY;UNTIL=20301126T100000", Rule("YEARLY", until=datetime(2030, 11, 26, 10))),
        ("FREQ=DAILY;COUNT=999", Rule("DAILY", count=999)),
        ("FREQ=WEEKLY;WKST=SU;INTERVAL=2", Rule("WEEKLY", 2, week_start=6)),
        ("FREQ=DAILY;BYDAY=MO,TH", Rule("WEEKLY", weekdays=((0, 0), (0, 3)))),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=TH", Rule("DAILY", 2, weekdays=((0, 3),))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-1", Rule("MONTHLY", weekdays=((1, 1), (LAST, 1)))),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", Rule("MONTHLY", weekdays=((0, 0), (0, 1)), positions=(-1,))),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", Rule("YEARLY", weekdays=((4, 3),), months=(11,))),
        ("FREQ=YEARLY;BYMONTHDAY=1", Rule("YEARLY", month_days=(1,))),
        ("FREQ=WEEKLY;COUNT=4 EXDATE:20261208T020000Z",
         Rule("WEEKLY", count=4, excluded=(datetime(2026, 12, 8, 2, tzinfo=UTC),))),
        ("RRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20261208,20261215\nEXDATE;TZID=Asia/Jakarta:20261222T090000",
         Rule("WEEKLY", excluded=(date(2026, 12, 8), date(2026, 12, 15),
                                  datetime(2026, 12, 22, 9, tzinfo=tz_of("WIB"))))),
    ],
)  # fmt: skip
def test_each_part_of_a_rule_is_read(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("INTERVAL=2", "FREQ="),
        ("FREQ=HOURLY", "FREQ=HOURLY"),
        ("FREQ", "FREQ"),
        ("FREQ=", "FREQ="),
        ("FREQ=DAILY;COUNT=3;COUNT=4", "COUNT=4"),
        ("FREQ=DAILY;BYHOUR=9", "BYHOUR=9"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0"),
        ("FREQ=DAILY;INTERVAL=1000", "INTERVAL=1000"),
        ("FREQ=DAILY;UNTIL=2027-01-01", "UNTIL=2027-01-01"),
        ("FREQ=DAILY;UNTIL=20270231", "UNTIL=20270231"),
        ("FREQ=DAILY;UNTIL=20270201;COUNT=2", "COUNT"),
        ("FREQ=WEEKLY;BYDAY=TU,5TH", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=6TH", "BYDAY"),
        ("FREQ=YEARLY;BYDAY=54TH", "BYDAY"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=6TH", "BYDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=5", "BYMONTHDAY"),
        ("FREQ=WEEKLY;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=TH;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=WEEKLY;WKST=SX", "WKST=SX"),
        ("FREQ=WEEKLY EXDATE:2026-12-08", "EXDATE:2026-12-08"),
        ("FREQ=WEEKLY EXDATE:20261308", "EXDATE:20261308"),
        ("DTSTART:20261201T090000 RRULE:FREQ=WEEKLY", "DTSTART:20261201T090000"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=WEEKLY;BYDAY=2TH", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,SATU", "BYMONTHDAY=1,SATU"),
    ],
)
def test_a_part_that_is_not_taken_is_named(text: str, part: str) -> None:
    with pytest.raises(RuleFault) as stopped:
        read_rule(text)
    assert str(stopped.value) == part


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FREQ=WEEKLY;COUNT=2", [THURSDAY, date(2026, 12, 3)]),
        ("FREQ=WEEKLY;UNTIL=20261203", [THURSDAY, date(2026, 12, 3)]),
        ("FREQ=MONTHLY;BYDAY=-1TH;COUNT=3", [THURSDAY, date(2026, 12, 31), date(2027, 1, 28)]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", [date(2026, 11, 30), date(2026, 12, 31)]),
    ],
)
def test_a_rule_with_an_end_gives_all_its_days(text: str, days: list[date]) -> None:
    assert read_rule(text).days(THURSDAY, date.max) == days


def test_a_rule_without_an_end_is_looked_at_for_five_years() -> None:
    days = read_rule("FREQ=YEARLY").days(THURSDAY, date.max)
    assert days == [date(year, 11, 26) for year in range(2026, 2032)]
    assert len(read_rule("FREQ=DAILY").days(THURSDAY, date.max)) == 365 * 5 + 2


@pytest.mark.parametrize("text", ["FREQ=DAILY", "FREQ=DAILY;UNTIL=20301231", "FREQ=DAILY;COUNT=999"])
def test_a_rule_that_has_run_for_600_days_still_runs(text: str) -> None:
    later = date(2028, 12, 1)
    assert (later - THURSDAY).days > 600
    assert read_rule(text).days(THURSDAY, date(2028, 12, 2), later) == [later, date(2028, 12, 2)]


def test_a_rule_that_counts_runs_to_its_last_day_however_long_it_takes() -> None:
    assert read_rule("FREQ=WEEKLY;COUNT=400").days(THURSDAY, date.max)[-1] == date(2034, 7, 20)


@pytest.mark.parametrize(
    ("until", "start", "zone", "last"),
    [
        ("20261228T233000Z", time(6, 30), "WIB", date(2026, 12, 29)),
        ("20261228T233000Z", time(6, 30), "WIT", date(2026, 12, 29)),
        ("20261228T213000Z", time(6, 30), "WIB", date(2026, 12, 28)),
        ("20261228T213000Z", time(6, 30), "WIT", date(2026, 12, 29)),
        ("20261228T220000Z", time(6, 30), "WITA", date(2026, 12, 28)),
        ("20261231T123000Z", time(19, 30), "WIB", date(2026, 12, 31)),
        ("20261231T122959Z", time(19, 30), "WIB", date(2026, 12, 30)),
        ("20261231T090000", time(9), "WIB", date(2026, 12, 31)),
        ("20261231", time(23), "WIT", date(2026, 12, 31)),
    ],
)
def test_an_end_in_utc_is_an_instant(until: str, start: time, zone: str, last: date) -> None:
    assert read_rule(f"FREQ=DAILY;UNTIL={until}").at(start, tz_of(zone)).until == last


def test_a_week_that_begins_on_sunday_matters_every_other_week() -> None:
    sunday, monday = date(2026, 11, 29), date(2026, 11, 30)
    days = {
        start: read_rule(f"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST={start}").days(sunday, date(2026, 12, 15))
        for start in ("SU", "MO")
    }
    assert days["SU"] == [sunday, monday, date(2026, 12, 13), date(2026, 12, 14)]
    assert days["MO"] == [sunday, date(2026, 12, 7), date(2026, 12, 13)]


def test_a_day_that_is_left_out_is_one_of_the_district() -> None:
    rule = read_rule("FREQ=WEEKLY;COUNT=3 EXDATE:20261202T230000Z").at(time(6), tz_of("WIB"))
    assert rule.days(THURSDAY, date.max) == [THURSDAY, date(2026, 12, 10)]


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;INTERVAL=2;BYDAY=TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=1,7;BYDAY=-1TH;COUNT=4",
    ],
)
def test_a_rule_is_written_as_it_was_read(text: str) -> None:
    assert write_rule(read_rule(text)) == text


@pytest.mark.parametrize(
    ("text", "first", "since", "day"),
    [
        ("FREQ=DAILY;INTERVAL=2", date(2020, 1, 1), date(2026, 1, 2), date(2026, 1, 3)),
        ("FREQ=WEEKLY;INTERVAL=2", date(2020, 1, 2), date(2026, 1, 9), date(2026, 1, 22)),
        ("FREQ=MONTHLY", date(2020, 1, 31), date(2026, 2, 1), date(2026, 3, 31)),
        ("FREQ=MONTHLY;INTERVAL=3", date(2020, 2, 15), date(2026, 3, 1), date(2026, 5, 15)),
        ("FREQ=MONTHLY;INTERVAL=3", date(2020, 12, 15), date(2026, 12, 15), date(2026, 12, 15)),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", date(2020, 3, 3), date(2026, 1, 7), date(2026, 3, 3)),
        ("FREQ=YEARLY", date(2020, 2, 29), date(2026, 1, 1), date(2028, 2, 29)),
        ("FREQ=YEARLY;INTERVAL=2", date(2019, 6, 1), date(2026, 6, 2), date(2027, 6, 1)),
        ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=5", date(2020, 7, 5), date(2026, 1, 6), date(2026, 7, 5)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2020, 1, 31), date(2026, 2, 1), date(2026, 2, 27)),
        ("FREQ=YEARLY;INTERVAL=5", date(2025, 6, 1), date(2026, 6, 2), date(2030, 6, 1)),
    ],
)
def test_of_an_old_rule_without_an_end_the_next_day_is_that_of_the_calendar(
    text: str, first: date, since: date, day: date
) -> None:
    assert read_rule(text).days(first, date.max, since)[0] == day


def test_an_event_comes_again_for_five_years_at_most_and_never_after_the_calendar_ends() -> None:
    assert end_of(THURSDAY) == date(2031, 11, 26)
    assert end_of(date(2024, 2, 29)) == date(2029, 2, 28)
    assert end_of(date(9994, 5, 1)) == date(9999, 5, 1)
    assert end_of(date(9995, 5, 1)) == date.max


def test_a_day_left_out_is_that_of_the_zone_that_a_calendar_names() -> None:
    late = read_rule("FREQ=WEEKLY;COUNT=3 EXDATE;TZID=Asia/Jayapura:20261210T003000").at(time(22, 30), tz_of("WIB"))
    assert late.days(date(2026, 12, 2), date.max) == [date(2026, 12, 2), date(2026, 12, 16)]
    other = read_rule("FREQ=WEEKLY;COUNT=3 EXDATE;TZID=Elsewhere:20261209T223000").at(time(22, 30), tz_of("WIB"))
    assert other.days(date(2026, 12, 2), date.max) == late.days(date(2026, 12, 2), date.max)
