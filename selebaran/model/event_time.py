"""When in a day an event begins and ends, as offices write it: 08.00, 24.00, "sampai selesai", all day."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from selebaran.model.record import TIME, Form, clock

ALL_DAY = "sepanjang hari"
OPEN = "selesai"
"""The word for an end that nobody knows yet: sampai selesai."""
MIDNIGHT = "24[.:]00( *([Ww][Ii][Bb]|[Ww][Ii][Tt][Aa]?))?"
DAY = timedelta(days=1)
LONGEST_NIGHT = timedelta(hours=12)
"""What ends on the next day has ended by then: more is a slip of the hand, or has a day on which it ends."""
START = Form(f"{TIME.pattern}|[Ss]epanjang [Hh]ari|[Ss]ehari penuh", TIME.code, TIME.types, TIME.below)
ENDING = Form(
    rf"{TIME.pattern}|{MIDNIGHT}|([Ss]ampai |[Ss]\.?[dD]\.? )?[Ss]elesai", TIME.code, TIME.types, TIME.below and 25
)


def _start(value: Any) -> Any:
    if isinstance(value, str) and value.strip().lower() in (ALL_DAY, "sehari penuh"):
        return None
    return clock(value) if isinstance(value, str) else value


def _ending(value: Any) -> Any:
    """From midnight on; the same hour of the next day is not told from that of the first."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(MIDNIGHT, value.strip()):
        return DAY
    if re.fullmatch(ENDING.pattern, value.strip()) and value.strip().lower().endswith(OPEN):
        return OPEN
    return since_midnight(clock(value))


Start = Annotated[time | None, BeforeValidator(_start), START]
"""None: all day."""
Ending = Annotated[timedelta | Literal["selesai"], BeforeValidator(_ending), ENDING]


def since_midnight(at: time) -> timedelta:
    """A time as what has passed of its day."""
    return timedelta(hours=at.hour, minutes=at.minute)


def length(start: time | None, end: timedelta | str | None) -> timedelta | None:
    """How long it lasts; None where nobody knows. What ends before it begins ends on the next day."""
    if start is None:
        return DAY
    if not isinstance(end, timedelta):
        return None
    begins = since_midnight(start)
    return end - begins if end > begins else end + DAY - begins


def check_hours(start: time | None, end: timedelta | str | None) -> None:
    """Raise the fault of hours that can't be meant."""
    lasts = length(start, end)
    is_next_day = start is not None and isinstance(end, timedelta) and end <= since_midnight(start)
    if (start is None and end is not None) or (is_next_day and lasts and lasts >= LONGEST_NIGHT):
        values = {"mulai": f"{start:%H.%M}" if start else ALL_DAY, "selesai": written(end)}
        raise PydanticCustomError("jam-terbalik", "", values)


def written(end: timedelta | str | None) -> str:
    """12.00, 24.00, selesai"""
    if not isinstance(end, timedelta):
        return end or ""
    minutes = int(end.total_seconds()) // 60
    return f"{minutes // 60:02}.{minutes % 60:02}"
