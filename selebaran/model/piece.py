"""A print piece: as described for all districts (source), and with one district's content (composed).

Lengths are millimetres; points and pixels exist only where the PDF is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from selebaran.model.problem import Place
from selebaran.model.record import Record, Text, YesNo
from selebaran.model.usage import Usage

Profile = Literal["layar", "kantor", "hemat"]
PAPER: tuple[Profile, ...] = ("kantor", "hemat")
"""Profiles that are meant for paper."""

Derivation = Literal["a4", "ubin"]
SCHEME = "asset:"
"""Everything that a sheet may load has a URL of this scheme; nothing else is ever fetched."""
QR = f"{SCHEME}qr.svg"
EMBLEM = f"{SCHEME}lambang.png"


class PanelSpec(Record):
    """A panel's place on its sheet."""

    name: Text = Field(alias="nama")
    x_mm: float = Field(alias="x")
    width_mm: float = Field(alias="lebar", gt=0)


class SheetSpec(Record):
    """One side of the paper and the panels on it, from left to right."""

    side: Literal["luar", "dalam", "depan", "belakang", "halaman"] = Field(alias="sisi")
    panels: tuple[PanelSpec, ...] = Field(alias="panel")


class Cover(Record):
    """The panel that stands for the piece in a list: `sheet` counts from 1."""

    sheet: int = Field(alias="lembar", ge=1)
    panel: Text = Field(alias="panel")


class Instructions(Record):
    """What the office does with the file: which paper, how to print, how to fold."""

    paper: Text = Field(alias="kertas")
    printing: tuple[Text, ...] = Field(alias="cetak")
    folding: tuple[Text, ...] = Field((), alias="lipat")


class LineRoom(Record):
    """Where a district's own line stands, and how many letters there is room for."""

    panel: Text = Field(alias="panel")
    letters: int = Field(alias="huruf", ge=1)


class PieceSpec(Record):
    """piece.yml"""

    code: Text = Field(alias="kode", pattern=r"^[a-z]{1,2}\d{1,2}$")
    title: Text = Field(alias="judul")
    about: Text = Field(alias="keterangan")
    about_event: YesNo = Field(False, alias="acara")
    format: Text = Field(alias="format")
    fold: Text = Field(alias="lipatan")
    width_mm: float = Field(alias="lebar", gt=0)
    height_mm: float = Field(alias="tinggi", gt=0)
    target: Text = Field(alias="alamat")
    cover: Cover = Field(alias="sampul")
    instructions: Instructions = Field(alias="petunjuk")
    sheets: tuple[SheetSpec, ...] = Field(alias="lembar")
    profiles: tuple[Profile, ...] = Field(alias="profil")
    imposition: Literal["buku"] | None = Field(None, alias="imposisi")
    derived: tuple[Derivation, ...] = Field((), alias="turunan")
    line_room: LineRoom | None = Field(None, alias="ruang_baris")

    def forms(self) -> tuple[tuple[Profile, Derivation | None], ...]:
        """Every file that the piece is made into: its profiles, and what is derived from those for paper."""
        return tuple(
            (profile, derivation)
            for profile in self.profiles
            for derivation in (None, *(self.derived if profile in PAPER else ()))
        )


def print_path(piece: str, profile: Profile, derivation: Derivation | None = None) -> str:
    """Where a print file lies within the site that offers it."""
    ending = f"-{derivation}" if derivation else ""
    return f"unduh/{piece}/{piece}-{profile}{ending}.pdf"


def thumbnail_path(piece: str) -> str:
    """Where a piece's small picture lies within the site."""
    return f"unduh/{piece}/{piece}.png"


@dataclass(frozen=True)
class PieceSource:
    """A piece as it was read: its description, HTML template and stylesheet."""

    name: str
    spec: PieceSpec
    html: str
    css: str
    place: Place


@dataclass(frozen=True)
class CoverArea:
    """The part of a sheet that its thumbnail shows. `sheet` counts from 0; the height is the sheet's."""

    sheet: int
    x_mm: float
    width_mm: float


@dataclass(frozen=True)
class ComposedPiece:
    """A piece of one district in one profile: a whole HTML document, and every byte that it may ask for by URL.

    `qr_url` is what its QR code says; the press draws it under the URL `QR`."""

    name: str
    profile: Profile
    title: str
    width_mm: float
    height_mm: float
    sheets: int
    panels: tuple[str, ...]
    cover: CoverArea
    html: str
    stylesheets: tuple[str, ...]
    assets: dict[str, bytes]
    usage: Usage
    place: Place
    qr_url: str | None
    imposition: Literal["buku"] | None = None
    derived: tuple[Derivation, ...] = ()
