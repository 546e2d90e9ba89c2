"""What a district decides about its sheets: which it makes, a line of its own, its emblem and its colour."""

from __future__ import annotations

from pydantic import Field

from selebaran.model.record import Colour, PictureName, Record, Text


class Printing(Record):
    """`cetak` in daerah.yml. Without `pieces` a district makes all of them; `lines` stand under the names of pieces;
    `emblem` is a file of gambar/."""

    pieces: tuple[Text, ...] = Field((), alias="lembar", min_length=1)
    lines: dict[str, Text] = Field({}, alias="baris")
    emblem: PictureName | None = Field(None, alias="lambang")
    colour: Colour | None = Field(None, alias="warna")
