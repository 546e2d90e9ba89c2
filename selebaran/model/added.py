"""Who came to it in a month, by kecamatan: a part of capaian.yml."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from selebaran.model.record import Month, Name, Text
from selebaran.model.ruled import Faults, Ruled

MOST_PEOPLE = 999_999_999
"""No district has more people; a number without end could not be written."""
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]


class Added(Ruled):
    """The people who came to it in one month. `month` is its first day; `elsewhere` are those whose kecamatan nobody
    wrote down. Where kecamatan are told, they and `elsewhere` make up all."""

    RULES = ("_makes_up_all",)

    month: Month = Field(alias="bulan")
    people: People = Field(alias="jumlah")
    by_subdistrict: dict[Name, People] = Field({}, alias="kecamatan")
    elsewhere: People = Field(0, alias="lain")
    source: Text = Field(alias="sumber")

    def _makes_up_all(self, context: Any) -> Faults:
        told = sum(self.by_subdistrict.values()) + self.elsewhere
        if (self.by_subdistrict or self.elsewhere) and told != self.people:
            yield PydanticCustomError("jumlah-tidak-cocok", "", {"jumlah": str(self.people), "hitungan": str(told)})


def once_each(months: list[date], key: str) -> Faults:
    """The fault of each month that is told a second time in the list under a key."""
    for number, month in enumerate(months):
        if month in months[:number]:
            yield PydanticCustomError("bulan-ganda", "", {"bulan": f"{month:%Y-%m}", "di": f"{key}.{number}.bulan"})
