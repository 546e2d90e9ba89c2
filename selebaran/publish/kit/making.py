"""An event x the people who come -> a ZIP with what is printed for it. Runs in a child; writes one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path

from selebaran.check.edition import CheckedComposer
from selebaran.compose.template.engine import TemplateFault
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.kit import NO_PRICES, KitOfKind, KitSheet, PrintPrices
from selebaran.model.occurrence import Occurrence
from selebaran.model.piece import PieceSource
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.press.build import print_piece
from selebaran.press.bundle import bundled, covered, page_sizes
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from selebaran.press.office import ON_A_SHEET, for_printer, form_of
from selebaran.publish.believed import Problems
from selebaran.publish.counts import (
    SIDES,
    Cost,
    Item,
    Printer,
    Side,
    copies_of,
    cost_of,
    side_of,
)
from selebaran.publish.kit.cover import Missing, Reason, Told, cover_pdf, file_name
from selebaran.publish.zipped import zipped

PROFILES: dict[Printer, Profile] = {"hitam-putih": "hemat", "warna": "kantor"}
"""What each printer is given: outlines that spare black ink, or drawings in their colours."""
FIRST = "0-baca-dulu.pdf"
"""The cover sheet, and what those read who prepare the event."""
ZIP = "kit.zip"


@dataclass(frozen=True)
class KitOrder:
    """What somebody asked for. `event` is on the day for which it is printed."""

    slug: str
    event: Occurrence
    people: int
    paper: Paper
    printer: Printer
    day: date
    publish: bool = False


@dataclass(frozen=True)
class KitMade:
    """What came of it: names of the print files, sheets of paper, what they cost, pieces that aren't in it, and every
    problem. Without a file, nothing was made."""

    files: tuple[str, ...] = ()
    sheets: int = 0
    cost: int | None = None
    missing: tuple[Missing, ...] = ()
    problems: Problems = ()


@dataclass(frozen=True)
class _Printed:
    """A piece that passed the press, as it goes into the printer."""

    item: Item
    pdf: bytes


@dataclass(frozen=True)
class _AllPrinted:
    """Pieces that passed, those that aren't there, and what is said of them."""

    sheets: tuple[_Printed, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]


