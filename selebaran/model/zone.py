"""The three time zones of Indonesia (Keppres 41/1987), and in which of them a file is read."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any, Literal
from zoneinfo import ZoneInfo

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""Their names in the tz database, from west to east; each is an hour ahead of the one before."""
Zone = Literal["WIB", "WITA", "WIT"]
MIDDLE: Zone = "WITA"
"""What a file is read in as long as nobody knows where its district lies."""


def tz_of(zone: str) -> tzinfo:
    """A zone that can be reckoned with."""
    return ZoneInfo(ZONES[zone])


def zone_read_in(context: Any) -> tzinfo:
    """The zone of the file that is read: the third of the things that it is read with."""
    zone: str | None = context[2] if context and len(context) > 2 else None
    return tz_of(zone if zone in ZONES else MIDDLE)
