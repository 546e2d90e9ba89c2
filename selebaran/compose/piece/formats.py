"""The formats in which a new print piece can begin: each paper and each fold that `model.sizes` has, and a booklet."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.piece import Derivation
from selebaran.model.sizes import FOLDS, LYING, NO_FOLD, PAPERS

STANDING = "tegak"
BOOKLET = "buku"
PAGES = 4
FOLDED_ON = ("A4", LYING)
"""The sheet that `FOLDS` are measured on."""
FOLD = "lipat-"
SMALL = 148.0
"""Sheets whose short side is at most so long have two sides, and stand several on a sheet of A4."""
ON_A4: dict[str, Derivation] = {"A5": "dua", "DL": "tiga", "A6": "empat"}
SMALLER: dict[str, tuple[Derivation, ...]] = {"A3": ("a4", "ubin"), "A2": ("ubin",)}
BODY_PT = {"A2": 36, "A3": 24, "A4": 15, "A6": 12}
USUAL_PT = 13
PICTURES: dict[str, tuple[str, ...]] = {
    "lipat-tiga": ("petunjuk-balik-sisi-pendek", "petunjuk-lipat-tiga"),
    "lipat-z": ("petunjuk-balik-sisi-pendek", "petunjuk-lipat-z"),
    "lipat-dua": ("petunjuk-balik-sisi-pendek", "petunjuk-lipat-dua"),
    "dua": ("petunjuk-balik-sisi-pendek", "petunjuk-potong-dua"),
    "tiga": ("petunjuk-balik-sisi-panjang", "petunjuk-potong-tiga"),
    "empat": ("petunjuk-balik-sisi-panjang", "petunjuk-potong-empat"),
    "ubin": ("petunjuk-sambung",),
}
"""Drawings of what a hand does with the paper, by fold and by form."""

Panels = tuple[tuple[float, float], ...]
"""Left edge and width of each, in the order in which they are read."""


@dataclass(frozen=True)
class Format:
    """How large a piece is, how it is folded, and its sides, each with its panels."""

    paper: str
    width_mm: float
    height_mm: float
    fold: str
    sides: tuple[tuple[str, Panels], ...]
    derived: tuple[Derivation, ...] = ()

    @property
    def body_pt(self) -> int:
        """The size in which its text begins."""
        return BODY_PT.get(self.paper.split()[0], USUAL_PT) if self.fold == NO_FOLD else USUAL_PT

    @property
    def edge_mm(self) -> float:
        """How much is left blank around each panel. A poster is scaled and cut into tiles, and needs more."""
        return 14 if self.is_large else 8

    @property
    def top_mm(self) -> float:
        """How much is left for the mark of a preview, and above it."""
        return self.edge_mm + (8 if min(self.width_mm, self.height_mm) < SMALL else 14)

    @property
    def is_booklet(self) -> bool:
        """Whether two pages stand side by side on each side of the paper."""
        return len(self.sides) == PAGES

    @property
    def is_large(self) -> bool:
        """Whether it is read from afar."""
        return self.body_pt > BODY_PT["A4"]

    @property
    def pictures(self) -> tuple[str, ...]:
        """Drawings of how it is printed and folded or cut."""
        return tuple(dict.fromkeys(name for key in (self.fold, *self.derived) for name in PICTURES.get(key, ())))


def formats() -> dict[str, Format]:
    """Every format by the name under which it is asked for: "z", "tiga", "buku", "a5", "a5-mendatar" …"""
    folded = {fold.removeprefix(FOLD): _folded(fold) for fold in FOLDS}
    flat = {_name(paper, way): _flat(paper, way) for paper in PAPERS for way in (STANDING, LYING)}
    return {**folded, BOOKLET: _booklet(), **flat}


def _name(paper: str, way: str) -> str:
    return paper.lower() if way == STANDING else f"{paper.lower()}-{way}"


def _folded(fold: str) -> Format:
    paper, way = FOLDED_ON
    short, long = PAPERS[paper]
    return Format(f"{paper} {way}", long, short, fold, tuple(FOLDS[fold].items()))


def _booklet() -> Format:
    width, height = PAPERS["A5"]
    side: tuple[str, Panels] = ("halaman", ((0, width),))
    return Format(f"A5 {STANDING}, {PAGES} halaman", width, height, "lipat-dua", (side,) * PAGES)


def _flat(paper: str, way: str) -> Format:
    short, long = PAPERS[paper]
    width, height = (long, short) if way == LYING else (short, long)
    names = ("depan", "belakang") if short <= SMALL else ("depan",)
    derived = (ON_A4[paper],) if paper in ON_A4 else SMALLER.get(paper, ())
    return Format(f"{paper} {way}", width, height, NO_FOLD, tuple((name, ((0, width),)) for name in names), derived)