class KitMaker:
    """Makes kits of one registry."""

    def __init__(self, registry: Registry, cache: Path) -> None:
        self._registry = registry
        self._press = Press(cache)
        self._sources = {piece.name: piece for piece in registry.pieces}

    def make(self, order: KitOrder, folder: Path) -> KitMade:
        """Write the kit into a folder, or say why not."""
        try:
            edition = self._edition(order)
        except ProblemsFound as found:
            return KitMade(problems=found.problems)
        inside = self._all_printed(self._kit(order).sheets, edition, order)
        beside = self._all_printed(self._guide(), edition, order)
        said = KitMade(missing=(*inside.missing, *beside.missing), problems=(*inside.problems, *beside.problems))
        if not inside.sheets:
            return said
        try:
            return self._packed(order, edition, inside.sheets, beside.sheets, said, folder)
        except TemplateFault as fault:
            return replace(said, problems=(*said.problems, fault.problem))

    def _all_printed(self, sheets: Sequence[KitSheet], edition: Edition, order: KitOrder) -> _AllPrinted:
        done = [self._printed(sheet, edition, order) for sheet in sheets]
        return _AllPrinted(
            tuple(one for one, _, _ in done if one),
            tuple(one for _, one, _ in done if one),
            tuple(chain.from_iterable(faults for _, _, faults in done)),
        )

    def _kit(self, order: KitOrder) -> KitOfKind:
        kit = self._registry.campaign.kit
        assert kit is not None
        return kit.kinds[order.event.event.kind]

    def _guide(self) -> tuple[KitSheet, ...]:
        """What those read who prepare the event: one copy of each."""
        kit = self._registry.campaign.kit
        return tuple(KitSheet(nama=name, salinan=1) for name in (kit.guide if kit else ()))

    def _edition(self, order: KitOrder) -> Edition:
        profile = PROFILES[order.printer]
        names = [sheet.name for sheet in (*self._kit(order).sheets, *self._guide())]
        return CheckedComposer(self._registry).compose(
            order.slug,
            as_of=order.day,
            profiles=(profile,),
            papers=(order.paper,),
            published=order.publish,
            asked={name: (profile,) for name in names if name in self._registry.when_asked},
            event=order.event,
        )

    def _printed(
        self, sheet: KitSheet, edition: Edition, order: KitOrder
    ) -> tuple[_Printed | None, Missing | None, tuple[Problem, ...]]:
        """A piece in the form in which it is printed; or why it isn't in the kit; and what is said of it."""
        source = self._sources[sheet.name]
        outcome = next((one for one in edition.outcomes if one.name == sheet.name), None)
        if reason := _reason(outcome, edition):
            return None, Missing(source.spec.title, reason), ()
        assert outcome is not None
        made = print_piece(self._press, PieceJob(outcome.made, edition.frame.names.district))
        pdf = for_printer(made, sheet, source.spec, PROFILES[order.printer], order.paper)
        if pdf is None:
            return None, Missing(outcome.title, "ditolak"), made.problems
        return _Printed(_item(sheet, source, outcome.title, pdf, order), pdf), None, made.problems

    def _packed(
        self,
        order: KitOrder,
        edition: Edition,
        inside: Sequence[_Printed],
        beside: Sequence[_Printed],
        said: KitMade,
        folder: Path,
    ) -> KitMade:
        """The ZIP: the cover sheet with the guide, then a file for each way in which sheets go through a printer."""
        there = _by_side(inside)
        by_side = {side: tuple(one.item for one in of) for side, of in there.items()}
        items = tuple(chain.from_iterable(by_side.values()))
        example, prices = self._prices(edition)
        cost = cost_of(items, prices, order.paper, order.printer)
        told = self._told(order, by_side, said.missing, cost)
        cover = cover_pdf(replace(told, example=example), edition.frame, self._registry, self._press)
        title = order.event.event.title
        files = {FIRST: bundled([(cover, 1), *((one.pdf, 1) for one in beside)], title)}
        for number, (side, of) in enumerate(there.items(), 1):
            files[file_name(number, side, order.paper)] = bundled([(one.pdf, one.item.repeated) for one in of], title)
        (folder / ZIP).write_bytes(zipped(files))
        return replace(said, files=tuple(files), sheets=sum(item.sheets for item in items), cost=cost.total)

    def _prices(self, edition: Edition) -> tuple[bool, PrintPrices]:
        """Whether the prices are nobody's, and the prices, which then are for made-up districts alone."""
        prices = self._registry.prices
        return prices.example, prices if edition.frame.is_fictional or not prices.example else NO_PRICES

    def _told(
        self, order: KitOrder, items: Mapping[Side, tuple[Item, ...]], missing: tuple[Missing, ...], cost: Cost
    ) -> Told:
        zone = self._registry.districts[order.slug].district.zone
        return Told(order.event, zone, order.people, order.paper, order.printer, order.day, items, missing, cost)


def _by_side(printed: Sequence[_Printed]) -> dict[Side, list[_Printed]]:
    """Sheets by the way in which they go through the printer, in the order in which that is done."""
    by_side = {side: [one for one in printed if one.item.side == side] for side in SIDES}
    return {side: of for side, of in by_side.items() if of}


def _reason(outcome: PieceOutcome | None, edition: Edition) -> Reason | None:
    """Why a piece isn't printed. A code that was never published leads nowhere: such a sheet isn't handed out."""
    if outcome is None:
        return "tidak-dipilih"
    if outcome.withheld:
        return "ditahan"
    if edition.published and outcome.edition in edition.new:
        return "belum-terbit"
    return None if outcome.made else "ditolak"


def _item(sheet: KitSheet, source: PieceSource, title: str, pdf: bytes, order: KitOrder) -> Item:
    spec, sizes = source.spec, page_sizes(pdf)
    form = form_of(sheet, spec)
    ink = Decimal(str(covered(pdf, colour=order.printer == "warna") * 100)).quantize(Decimal("0.1"))
    return Item(
        sheet.name,
        title,
        side_of(spec, *sizes[0]),
        len(sizes),
        ON_A_SHEET.get(form, 1) if form else 1,
        copies_of(sheet, spec, order.people),
        ink,
        (*spec.instructions.folding,),
    )
