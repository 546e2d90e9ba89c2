"""layanan-usulan.yml: places that somebody still has to compare with what is there. No publication shows them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from selebaran.model.event import Coordinates
from selebaran.model.kinds import PlaceKind
from selebaran.model.record import Line, Name, Record, Text
from selebaran.model.region import folded

STATE = "belum dicocokkan"
"""What every list of proposals says of itself."""
FILE = "layanan-usulan.yml"


class Proposal(Record):
    """A place as an old list has it: it may have moved, have another name, or be there no more."""

    name: Name = Field(alias="nama")
    subdistrict: Name | None = Field(None, alias="kecamatan")
    spot: Coordinates | None = Field(None, alias="koordinat")


class Proposals(Record):
    """The whole file. Source and year stand once on top, and wherever a row is shown."""

    state: Literal["belum dicocokkan"] = Field(alias="keadaan")
    source: Line = Field(alias="sumber")
    year: Text = Field(alias="tahun", pattern=r"^\d{4}$")
    kind: PlaceKind = Field(alias="jenis")
    places: tuple[Proposal, ...] = Field((), alias="usulan")


def is_same_place(one: str, other: str) -> bool:
    """Whether two names mean the same place, however they are capitalised."""
    return folded(one) == folded(other)
