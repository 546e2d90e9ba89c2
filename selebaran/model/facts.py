"""The facts register: every number, telephone, deadline and rule, with its source and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.record import Date, Record, Text, YesNo

ValueKind = Literal["rupiah", "angka", "persen", "telepon", "situs", "tanggal", "teks"]


class FactValue(Record):
    """A named value of a fact. `content` is kept as typed; the kind says how it is shown."""

    kind: ValueKind = Field(alias="jenis")
    content: Text = Field(alias="isi")

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> FactValue:
        if self.kind in ("rupiah", "angka") and not self.content.isdecimal():
            raise PydanticCustomError("bukan-angka", "", {"isi": self.content})
        if self.kind == "tanggal":
            try:
                date.fromisoformat(self.content)
            except ValueError:
                raise PydanticCustomError("tanggal-tidak-terbaca", "", {"isi": self.content}) from None
        return self


class Fact(Record):
    """One entry. `as_of` is the day that the newest source speaks of; `checked_on` the day on which a person
    compared it with the source; `check_again` the day from which it counts as overdue."""

    id: Text = Field(alias="id", pattern=r"^[A-Z]{3,4}-\d{2}$")
    topic: Text = Field(alias="topik")
    sentence: Text = Field(alias="kalimat")
    values: dict[str, FactValue] = Field({}, alias="nilai")
    sources: tuple[Text, ...] = Field(alias="sumber", min_length=1)
    as_of: Date | None = Field(None, alias="sumber_per")
    checked_on: Date | None = Field(None, alias="diperiksa_pada")
    interval_days: int = Field(alias="selang_periksa_hari", ge=1)
    check_again: Date | None = Field(None, alias="periksa_lagi")
    when_overdue: Literal["tandai", "ganti", "tahan"] = Field(alias="bila_lewat")
    publishable: YesNo = Field(alias="terbit")
    confidence: Literal["A", "B", "C", "D"] = Field(alias="keyakinan")
    note: str = Field("", alias="catatan")

    def is_overdue(self, day: date) -> bool:
        """True from `check_again` on, and for a fact that has no such day."""
        return self.check_again is None or day >= self.check_again


class FactFile(Record):
    """content/fakta.yml"""

    facts: tuple[Fact, ...] = Field(alias="fakta")


@dataclass(frozen=True)
class FactRegister:
    """All facts, found by id or by the name of one of their values."""

    facts: tuple[Fact, ...] = field(default=())

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Facts under their ids."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def by_name(self) -> dict[str, tuple[Fact, FactValue]]:
        """Named values, each with the fact that it belongs to."""
        return {name: (fact, value) for fact in self.facts for name, value in fact.values.items()}
