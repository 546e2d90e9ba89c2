"""RRULE (RFC 5545, 3.3.10), as calendars copy it, in the part that an outreach event needs: whole days, and such that a
sentence can say it. A rule may have no end; then only so many years are looked at, counted from the day of a build."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil import rrule as ical
from dateutil.relativedelta import relativedelta

FREQUENCIES = {"DAILY": ical.DAILY, "WEEKLY": ical.WEEKLY, "MONTHLY": ical.MONTHLY, "YEARLY": ical.YEARLY}
DAYS_IN = {"DAILY": 1, "WEEKLY": 7}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""In Python's order, Monday first."""
LONGEST_YEARS = 5
MOST_DAYS = 600
"""No office plans further, or more; and a rule that never comes to a day ends the search here."""
LAST = -1
"""The last week of a month, or its last day."""


class RuleFault(ValueError):
    """A part of a rule that can't be read, or isn't taken here. The argument is the part."""


@dataclass(frozen=True)
class Rule:
    """A rule. `weekdays` are pairs of a week of the month (0: every one; `LAST`) and a day of the week from 0, Monday;
    `month_days` are days of the month, or `LAST`. It ends on the day `until`, or after `count` days, or (both None)
    never."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None

    def days(self, first: date, last: date, since: date = date.min) -> list[date]:
        """The days from `first` to `last`, both included, no more than `MOST_DAYS`.

        Of a rule without an end only those from `since` on, and the years that are looked at count from there."""
        if self.ends or since <= first:
            return self._days(first, min(last, end_of(first), self.until or last))
        rule, start = self._near(first, since)
        return [day for day in rule._days(start, min(last, end_of(since))) if day >= since]

    def _near(self, first: date, since: date) -> tuple[Rule, date]:
        """The same rule, begun again shortly before `since`: the days of centuries need not be counted."""
        if size := DAYS_IN.get(self.frequency):
            step = timedelta(days=size * self.interval)
            return self, first + (since - first) // step * step
        months = self.interval * (12 if self.frequency == "YEARLY" else 1)
        on = self.month_days or (() if self.weekdays else (first.day,))
        rule = replace(self, frequency="MONTHLY", interval=months, month_days=on)
        passed = (since.year - first.year) * 12 + since.month - first.month
        if passed < months:
            return rule, first
        month = first.month - 1 + passed // months * months
        return rule, date(first.year + month // 12, month % 12 + 1, 1)

    def _days(self, first: date, horizon: date) -> list[date]:
        found = ical.rrule(
            FREQUENCIES[self.frequency],
            dtstart=datetime.combine(first, time()),
            interval=self.interval,
            byweekday=[ical.weekday(day, week or None) for week, day in self.weekdays] or None,
            bymonthday=self.month_days or None,
            until=datetime.combine(horizon, time()),
        )
        return [moment.date() for moment in islice(found, min(self.count or MOST_DAYS, MOST_DAYS))]

    @property
    def ends(self) -> bool:
        """Whether it says when it ends."""
        return self.until is not None or self.count is not None


def end_of(first: date) -> date:
    """The last day that an event which begins on `first` may come again on."""
    return first + relativedelta(years=LONGEST_YEARS) if first.year <= date.max.year - LONGEST_YEARS else date.max


def read_rule(text: str) -> Rule:
    """A rule from its text, with or without "RRULE:" in front. Raises `RuleFault`."""
    values: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, is_set, value = part.partition("=")
        if not is_set or not value or name in values or name not in {"FREQ", "WKST", *READERS}:
            raise RuleFault(part)
        values[name] = value
    frequency = values.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise RuleFault(f"FREQ={frequency}")
    if values.pop("WKST", "MO") != "MO":  # only with INTERVAL would it matter, and weeks begin on Monday here
        raise RuleFault("WKST")
    rule = Rule(frequency, **{READERS[name][0]: _read(name, value) for name, value in values.items()})  # type: ignore[arg-type]
    _can_be_said(rule)
    return rule


def _read(name: str, value: str) -> object:
    try:
        return READERS[name][1](value)
    except ValueError:
        raise RuleFault(f"{name}={value}") from None


def _can_be_said(rule: Rule) -> None:
    """Raise for a rule that is right, but that no sentence for residents says."""
    numbered = {week != 0 for week, _ in rule.weekdays}
    if rule.weekdays and (rule.frequency, numbered) not in (("WEEKLY", {False}), ("MONTHLY", {True})):
        raise RuleFault("BYDAY")
    if rule.month_days and (rule.frequency != "MONTHLY" or rule.weekdays):
        raise RuleFault("BYMONTHDAY")
    if rule.until and rule.count:
        raise RuleFault("COUNT")


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text) or not int(text):
        raise ValueError(text)
    return int(text)


def _until(text: str) -> date:
    found = re.fullmatch(r"([0-9]{8})(T[0-9]{6}Z?)?", text)
    if not found:
        raise ValueError(text)
    return date.fromisoformat(found[1])


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = [re.fullmatch(r"([+]?[1-4]|-1)?([A-Z]{2})", part) for part in text.split(",")]
    pairs = [(int(one[1] or 0), WEEKDAYS.index(one[2])) for one in found if one]
    if len(pairs) < len(found):
        raise ValueError(text)
    return tuple(dict.fromkeys(pairs))


def _month_days(text: str) -> tuple[int, ...]:
    days = tuple(dict.fromkeys(int(part) for part in text.split(",") if re.fullmatch("-?[0-9]{1,2}", part)))
    if len(days) < text.count(",") + 1 or not all(1 <= day <= 31 or day == LAST for day in days):
        raise ValueError(text)
    return days


READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _number),
    "BYDAY": ("weekdays", _weekdays),
    "BYMONTHDAY": ("month_days", _month_days),
    "UNTIL": ("until", _until),
    "COUNT": ("count", _number),
}
"""The parts that are taken beside FREQ: the field of `Rule`, and what reads its value."""
