"""On which days a site would be made the same, but for the day that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from selebaran.model.edition import Edition
from selebaran.model.watched import Span, WatchedDay
from selebaran.site.dated import Shown

TOLD = "daerah.kegiatan_per"
"""The field under which a text reads the day itself."""


@dataclass(frozen=True)
class Days:
    """The first and the last day on which a site would be the same but for the day, and where in its files this
    stands."""

    first: date
    last: date
    shown: Shown

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Watch:
    """Which day it is in districts, told so that whoever asks notes what it leads to: in one process, for all that is
    made there of one day."""

    def __init__(self) -> None:
        self._spans: dict[date, Span] = {}

    def of(self, day: date) -> WatchedDay:
        """A day, watched."""
        return WatchedDay.of(self._spans.setdefault(day, Span(day)))


def tells_day(edition: Edition) -> bool:
    """Whether a text of it reads the day itself."""
    return any(TOLD in page.usage.fields for page in edition.pages)


def days_of(edition: Edition, shown: Shown) -> Days | None:
    """On which days a site that was made just now would be the same; None where it is of one day alone."""
    if not isinstance(edition.as_of, WatchedDay) or not shown or tells_day(edition):
        return None
    span = edition.as_of.span
    return Days(span.first, span.last, shown) if span.first < span.last else None
