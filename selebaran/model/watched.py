"""A day that notes on which other days all that was asked of it would have been answered the same.

Whether an event is over, a fact due or a check a year old is asked by comparing days. What was made as of a day is also
what would be made as of another, as long as each comparison gives the same; only where the day itself is shown would
another one stand. Who shows it takes it by `plain_day`. Whatever else is asked of a day (its month, its name) is
answered for that one alone. Unnoticed remain what Python's own C code reads of a day, as `datetime.combine` does, and
that a table or a set hasn't it: no watched day may be asked for there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, SupportsIndex


@dataclass
class Span:
    """The days, the first and the last among them, on which the same would have been answered so far."""

    day: date
    first: date = date.min
    last: date = date.max

    def turns(self, on: int) -> None:
        """From this day on (by its number) it is otherwise than before."""
        if on > self.day.toordinal():
            self.last = min(self.last, date.fromordinal(min(on - 1, date.max.toordinal())))
        else:
            self.first = max(self.first, date.fromordinal(max(on, 1)))

    def alone(self) -> None:
        """On every other day it is otherwise."""
        self.first = self.last = self.day

    def narrow(self, first: date, last: date) -> None:
        """On days before the first and after the last it may be otherwise."""
        self.first, self.last = max(self.first, first), min(self.last, last)


class WatchedDay(date):
    """The day of a span, or one that is so many days `ahead` of it. Comparing it narrows the span."""

    span: Span
    ahead: int

    @classmethod
    def of(cls, span: Span, ahead: int = 0) -> WatchedDay:
        """The day of a span, or so many days later."""
        plain = span.day + timedelta(days=ahead)
        watched = cls(plain.year, plain.month, plain.day)
        watched.span, watched.ahead = span, ahead
        return watched

    @property
    def plain(self) -> date:
        """The day, of which nobody notes anything."""
        return self.span.day + timedelta(days=self.ahead)

    @property
    def same(self) -> tuple[date, date]:
        """The first and the last day on which all was answered the same so far; of a day ahead, that day alone."""
        return (self.plain, self.plain) if self.ahead else (self.span.first, self.span.last)

    def narrow(self, first: date, last: date) -> None:
        """On days before the first and after the last it may be otherwise."""
        if self.ahead:
            self.span.alone()
        self.span.narrow(first, last)

    def _meets(self, other: object, *turns: int) -> None:
        """Note a comparison with a day, whose answer turns so many days after that. Two days of a span go along."""
        if isinstance(other, WatchedDay):
            if other.span is not self.span:
                self.span.alone()
                other.span.alone()
        elif isinstance(other, date) and not isinstance(other, datetime):
            for days in turns:
                self.span.turns(other.toordinal() + days - self.ahead)

    def __lt__(self, other: Any) -> bool:
        self._meets(other, 0)
        return self.plain < plain_day(other)

    def __le__(self, other: Any) -> bool:
        self._meets(other, 1)
        return self.plain <= plain_day(other)

    def __gt__(self, other: Any) -> bool:
        self._meets(other, 1)
        return self.plain > plain_day(other)

    def __ge__(self, other: Any) -> bool:
        self._meets(other, 0)
        return self.plain >= plain_day(other)

    def __eq__(self, other: object) -> bool:
        self._meets(other, 0, 1)
        return self.plain == (plain_day(other) if isinstance(other, date) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.plain)  # what is kept under it is kept for its span: another day is compared besides

    def __add__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return WatchedDay.of(self.span, self.ahead + other.days)
        return self._alone() + other

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return WatchedDay.of(self.span, self.ahead - other.days)
        return self._alone() - plain_day(other)

    def __rsub__(self, other: Any) -> Any:
        return plain_day(other) - self._alone()

    def _alone(self) -> date:
        self.span.alone()
        return self.plain

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        return self._alone().__reduce_ex__(protocol)


def _asked(name: str) -> Any:
    """What is answered for one day alone."""
    of_date = getattr(date, name)
    if callable(of_date):
        return lambda self, *given, **named: getattr(self._alone(), name)(*given, **named)
    return property(lambda self: getattr(self._alone(), name))


for _name in (
    *("year", "month", "day", "ctime", "isocalendar", "isoformat", "isoweekday", "replace", "strftime", "timetuple"),
    *("toordinal", "weekday", "__format__", "__repr__", "__str__"),
):
    setattr(WatchedDay, _name, _asked(_name))


def plain_day(day: date) -> date:
    """The day itself, to be shown where another day's build shows its own."""
    return day.plain if isinstance(day, WatchedDay) else day
