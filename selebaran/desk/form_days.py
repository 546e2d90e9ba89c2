"""The days of an RRULE, for a form: it offers and judges single days of a rule that nobody types on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from selebaran.model.record import Time
from selebaran.model.recurrence import WITHIN, Recurrence
from selebaran.model.rrule import end_of
from selebaran.model.zone import tz_of

CLOCK: TypeAdapter[time] = TypeAdapter(Time)


def ruled_days(event: Mapping[str, Any], zone: str) -> Mapping[str, Any]:
    """Under `hari`, the days on which an event comes by its RRULE: `jarak`, days between each and the next, from its
    first one on, and `batas`, the day up to which they are told where the rule has no end, else "". Nothing for an
    event without one, or whose day is written as a span."""
    told = event.get(WITHIN)
    rule = told.get("rrule") if isinstance(told, Mapping) else None
    try:
        first = date.fromisoformat(str(event.get("tanggal")))
        start = CLOCK.validate_python(event.get("mulai"))
        by_rule = Recurrence.model_validate({"rrule": rule}).rule(first, start, tz_of(zone))
    except (ValueError, ValidationError):
        return {}
    half = end_of(first)
    last = end_of(half)
    days = by_rule.days(first, half)
    if not by_rule.ends:
        days += by_rule.days(first, last, half + timedelta(days=1))
    gaps = [(later - sooner).days for sooner, later in pairwise(days)]
    return {"hari": {"jarak": gaps, "batas": "" if by_rule.ends else str(last)}} if days[:1] == [first] else {}
