"""The sides of a sheet, the panels on each, and what a panel takes, as piece.yml says it. Lengths are millimetres."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.record import Record, Text, YesNo

PartForm = Literal["bagian", "langkah", "periksa", "aksi", "darurat", "baris", "pesan", "isi"]
"""How a part looks: heading and text; a numbered step; a list to tick off; the action box; an emergency; a row under a
rule; a message in large type; text without a heading."""


def _short(value: Any) -> Any:
    """A part that is only named: "obat#syarat", or "@kaki" for one that a template draws."""
    if not isinstance(value, str):
        return value
    return {"bagian_sendiri": value[1:]} if value.startswith("@") else {"dari": value}


class PartSpec(Record):
    """One thing in a panel: words of a shared page, a drawing, or a block of the piece's template.

    `source` names the words, `heading` the part whose heading stands above them where it isn't their own; `form` says
    how they look. `drawing` is a name (of a file in seni/), `crop` a viewBox ("x y width height") within it."""

    source: Text | None = Field(None, alias="dari")
    heading: Text | None = Field(None, alias="judul")
    form: PartForm = Field("bagian", alias="bentuk")
    number: int | None = Field(None, alias="nomor", ge=1, le=99)
    drawing: Text | None = Field(None, alias="gambar")
    crop: Text | None = Field(None, alias="kotak", pattern=r"^-?[0-9.]+( -?[0-9.]+){3}$")
    alternative: Text | None = Field(None, alias="teks")
    own: Text | None = Field(None, alias="bagian_sendiri", pattern=r"^[a-z][a-z0-9_]*$")

    @model_validator(mode="after")
    def _is_one_thing(self) -> PartSpec:
        given = [value for value in (self.source, self.drawing, self.own) if value]
        if len(given) != 1 or bool(self.drawing) != bool(self.alternative):
            raise PydanticCustomError("isi-panel-rancu", "")
        return self


Part = Annotated[PartSpec, BeforeValidator(_short)]


class PanelSpec(Record):
    """A panel's place on its sheet, and what it takes from above to below; `foot` stands at its lower edge. One that
    `may_be_empty` is for what a district may say, and needn't."""

    name: Text = Field(alias="nama")
    x_mm: float = Field(alias="x")
    width_mm: float = Field(alias="lebar", gt=0)
    parts: tuple[Part, ...] = Field((), alias="isi")
    foot: tuple[Part, ...] = Field((), alias="kaki")
    may_be_empty: YesNo = Field(False, alias="boleh_kosong")


class Repeat(Record):
    """A sheet for so many rows of a list of the district's, again for those that follow; behind the last one at least
    so many rows are left blank, for what isn't in the list."""

    of: Literal["usulan"] = Field(alias="daftar")
    rows: int = Field(alias="baris", ge=1, le=60)
    spare: int = Field(0, alias="kosong", ge=0, le=20)

    def times(self, there: int) -> int:
        """How many sheets so many rows take."""
        return max(1, -(-(there + self.spare) // self.rows))


class SheetSpec(Record):
    """One side of the paper and the panels on it, from left to right."""

    side: Literal["luar", "dalam", "depan", "belakang", "halaman"] = Field(alias="sisi")
    panels: tuple[PanelSpec, ...] = Field(alias="panel")
