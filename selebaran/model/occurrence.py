"""An event on one of the days on which it is: an event that comes again has many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from selebaran.model.event import Event
from selebaran.model.event_time import length
from selebaran.model.recurrence import Move, Recurrence


@dataclass(frozen=True)
class Occurrence:
    """An event from the day `day` to `last`. `move` is what moved it there, from the day `move.day`."""

    event: Event
    day: date
    cancelled: bool = False
    move: Move | None = None

    @property
    def is_told_apart(self) -> bool:
        """Whether people who know the event's days have to be told of this one: it is cancelled, or moved."""
        return self.move is not None or (self.cancelled and not self.event.cancelled)

    @property
    def last(self) -> date:
        """The last day on which it begins: what ends after midnight belongs to the evening before."""
        return self.day + self.event.span

    @property
    def start(self) -> time | None:
        """None: all day."""
        return self.move.start if self.move and self.move.start else self.event.start

    @property
    def end(self) -> timedelta | str | None:
        """As `Event.end`: one that moved to another hour has that hour's end, or none."""
        if self.move and (self.move.start or self.move.end is not None):
            return self.move.end
        return self.event.end

    @property
    def venue(self) -> str:
        """Where it is on this day."""
        return (self.move.venue if self.move else None) or self.event.venue

    @property
    def note(self) -> str | None:
        """What is said of this day."""
        return (self.move.note if self.move else None) or self.event.note

    def begins(self, tz: tzinfo) -> datetime:
        """The instant at which its first day begins."""
        return datetime.combine(self.day, self.start or time(), tz)

    def over(self, tz: tzinfo) -> datetime:
        """The instant at which its last day is over: where nobody knows the end, midnight."""
        lasts = length(self.start, self.end)
        if lasts is None:
            return datetime.combine(self.last, time(), tz) + timedelta(days=1)
        return datetime.combine(self.last, self.start or time(), tz) + lasts


def occurrences(event: Event, tz: tzinfo, last: date, since: date = date.min) -> tuple[Occurrence, ...]:
    """The days of an event up to `last` that aren't over before `since`, in order."""
    told = event.recurrence
    found = _again(event, told, tz, last, since) if told else [Occurrence(event, event.day, event.cancelled)]
    shown = [one for one in found if one.last >= since and one.day <= last]
    return tuple(sorted(shown, key=lambda one: (one.day, one.start or time())))


def _again(event: Event, told: Recurrence, tz: tzinfo, last: date, since: date) -> list[Occurrence]:
    rule = told.rule(event.day, event.start or time(), tz)
    elsewhere = {*told.left_out, *told.moved_days, *told.taken}
    begin = since - event.span if since.toordinal() > event.span.days else since
    regular = (day for day in rule.days(event.day, last, begin) if day not in elsewhere)
    found = [Occurrence(event, day, event.cancelled or day in told.cancelled) for day in regular]
    return found + [Occurrence(event, move.to, event.cancelled, move) for move in told.moves]
