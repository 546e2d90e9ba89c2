"""A print piece: as described for all districts (source), and with one district's content (composed).

Lengths are millimetres; points and pixels exist only where the PDF is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

from pydantic import Field

from selebaran.model.fitting import FIRM, Elastic, Fits, GivesWay
from selebaran.model.order import Order, ShopSpec
from selebaran.model.panel import PartSpec, Repeat, SheetSpec
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place
from selebaran.model.record import Record, Text, YesNo
from selebaran.model.sizes import F4_FOLDS, NO_FOLD, Panels, Paper, Profile, f4_size_of
from selebaran.model.usage import Usage

PAPER: tuple[Profile, ...] = ("kantor", "hemat")
"""Profiles for an office's own printer and photocopier."""
Asked = Mapping[str, tuple[Profile, ...]]
"""Pieces that are made only when somebody asks for them, each with the profiles that are wanted."""
NOTHING_ASKED: Asked = {}
DRY_EDGE: tuple[Profile, ...] = (*PAPER, "besar")
"""Profiles whose sheets go through a printer that can't reach the edge."""

Style = Literal["a4", "baliho", "besar", "kartu", "tabel", "undangan"]
"""Stylesheets that several pieces share: `templates/print/<style>.css`."""
Derivation = Literal["a4", "ubin", "dua", "tiga", "empat"]
"""Other forms of a sheet: scaled onto A4, cut into A4 tiles, or two, three or four copies on a sheet of A4."""


class Form(NamedTuple):
    """One file of a piece. What follows the office's paper is on A4 or on F4; all else says "a4"."""

    profile: Profile
    derivation: Derivation | None = None
    paper: Paper = "a4"

    def label(self, piece: str) -> str:
        """What it is called where something is said of it; A4 is what nobody has to name."""
        said = (self.profile, self.derivation, "F4" if self.paper == "f4" else None)
        return f"{piece} ({', '.join(word for word in said if word)})"


BLEED_MM = 3.0
SCHEME = "asset:"
"""Everything that a sheet may load has a URL of this scheme; nothing else is ever fetched."""
QR = f"{SCHEME}qr.svg"
PAGE_HEAD = f"{SCHEME}kepala-halaman.svg"
EMBLEM = f"{SCHEME}lambang.png"


class Cover(Record):
    """The panel that stands for the piece in a list: `sheet` counts from 1."""

    sheet: int = Field(alias="lembar", ge=1)
    panel: Text = Field(alias="panel")


class Instructions(Record):
    """What the office does with the file: which paper, how to print, how to fold; `pictures` are drawings of that."""

    paper: Text = Field(alias="kertas")
    printing: tuple[Text, ...] = Field(alias="cetak")
    folding: tuple[Text, ...] = Field((), alias="lipat")
    pictures: tuple[Text, ...] = Field((), alias="gambar")


class LineRoom(Record):
    """Where a district's own line stands, and how many letters there is room for."""

    panel: Text = Field(alias="panel")
    letters: int = Field(alias="huruf", ge=1)


