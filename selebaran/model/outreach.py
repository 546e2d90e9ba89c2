"""Whom and what a district's outreach consists of, beside its offices: schemes, people, partners, desks, boats.

A telephone or a name of a person belongs here only when that person agreed; what residents say, only with their
dated consent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from selebaran.model.kinds import StateKey
from selebaran.model.record import Date, Line, Name, Phone, Record, ShortText, Text

Initials = Annotated[str, StringConstraints(pattern=r"^[A-Z]\.?( ?[A-Z]\.?){0,2}$")]
"""At most three letters: nobody can be found by them."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class State(Record):
    """How far the district has come with the subject, in one of the campaign's words; on which day, and who says so."""

    status: StateKey = Field(alias="status")
    as_of: Date = Field(alias="per_tanggal")
    source: Text = Field(alias="sumber")


class LocalScheme(Record):
    """What the local government itself gives or pays, and for whom."""

    name: Line = Field(alias="nama")
    whom: Words = Field(alias="untuk")
    conditions: tuple[Line, ...] = Field((), alias="syarat")
    how: Words | None = Field(None, alias="cara")
    phone: Phone | None = Field(None, alias="telepon")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class Agent(Record):
    """An agent: the person of a village who helps its residents."""

    area: Name = Field(alias="wilayah")
    name: Name = Field(alias="nama")
    phone: Phone | None = Field(None, alias="telepon")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class Guide(Record):
    """Somebody who shows residents the way: by role and area, by name only when there is one to give."""

    role: Line = Field(alias="peran")
    area: Name = Field(alias="wilayah")
    name: Name | None = Field(None, alias="nama")
    phone: Phone | None = Field(None, alias="telepon")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class Partner(Record):
    """An organisation that helps, and with what."""

    name: Name = Field(alias="nama")
    role: Line = Field(alias="peran")
    source: Text = Field(alias="sumber")


class Agreement(Record):
    """When somebody agreed that their words are shown, and where that is kept."""

    on: Date = Field(alias="tanggal")
    evidence: Text = Field(alias="bukti")


def _agreed(value: Any) -> Any:
    if isinstance(value, Mapping) and not value:
        raise PydanticCustomError("testimoni-tanpa-persetujuan", "")
    return value


class Testimony(Record):
    """What a resident tells, under initials. Without dated consent it is a fault, so it is never shown."""

    initials: Initials = Field(alias="inisial")
    place: Name = Field(alias="tempat")
    words: Words = Field(alias="teks")
    agreement: Annotated[Agreement, BeforeValidator(_agreed)] = Field(
        default_factory=dict, alias="persetujuan", validate_default=True
    )


class HelpDesk(Record):
    """A place where somebody helps on certain days."""

    name: Name = Field(alias="nama")
    subdistrict: Name | None = Field(None, alias="kecamatan")
    address: Line = Field(alias="alamat")
    days: ShortText = Field(alias="hari")
    hours: ShortText = Field(alias="jam")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class Reach(Record):
    """How long and in what way residents get to the nearest hospital, for whom it is far."""

    duration: ShortText = Field(alias="lama")
    way: Line | None = Field(None, alias="jalan")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class Forum(Record):
    """The meeting at which residents and offices speak about the service."""

    name: Line = Field(alias="nama")
    schedule: Line = Field(alias="jadwal")
    venue: Line = Field(alias="tempat")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


class SpecialHours(Record):
    """Hours that a place of care keeps for the subject, outside or within its opening hours."""

    days: ShortText = Field(alias="hari")
    hours: ShortText = Field(alias="jam")
    note: Line | None = Field(None, alias="catatan")


class Boat(Record):
    """A boat that takes people to care, in local time."""

    route: Line = Field(alias="rute")
    days: ShortText = Field(alias="hari")
    hours: ShortText = Field(alias="jam")
    note: Line | None = Field(None, alias="catatan")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")
