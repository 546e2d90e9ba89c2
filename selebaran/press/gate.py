"""What a printed piece must pass before it counts as made: everything that keeps a sheet from being handed out."""

from __future__ import annotations

from selebaran.model.piece import BLEED_MM, DRY_EDGE, QR, ComposedPiece, Derivation
from selebaran.model.problem import Problem, problem, warning
from selebaran.press.audit import Overflow, PanelReport
from selebaran.press.colour import other_colours
from selebaran.press.complaints import complaint
from selebaran.press.fonts import FAMILIES
from selebaran.press.forbidden import forbidden
from selebaran.press.layout import Printed
from selebaran.press.marks import SLUG_MM
from selebaran.press.pdf import PdfFacts, read_pdf
from selebaran.press.raster import look
from selebaran.read.text import shown

ALLOWED_FONTS = tuple(family.name.replace(" ", "-") for family in FAMILIES)
"""How the PDF's font names begin; WeasyPrint adds the weight in Pango's words."""
EXCERPT = 140
NO_CODE = "-"
LOOSE = 0.55
"""A panel that is less full looks as if something were missing."""
TOLERANCE_MM = 0.2
ENLARGED = 2**0.5


def check_printed(piece: ComposedPiece, printed: Printed, district: str) -> list[Problem]:
    """What is wrong with a piece as it was laid out and written. Only warnings don't stop it."""
    label = f"{piece.name} ({piece.profile})"
    place, found = piece.place, []
    result = printed.audit
    for over in result.overflows:
        found.append(_overflow(piece, over, label, district))
    if result.lost:
        counts = {"ada": len(result.letters_in), "tercetak": len(result.letters_out)}
        found.append(problem("teks-hilang", place, lembar=label, daerah=district, **counts))
    found += _panels(piece, result.panels, label, district)
    if result.pages != piece.sheets:
        found.append(problem("halaman-lebih", place, lembar=label, ada=result.pages, harus=piece.sheets))
    found += _written(piece, read_pdf(printed.pdf), label)
    if piece.profile == "percetakan" and (colours := other_colours(printed.pdf)):
        found.append(problem("warna-bukan-cmyk", place, lembar=label, rinci=", ".join(sorted(colours))))
    for text in printed.warnings:
        found.append(complaint(text, place, label))
    return found


def check_form(piece: ComposedPiece, derivation: Derivation | None, pdf: bytes, district: str) -> list[Problem]:
    """What is wrong with a file as it is handed out: its codes as a camera reads them, and its blank edge."""
    label = f"{piece.name} ({piece.profile}{', ' + derivation if derivation else ''})"
    place, seen = piece.place, look(pdf)
    found = [
        problem("lembar-terlarang", place, lembar=label, daerah=district, isi=shown(what)) for what in forbidden(pdf)
    ]
    wanted = piece.qr_url if piece.qr_url and QR in piece.html else None
    if set(seen.codes) != ({wanted} if wanted else set()):
        read = ", ".join(sorted(set(seen.codes)))
        found.append(
            problem("qr-salah", place, lembar=label, daerah=district, harus=wanted or NO_CODE, ada=read or NO_CODE)
        )
    if piece.profile in DRY_EDGE:
        for ink in seen.near_edge:
            where = {"nomor": ink.page, "sisi": ink.side, "mm": _decimal(ink.mm)}
            found.append(problem("tepi-tercetak", place, lembar=label, daerah=district, **where))
    return found


def _panels(piece: ComposedPiece, reports: tuple[PanelReport, ...], label: str, district: str) -> list[Problem]:
    """Whether all panels are there, in the order in which a hand opens them, neither crammed nor nearly empty."""
    found = []
    there = [report.panel for report in reports if report.panel in piece.panels]
    for panel in piece.panels:
        if panel not in there:
            found.append(problem("panel-hilang", piece.place, lembar=label, panel=panel, daerah=district))
    if not found and there != list(piece.panels):
        orders = {"ada": ", ".join(there), "harus": ", ".join(piece.panels)}
        found.append(problem("panel-urutan", piece.place, lembar=label, **orders))
    for report in reports:
        where = {"lembar": label, "panel": report.panel, "daerah": district}
        if report.panel in piece.panels and report.fill < LOOSE:
            found.append(warning("panel-longgar", piece.place, isi=round(report.fill * 100), **where))
        if piece.fit and report.panel in piece.fit.panels and 0 < report.body_pt < piece.fit.body_pt - 0.01:
            sizes = {"ada": _decimal(report.body_pt), "batas": _decimal(piece.fit.body_pt)}
            found.append(problem("huruf-kecil", piece.place, **where, **sizes))
    return found


def _written(piece: ComposedPiece, facts: PdfFacts, label: str) -> list[Problem]:
    """Whether the written PDF is sound: its boxes, its fonts, its syntax."""
    place, found = piece.place, []
    scale = ENLARGED if piece.profile == "besar" else 1
    width, height = piece.width_mm * scale, piece.height_mm * scale
    around = BLEED_MM + SLUG_MM if piece.profile == "percetakan" else 0
    bleed = BLEED_MM if piece.profile == "percetakan" else 0
    for number, trim in enumerate(facts.trims, 1):
        sizes = [trim[2] - trim[0], trim[3] - trim[1]]
        if abs(sizes[0] - width) > TOLERANCE_MM or abs(sizes[1] - height) > TOLERANCE_MM:
            given = {"ada": _size(*(round(size, 1) for size in sizes)), "harus": _size(width, height)}
            found.append(problem("ukuran-salah", place, lembar=label, nomor=number, **given))
        margins = [abs(trim[i] - around) for i in (0, 1)]
        margins += [abs(abs(a - b) - bleed) for a, b in zip(trim, facts.bleeds[number - 1], strict=True)]
        if max(margins) > TOLERANCE_MM:
            found.append(problem("pdf-cacat", place, lembar=label, rinci=f"TrimBox/BleedBox {number}"))
    for font in sorted(name for name in facts.fonts if not name.startswith(ALLOWED_FONTS)):
        found.append(problem("huruf-asing", place, lembar=label, huruf=font))
    for font in sorted(name for name in facts.loose if name.startswith(ALLOWED_FONTS)):
        found.append(problem("pdf-cacat", place, lembar=label, rinci=font))
    for fault in facts.faults:
        found.append(problem("pdf-cacat", place, lembar=label, rinci=fault))
    return found


def _overflow(piece: ComposedPiece, over: Overflow, label: str, district: str) -> Problem:
    words = over.text.split()
    quoted = over.sentence or over.text
    excerpt = quoted if len(quoted) <= EXCERPT else quoted[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return problem(
        "teks-tidak-muat",
        piece.place,
        lembar=label,
        panel=over.panel,
        daerah=district,
        mm=_decimal(over.mm),
        sisi=over.side,
        baris=over.lines,
        kata=max(1, len(words)),
        kutipan=excerpt,
    )


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _size(width_mm: float, height_mm: float) -> str:
    return f"{width_mm:g} × {height_mm:g}".replace(".", ",")