class PieceSpec(Record):
    """piece.yml. `needs` are what a district must have filled in to get the piece: "kegiatan", "domain", "kontak.…".
    A piece that is made `when_asked` is in no build that doesn't name it; under its `group` it stands in the list. Its
    `style` comes before its own stylesheet."""

    code: Text = Field(alias="kode", pattern=r"^[a-z]{1,2}\d{1,2}$")
    title: Text = Field(alias="judul")
    about: Text = Field(alias="keterangan")
    about_event: YesNo = Field(False, alias="acara")
    when_asked: YesNo = Field(False, alias="bila_diminta")
    group: Text | None = Field(None, alias="kelompok", max_length=60)
    format: Text = Field(alias="format")
    fold: Text = Field(alias="lipatan")
    style: Style | None = Field(None, alias="gaya")
    width_mm: float = Field(alias="lebar", gt=0)
    height_mm: float = Field(alias="tinggi", gt=0)
    target: Text = Field(alias="alamat")
    cover: Cover = Field(alias="sampul")
    instructions: Instructions = Field(alias="petunjuk")
    sheets: tuple[SheetSpec, ...] = Field(alias="lembar")
    repeat: Repeat | None = Field(None, alias="ulang")
    profiles: tuple[Profile, ...] = Field(alias="profil")
    screen: Literal["ponsel"] | None = Field(None, alias="layar")
    imposition: Literal["buku"] | None = Field(None, alias="imposisi")
    derived: tuple[Derivation, ...] = Field((), alias="turunan")
    line_room: LineRoom | None = Field(None, alias="ruang_baris")
    fits: Fits = Field((), alias="pas")
    gives_way: tuple[GivesWay, ...] = Field((), alias="boleh_lepas")
    needs: tuple[Text, ...] = Field((), alias="butuh")
    occasions: tuple[Text, ...] = Field((), alias="kesempatan")
    copies_per_visitor: float | None = Field(None, alias="salinan_per_pengunjung", gt=0)
    scale: Text | None = Field(None, alias="skala", pattern=r"^1:[1-9][0-9]?$")
    shop: ShopSpec | None = Field(None, alias="percetakan")

    @property
    def part_names(self) -> tuple[str, ...]:
        """The parts of shared pages that its panels take."""
        return tuple(name for part, _ in self.parts() for name in (part.source, part.heading) if name)

    def parts(self) -> Iterator[tuple[PartSpec, Loc]]:
        """Everything that its panels take, each with where it stands in piece.yml."""
        for i, sheet in enumerate(self.sheets):
            for j, panel in enumerate(sheet.panels):
                for key, parts in (("isi", panel.parts), ("kaki", panel.foot)):
                    for k, part in enumerate(parts):
                        yield part, ("lembar", i, "panel", j, key, k)

    def texts(self) -> Iterator[tuple[str, Loc]]:
        """Its own words, each with where they stand in piece.yml."""
        yield from (
            (self.title, ("judul",)),
            (self.about, ("keterangan",)),
            (self.instructions.paper, ("petunjuk", "kertas")),
        )
        for key, lines in (("cetak", self.instructions.printing), ("lipat", self.instructions.folding)):
            yield from ((line, ("petunjuk", key, index)) for index, line in enumerate(lines))
        yield from ((part.alternative, (*loc, "teks")) for part, loc in self.parts() if part.alternative)

    def folds_mm(self, index: int) -> tuple[float, ...]:
        """Where one side of a folded sheet is folded, from its left edge: where two panels meet."""
        if self.fold == NO_FOLD:
            return ()
        edges = {panel.x_mm for panel in self.sheets[index].panels}
        return tuple(sorted(x for x in edges if 0 < x < self.width_mm))

    def ticks_mm(self, index: int) -> tuple[float, ...]:
        """Where short ticks show a hand where to fold one side: at its folds, and at the spine of a booklet, which
        is the left edge of every other page."""
        return (0.0,) if self.imposition == "buku" and index % 2 == 0 else self.folds_mm(index)

    def forms(self) -> tuple[tuple[Profile, Derivation | None], ...]:
        """Every file that the piece is made into: its profiles, and what is derived from those for paper. A poster at
        141 % can still be tiled; it fits no smaller sheet."""
        return tuple(
            (profile, derivation)
            for profile in self.profiles
            for derivation in (
                None,
                *(d for d in self.derived if profile in PAPER or (profile, d) == ("besar", "ubin")),
            )
        )

    @property
    def is_cut_from_office_paper(self) -> bool:
        """Whether its own sheet is a whole, half or third sheet of A4, so that it is laid out for F4 too."""
        return f4_size_of(self.format) is not None

    def files(self, papers: tuple[Paper, ...]) -> tuple[Form, ...]:
        """Its forms on these papers of an office. Only what an office prints itself follows them."""
        return tuple(
            Form(profile, derivation, paper)
            for profile, derivation in self.forms()
            for paper in (papers if self._follows(profile, derivation) else ("a4",))
        )

    def _follows(self, profile: Profile, derivation: Derivation | None) -> bool:
        return profile in PAPER and (derivation is not None or self.is_cut_from_office_paper)

    def repeated(self, times: int) -> PieceSpec:
        """The piece with its sheets so many times; from the second on, panels have a number behind their names."""
        again = [(sheet, f"-{n + 1}" if n else "") for n in range(times) for sheet in self.sheets]
        fits = tuple(fit.repeated(times) for fit in self.fits)
        return self.model_copy(update={"sheets": tuple(_numbered(*one) for one in again), "fits": fits})

    def on(self, paper: Paper) -> PieceSpec:
        """The piece laid out for a paper: its sheet, and its panels where that one's folds are; others keep their
        share of the width."""
        size = f4_size_of(self.format) if paper == "f4" else None
        if size is None:
            return self
        width, height = size
        sheets = tuple(_widened(sheet, F4_FOLDS.get(self.fold, {}), width / self.width_mm) for sheet in self.sheets)
        fits = tuple(fit.on_f4() for fit in self.fits)
        return self.model_copy(update={"width_mm": width, "height_mm": height, "sheets": sheets, "fits": fits})


