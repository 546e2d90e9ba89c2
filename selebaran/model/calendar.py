"""What calendars on phones were told of each event: so that one that changes, or is called off, changes there too."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date, time, tzinfo

from pydantic import Field

from selebaran.model.event import Event, EventId
from selebaran.model.event_time import ALL_DAY, Start
from selebaran.model.record import Date, Record, ShortText, Text, YesNo

NOT_TOLD = {"id", "organiser"}
"""What of an event a calendar doesn't show."""
MOST_CHANGES = 100_000


class CalendarEntry(Record):
    """An event as a publication told of it. `sequence` counts its changes (RFC 5545, 3.8.7.4), `last` is its last day
    if it ends; `gone`: it isn't in jadwal.yml any more, before its last day has come."""

    id: EventId = Field(alias="id")
    sequence: int = Field(alias="urutan", ge=0, le=MOST_CHANGES)
    published: Date = Field(alias="terbit")
    digest: Text = Field(alias="sidik", pattern=r"^[0-9a-f]{16}$")
    title: ShortText = Field(alias="judul")
    day: Date = Field(alias="tanggal")
    start: Start = Field(alias="mulai")
    last: Date | None = Field(None, alias="terakhir")
    gone: YesNo = Field(False, alias="dicabut")

    def written(self) -> dict[str, str | int]:
        """As it stands in the file."""
        told: dict[str, str | int | None] = {
            "id": self.id,
            "urutan": self.sequence,
            "terbit": self.published.isoformat(),
            "sidik": self.digest,
            "judul": self.title,
            "tanggal": self.day.isoformat(),
            "mulai": f"{self.start:%H.%M}" if self.start else ALL_DAY,
            "terakhir": self.last.isoformat() if self.last else None,
            "dicabut": "ya" if self.gone else None,
        }
        return {name: value for name, value in told.items() if value is not None}


class CalendarLedger(Record):
    """districts/_edisi/<slug>-kalender.yml: what was told of each event, the oldest first."""

    entries: tuple[CalendarEntry, ...] = Field((), alias="kegiatan")


def entries_today(
    events: Iterable[Event], told: Iterable[CalendarEntry], tz: tzinfo, as_of: date
) -> dict[str, CalendarEntry]:
    """What calendars are to be told on a day, by the event's id: what they were told already where nothing changed."""
    before = {entry.id: entry for entry in told}
    now = {str(event.id): _entry(event, before.get(str(event.id)), tz, as_of) for event in events}
    gone = {name: _withdrawn(entry, as_of) for name, entry in before.items() if name not in now}
    return now | gone


def _entry(event: Event, before: CalendarEntry | None, tz: tzinfo, as_of: date) -> CalendarEntry:
    digest = _digest(event)
    if before and before.digest == digest and not before.gone:
        return before
    return CalendarEntry.model_construct(
        id=str(event.id),
        sequence=before.sequence + 1 if before else 0,
        published=as_of,
        digest=digest,
        title=event.title,
        day=event.day,
        start=event.start,
        last=_last(event, tz),
        gone=False,
    )


def _withdrawn(entry: CalendarEntry, as_of: date) -> CalendarEntry:
    """What is deleted when it is over was not called off."""
    if entry.gone or (entry.last and entry.last < as_of):
        return entry
    return entry.model_copy(update={"sequence": entry.sequence + 1, "published": as_of, "gone": True})


def _digest(event: Event) -> str:
    content = {name: repr(value) for name, value in event if name not in NOT_TOLD}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def _last(event: Event, tz: tzinfo) -> date | None:
    if event.recurrence is None:
        return event.day + event.span
    rule = event.recurrence.rule(event.day, event.start or time(), tz)
    days = [*(rule.days(event.day, date.max) if rule.ends else ()), *(move.to for move in event.recurrence.moved)]
    return max(days, default=event.day) + event.span if rule.ends else None
