"""What a printed piece must pass before it counts as made: everything that keeps a sheet from being handed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selebaran.model.piece import DRY_EDGE, QR, ComposedPiece, Fit, Form
from selebaran.model.problem import Problem, problem, warning
from selebaran.press.audit import Overflow, PanelReport
from selebaran.press.colour import other_colours
from selebaran.press.complaints import complaint
from selebaran.press.fonts import FAMILIES
from selebaran.press.forbidden import forbidden
from selebaran.press.layout import Printed
from selebaran.press.outline import outline_of
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


def check_printed(piece: ComposedPiece, printed: Printed, district: str) -> list[Problem]:
    """What is wrong with a piece as it was laid out and written. Only warnings don't stop it."""
    label = piece.label
    place, found = piece.place, []
    result = printed.audit
    for over in result.overflows:
        found.append(_overflow(piece, over, label, district))
    if result.lost:
        counts = {"ada": len(result.letters_in), "tercetak": len(result.letters_out)}
        found.append(problem("huruf-hilang", place, lembar=label, daerah=district, **counts))
    found += _panels(piece, result.panels, label, district)
    if result.pages != piece.sheets:
        found.append(problem("halaman-lebih", place, lembar=label, ada=result.pages, harus=piece.sheets))
    found += _written(piece, read_pdf(printed.pdf), label)
    if piece.profile == "percetakan" and (colours := other_colours(printed.pdf)):
        found.append(problem("warna-bukan-cmyk", place, lembar=label, rinci=", ".join(sorted(colours))))
    for text in printed.warnings:
        found.append(complaint(text, place, label))
    return found


def check_form(piece: ComposedPiece, form: Form | None, pdf: bytes, district: str) -> list[Problem]:
    """What is wrong with a file as it is handed out: its codes as a camera reads them, and its blank edge."""
    label = form.label(piece.name) if form else piece.label
    where = {"lembar": label, "daerah": district}
    seen = look(pdf)
    found = [problem("lembar-terlarang", piece.place, isi=shown(what), **where) for what in forbidden(pdf)]
    wanted = {piece.qr_url} if piece.qr_url and QR in piece.html else set()
    if set(seen.codes) != wanted:
        codes = {"harus": _listed(wanted), "ada": _listed(seen.codes)}
        found.append(problem("qr-salah", piece.place, **where, **codes))
    for ink in seen.near_edge if piece.profile in DRY_EDGE else ():
        spot = {"nomor": ink.page, "sisi": ink.side, "mm": _decimal(ink.mm)}
        found.append(problem("tepi-tercetak", piece.place, **where, **spot))
    return found


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(set(codes))) or NO_CODE


def _panels(piece: ComposedPiece, reports: tuple[PanelReport, ...], label: str, district: str) -> Iterator[Problem]:
    """Whether all panels are there, in the order in which a hand opens them, neither crammed nor nearly empty."""
    there = [report.panel for report in reports if report.panel in piece.panels]
    missing = [panel for panel in piece.panels if panel not in there]
    for panel in missing:
        yield problem("panel-hilang", piece.place, lembar=label, panel=panel, daerah=district)
    if not missing and there != list(piece.panels):
        orders = {"ada": ", ".join(there), "harus": ", ".join(piece.panels)}
        yield problem("panel-urutan", piece.place, lembar=label, **orders)
    for report in reports:
        yield from _fullness(piece, report, {"lembar": label, "panel": report.panel, "daerah": district})


def _fullness(piece: ComposedPiece, report: PanelReport, where: dict[str, str]) -> Iterator[Problem]:
    """Whether a panel looks empty, or had to be set too small to hold its text."""
    if report.panel in piece.panels and report.fill < LOOSE:
        yield warning("panel-longgar", piece.place, isi=round(report.fill * 100), **where)
    if piece.fit and _is_small(report, piece.fit):
        sizes = {"ada": _decimal(report.body_pt), "batas": _decimal(piece.fit.body_pt)}
        yield problem("huruf-kecil", piece.place, **where, **sizes)


def _is_small(report: PanelReport, fit: Fit) -> bool:
    """Whether most letters of a panel became smaller than the piece allows."""
    return report.panel in fit.panels and 0 < report.body_pt < fit.body_pt - 0.01


def _written(piece: ComposedPiece, facts: PdfFacts, label: str) -> Iterator[Problem]:
    """Whether the written PDF is sound: its boxes, its fonts, its syntax."""
    yield from _boxes(piece, facts, label)
    for font in sorted(name for name in facts.fonts if not name.startswith(ALLOWED_FONTS)):
        yield problem("huruf-asing", piece.place, lembar=label, huruf=font)
    for font in sorted(name for name in facts.loose if name.startswith(ALLOWED_FONTS)):
        yield problem("pdf-cacat", piece.place, lembar=label, rinci=font)
    for fault in facts.faults:
        yield problem("pdf-cacat", piece.place, lembar=label, rinci=fault)


def _boxes(piece: ComposedPiece, facts: PdfFacts, label: str) -> Iterator[Problem]:
    """Pages that are cut to another size than the sheet's, or not where the bleed and the slug end."""
    outline = outline_of(piece.profile)
    width, height = piece.width_mm * outline.scale, piece.height_mm * outline.scale
    for number, (trim, bleed) in enumerate(zip(facts.trims, facts.bleeds, strict=True), 1):
        wide, high = trim[2] - trim[0], trim[3] - trim[1]
        if max(abs(wide - width), abs(high - height)) > TOLERANCE_MM:
            sizes = {"ada": _size(round(wide, 1), round(high, 1)), "harus": _size(width, height)}
            yield problem("ukuran-salah", piece.place, lembar=label, nomor=number, **sizes)
        slips = [abs(trim[0] - outline.around_mm), abs(trim[1] - outline.around_mm)]
        slips += [abs(abs(inner - outer) - outline.bleed_mm) for inner, outer in zip(trim, bleed, strict=True)]
        if max(slips) > TOLERANCE_MM:
            yield problem("pdf-cacat", piece.place, lembar=label, rinci=f"TrimBox/BleedBox {number}")


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
