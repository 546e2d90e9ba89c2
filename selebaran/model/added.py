"""Who came to it in a month, by kecamatan: a part of capaian.yml."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.record import Month, Name, Record, Text

MOST_PEOPLE = 999_999_999
"""No district has more people; a number without end could not be written."""
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]


class Added(Record):
    """The people who came to it in one month. `month` is its first day; `elsewhere` are those whose kecamatan nobody
    wrote down. Where kecamatan are told, they and `elsewhere` make up all."""

    month: Month = Field(alias="bulan")
    people: People = Field(alias="jumlah")
    by_subdistrict: dict[Name, People] = Field({}, alias="kecamatan")
    elsewhere: People = Field(0, alias="lain")
    source: Text = Field(alias="sumber")

    @model_validator(mode="after")
    def _makes_up_all(self) -> Added:
        told = sum(self.by_subdistrict.values()) + self.elsewhere
        if (self.by_subdistrict or self.elsewhere) and told != self.people:
            raise PydanticCustomError("jumlah-tidak-cocok", "", {"jumlah": str(self.people), "hitungan": str(told)})
        return self


def once_each(months: list[date]) -> None:
    """Raises the fault of a month that is told twice."""
    if twice := [month for month in months if months.count(month) > 1]:
        raise PydanticCustomError("bulan-ganda", "", {"bulan": f"{min(twice):%Y-%m}"})
