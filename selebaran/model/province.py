"""What a province says for all of its districts: offices, places and events; a district's own word comes first."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import Field

from selebaran.model.district import Contacts, District, Facility
from selebaran.model.event import Event
from selebaran.model.own_text import OwnText
from selebaran.model.record import Date, ForAll, Text
from selebaran.model.typed_file import TypedFile


class Province(ForAll):
    """provinsi.yml"""

    LISTS = ("kontak", "layanan")

    source: Text | None = Field(None, alias="sumber")
    checked_on: Date | None = Field(None, alias="diperiksa_pada")

    contacts: Contacts = Field({}, alias="kontak")
    facilities: tuple[Facility, ...] = Field((), alias="layanan")
    events: tuple[Event, ...] = Field((), alias="kegiatan")


@dataclass(frozen=True)
class ProvinceFolder:
    """A province's folder, read: its values, with the file that they stand in, and the text that it writes itself."""

    values: Province = field(default_factory=lambda: Province.model_validate({}))
    own: OwnText = field(default_factory=OwnText)
    file: TypedFile | None = None

    def contacts(self, district: District) -> tuple[District, frozenset[str]]:
        """The district with the province's offices where it names none, and the keys of those."""
        filled = {key: office for key, office in self.values.contacts.items() if key not in district.contacts}
        contacts = {**district.contacts, **filled}
        return district.model_copy(update={"contacts": contacts}), frozenset(filled)

    def facilities(self, own: tuple[Facility, ...]) -> tuple[Facility, ...]:
        """The province's places that the district doesn't name itself, then the district's."""
        known = {(facility.kind, facility.name.casefold()) for facility in own}
        return tuple(f for f in self.values.facilities if (f.kind, f.name.casefold()) not in known) + own

    def events(self, own: tuple[Event, ...]) -> tuple[Event, ...]:
        """The province's events that the district doesn't name itself (by title and day), then the district's."""
        known = {(event.title.casefold(), event.day) for event in own}
        return tuple(e for e in self.values.events if (e.title.casefold(), e.day) not in known) + own
