"""A sheet for the print shop -> its job ticket: one page that goes with the order, and the same as JSON.

Everything on it is told from the piece, or read back from the file that it goes with, so that an office that has never
ordered from a print shop can hand over both and add only how many.
"""

from __future__ import annotations

import html
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain

import pikepdf

from selebaran.model.order import Order
from selebaran.model.piece import BLEED_MM, ComposedPiece, print_path
from selebaran.press.colour import instructions
from selebaran.press.inks import Inks

INKS = ("cyan", "magenta", "kuning", "hitam")
BLANK = '<span class="isian"></span>'
CSS = """
@page { size: 210mm 297mm; margin: 20mm }
body { font: 400 12pt/1.35 "Public Sans"; color: #000; margin: 0 }
h1 { font-size: 20pt; line-height: 1.15; margin: 0 0 2mm }
table { width: 100%; border-collapse: collapse; margin: 8mm 0 0 }
th, td { border-top: .75pt solid #000; padding: 2mm 0; text-align: left; vertical-align: top; font-weight: 400 }
th { width: 45mm; font-weight: 700 }
.isian { display: inline-block; width: 60mm; height: 5mm; border-bottom: .75pt solid #000 }
"""


KEYS = {
    "piece": "lembar",
    "title": "judul",
    "edition": "edisi",
    "publisher": "penerbit",
    "file": "berkas",
    "finished_mm": "ukuran_jadi_mm",
    "scale": "skala",
    "bleed_mm": "luber_mm",
    "sides": "sisi",
    "fold": "lipatan",
    "folds_mm": "lipatan_mm",
    "stock": "bahan",
    "inks": "tinta",
    "profile": "profil_warna",
    "hem_mm": "kelim_mm",
    "eyelets_apart_mm": "mata_ayam_mm",
    "eyelets": "mata_ayam",
    "copies_per_visitor": "salinan_per_pengunjung",
    "marks": "catatan",
}
"""What programs of a print shop know the fields of a ticket by."""


@dataclass(frozen=True)
class Ticket:
    """What a job ticket says. Lengths are millimetres, of the finished piece; folds are those of each side."""

    piece: str
    title: str
    edition: str | None
    publisher: str
    file: str
    finished_mm: tuple[float, float]
    scale: str | None
    bleed_mm: float
    sides: int
    fold: str | None
    folds_mm: tuple[tuple[float, ...], ...]
    stock: str | None
    inks: tuple[str, ...]
    profile: str
    hem_mm: float | None
    eyelets_apart_mm: float | None
    eyelets: int | None
    copies_per_visitor: float | None
    marks: tuple[str, ...]


def ticket_of(piece: ComposedPiece, order: Order, pdf: bytes, inks: Inks) -> Ticket:
    """The ticket of a written sheet."""
    hem = order.hem
    return Ticket(
        piece=piece.name,
        title=order.title,
        edition=order.edition,
        publisher=order.publisher,
        file=print_path(piece.name, "percetakan").rsplit("/", 1)[1],
        finished_mm=order.finished_mm,
        scale=order.scale,
        bleed_mm=BLEED_MM * order.times,
        sides=piece.sheets,
        fold=order.fold,
        folds_mm=tuple(folds for folds in piece.folds_mm if folds),
        stock=order.stock,
        inks=inks_in(pdf),
        profile=inks.spoken,
        hem_mm=hem.width_mm if hem else None,
        eyelets_apart_mm=hem.apart_mm if hem else None,
        eyelets=len(hem.eyelets_mm(*order.finished_mm)) if hem else None,
        copies_per_visitor=order.copies_per_visitor,
        marks=order.marks,
    )


