"""Until when a sheet may be relied on: what it prints of that, and what is true of it on a later day.

A sheet is good while everything on it is: each fact until the day before it ends or is due to be checked again, an
event until its day, an office or a place for a year after somebody checked it, the code until the name is paid to which
it leads. The soonest of these days is the sheet's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from selebaran.compose.page.unchecked import Checked
from selebaran.compose.template.views import Value
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition, Verdict


def good_until(
    facts: Iterable[str],
    register: FactRegister,
    event_on: date | None,
    paid_until: date | None = None,
    checked: Iterable[Checked] = (),
) -> date | None:
    """The last day of a sheet that uses these facts, tells of an event on `event_on` and shows what was `checked`, of a
    site whose name is `paid_until` a day; None where nothing ends."""
    known = (register.by_id[name].good_until for name in facts if name in register.by_id)
    days = (*known, *(entry.good_until for entry in checked), event_on, paid_until)
    return min((last for last in days if last), default=None)


def places_in(words: str, fields: Iterable[str], entries: Iterable[Checked]) -> tuple[str, ...]:
    """The places and people that a sheet with these words names, of those whose lists it read."""
    read = tuple(fields)
    named = {one.name for one in entries if not one.is_office and " ".join(one.name.split()) in words}
    listed = {one.name for one in entries if any(name.startswith(one.fields) for name in read)}
    return tuple(sorted(named & listed))


def shown_by(fields: Iterable[str], places: Collection[str], entries: Iterable[Checked]) -> tuple[Checked, ...]:
    """What a sheet shows of the district that grows old: offices by the fields that it states, others by name."""
    stated = tuple(fields)
    return tuple(one for one in entries if one.name in places or (one.is_office and _states(stated, one)))


def _states(fields: Iterable[str], office: Checked) -> bool:
    return any(name.startswith(office.fields) for name in fields)


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


def edition_until(edition: PaperEdition, register: FactRegister, entries: Iterable[Checked] = ()) -> date | None:
    """The last day of an edition in circulation as register and district say it now: a recheck prolongs it, no event
    does."""
    return good_until(
        edition.stated, register, edition.event_on, checked=shown_by(edition.fields, edition.places, entries)
    )


def within(verdict: Verdict, paid_until: date | None) -> Verdict:
    """A verdict whose last day is none on which the name of the site may be another's."""
    if paid_until is None or verdict.state not in ("benar", "lebih-baru"):
        return verdict
    return replace(verdict, until=min(verdict.until or paid_until, paid_until))
