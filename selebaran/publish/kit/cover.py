"""The cover sheet of a kit: what is in it, how often each is printed and how, how much paper and money that takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from selebaran.compose.district.events import clock_of
from selebaran.compose.piece.order import marks_of
from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.formats import count, days, weekdays
from selebaran.compose.template.formats import day as long_day
from selebaran.compose.template.views import Values
from selebaran.model.edition import SiteFrame
from selebaran.model.occurrence import Occurrence
from selebaran.model.problem import Place, problem
from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper
from selebaran.press.layout import Press
from selebaran.publish.counts import Cost, Item, Printer, Side
from selebaran.publish.report.pages import SOURCES, ReportPages

TEMPLATE, STYLE = SOURCES / "kit.html", SOURCES / "kit.css"
Reason = Literal["tidak-dipilih", "ditahan", "belum-terbit", "ditolak"]


@dataclass(frozen=True)
class Missing:
    """A piece of a kit that isn't in it."""

    title: str
    reason: Reason


@dataclass(frozen=True)
class Told:
    """What the cover sheet tells. `zone` is the district's; with `example`, the prices are nobody's."""

    event: Occurrence
    zone: str
    people: int
    paper: Paper
    printer: Printer
    day: date
    items: Mapping[Side, tuple[Item, ...]]
    missing: tuple[Missing, ...]
    cost: Cost
    example: bool = False


def file_name(number: int, side: Side, paper: Paper) -> str:
    """What a print file of a kit is called."""
    return f"{number}-{'' if side == 'satu-sisi' else 'bolak-balik-'}{side}-{paper}.pdf"


def cover_pdf(told: Told, frame: SiteFrame, registry: Registry, press: Press) -> bytes:
    """The cover sheet. Raises `TemplateFault`."""
    for file in (TEMPLATE, STYLE):
        if file.name not in registry.report_files:
            raise TemplateFault(problem("berkas-hilang", Place(Path(file).as_posix())))
    values = {**cover_values(told), "tanda": marks_of(frame), "daerah": frame.names.district}
    html = ReportPages(registry).render(TEMPLATE.name, values)
    sheet = f"@page {{ size: {'A4' if told.paper == 'a4' else '215mm 330mm'} }}"
    return press.page(html, f"{registry.report_files[STYLE.name]}\n{sheet}")


def cover_values(told: Told) -> Values:
    """What the template shows."""
    one, paper = told.event, told.paper.upper()
    every = [item for of in told.items.values() for item in of]
    return {
        "judul": one.event.title,
        "hari": f"{weekdays(one.day, one.last)}, {days(one.day, one.last)}",
        "jam": clock_of(one, told.zone),
        "tempat": one.venue,
        "orang": count(told.people),
        "kertas": paper,
        "printer": told.printer,
        "tanggal": long_day(told.day),
        "berkas": tuple(
            _file(number, side, items, told.paper) for number, (side, items) in enumerate(told.items.items(), 1)
        ),
        "lembar": count(sum(item.sheets for item in every)),
        "biaya_kertas": _rupiah(told.cost.paper),
        "biaya_tinta": _rupiah(told.cost.ink),
        "biaya": _rupiah(told.cost.total),
        "contoh": told.example,
        "lipat": tuple(
            {"judul": item.title, "cara": tuple(line.replace("{kertas}", paper) for line in item.folding)}
            for item in every
            if item.folding
        ),
        "tidak_ikut": tuple({"judul": lacking.title, "sebab": lacking.reason} for lacking in told.missing),
    }


def _file(number: int, side: Side, items: tuple[Item, ...], paper: Paper) -> Values:
    rows: list[Values] = []
    page = 1
    for item in items:
        last = page + item.pages * item.repeated - 1
        rows.append(
            {
                "judul": item.title,
                "halaman": str(page) if last == page else f"{page}–{last}",
                "kali": count(item.printings // item.repeated),
                "salinan": count(item.copies),
                "pada_lembar": item.on_sheet,
                "lembar": count(item.sheets),
                "tinta": f"{item.ink_percent:.1f}".replace(".", ","),
            }
        )
        page = last + 1
    total = count(sum(item.sheets for item in items))
    return {"nama": file_name(number, side, paper), "sisi": side, "baris": tuple(rows), "lembar": total}


def _rupiah(amount: int | None) -> str | None:
    return None if amount is None else f"Rp{count(amount)}"
