"""An event that people can come to, as jadwal.yml tells of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.event_time import Ending, Start, check_hours, length, since_midnight
from selebaran.model.kinds import EventKind
from selebaran.model.record import (
    DATE,
    Chat,
    Date,
    Form,
    Line,
    Name,
    Phone,
    PictureName,
    Record,
    ShortText,
    Text,
    Time,
    YesNo,
)
from selebaran.model.recurrence import Recurrence
from selebaran.model.ruled import Faults, Ruled, raised
from selebaran.model.zone import zone_read_in

MOST_DAYS = 31
"""Of one event: more is another event, or a year mistyped."""
LONGEST_ID = 60
ID = Form(f"[a-z0-9]([a-z0-9-]{{0,{LONGEST_ID - 2}}}[a-z0-9])?", "id-kegiatan-tidak-sah")
RESERVED = ("arsip", "kecamatan", "jenis", "tempel")
"""Addresses below the schedule's that are lists of events."""
UNTIL = r" *(s\.? ?/?[dD]\.?|sampai|hingga|-|–|—) *"
SPAN = re.compile(f"({DATE.pattern}){UNTIL}({DATE.pattern})")
DAYS = Form(f"{DATE.pattern}({UNTIL}{DATE.pattern})?", DATE.code)
COORDINATES = re.compile(r"\s*(-?[0-9]{1,3}\.[0-9]{2,})\s*[,;]\s*(-?[0-9]{1,3}\.[0-9]{2,})\s*")
SOUTH, NORTH, WEST, EAST = -11.5, 6.5, 94.5, 141.5
"""What Indonesia lies within."""


@dataclass(frozen=True)
class Spot:
    """A place on the map, as it was typed: a map shows what somebody measured, not what a float makes of it."""

    latitude: str
    longitude: str