def ticket_json(ticket: Ticket) -> bytes:
    """The ticket as a file for programs."""
    told = {KEYS[name]: value for name, value in asdict(ticket).items()}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def ticket_html(ticket: Ticket) -> str:
    """The ticket as a page; what only the office knows is a line to write on."""
    rows = "".join(f"<tr><th scope='row'>{name}</th><td>{value}</td></tr>" for name, value in _rows(ticket))
    title = html.escape(ticket.title)
    marks = "".join(f"<p><b>{html.escape(mark)}</b></p>" for mark in ticket.marks)
    return (
        f'<!doctype html><html lang="id"><head><title>Pesanan cetak: {title}</title></head><body>'
        f"<h1>Pesanan cetak</h1>{marks}<p>{title}<br>{html.escape(ticket.publisher)}</p>"
        f"<table>{rows}</table></body></html>"
    )


def inks_in(pdf: bytes) -> tuple[str, ...]:
    """The inks that a file is printed with, in the order in which they are usually named."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = _streams(document)
        if any(item.get("/ColorSpace") == "/DeviceCMYK" for item in streams):  # a picture
            return INKS
        forms = [item for item in streams if item.get("/Subtype") == "/Form"]
        recipes = list(chain.from_iterable(_recipes(drawn) for drawn in (*document.pages, *forms)))
    return tuple(ink for ink, shares in zip(INKS, zip(*recipes, strict=True), strict=True) if any(shares))


def _streams(document: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [item for item in document.objects if isinstance(item, pikepdf.Stream)]


def _recipes(drawn: object) -> Iterator[tuple[float, ...]]:
    """Each mixture of inks that a page or a form asks for, but for that of its register marks."""
    for operands, operator in instructions(drawn):
        if str(operator) in ("k", "K"):
            shares = tuple(float(value) for value in operands)
            if min(shares) < 1:
                yield shares


def _rows(ticket: Ticket) -> Iterator[tuple[str, str]]:
    """Each line of the page: what it is about, and what is said, as HTML."""
    edition = f", edisi {html.escape(ticket.edition)}" if ticket.edition else ""
    yield "Berkas", html.escape(ticket.file) + edition
    yield "Ukuran jadi", _size(ticket)
    yield "Luber", f"{_number(ticket.bleed_mm)} mm di tiap sisi; garis potong dan tanda register ada di luar lembar"
    yield "Sisi", "satu" if ticket.sides == 1 else f"{ticket.sides} halaman, bolak-balik"
    yield "Lipatan", _fold(ticket)
    yield "Bahan", html.escape(ticket.stock) if ticket.stock else BLANK
    yield "Tinta", _inks(ticket)
    yield "Profil warna", html.escape(ticket.profile)
    yield from _cloth(ticket)
    yield "Jumlah", BLANK + _copies(ticket.copies_per_visitor)
    yield "Diperlukan tanggal", BLANK
    yield "Pemesan, telepon", BLANK
    yield "Sebelum mencetak", "Minta satu contoh cetak. Pindai kode QR-nya, bila ada, dan telepon nomor yang tercetak."


def _inks(ticket: Ticket) -> str:
    count = len(ticket.inks)
    return f"{', '.join(ticket.inks)} ({count}/{0 if ticket.sides == 1 else count}); tulisan hitam dicetak tindih"


def _cloth(ticket: Ticket) -> Iterator[tuple[str, str]]:
    if ticket.hem_mm:
        yield "Kelim", f"{_number(ticket.hem_mm)} mm di keempat sisi, dijahit di garis putus-putus"
    if ticket.eyelets and ticket.eyelets_apart_mm:
        apart = _number(ticket.eyelets_apart_mm)
        yield "Mata ayam", f"{ticket.eyelets} buah, paling jauh tiap {apart} mm (lingkaran)"


def _size(ticket: Ticket) -> str:
    size = " × ".join(_number(edge) for edge in ticket.finished_mm)
    return f"{size} mm{'; gambarnya berskala ' + html.escape(ticket.scale) if ticket.scale else ''}"


def _fold(ticket: Ticket) -> str:
    if not ticket.fold:
        return "tidak dilipat"
    sides = "; ".join(" dan ".join(_number(fold) for fold in folds) for folds in ticket.folds_mm)
    return html.escape(ticket.fold) + (f": di {sides} mm dari kiri" if sides else "")


def _copies(per_visitor: float | None) -> str:
    return f" ({_number(per_visitor)} untuk tiap pengunjung)" if per_visitor else ""


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
