"""A sheet for the print shop -> its job ticket: one page that goes with the order, and the same as JSON.

Everything on it is told from the piece, or read back from the file that it goes with, so that an office that has never
ordered from a print shop can hand over both and add only how many.
"""

from __future__ import annotations

import html
import io
import json
from collections.abc import Iterator
from typing import Any

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


def ticket_data(piece: ComposedPiece, pdf: bytes, inks: Inks) -> dict[str, Any]:
    """What the ticket says, for programs. Lengths are millimetres."""
    order = _order(piece)
    hem = order.hem
    return {
        "lembar": piece.name,
        "judul": order.title,
        "edisi": order.edition,
        "penerbit": order.publisher,
        "berkas": print_path(piece.name, "percetakan").rsplit("/", 1)[1],
        "ukuran_jadi_mm": list(order.finished_mm),
        "skala": order.scale,
        "luber_mm": BLEED_MM * order.times,
        "sisi": piece.sheets,
        "lipatan": order.fold,
        "lipatan_mm": [list(folds) for folds in piece.folds_mm if folds],
        "bahan": order.stock,
        "tinta": list(inks_in(pdf)),
        "profil_warna": inks.spoken,
        "kelim_mm": hem.width_mm if hem else None,
        "mata_ayam_mm": hem.apart_mm if hem else None,
        "mata_ayam": len(hem.eyelets_mm(*order.finished_mm)) if hem else None,
        "salinan_per_pengunjung": order.copies_per_visitor,
    }


def ticket_json(data: dict[str, Any]) -> bytes:
    """The ticket as a file for programs."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def ticket_html(data: dict[str, Any]) -> str:
    """The ticket as a page; what only the office knows is a line to write on."""
    rows = "".join(f"<tr><th scope='row'>{name}</th><td>{value}</td></tr>" for name, value in _rows(data))
    title = html.escape(data["judul"])
    return (
        f'<!doctype html><html lang="id"><head><title>Pesanan cetak: {title}</title></head><body>'
        f"<h1>Pesanan cetak</h1><p>{title}<br>{html.escape(data['penerbit'])}</p><table>{rows}</table></body></html>"
    )


def inks_in(pdf: bytes) -> tuple[str, ...]:
    """The inks that a file is printed with, in the order in which they are usually named."""
    used: set[int] = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        drawn = [o for o in document.objects if isinstance(o, pikepdf.Stream)]
        if any(item.get("/Subtype") == "/Image" and item.get("/ColorSpace") == "/DeviceCMYK" for item in drawn):
            return INKS
        for item in (*document.pages, *(o for o in drawn if o.get("/Subtype") == "/Form")):
            for operands, operator in instructions(item):
                if str(operator) in ("k", "K") and (shares := [float(value) for value in operands]) != [1.0] * 4:
                    used |= {number for number, share in enumerate(shares) if share}
    return tuple(name for number, name in enumerate(INKS) if number in used)


def _order(piece: ComposedPiece) -> Order:
    if piece.order is None:
        raise ValueError(f"{piece.label} is not for a print shop")
    return piece.order


def _rows(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each line of the page: what it is about, and what is said, as HTML."""
    yield "Berkas", f"{html.escape(data['berkas'])}{', edisi ' + html.escape(data['edisi']) if data['edisi'] else ''}"
    yield "Ukuran jadi", _size(data)
    yield "Luber", f"{_number(data['luber_mm'])} mm di tiap sisi; garis potong dan tanda register ada di luar lembar"
    yield "Sisi", "satu" if data["sisi"] == 1 else f"{data['sisi']} halaman, bolak-balik"
    yield "Lipatan", _fold(data)
    yield "Bahan", html.escape(data["bahan"]) if data["bahan"] else BLANK
    count = len(data["tinta"])
    behind = 0 if data["sisi"] == 1 else count
    yield "Tinta", f"{', '.join(data['tinta'])} ({count}/{behind}); tulisan hitam dicetak tindih"
    yield "Profil warna", html.escape(data["profil_warna"])
    if data["kelim_mm"]:
        yield "Kelim", f"{_number(data['kelim_mm'])} mm di keempat sisi, dijahit di garis putus-putus"
    if data["mata_ayam"]:
        yield "Mata ayam", f"{data['mata_ayam']} buah, paling jauh tiap {_number(data['mata_ayam_mm'])} mm (lingkaran)"
    yield "Jumlah", BLANK + _copies(data["salinan_per_pengunjung"])
    yield "Diperlukan tanggal", BLANK
    yield "Pemesan, telepon", BLANK
    yield "Sebelum mencetak", "Minta satu contoh cetak. Pindai kode QR-nya, bila ada, dan telepon nomor yang tercetak."


def _size(data: dict[str, Any]) -> str:
    size = " × ".join(_number(edge) for edge in data["ukuran_jadi_mm"])
    return f"{size} mm{'; gambarnya berskala ' + html.escape(data['skala']) if data['skala'] else ''}"


def _fold(data: dict[str, Any]) -> str:
    if not data["lipatan"]:
        return "tidak dilipat"
    sides = "; ".join(" dan ".join(_number(fold) for fold in folds) for folds in data["lipatan_mm"])
    return html.escape(data["lipatan"]) + (f": di {sides} mm dari kiri" if sides else "")


def _copies(per_visitor: float | None) -> str:
    return f" ({_number(per_visitor)} untuk tiap pengunjung)" if per_visitor else ""


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
