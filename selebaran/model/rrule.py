"""RRULE (RFC 5545, 3.3.10), as calendars copy it, with the EXDATE that follows it, in the part that an outreach event
needs: whole days, and such that a sentence can say it. A rule may have no end; then only so many years are looked at,
counted from the day of a build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import islice

from dateutil import rrule as ical
from dateutil.relativedelta import relativedelta

FREQUENCIES = {"DAILY": ical.DAILY, "WEEKLY": ical.WEEKLY, "MONTHLY": ical.MONTHLY, "YEARLY": ical.YEARLY}
DAYS_IN = {"DAILY": 1, "WEEKLY": 7}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""In Python's order, Monday first."""
LONGEST_YEARS = 5
"""No office plans further; and a rule that never comes to a day ends the search here."""
MOST_YEARS = 100
"""How long one is followed that ends after so many days."""
LAST = -1
"""The last week of a month, or its last day."""

Moment = date | datetime
"""A day, a local time, or an instant with its zone."""


@dataclass(frozen=True)
class Rule:
    """A rule. `weekdays` are pairs of a week of the month (0: every one; `LAST`; of the year where a yearly rule names
    no months) and a day of the week from 0, Monday; `month_days` are days of the month, or `LAST`; `positions` choose
    among the days of each week, month or year. It ends on the day `until`, or after `count` days, or (both None) never.
    `excluded` are days that it leaves out."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0
    until: Moment | None = None
    count: int | None = None
    excluded: tuple[Moment, ...] = ()

    def at(self, start: time, tz: tzinfo) -> Rule:
        """The same rule for what begins at `start` in a zone: its end and what it leaves out are days there. An end in
        UTC is an instant, as calendars write it: the day on which it falls counts when the event has begun by then."""
        return replace(
            self,
            until=_last_day(self.until, start, tz) if self.until else None,
            excluded=tuple(_local(moment, tz)[0] for moment in self.excluded),
        )

    def days(self, first: date, last: date, since: date = date.min) -> list[date]:
        """The days from `first` to `last`, both included, and from `since` on. Its end has to be a day (see `at`).

        Of a rule without an end the years that are looked at count from `since`."""
        rule = self._whole(first)
        begin = first if self.count or since <= first else rule._near(first, since)
        furthest = _years_after(first, MOST_YEARS) if self.ends else end_of(max(first, since))
        horizon = min(last, furthest, *([self.until] if self.until else []))
        found = _expanded(rule, begin, horizon)
        return [day for day in found if day >= since and day not in self.excluded]

    def _whole(self, first: date) -> Rule:
        """With the parts that it takes from its first day."""
        if self.weekdays or self.month_days or self.frequency == "DAILY":
            return self
        if self.frequency == "WEEKLY":
            return replace(self, weekdays=((0, first.weekday()),))
        months = self.months or ((first.month,) if self.frequency == "YEARLY" else ())
        return replace(self, months=months, month_days=(first.day,))

    def _near(self, first: date, since: date) -> date:
        """The day at which the same rule may begin anew shortly before `since`: those of centuries need no counting."""
        if size := DAYS_IN.get(self.frequency):
            step = timedelta(days=size * self.interval)
            return first + (since - first) // step * step
        if self.frequency == "YEARLY":
            return max(first, date(since.year - (since.year - first.year) % self.interval, 1, 1))
        passed = (since.year - first.year) * 12 + since.month - first.month
        month = first.month - 1 + passed // self.interval * self.interval
        return max(first, date(first.year + month // 12, month % 12 + 1, 1))

    @property
    def ends(self) -> bool:
        """Whether it says when it ends."""
        return self.until is not None or self.count is not None


@lru_cache(maxsize=4096)
def _expanded(rule: Rule, first: date, horizon: date) -> tuple[date, ...]:
    """The days of a rule from `first` on; the search costs, and a build asks more than once."""
    found = ical.rrule(
        FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(first, time()),
        interval=rule.interval,
        wkst=rule.week_start,
        byweekday=[ical.weekday(day, week or None) for week, day in rule.weekdays] or None,
        bymonthday=rule.month_days or None,
        bymonth=rule.months or None,
        bysetpos=rule.positions or None,
        until=datetime.combine(horizon, time()),
    )
    return tuple(moment.date() for moment in islice(found, rule.count))


def _local(moment: Moment, tz: tzinfo) -> tuple[date, time]:
    """The day and the time of a moment in a zone; a day has the last time of all."""
    if not isinstance(moment, datetime):
        return moment, time.max
    local = moment.astimezone(tz) if moment.tzinfo else moment
    return local.date(), local.time()


def _last_day(until: Moment, start: time, tz: tzinfo) -> date:
    day, clock = _local(until, tz)
    return day - timedelta(days=1) if start > clock and day > date.min else day


def end_of(first: date) -> date:
    """The last day that an event which begins on `first` may say that it comes again on."""
    return _years_after(first, LONGEST_YEARS)


def _years_after(first: date, years: int) -> date:
    return first + relativedelta(years=years) if first.year <= date.max.year - years else date.max