def _spot(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = COORDINATES.fullmatch(value)
    if found and _is_here(found[1], found[2]):
        return Spot(found[1], found[2])
    meant = f"{found[2]}, {found[1]}" if found and _is_here(found[2], found[1]) else ""
    raise PydanticCustomError("koordinat-tidak-terbaca", "", {"isi": value, "maksud": meant})


def _is_here(latitude: str, longitude: str) -> bool:
    return SOUTH <= float(latitude) <= NORTH and WEST <= float(longitude) <= EAST


def _id(value: Any) -> Any:
    if isinstance(value, str) and (not re.fullmatch(ID.pattern, value) or value in RESERVED):
        meant = "" if value in RESERVED else slug_of(value)
        raise PydanticCustomError(ID.code, "", {"isi": value, "maksud": meant})
    return value


def slug_of(text: str) -> str:
    """A text as a part of an address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


EventId = Annotated[str, BeforeValidator(_id), ID]
Coordinates = Annotated[Spot, BeforeValidator(_spot), Form(COORDINATES.pattern, "koordinat-tidak-terbaca")]
Day = Annotated[Date, DAYS]
"""A day, or from one to another."""


class Stop(Ruled):
    """Where a travelling service stops, and when."""

    RULES = ("_ends_after_start",)

    start: Time = Field(alias="mulai")
    end: Ending | None = Field(None, alias="selesai")
    venue: ShortText = Field(alias="tempat")
    subdistrict: Name | None = Field(None, alias="kecamatan")

    def _ends_after_start(self, context: Any) -> Faults:
        yield from raised(check_hours, self.start, self.end)


class AskedAbout(Record):
    """Who answers questions about an event: an office, or a person who agreed that the name and number are shown."""

    name: Name = Field(alias="nama")
    phone: Phone | None = Field(None, alias="telepon")
    whatsapp: Chat | None = Field(None, alias="wa")


class Event(Ruled):
    """An event in the district's own time, on one day or on several; its hours are those of each of its days."""

    RULES = ("_comes_again", "_ends_after_start", "_lasts_some_days", "_stops_in_order")

    id: EventId | None = Field(None, alias="id")
    title: ShortText = Field(alias="judul")
    kind: EventKind = Field(alias="jenis")
    day: Day = Field(alias="tanggal")
    last: Date | None = Field(None, alias="tanggal_selesai")
    start: Start = Field(alias="mulai")
    end: Ending | None = Field(None, alias="selesai")
    venue: ShortText = Field(alias="tempat")
    subdistrict: Name | None = Field(None, alias="kecamatan")
    spot: Coordinates | None = Field(None, alias="koordinat")
    stops: tuple[Stop, ...] = Field((), alias="perhentian")
    organiser: Name | None = Field(None, alias="penyelenggara")
    asked: AskedAbout | None = Field(None, alias="tanya")
    bring: tuple[Text, ...] = Field((), alias="bawa")
    recurrence: Recurrence | None = Field(None, alias="ulang")
    programme: tuple[Line, ...] = Field((), alias="acara")
    cancelled: YesNo = Field(False, alias="batal")
    note: Text | None = Field(None, alias="catatan")
    picture: PictureName | None = Field(None, alias="gambar")

    @model_validator(mode="before")
    @classmethod
    def _both_days(cls, data: Any) -> Any:
        """2026-12-07 s.d. 2026-12-09 is how letters write it."""
        if not isinstance(data, dict) or "tanggal_selesai" in data:
            return data
        found = SPAN.fullmatch(data["tanggal"].strip()) if isinstance(data.get("tanggal"), str) else None
        return {**data, "tanggal": found[1], "tanggal_selesai": found[3]} if found else data

    def _comes_again(self, context: Any) -> Faults:
        if self.recurrence:
            start = getattr(self, "start", None)  # of a rule that ends at an instant alone, the hour matters
            yield from self.recurrence.faults(self.day, start or time(), zone_read_in(context))

    def _ends_after_start(self, context: Any) -> Faults:
        yield from raised(check_hours, self.start, self.end)

    def _lasts_some_days(self, context: Any) -> Faults:
        if self.last and not 0 < (self.last - self.day).days < MOST_DAYS:
            values = {"tanggal": str(self.day), "selesai": str(self.last), "paling": str(MOST_DAYS)}
            yield PydanticCustomError("hari-terakhir-salah", "", values)

    def _stops_in_order(self, context: Any) -> Faults:
        """A stop can't come before the one before it, nor when the event is over."""
        begins, lasts = since_midnight(self.start or time()), length(self.start, self.end)
        before = begins
        for number, stop in enumerate(self.stops, 1):
            at = since_midnight(stop.start)
            if at < before or (lasts is not None and at > begins + lasts):
                values = {
                    "nomor": str(number),
                    "tempat": stop.venue,
                    "jam": f"{stop.start:%H.%M}" if stop.start else "",
                    "di": f"perhentian.{number - 1}.mulai",
                }
                yield PydanticCustomError("perhentian-tidak-urut", "", values)
            before = at

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others in its file, with an id or without."""
        return self.title, str(self.day), str(self.start), self.venue

    @property
    def span(self) -> timedelta:
        """What lies between its first day and its last."""
        return self.last - self.day if self.last else timedelta()

    @property
    def proposed_id(self) -> str:
        """What it could be called for good: it is the same as long as nobody changes its title or its first day."""
        return f"{slug_of(self.title)[: LONGEST_ID - 11].strip('-') or 'kegiatan'}-{self.day}"


def with_ids(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events each of which has an id of its own; one that was given none gets the proposed one."""
    events = tuple(events)
    taken = {event.id for event in events if event.id}
    found = []
    for event in events:
        name = event.id or next(name for name in _numbered(event.proposed_id) if name not in taken)
        taken.add(name)
        found.append(event if event.id else event.model_copy(update={"id": name}))
    return tuple(found)


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name[: LONGEST_ID - 4]}-{number}" for number in range(2, 1000))
    raise OverflowError(name)
