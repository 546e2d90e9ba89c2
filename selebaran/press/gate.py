"""What a printed piece must pass before it counts as made: everything that keeps a sheet from being handed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from selebaran.jobs.stages import staged
from selebaran.model.piece import DRY_EDGE, QR, ComposedPiece, Form
from selebaran.model.problem import Problem, problem, warning
from selebaran.press.audit import Overflow, PanelReport
from selebaran.press.colour import other_colours
from selebaran.press.complaints import complaint, shapeless
from selebaran.press.culprit import TooLong
from selebaran.press.fonts import FAMILIES
from selebaran.press.forbidden import forbidden
from selebaran.press.hearing import check_heard
from selebaran.press.ink.report import COLOURED, unreadable
from selebaran.press.layout import Printed
from selebaran.press.outline import outline_of
from selebaran.press.pdf import PdfFacts, read_pdf
from selebaran.press.raster import Look, look, look_at_placed
from selebaran.press.scripts import SCRIPTS
from selebaran.read.text import shown
from selebaran.words.visible import visible

ALLOWED_FONTS = tuple(
    family.replace(" ", "-") for family in (*(f.name for f in FAMILIES), *(s.family for s in SCRIPTS))
)
"""How the PDF's font names begin; WeasyPrint adds the weight in Pango's words."""
EXCERPT = 140
NO_CODE = "-"
TOO_LONG, SHAPELESS = "isian-tidak-muat", "huruf-tanpa-rupa"
LOOSE = 0.55
"""A panel that is less full looks as if something were missing."""
TOLERANCE_MM = 0.2


def check_printed(piece: ComposedPiece, printed: Printed, district: str) -> list[Problem]:
    """What is wrong with a piece as it was laid out and written. Only warnings don't stop it."""
    label, place = piece.label, piece.place
    found = [_too_long(value, piece.name, piece.profile, district) for value in printed.too_long]
    found += _laid_out(piece, printed, label, district)
    found += _written(piece, read_pdf(printed.pdf), label)
    if piece.profile == "percetakan" and (colours := other_colours(printed.pdf)):
        found.append(problem("warna-bukan-cmyk", place, lembar=label, rinci=", ".join(sorted(colours))))
    found += _shapeless(piece, shapeless(printed.warnings), label, district)
    found += [complaint(text, place, label) for text in printed.warnings if not shapeless([text])]
    # What runs out of its panel or isn't there at all has been told; its words would only be told again.
    if not any(fault.is_error for fault in found):
        found += unreadable(piece, printed.asked, printed.pdf, label, district)
    if piece.profile == "layar":
        found += check_heard(piece, printed.pdf, printed.audit, district)
    return found


def _laid_out(piece: ComposedPiece, printed: Printed, label: str, district: str) -> Iterator[Problem]:
    """What ran out of its panel, got lost, or stands on a page too many. Where values are too long, they are told."""
    result = printed.audit
    for over in result.overflows if not printed.too_long else ():
        yield _overflow(piece, over, label, district)
    if result.lost:
        counts = {"ada": len(result.letters_in), "tercetak": len(result.letters_out)}
        yield problem("huruf-hilang", piece.place, lembar=label, daerah=district, **counts)
    if piece.flows:
        return
    yield from _panels(piece, result.panels, label, district)
    if result.pages != piece.sheets:
        yield problem("halaman-lebih", piece.place, lembar=label, ada=result.pages, harus=piece.sheets)


@staged("baca-ulang")
def check_form(
    piece: ComposedPiece, form: Form | None, pdf: bytes, district: str, of: bytes | None = None
) -> list[Problem]:
    """What is wrong with a file as it is handed out: its codes as a camera reads them, and its blank edge. `of` is the
    sheet whose pages are placed on it, where that is so."""
    label = form.label(piece.name) if form else piece.label
    where = {"lembar": label, "daerah": district}
    seen = _seen(pdf, of, colour=piece.profile in COLOURED)
    found = [problem("lembar-terlarang", piece.place, isi=shown(what), **where) for what in forbidden(pdf)]
    wanted = {piece.qr_url} if piece.qr_url and QR in piece.html else set()
    if set(seen.codes) != wanted:
        codes = {"harus": _listed(wanted), "ada": _listed(seen.codes)}
        found.append(problem("qr-salah", piece.place, **where, **codes))
    for ink in seen.near_edge if piece.profile in DRY_EDGE else ():
        spot = {"nomor": ink.page, "sisi": ink.side, "mm": _decimal(ink.mm)}
        found.append(problem("tepi-tercetak", piece.place, **where, **spot))
    return found


