"""Events that come again: every week, every month on the same weekday of the same week, or as an RRULE says; without
the days that are left out, with those that are cancelled, and those that moved."""

from __future__ import annotations

from datetime import date, time, tzinfo
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.event_time import Ending, check_hours
from selebaran.model.record import Date, Form, Record, ShortText, Text, Time
from selebaran.model.rrule import LAST, Rule, end_of
from selebaran.model.rrule_text import RuleFault, read_rule
from selebaran.model.ruled import Faults, Ruled, raised

WITHIN = "ulang"
"""The key of an event under which all this stands: faults name the whole way to what is wrong."""
NEARBY = 62
"""Days before and after one that was meant, where another rule may have it."""
FURTHEST = date.max.toordinal()
RRULE = Form(
    r"\s*(RRULE:|rrule:)?[A-Za-z]+=[A-Za-z0-9=;,+-]+(\s+(EXDATE|exdate)[A-Za-z0-9=;,:/_+-]+)*\s*", "rrule-tidak-terbaca"
)


def _rule(value: Any) -> Any:
    if isinstance(value, str):
        try:
            read_rule(value)
        except RuleFault as fault:
            raise PydanticCustomError("rrule-tidak-terbaca", "", {"bagian": str(fault)}) from None
    return value


RuleText = Annotated[str, StringConstraints(min_length=1, max_length=1000), BeforeValidator(_rule), RRULE]


Every = Literal["pekan", "2 pekan", "3 pekan", "4 pekan", "bulan", "2 bulan", "3 bulan", "6 bulan"]


def week_of_month(day: date) -> int:
    """1 to 4, or `LAST` for a day in the fifth week: months without a fifth have a last one."""
    week = (day.day - 1) // 7 + 1
    return week if week < 5 else LAST


class Move(Ruled):
    """One day of an event that comes again, moved: to another day, or the same at another time or place."""

    RULES = ("_ends_after_start",)

    day: Date = Field(alias="dari")
    to: Date = Field(alias="ke")
    start: Time | None = Field(None, alias="mulai")
    end: Ending | None = Field(None, alias="selesai")
    venue: ShortText | None = Field(None, alias="tempat")
    note: Text | None = Field(None, alias="catatan")

    def _ends_after_start(self, context: Any) -> Faults:
        if self.start:
            yield from raised(check_hours, self.start, self.end)


class Recurrence(Record):
    """How often an event comes again after its first day, and until when, if it ends: in two words, or as an RRULE."""

    every: Every | None = Field(None, alias="tiap")
    until: Date | None = Field(None, alias="sampai")
    rrule: RuleText | None = Field(None, alias="rrule")
    left_out: tuple[Date, ...] = Field((), alias="kecuali")
    cancelled: tuple[Date, ...] = Field((), alias="batal")
    moved: tuple[Move, ...] = Field((), alias="pindah")

    @model_validator(mode="after")
    def _one_way(self) -> Recurrence:
        if bool(self.rrule) == bool(self.every) or (self.rrule and self.until):
            raise PydanticCustomError("ulang-tidak-lengkap", "")
        return self

    def rule(self, first: date, start: time, tz: tzinfo) -> Rule:
        """The rule of an event that begins on `first` at `start`; what it leaves out is not in it."""
        if self.rrule:
            return read_rule(self.rrule).at(start, tz)
        count, _, unit = (self.every or "").rpartition(" ")
        interval = int(count or 1)
        if unit == "pekan":
            return Rule("WEEKLY", interval, ((0, first.weekday()),), until=self.until)
        return Rule("MONTHLY", interval, ((week_of_month(first), first.weekday()),), until=self.until)

    @property
    def moved_days(self) -> tuple[date, ...]:
        """The days that moved."""
        return tuple(move.day for move in self.moved)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves to be told of: where two meet at one hour of a day, they are one."""
        met = {(move.to, move.start): move for move in reversed(self.moved)}
        return tuple(move for move in self.moved if met[move.to, move.start] is move)

    @property
    def taken(self) -> frozenset[date]:
        """Days of its own onto which another one moved: that stands there instead, so that nobody comes twice, nor at
        the hour of one that isn't held."""
        return frozenset(move.to for move in self.moved) - {*self.moved_days}

    @property
    def called_off(self) -> tuple[date, ...]:
        """The days that are told as cancelled."""
        elsewhere = {*self.left_out, *self.moved_days, *self.taken}
        return tuple(day for day in self.cancelled if day not in elsewhere)

    def faults(self, first: date, start: time, tz: tzinfo) -> Faults:
        """Why an event that begins on `first` can't come again as told here. While its rule itself is wrong, nothing is
        said of single days."""
        rule = self.rule(first, start, tz)
        wrong = self._fault_of(rule, first)
        if wrong:
            yield wrong
        else:
            yield from self._strays(rule, first)

    def _fault_of(self, rule: Rule, first: date) -> PydanticCustomError | None:
        own = f"{WITHIN}.rrule" if self.rrule else f"{WITHIN}.sampai"
        if rule.until and rule.until <= first:
            values = {"sampai": str(rule.until), "tanggal": str(first), "di": own}
            return PydanticCustomError("ulang-terbalik", "", values)
        if rule.until and rule.until > end_of(first):
            values = {"sampai": str(rule.until), "batas": str(end_of(first)), "di": own}
            return PydanticCustomError("ulang-terlalu-lama", "", values)
        if first not in rule.days(first, first):
            days = rule.days(first, end_of(first))
            values = {"tanggal": str(first), "maksud": str(days[0]) if days else "", "di": own}
            return PydanticCustomError("rrule-lain-hari", "", values)
        return None

    def _strays(self, rule: Rule, first: date) -> Faults:
        """Named days on which the event isn't."""
        for key, named in (("kecuali", self.left_out), ("batal", self.cancelled), ("pindah", self.moved_days)):
            for number, stray in enumerate(named):
                if rule.days(first, stray, stray):
                    continue
                near = min(_around(rule, first, stray), key=lambda day: (abs(day - stray), day))
                at = f"{WITHIN}.{key}.{number}" + (".dari" if key == "pindah" else "")
                values = {"isi": str(stray), "maksud": str(near), "di": at}
                yield PydanticCustomError("kecuali-bukan-hari" if key == "kecuali" else "hari-ulang-lain", "", values)


def _around(rule: Rule, first: date, day: date) -> list[date]:
    """Days of a rule in the months about a day; where there are none, its first one and its last known."""
    since, last = (date.fromordinal(min(max(day.toordinal() + days, 1), FURTHEST)) for days in (-NEARBY, NEARBY))
    return rule.days(first, last, max(since, first)) or [first, *rule.days(first, end_of(first))[-1:]]
