"""A composed piece -> a laid-out document, on pages too tall to lose anything."""

from __future__ import annotations

import gc
import logging
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import SubElement

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from selebaran.model.piece import BLEED_MM, QR, ComposedPiece, Profile
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.press.audit import Audit, audit
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.fit import Trial, fitted
from selebaran.press.fonts import font_files, sealed_fontconfig
from selebaran.press.impose import enlarged
from selebaran.press.inks import Inks
from selebaran.press.marks import SLUG_MM, for_print_shop
from selebaran.press.qr import qr_svg
from selebaran.press.table_heads import tell_scopes

TALL = 4
"""How many times too tall the page is on which a sheet is laid out."""

FACES = tuple(
    f'font-weight: {weight}; src: url("asset:huruf/PublicSans-{name}.ttf")'
    for weight, name in ((400, "Regular"), (700, "Bold"))
)

VARIANTS: dict[Profile, dict[str, Any]] = {"layar": {"pdf_variant": "pdf/ua-1", "finisher": tell_scopes}}
"""What a profile asks of the PDF. UA-1 is ISO 14289: tagged, with language, title and alternative texts."""


@dataclass(frozen=True)
class Printed:
    """A written PDF with what the audit and the log say of it. `scale` is that of the text that was made to fit."""

    pdf: bytes
    audit: Audit
    warnings: tuple[str, ...]
    scale: float = 1.0


class Press:
    """Everything that printing needs and that is worth keeping warm: fonts and parsed stylesheets.

    `fonts` are those of `font_files`, which are made or found below `cache` where they aren't given; `inks` are those
    of the print shop, an estimate where they aren't given."""

    def __init__(self, cache: Path, fonts: Mapping[str, bytes] | None = None, inks: Inks | None = None) -> None:
        self.inks = inks or Inks.estimated()
        self._fonts = {f"asset:huruf/{name}": body for name, body in (fonts or font_files(cache)).items()}
        with sealed_fontconfig(cache):
            self._font_config = FontConfiguration()
        self._stylesheet = lru_cache(maxsize=64)(self._parse)

    def _parse(self, css: str) -> tuple[CSS, tuple[str, ...]]:
        """A parsed stylesheet, and what WeasyPrint logged of it: it does so once, and every piece must hear of it."""
        fetcher = SealedFetcher(self._fonts)
        with _warnings() as warnings:
            parsed = CSS(string=css, base_url="asset:", url_fetcher=fetcher, font_config=self._font_config)
        return parsed, tuple(warnings)

    def print(self, piece: ComposedPiece) -> Printed:
        """The PDF of a piece, its audit, and every warning that WeasyPrint logged on the way."""
        with _undisturbed(), _warnings() as warnings:
            chosen = fitted(piece.fit, lambda css: self._lay_out(piece, css))
            document: Document = chosen.document
            for laid_out in document.pages:
                laid_out.height = piece.height_mm * 96 / 25.4
            pdf = document.write_pdf(**VARIANTS.get(piece.profile, {}))
        assert pdf is not None
        if piece.profile == "percetakan":
            pdf = for_print_shop(pdf, self.inks, piece.folds_mm, piece.order.drawn_hem if piece.order else None)
        elif piece.profile == "besar":
            pdf = enlarged(pdf)
        return Printed(pdf, chosen.audit, tuple(dict.fromkeys((*chosen.warnings, *warnings))), chosen.scale)

    def page(self, html: str, css: str) -> bytes:
        """A plain page in our fonts, which nothing is told from but what stands on it."""
        faces = "".join(f'@font-face {{ font-family: "Public Sans"; {face} }}' for face in FACES)
        with _undisturbed(), _warnings():
            styles = [self._stylesheet(text)[0] for text in (faces, css)]
            drawn = HTML(string=html, base_url="asset:", url_fetcher=SealedFetcher(self._fonts))
            pdf: bytes | None = drawn.write_pdf(stylesheets=styles, font_config=self._font_config)
        assert pdf is not None
        return pdf

    def _lay_out(self, piece: ComposedPiece, scaling: str) -> Trial:
        """The piece on tall pages. `scaling` is a stylesheet that comes last; it may be empty."""
        bleed = f"; bleed: {BLEED_MM + SLUG_MM}mm" if piece.profile == "percetakan" else ""
        page = f"@page {{ size: {piece.width_mm}mm {piece.height_mm * TALL}mm{bleed} }}"
        with _warnings() as warnings:
            parsed = [self._stylesheet(css) for css in (*piece.stylesheets, page, scaling) if css]
            warnings += [text for _, texts in parsed for text in texts]
            styles = [style for style, _ in parsed]
            qr = {QR: qr_svg(piece.qr_url)} if piece.qr_url else {}
            fetcher = SealedFetcher({**self._fonts, **piece.assets, **qr})
            html = HTML(string=piece.html, base_url="asset:", url_fetcher=fetcher)
            if piece.profile == "percetakan":
                _add_slug_lines(html, piece.slug_line)
            document = _rendered(html, styles, self._font_config, piece)
            text = "".join(html.etree_element.find("body").itertext())
        return Trial(document, audit(document, text, piece.height_mm), tuple(warnings))


def _rendered(html: HTML, styles: list[CSS], fonts: FontConfiguration, piece: ComposedPiece) -> Document:
    """The pages. WeasyPrint stops without a word at a calc() with a variable that has no value; that is a problem."""
    try:
        return html.render(stylesheets=styles, font_config=fonts)
    except AssertionError as error:
        if "_resolve_calc" not in "".join(traceback.format_tb(error.__traceback__)):
            raise
        place = Place(piece.place.file.replace("piece.html", "piece.css"))
        raise ProblemsFound((problem("cetak-css-hitung", place, lembar=piece.label),)) from error


def _add_slug_lines(html: HTML, line: str) -> None:
    """What a print shop reads beside each sheet, outside of the trim."""
    sheets = [s for s in html.etree_element.iter("section") if "sheet" in s.get("class", "").split()]
    for number, sheet in enumerate(sheets, 1):
        SubElement(sheet, "div", {"class": "selip"}).text = f"{line} · {number}/{len(sheets)}"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Within the block nothing looks for dead cycles: a sheet is some hundred thousand objects that are all in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What WeasyPrint logs instead of failing: a lost image, an unknown property."""
    texts: list[str] = []

    class _Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            texts.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), _Keep(logging.WARNING)
    before = logger.propagate, logger.handlers[:]
    logger.handlers, logger.propagate = [handler], False
    try:
        yield texts
    finally:
        logger.propagate, logger.handlers = before
