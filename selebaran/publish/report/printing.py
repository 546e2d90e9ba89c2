"""What printing the sheets of a district takes: copies for a hundred visitors, paper, and what the paper costs.

Kits count the same way for one event, with the ink (`publish/kit`), which takes a picture of every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pydantic import Field

from selebaran.model.artifact import PrintFile
from selebaran.model.edition import Edition
from selebaran.model.kit import NO_PRICES, KitSheet, PrintPrices
from selebaran.model.piece import PieceSpec
from selebaran.model.sizes import Paper, Profile
from selebaran.press.office import ON_A_SHEET, form_of, printer_paths
from selebaran.publish.counts import Item, Side, copies_of, cost_of, side_of
from selebaran.publish.report.rows import Name, Row

VISITORS = 100
PROFILES: tuple[Profile, ...] = ("hemat", "kantor")
"""Which form an office prints, the first that is there."""


class PrintingRow(Row):
    """A piece as an office prints it: `pages` of its file, copies on one sheet of paper, copies wanted, sheets of paper
    for them, and what those cost in rupiah; None where nobody has said what paper costs."""

    piece: Name = Field(alias="lembar")
    title: str = Field(alias="judul")
    paper: Paper = Field(alias="kertas")
    side: Side = Field(alias="sisi")
    pages: int = Field(alias="halaman")
    on_sheet: int = Field(alias="pada_lembar")
    copies: int = Field(alias="salinan")
    sheets: int = Field(alias="lembar_kertas")
    cost: int | None = Field(None, alias="rupiah")


class Printing(Row):
    """All of them, and what they come to. `example`: the prices are nobody's."""

    visitors: int = Field(VISITORS, alias="pengunjung")
    rows: tuple[PrintingRow, ...] = Field((), alias="baris")
    sheets: int = Field(0, alias="lembar_kertas")
    cost: int | None = Field(None, alias="rupiah")
    example: bool = Field(True, alias="contoh")


def printing_of(edition: Edition, files: Iterable[PrintFile], paper: Paper, prices: PrintPrices) -> Printing:
    """What the sheets of an edition take of the office's paper, `paper`, or of A4 where they have no
    other. Prices that are an example are for made-up districts alone; what only a print shop prints isn't counted."""
    usable = prices if edition.frame.is_fictional or not prices.example else NO_PRICES
    rows = tuple(_rows(edition, {file.path: file.content for file in files}, paper, usable))
    costs = [row.cost for row in rows if row.cost is not None]
    return Printing(
        rows=rows,
        sheets=sum(row.sheets for row in rows),
        cost=sum(costs) if len(costs) == len(rows) and rows else None,
        example=prices.example,
    )


def _rows(edition: Edition, files: dict[str, bytes], paper: Paper, prices: PrintPrices) -> Iterator[PrintingRow]:
    for outcome in edition.outcomes:
        spec = outcome.source.spec
        sheet = KitSheet(nama=outcome.name)
        ways = [way for profile in PROFILES for way in printer_paths(sheet, spec, profile, paper)]
        found = next(((path, on) for path, on in ways if path in files), None)
        if found:
            yield _row(outcome.title, sheet, spec, files[found[0]], found[1], prices)


def _row(title: str, sheet: KitSheet, spec: PieceSpec, pdf: bytes, paper: Paper, prices: PrintPrices) -> PrintingRow:
    from selebaran.press.bundle import page_sizes  # late: reports of sites that have no sheets need no reader of PDFs

    sizes, form = page_sizes(pdf), form_of(sheet, spec)
    on_sheet, side = ON_A_SHEET.get(form, 1) if form else 1, side_of(spec, *sizes[0])
    item = Item(sheet.name, title, side, len(sizes), on_sheet, copies_of(sheet, spec, VISITORS), Decimal(0))
    return PrintingRow(
        piece=item.piece,
        title=title,
        paper=paper,
        side=side,
        pages=item.pages,
        on_sheet=on_sheet,
        copies=item.copies,
        sheets=item.sheets,
        cost=cost_of((item,), prices, paper, "hitam-putih").paper,
    )
