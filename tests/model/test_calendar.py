"""What calendars are told of an event, from one publication to the next."""

from __future__ import annotations

from datetime import date

from selebaran.model.calendar import CalendarEntry, CalendarLedger, entries_today
from selebaran.model.event import Event, with_ids
from selebaran.model.zone import tz_of

WIB = tz_of("WIB")
FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 28)


def event(**given: object) -> Event:
    told = {"judul": "Pos", "jenis": "x", "tanggal": "2026-12-03", "mulai": "08.30", "tempat": "Pasar", "id": "pos"}
    return Event.model_validate(told | given)


def told_first() -> tuple[CalendarEntry, ...]:
    return tuple(entries_today((event(),), (), WIB, FIRST).values())


def test_an_event_that_stays_as_it_is_keeps_its_number_and_day() -> None:
    assert tuple(entries_today((event(),), told_first(), WIB, SECOND).values()) == told_first()


def test_an_event_that_changes_gets_the_next_number() -> None:
    for change in ({"mulai": "09.00"}, {"batal": "ya"}, {"tempat": "Balai Desa"}, {"tanggal": "2026-12-04"}):
        found = entries_today((event(**change),), told_first(), WIB, SECOND)["pos"]
        assert (found.sequence, found.published) == (1, SECOND), change


def test_an_event_that_vanishes_before_its_day_is_called_off_and_one_that_is_over_is_not() -> None:
    gone = entries_today((), told_first(), WIB, SECOND)["pos"]
    assert (gone.gone, gone.sequence) == (True, 1)
    assert tuple(entries_today((), told_first(), WIB, date(2026, 12, 4)).values()) == told_first()


def test_an_event_that_comes_back_is_told_again() -> None:
    gone = tuple(entries_today((), told_first(), WIB, SECOND).values())
    back = entries_today((event(),), (*told_first(), *gone), WIB, date(2026, 11, 29))["pos"]
    assert (back.gone, back.sequence) == (False, 2)


def test_an_entry_is_read_as_it_was_written() -> None:
    entries = (*told_first(), *entries_today((event(id="malam", mulai="sepanjang hari"),), (), WIB, FIRST).values())
    assert CalendarLedger.model_validate({"kegiatan": [one.written() for one in entries]}).entries == entries


def test_an_event_without_an_id_gets_one_that_no_other_has() -> None:
    bare = event(id=None)
    assert [one.id for one in with_ids((bare, event(), bare))] == ["pos-2026-12-03", "pos", "pos-2026-12-03-2"]
