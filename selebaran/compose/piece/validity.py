"""Until when a sheet may be relied on: what it prints of that, and what is true of it on a later day.

A sheet is good while everything on it is: each fact until the day before it ends or is due to be checked again, an
event until its day, the code until the name is paid to which it leads. The soonest of these days is the sheet's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from selebaran.compose.template.views import Value
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition, Verdict


def good_until(
    facts: Iterable[str], register: FactRegister, event_on: date | None, paid_until: date | None = None
) -> date | None:
    """The last day of a sheet that uses these facts and tells of an event on `event_on`, of a site whose name is
    `paid_until` a day; None where nothing ends."""
    known = (register.by_id[name].good_until for name in facts if name in register.by_id)
    return min((last for last in (*known, event_on, paid_until) if last), default=None)


def event_in(words: str, events: Value) -> date | None:
    """The day of the first event that a sheet with these words tells of, title and day. `events` are the district's as
    templates see them. A sheet shows few events, and says so by their words in whatever list its template reads."""
    assert isinstance(events, tuple)
    days = (_day_of(event, words) for event in events)
    return min((on for on in days if on), default=None)


def _day_of(event: Value, words: str) -> date | None:
    assert not isinstance(event, str | int | tuple | None)
    told = [" ".join(str(event[key]).split()) for key in ("judul", "tanggal")]
    return date.fromisoformat(str(event["hari_terakhir"])) if all(text in words for text in told) else None


def edition_until(edition: PaperEdition, register: FactRegister) -> date | None:
    """The last day of an edition in circulation as the register says it now: a recheck prolongs it, no event does."""
    return good_until(edition.stated, register, edition.event_on)


def within(verdict: Verdict, paid_until: date | None) -> Verdict:
    """A verdict whose last day is none on which the name of the site may be another's."""
    if paid_until is None or verdict.state not in ("benar", "lebih-baru"):
        return verdict
    return replace(verdict, until=min(verdict.until or paid_until, paid_until))