def _numbered(sheet: SheetSpec, ending: str) -> SheetSpec:
    """A side whose panels are told from those of others."""
    panels = tuple(panel.model_copy(update={"name": f"{panel.name}{ending}"}) for panel in sheet.panels)
    return sheet.model_copy(update={"panels": panels})


def _widened(sheet: SheetSpec, folds: Mapping[str, Panels], by: float) -> SheetSpec:
    """A side with its panels where they are on a wider sheet."""
    wanted = folds.get(sheet.side) or tuple((panel.x_mm * by, panel.width_mm * by) for panel in sheet.panels)
    panels = tuple(
        panel.model_copy(update={"x_mm": round(x, 2), "width_mm": round(width, 2)})
        for panel, (x, width) in zip(sheet.panels, wanted, strict=True)
    )
    return sheet.model_copy(update={"panels": panels})


def print_path(piece: str, profile: Profile, derivation: Derivation | None = None, paper: Paper = "a4") -> str:
    """Where a print file lies within the site that offers it. What is scaled onto F4 needs no second ending."""
    endings = ["" if (derivation, paper) == ("a4", "f4") else derivation, "f4" if paper == "f4" else ""]
    ending = "".join(f"-{word}" for word in endings if word)
    return f"unduh/{piece}/{piece}-{profile}{ending}.pdf"


def ticket_paths(piece: str) -> tuple[str, str]:
    """Where a piece's job ticket lies: as a page, and for programs."""
    stem = print_path(piece, "percetakan").removesuffix(".pdf")
    return f"{stem}-pesanan.pdf", f"{stem}-pesanan.json"


def thumbnail_path(piece: str) -> str:
    """Where a piece's small picture lies within the site."""
    return f"unduh/{piece}/{piece}.png"


@dataclass(frozen=True)
class PieceSource:
    """A piece as it was read: its description, HTML template and stylesheet. `place` is the template's, `places` are
    those of piece.yml."""

    name: str
    spec: PieceSpec
    html: str
    css: str
    place: Place
    places: Places

    @cached_property
    def sheets(self) -> list[dict[str, Any]]:
        """Sheets, panels and parts under the names of piece.yml, for the template; `lipatan` are the places of
        ticks."""
        return [
            {**sheet.model_dump(by_alias=True), "lipatan": self.spec.ticks_mm(index)}
            for index, sheet in enumerate(self.spec.sheets)
        ]

    def repeated(self, times: int) -> PieceSource:
        """The piece with its sheets so many times."""
        return replace(self, spec=self.spec.repeated(times)) if times > 1 else self

    def on(self, paper: Paper) -> PieceSource:
        """The piece as it is laid out for a paper."""
        return replace(self, spec=self.spec.on(paper)) if paper == "f4" else self


@dataclass(frozen=True)
class CoverArea:
    """The part of a sheet that its thumbnail shows. `sheet` counts from 0; the height is the sheet's."""

    sheet: int
    x_mm: float
    width_mm: float


@dataclass(frozen=True)
class ComposedPiece:
    """A piece of one district in one profile: a whole HTML document, and every byte that it may ask for by URL.

    `paper` is that for which it is laid out, `derived` are its other forms, each with the paper that it is put on.
    `qr_url` is what its QR code says; the press draws it under the URL `QR`. `folds_mm` are the places, from the
    left, at which each sheet is folded; `slug_line` is what a print shop reads beside the sheet, `order` what its job
    ticket says. `flows`: its text goes on from page to page, as many as it takes, on pages of the given size; the press
    draws `page_head` under the URL `PAGE_HEAD`."""

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
    derived: tuple[tuple[Derivation, Paper], ...] = ()
    elastic: Elastic = FIRM
    may_be_empty: frozenset[str] = frozenset()
    paper: Paper = "a4"
    folds_mm: tuple[tuple[float, ...], ...] = ()
    slug_line: str = ""
    order: Order | None = None
    flows: bool = False
    page_head: str = ""
    style: Style | None = None

    @property
    def label(self) -> str:
        """What it is called where something is said of it."""
        return Form(self.profile, None, self.paper).label(self.name)
