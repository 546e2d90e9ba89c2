"""Events that come again: every week, every month on the same weekday of the same week, or as an RRULE says."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.record import Date, Form, Record
from selebaran.model.rrule import LAST, Rule, RuleFault, end_of, read_rule

NEARBY = 62
"""Days before and after one that was meant, where another rule may have it."""
FURTHEST = date.max.toordinal()
RRULE = Form("(RRULE:)?[A-Za-z]+=[A-Za-z0-9=;,+-]+", "rrule-tidak-terbaca")


def _rule(value: Any) -> Any:
    if isinstance(value, str):
        try:
            read_rule(value)
        except RuleFault as fault:
            raise PydanticCustomError("rrule-tidak-terbaca", "", {"bagian": str(fault)}) from None
    return value


RuleText = Annotated[str, StringConstraints(min_length=1, max_length=200), BeforeValidator(_rule), RRULE]


Every = Literal["pekan", "2 pekan", "3 pekan", "4 pekan", "bulan", "2 bulan", "3 bulan", "6 bulan"]


def week_of_month(day: date) -> int:
    """1 to 4, or `LAST` for a day in the fifth week: months without a fifth have a last one."""
    week = (day.day - 1) // 7 + 1
    return week if week < 5 else LAST


class Recurrence(Record):
    """How often an event comes again after its first day, and until when, if it ends: in two words, or as an RRULE."""

    every: Every | None = Field(None, alias="tiap")
    until: Date | None = Field(None, alias="sampai")
    rrule: RuleText | None = Field(None, alias="rrule")
    left_out: tuple[Date, ...] = Field((), alias="kecuali")

    @model_validator(mode="after")
    def _one_way(self) -> Recurrence:
        if bool(self.rrule) == bool(self.every) or (self.rrule and self.until):
            raise PydanticCustomError("ulang-tidak-lengkap", "")
        return self

    def rule(self, first: date) -> Rule:
        """The rule of an event that begins on `first`."""
        if self.rrule:
            return read_rule(self.rrule)
        count, _, unit = (self.every or "").rpartition(" ")
        interval = int(count or 1)
        if unit == "pekan":
            return Rule("WEEKLY", interval, ((0, first.weekday()),), until=self.until)
        return Rule("MONTHLY", interval, ((week_of_month(first), first.weekday()),), until=self.until)

    def days(self, first: date, last: date, since: date = date.min) -> tuple[date, ...]:
        """The days of an event that begins on `first`, up to `last`, without those that are left out; of one without
        an end those from `since` on."""
        return tuple(day for day in self.rule(first).days(first, last, since) if day not in self.left_out)

    def check(self, first: date) -> None:
        """Raise the fault of an event that begins on `first` and can't come again as told here."""
        rule = self.rule(first)
        if rule.until and rule.until <= first:
            raise PydanticCustomError("ulang-terbalik", "", {"sampai": str(rule.until), "tanggal": str(first)})
        if rule.until and rule.until > end_of(first):
            raise PydanticCustomError(
                "ulang-terlalu-lama", "", {"sampai": str(rule.until), "batas": str(end_of(first))}
            )
        days = rule.days(first, end_of(first))
        if first not in days:
            maksud = str(days[0]) if days else ""
            raise PydanticCustomError("rrule-lain-hari", "", {"tanggal": str(first), "maksud": maksud})
        for stray in (day for day in self.left_out if day not in (days if rule.ends else rule.days(first, day, day))):
            near = min(days if rule.ends else _around(rule, first, stray), key=lambda day: (abs(day - stray), day))
            raise PydanticCustomError("kecuali-bukan-hari", "", {"isi": str(stray), "maksud": str(near)})


def _around(rule: Rule, first: date, day: date) -> list[date]:
    """Days of a rule without an end in the months about a day; its first one where there are none."""
    since, last = (date.fromordinal(min(max(day.toordinal() + days, 1), FURTHEST)) for days in (-NEARBY, NEARBY))
    return rule.days(first, last, max(since, first)) or [first]
