"""What a rule that was copied out of a calendar says, and which of its parts isn't taken."""

from __future__ import annotations

from datetime import date

import pytest

from selebaran.model.rrule import LAST, MOST_DAYS, Rule, RuleFault, end_of, read_rule

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
        ("FREQ=YEARLY;UNTIL=20301126T235959Z", Rule("YEARLY", until=date(2030, 11, 26))),
        ("FREQ=DAILY;COUNT=999", Rule("DAILY", count=999)),
    ],
)
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
        ("FREQ=DAILY;WKST=SU", "WKST"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0"),
        ("FREQ=DAILY;INTERVAL=1000", "INTERVAL=1000"),
        ("FREQ=DAILY;UNTIL=2027-01-01", "UNTIL=2027-01-01"),
        ("FREQ=DAILY;UNTIL=20270231", "UNTIL=20270231"),
        ("FREQ=DAILY;UNTIL=20270201;COUNT=2", "COUNT"),
        ("FREQ=WEEKLY;BYDAY=TU,5TH", "BYDAY=TU,5TH"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=WEEKLY;BYDAY=2TH", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=TH", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=2TH,FR", "BYDAY"),
        ("FREQ=DAILY;BYDAY=TH", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", "BYMONTHDAY=-2"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,SATU", "BYMONTHDAY=1,SATU"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1TH", "BYMONTHDAY"),
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
    assert len(read_rule("FREQ=DAILY").days(THURSDAY, date.max)) == MOST_DAYS


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
