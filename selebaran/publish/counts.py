"""How often each sheet is printed, how much paper that takes, and what it costs. Nothing is read here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Literal

from selebaran.model.kit import KitSheet, PrintPrices
from selebaran.model.piece import PieceSpec
from selebaran.model.sizes import Paper

Printer = Literal["hitam-putih", "warna"]
Side = Literal["satu-sisi", "sisi-panjang", "sisi-pendek"]
"""How a file goes through the printer: on one side, or on both, turned over along the long or the short edge."""
SIDES: tuple[Side, ...] = ("satu-sisi", "sisi-panjang", "sisi-pendek")
STANDARD_COVER = Decimal(5)
"""Percent of a page, by which makers of ink and toner say for how many pages theirs lasts."""
MOST_REPEATED = 6
"""A sheet that is printed no more often stands in its file so many times; the others stand there once."""


@dataclass(frozen=True)
class Item:
    """One piece of a kit in the form in which it is printed. `pages` are those of one printing, `on_sheet` is how many
    copies that gives, `ink_percent` how much of one page all of its ink covers."""

    piece: str
    title: str
    side: Side
    pages: int
    on_sheet: int
    copies: int
    ink_percent: Decimal
    folding: tuple[str, ...] = ()

    @property
    def printings(self) -> int:
        """How often its pages are printed."""
        return -(-self.copies // self.on_sheet)

    @property
    def repeated(self) -> int:
        """How often it stands in its print file."""
        return self.printings if self.printings <= MOST_REPEATED else 1

    @property
    def sheets(self) -> int:
        """Sheets of paper."""
        return self.printings * (self.pages if self.side == "satu-sisi" else -(-self.pages // 2))


@dataclass(frozen=True)
class Cost:
    """In rupiah; None where no price is known."""

    paper: int | None
    ink: int | None

    @property
    def total(self) -> int | None:
        """Both; None where one isn't known."""
        return None if self.paper is None or self.ink is None else self.paper + self.ink


def copies_of(sheet: KitSheet, spec: PieceSpec, people: int) -> int:
    """How many copies of a piece a kit needs: as many as the campaign says, else as the piece says of each visitor."""
    if sheet.copies:
        return sheet.copies
    each = Decimal(str(spec.copies_per_visitor)) if spec.copies_per_visitor else None
    return max(1, int((each * people).to_integral_value(ROUND_CEILING))) if each else 1


def side_of(spec: PieceSpec, width: float, height: float) -> Side:
    """How a piece is printed whose sheet is so large. A lying one is turned over along its short edge, so that both
    sides stand upright."""
    two_sided = spec.imposition == "buku" or any(side.side in ("belakang", "luar", "dalam") for side in spec.sheets)
    if not two_sided:
        return "satu-sisi"
    return "sisi-pendek" if width > height else "sisi-panjang"


def cost_of(items: Iterable[Item], prices: PrintPrices, paper: Paper, printer: Printer) -> Cost:
    """What paper and ink of these cost."""
    items = tuple(items)
    each = prices.a4 if paper == "a4" else prices.f4
    page = prices.black if printer == "hitam-putih" else prices.colour
    return Cost(
        None if each is None else each * sum(item.sheets for item in items),
        None if page is None else sum(_ink(item, page) for item in items),
    )


def _ink(item: Item, page: int) -> int:
    """Rupiah for the ink of all printings of a piece."""
    exact = item.printings * item.ink_percent / STANDARD_COVER * page
    return int(exact.to_integral_value(ROUND_HALF_UP))
