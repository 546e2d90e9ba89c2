"""Events that come again: every week, or every month on the same weekday of the same week."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from pydantic import Field
from pydantic_core import PydanticCustomError

from selebaran.model.record import Date, Record

LAST = -1
"""The week of the month that a fifth week stands for: months without a fifth have a last one."""


def week_of_month(day: date) -> int:
    """1 to 4, or `LAST` for a day in the fifth week."""
    week = (day.day - 1) // 7 + 1
    return week if week < 5 else LAST


class Recurrence(Record):
    """How often an event comes again after its first day, and until when."""

    every: Literal["pekan", "bulan"] = Field(alias="tiap")
    until: Date = Field(alias="sampai")
    left_out: tuple[Date, ...] = Field((), alias="kecuali")

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """All days of an event that begins on `first`, up to `last`, without those that are left out."""
        return tuple(day for day in self.every_day(first, last) if day not in self.left_out)

    def every_day(self, first: date, last: date) -> list[date]:
        """The days as `days` gives them, and those that are left out."""
        until = datetime.combine(min(last, self.until), time())
        start = datetime.combine(first, time())
        if self.every == "pekan":
            rule = rrule(WEEKLY, dtstart=start, until=until)
        else:
            rule = rrule(MONTHLY, dtstart=start, until=until, byweekday=weekday(first.weekday(), week_of_month(first)))
        return [moment.date() for moment in rule]

    def check(self, first: date) -> None:
        """Raise the fault of an event that begins on `first` and can't come again as told here."""
        if self.until <= first:
            raise PydanticCustomError("ulang-terbalik", "", {"sampai": str(self.until), "tanggal": str(first)})
        days = set(self.every_day(first, self.until)) if self.left_out else set()
        for stray in (day for day in self.left_out if day not in days):
            near = min(days, key=lambda day: (abs(day - stray), day))
            raise PydanticCustomError("kecuali-bukan-hari", "", {"isi": str(stray), "maksud": str(near)})
