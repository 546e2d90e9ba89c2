"""The calendars of a site, read back by another library than the one that wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
import vobject

from selebaran.compose.district.calendars import CalendarSource, calendars
from selebaran.compose.district.events import days_of
from selebaran.model.calendar import CalendarEntry, entries_today
from selebaran.model.event import Event
from selebaran.model.registry import Registry
from selebaran.model.zone import tz_of
from tests.conftest import DEMO

NOW, LAST = date(2026, 11, 28), date(2028, 11, 28)
WIB = tz_of("WIB")
KINDS = {
    "penyuluhan": "Penyuluhan",
    "pos_pendaftaran": "Pos pendaftaran",
    "posyandu": "Posyandu",
    "cek_status": "Cek status",
    "hari_jkn": "Hari JKN",
    "pelatihan": "Pelatihan",
}


def event(**given: object) -> Event:
    told = {"id": "pos", "judul": "Pos; a, b", "jenis": "posyandu", "tanggal": "2026-12-03", "mulai": "06.30"}
    return Event.model_validate(told | {"selesai": "09.00", "tempat": "Pasar\\Pagi"} | given)


def written(registry: Registry, events: tuple[Event, ...], told: Iterable[CalendarEntry] = ()) -> dict[str, bytes]:
    folder = replace(registry.districts[DEMO], events=events)
    entries = entries_today(events, told, WIB, NOW)
    return calendars(CalendarSource(folder, entries, "jadwal", KINDS, "https://x.example/", "", "Kegiatan"))


def parts(calendar: bytes) -> list[Any]:
    found: list[Any] = vobject.readOne(calendar.decode()).contents.get("vevent", [])
    return found


def days_read(calendar: bytes) -> list[date]:
    """The days on which a phone shows something, as the other library reads them."""
    main, *others = parts(calendar)
    rules = main.getrruleset(addRDate=True)
    zone = getattr(main.dtstart.value, "tzinfo", None)
    begin, end = (datetime(year, 11, 28, tzinfo=zone) for year in (2025, 2028))
    moments = list(rules.between(begin, end, inc=True)) if rules else [main.dtstart.value]
    days = [day_in(moment) for moment in moments]
    for part in others:
        days.remove(day_in(part.recurrence_id.value))
        if part.status.value != "CANCELLED":
            days.append(day_in(part.dtstart.value))
    return sorted(days)


def day_in(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


MET = [{"dari": day, "ke": "2026-12-17"} for day in ("2026-12-10", "2026-12-24")]
RULES = [
    {"tiap": "pekan", "sampai": "2027-01-31"},
    {"tiap": "2 pekan", "sampai": "2027-01-31", "kecuali": ["2026-12-17"]},
    {"tiap": "bulan", "sampai": "2027-06-30", "batal": ["2027-01-07"]},
    {"tiap": "pekan", "sampai": "2027-01-31", "pindah": [{"dari": "2026-12-10", "ke": "2026-12-11"}]},
    {"tiap": "pekan", "sampai": "2027-01-31", "pindah": [{"dari": "2026-12-10", "ke": "2026-12-17", "mulai": "13.00"}]},
    {"tiap": "pekan", "batal": ["2026-12-17"], "sampai": "2027-01-31", "pindah": MET},
    {"rrule": "FREQ=WEEKLY;UNTIL=20261229T233000Z;BYDAY=TU,TH"},
    {"rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;COUNT=9"},
    {"rrule": "FREQ=WEEKLY;COUNT=6;WKST=SU EXDATE:20261209T233000Z"},
    {"rrule": "FREQ=YEARLY;BYMONTH=6,12;BYDAY=1TH;COUNT=3"},
]


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("start", ["06.30", "sepanjang hari"])
def test_another_library_reads_the_days_that_pages_show(registry: Registry, rule: dict[str, Any], start: str) -> None:
    again = event(ulang=rule, mulai=start, **({"selesai": None} if start != "06.30" else {}))
    shown = [one.day for one in days_of(again, WIB, LAST, date.min) if not one.cancelled]
    assert days_read(written(registry, (again,))["jadwal/pos/kalender.ics"]) == shown


def test_an_event_is_told_with_its_zone_its_id_and_its_text(registry: Registry) -> None:
    calendar = written(registry, (event(koordinat="-6.11, 106.15"),))["jadwal/kalender.ics"]
    assert b"TZID:Asia/Jakarta" in calendar
    assert b"TZOFFSETTO:+0700" in calendar
    (part,) = parts(calendar)
    assert part.uid.value == f"pos@{DEMO}"
    assert part.summary.value == "Pos; a, b"
    assert part.dtstart.value.isoformat() == "2026-12-03T06:30:00+07:00"
    assert part.dtend.value.isoformat() == "2026-12-03T09:00:00+07:00"
    assert part.url.value == "https://x.example/jadwal/pos/"
    assert part.status.value == "CONFIRMED"
    assert "Pasar\\Pagi" in part.location.value
    assert part.geo.value == "-6.11;106.15"


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ({"mulai": "22.00", "selesai": "01.00"}, "2026-12-04T01:00:00+07:00"),
        ({"mulai": "20.00", "selesai": "24.00"}, "2026-12-04T00:00:00+07:00"),
        ({"mulai": "sepanjang hari", "selesai": None, "tanggal_selesai": "2026-12-05"}, "2026-12-06"),
    ],
)
def test_an_event_ends_when_it_is_over(registry: Registry, given: dict[str, Any], ends: str) -> None:
    (part,) = parts(written(registry, (event(**given),))["jadwal/pos/kalender.ics"])
    assert part.dtend.value.isoformat() == ends


def test_an_event_of_several_days_is_there_at_the_same_hours_of_each(registry: Registry) -> None:
    calendar = written(registry, (event(tanggal_selesai="2026-12-05"),))["jadwal/pos/kalender.ics"]
    assert [str(day) for day in days_read(calendar)] == ["2026-12-03", "2026-12-04", "2026-12-05"]
    assert parts(calendar)[0].dtend.value.isoformat() == "2026-12-03T09:00:00+07:00"


def test_an_event_whose_end_nobody_knows_has_none(registry: Registry) -> None:
    (part,) = parts(written(registry, (event(selesai="selesai"),))["jadwal/pos/kalender.ics"])
    assert "dtend" not in part.contents
    assert "sampai selesai" in part.description.value


def test_a_change_is_told_with_the_next_number_and_what_vanished_as_cancelled(registry: Registry) -> None:
    told = tuple(entries_today((event(), event(id="lain")), (), WIB, date(2026, 11, 20)).values())
    calendar = written(registry, (event(batal="ya"),), told)["jadwal/kalender.ics"]
    found = {part.uid.value: (part.sequence.value, part.status.value) for part in parts(calendar)}
    assert found == {f"pos@{DEMO}": ("1", "CANCELLED"), f"lain@{DEMO}": ("1", "CANCELLED")}


def test_each_kecamatan_has_a_calendar_of_its_own(registry: Registry) -> None:
    folder = registry.districts[DEMO]
    files = written(registry, folder.events)
    near = {name for name in files if name.startswith("jadwal/kecamatan/")}
    assert len(near) == len({one.subdistrict for one in folder.events if one.subdistrict})
    uids = {part.uid.value for name in near for part in parts(files[name])}
    assert uids == {f"{one.id}@{DEMO}" for one in folder.events if one.subdistrict}
    assert {part.uid.value for part in parts(files["jadwal/kalender.ics"])} == {
        f"{one.id}@{DEMO}" for one in folder.events
    }


def test_calendars_keep_to_the_letter_of_the_standard(registry: Registry) -> None:
    events = registry.districts[DEMO].events
    files = written(registry, (*events, event(id="panjang", judul="Panjang é " * 7, catatan="Baris, dan; " * 12)))
    for raw in files.values():
        lines = raw.split(b"\r\n")
        assert lines[-1] == b""
        assert not any(b"\n" in line or len(line) > 75 for line in lines)
        text = raw.decode().replace("\r\n ", "")
        zones = set(re.findall("^TZID:(.*)\r$", text, re.M))
        assert set(re.findall("TZID=([^:;]+)", text)) <= zones == {"Asia/Jakarta"}
        for part in text.split("BEGIN:VEVENT")[1:]:
            assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z\r$", part, re.M)
            assert all(re.search(f"^{name}[:;]", part, re.M) for name in ("UID", "SEQUENCE", "DTSTART", "STATUS"))


def test_what_was_told_before_is_told_in_the_same_words_until_it_changes(registry: Registry) -> None:
    told = tuple(entries_today((event(),), (), WIB, date(2026, 11, 20)).values())
    again = written(registry, (event(),), told)
    assert again == written(registry, (event(penyelenggara="Lain"),), told)
    (part,) = parts(again["jadwal/kalender.ics"])
    assert (part.sequence.value, part.dtstamp.value.date()) == ("0", date(2026, 11, 20))