def _seen(pdf: bytes, of: bytes | None, *, colour: bool) -> Look:
    """What is seen of a file. Nothing is new on one on which pages are placed but their places and their size."""
    return look(pdf, colour=colour) if of is None or colour else look_at_placed(pdf, look(of, colour=colour))


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
    """Whether a panel looks empty that shouldn't be, or had to be set too small to hold its text."""
    is_free = report.panel in piece.may_be_empty and not report.fill
    if report.panel in piece.panels and not is_free and report.fill < LOOSE:
        yield warning("panel-longgar", piece.place, isi=round(report.fill * 100), **where)
    floor = piece.elastic.floor_pt(report.panel)
    if 0 < report.body_pt < floor - 0.01:
        sizes = {"ada": _decimal(report.body_pt), "batas": _decimal(floor)}
        yield problem("huruf-kecil", piece.place, **where, **sizes)


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
    width, height = outline.size_mm(piece.width_mm, piece.height_mm)
    for number, (trim, bleed) in enumerate(zip(facts.trims, facts.bleeds, strict=True), 1):
        wide, high = trim[2] - trim[0], trim[3] - trim[1]
        if max(abs(wide - width), abs(high - height)) > TOLERANCE_MM:
            sizes = {"ada": _size(round(wide, 1), round(high, 1)), "harus": _size(width, height)}
            yield problem("ukuran-salah", piece.place, lembar=label, nomor=number, **sizes)
        slips = [abs(trim[0] - outline.around_mm), abs(trim[1] - outline.around_mm)]
        slips += [abs(abs(inner - outer) - outline.bleed_mm) for inner, outer in zip(trim, bleed, strict=True)]
        if max(slips) > TOLERANCE_MM:
            yield problem("pdf-cacat", piece.place, lembar=label, rinci=f"TrimBox/BleedBox {number}")


def _too_long(value: TooLong, name: str, profile: str, district: str) -> Problem:
    """A value of the district that has to be shorter, said where it was typed."""
    filled = value.filled
    counts = {"lebih": value.surplus, "batas": value.fits, "pendek": filled.short}
    where = {"lembar": f"{name} ({profile})", "daerah": district}
    return problem(TOO_LONG, filled.place, isian=filled.called, **where, **counts)


def _shapeless(piece: ComposedPiece, missing: str, label: str, district: str) -> Iterator[Problem]:
    """Letters that no font has, once for each text that has them, said where it was typed."""
    words, left = " ".join(unescape(piece.html).split()), set(missing)
    where = {"lembar": label, "daerah": district}
    for filled in piece.elastic.filled:
        if (letters := set(missing) & set(filled.text)) and filled.stands_in(words):
            left -= letters
            yield problem(SHAPELESS, filled.place, isian=filled.called, huruf=_coded(letters), **where)
    if left:
        yield problem(SHAPELESS, piece.place, isian=piece.title, huruf=_coded(left), **where)


def _coded(letters: Iterable[str]) -> str:
    """Letters with their code points: who typed one may not see what is wrong with it."""
    return ", ".join(f"'{visible(letter)}' (U+{ord(letter):04X})" for letter in sorted(letters))


def together(faults: Iterable[Problem]) -> list[Problem]:
    """Faults of several sheets; what is wrong with one value of the district is said once, with all of them."""
    said: dict[tuple[object, ...], Problem] = {}
    for fault in faults:
        values = dict(fault.values)
        key: tuple[object, ...] = (fault,)
        if fault.code in (TOO_LONG, SHAPELESS):
            key = (fault.code, fault.place, values["isian"])
            if key in said:
                values = _worse(values, dict(said[key].values))
        said[key] = problem(fault.code, fault.place, **values) if fault.is_error else fault
    return list(said.values())


def _worse(values: dict[str, str], before: dict[str, str]) -> dict[str, str]:
    """Of two faults of one value the sheets of both, and the narrower room."""
    narrow = min(values, before, key=lambda one: int(one.get("batas", 0)))
    sheets = dict.fromkeys((*before["lembar"].split(", "), values["lembar"]))
    return {**narrow, "lembar": ", ".join(sheets)}


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
