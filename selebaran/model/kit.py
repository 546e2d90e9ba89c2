"""What a kit for an event holds (`kit` in content/kampanye.yml), and what paper and ink cost an office."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from selebaran.model.record import Line, Record, ShortText, YesNo

KitForm = Literal["a4", "ubin", "dua", "tiga", "empat"]
"""Another form of a sheet, by the name that piece.yml gives it."""


class KitSheet(Record):
    """A piece of a kit. Without `copies` there are as many as the piece says of each visitor, else one; without `form`
    it is the one that fits on the office's paper."""

    name: ShortText = Field(alias="nama")
    copies: int | None = Field(None, alias="salinan", ge=1, le=1000)
    form: KitForm | None = Field(None, alias="bentuk")


class KitOfKind(Record):
    """The kit for one kind of event: its pieces in the order in which they are printed, and the run of the event where
    jadwal.yml tells of none."""

    sheets: tuple[KitSheet, ...] = Field(alias="lembar", min_length=1)
    programme: tuple[Line, ...] = Field((), alias="susunan")


class Kit(Record):
    """The kits of a campaign by the kind of event. `guide` are pieces for those who prepare it; they lie beside the
    cover sheet."""

    guide: tuple[ShortText, ...] = Field((), alias="panduan")
    kinds: dict[str, KitOfKind] = Field(alias="jenis")


class PrintPrices(Record):
    """content/harga-cetak.yml, in rupiah: a sheet of paper, and the ink for a page of which 5 % are covered. What is
    left empty isn't counted. As long as they are an `example`, they are for made-up districts alone."""

    example: YesNo = Field(True, alias="contoh")
    a4: int | None = Field(None, alias="kertas_a4", ge=0)
    f4: int | None = Field(None, alias="kertas_f4", ge=0)
    black: int | None = Field(None, alias="tinta_hitam", ge=0)
    colour: int | None = Field(None, alias="tinta_warna", ge=0)


NO_PRICES = PrintPrices.model_validate({})
