"""The text of a rule, as calendars copy it -> `Rule`, or the part of it that can't be taken; and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from selebaran.model.rrule import FREQUENCIES, WEEKDAYS, Moment, Rule
from selebaran.model.zone import ZONES

EXDATE = re.compile(r"EXDATE((?:;[A-Z]+=[A-Z0-9/_+-]+)*):([0-9TZ,]+)")
ZONE = re.compile(r";TZID=([A-Z0-9/_+-]+)")
NAMES = {name.upper(): name for name in (*ZONES.values(), "Asia/Pontianak")}
"""Zones of Indonesia, as a calendar may name them."""
MOMENT = re.compile(r"([0-9]{8})(T([0-9]{6})(Z?))?")
MOST_WEEKS = {"MONTHLY": 5, "YEARLY": 53}
"""The greatest number before a weekday, by frequency: the fifth Tuesday of a month; a month has no more."""


class RuleFault(ValueError):
    """A part of a rule that can't be read, or isn't taken here. The argument is the part."""


def read_rule(text: str) -> Rule:
    """A rule from its text, with or without "RRULE:" in front, and the EXDATE lines after it. Raises `RuleFault`."""
    first, *others = text.upper().split() or [""]
    values = _parts(first)
    frequency = values.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise RuleFault(f"FREQ={frequency}")
    rule = Rule(frequency, **{READERS[name][0]: _read(name, value) for name, value in values.items()})  # type: ignore[arg-type]
    _can_be_said(rule)
    return _simple(replace(rule, excluded=tuple(moment for line in others for moment in _left_out(line))))


def _parts(text: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for part in text.removeprefix("RRULE:").rstrip(";").split(";"):
        name, is_set, value = part.partition("=")
        if not is_set or not value or name in values or name not in {"FREQ", *READERS}:
            raise RuleFault(part)
        values[name] = value
    return values


def _read(name: str, value: str) -> object:
    try:
        return READERS[name][1](value)
    except ValueError:
        raise RuleFault(f"{name}={value}") from None


def _left_out(line: str) -> list[Moment]:
    found = EXDATE.fullmatch(line)
    try:
        moments = [_moment(part) for part in found[2].split(",")] if found else _refuse(line)
    except ValueError:
        raise RuleFault(line) from None
    zone = ZONE.search(line)
    return [_in_zone(moment, zone[1] if zone else "") for moment in moments]


def _in_zone(moment: Moment, name: str) -> Moment:
    """A local time as an instant, where its zone is one of Indonesia's: midnight there may be the evening before."""
    if not isinstance(moment, datetime) or moment.tzinfo or name not in NAMES:
        return moment
    return moment.replace(tzinfo=ZoneInfo(NAMES[name]))


def _refuse(part: str) -> list[Moment]:
    raise RuleFault(part)


def _can_be_said(rule: Rule) -> None:
    """Raise for a rule that the standard forbids, or that chooses among nothing."""
    chooses = rule.frequency != "DAILY" and (rule.weekdays or rule.month_days)
    faults = {
        "BYDAY": any(abs(week) > _most_weeks(rule) for week, _ in rule.weekdays),
        "BYMONTHDAY": rule.month_days and rule.frequency == "WEEKLY",
        "BYSETPOS": rule.positions and not chooses,
        "COUNT": rule.until and rule.count,
    }
    for part, is_wrong in faults.items():
        if is_wrong:
            raise RuleFault(part)


def _most_weeks(rule: Rule) -> int:
    """The greatest number that may stand before a weekday."""
    return MOST_WEEKS["MONTHLY"] if rule.frequency == "YEARLY" and rule.months else MOST_WEEKS.get(rule.frequency, 0)


def _simple(rule: Rule) -> Rule:
    """The same rule as people say it: every day from Monday to Friday is each of these every week, and the first of a
    month's Tuesdays is the first Tuesday."""
    if rule.frequency == "DAILY" and rule.interval == 1 and rule.weekdays and not rule.month_days:
        return replace(rule, frequency="WEEKLY")
    if rule.positions and _chooses_one_weekday(rule) and max(map(abs, rule.positions)) <= MOST_WEEKS["MONTHLY"]:
        day = rule.weekdays[0][1]
        return replace(rule, weekdays=tuple((position, day) for position in rule.positions), positions=())
    return rule


def _chooses_one_weekday(rule: Rule) -> bool:
    """Whether it names one weekday alone, of each month."""
    within_month = rule.frequency == "MONTHLY" or (rule.frequency == "YEARLY" and len(rule.months) == 1)
    return within_month and not rule.month_days and [week for week, _ in rule.weekdays] == [0]


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text) or not int(text):
        raise ValueError(text)
    return int(text)


def _moment(text: str) -> Moment:
    found = MOMENT.fullmatch(text)
    if not found:
        raise ValueError(text)
    day = date.fromisoformat(found[1])
    if not found[2]:
        return day
    moment = datetime.strptime(f"{found[1]}{found[3]}", "%Y%m%d%H%M%S")
    return moment.replace(tzinfo=UTC) if found[4] else moment


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = [re.fullmatch(r"([+-]?[1-9][0-9]?)?([A-Z]{2})", part) for part in text.split(",")]
    pairs = [(int(one[1] or 0), WEEKDAYS.index(one[2])) for one in found if one]
    if len(pairs) < len(found):
        raise ValueError(text)
    return tuple(dict.fromkeys(pairs))


def _numbers(text: str, most: int, *, signed: bool = True) -> tuple[int, ...]:
    sign = "[+-]?" if signed else ""
    parts = text.split(",")
    numbers = tuple(dict.fromkeys(int(part) for part in parts if re.fullmatch(f"{sign}[0-9]{{1,3}}", part)))
    if not all(re.fullmatch(f"{sign}[0-9]{{1,3}}", part) for part in parts):
        raise ValueError(text)
    if not all(1 <= abs(number) <= most for number in numbers):
        raise ValueError(text)
    return numbers


READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _number),
    "BYDAY": ("weekdays", _weekdays),
    "BYMONTHDAY": ("month_days", lambda text: _numbers(text, 31)),
    "BYMONTH": ("months", lambda text: _numbers(text, 12, signed=False)),
    "BYSETPOS": ("positions", lambda text: _numbers(text, 366)),
    "WKST": ("week_start", WEEKDAYS.index),
    "UNTIL": ("until", _moment),
    "COUNT": ("count", _number),
}
"""The parts that are taken beside FREQ: the field of `Rule`, and what reads its value."""


def write_rule(rule: Rule, until: str = "") -> str:
    """A rule as calendars read it; `until` is its end in the form that its first day asks for."""
    days = [f"{week or ''}{WEEKDAYS[day]}" for week, day in rule.weekdays]
    parts = {
        "FREQ": rule.frequency,
        "INTERVAL": str(rule.interval) if rule.interval > 1 else "",
        "BYMONTH": _joined(rule.months),
        "BYMONTHDAY": _joined(rule.month_days),
        "BYDAY": ",".join(days),
        "BYSETPOS": _joined(rule.positions),
        "WKST": WEEKDAYS[rule.week_start] if rule.week_start else "",
        "UNTIL": until,
        "COUNT": str(rule.count or ""),
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))
