"""A composed piece -> a laid-out document, on pages too tall to lose anything."""

from __future__ import annotations

import gc
import itertools
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

from selebaran.model.fitting import GivesWay
from selebaran.model.piece import BLEED_MM, PAGE_HEAD, QR, ComposedPiece
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.model.sizes import Profile
from selebaran.press.audit import Audit, audit
from selebaran.press.blanks import drop_blanks
from selebaran.press.culprit import TooLong, too_long_in
from selebaran.press.drawings import kept_images
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.fit import LayOut, Setting, Trial, fitted
from selebaran.press.fonts import font_files, sealed_fontconfig
from selebaran.press.foot import lower_feet
from selebaran.press.giving import give_way, smaller, texts_of
from selebaran.press.impose import enlarged
from selebaran.press.ink.expected import Asked, asked
from selebaran.press.inks import Inks
from selebaran.press.list_bodies import give_bodies
from selebaran.press.logged import warnings_logged
from selebaran.press.marks import SLUG_MM, for_print_shop
from selebaran.press.one_link import one_link_each
from selebaran.press.page_head import page_head_svg
from selebaran.press.qr import qr_svg
from selebaran.press.scripts import Script, script_fonts, scripts_of
from selebaran.press.table_heads import tell_scopes
from selebaran.press.tidy_tags import tidy_tags

HEAD_FONT = "asset:huruf/PublicSans-SemiBold.ttf"
TALL = 4
"""How many times too tall the page is on which a sheet is laid out."""

SOME = 6
"""Layouts after which dead ones are cleared up; hardly a sheet needs as many."""

FACES = tuple(
    f'font-weight: {weight}; src: url("asset:huruf/PublicSans-{name}.ttf")'
    for weight, name in ((400, "Regular"), (700, "Bold"))
)


def _audible(document: Any, pdf: Any) -> None:
    """What a PDF still lacks for those who hear it: heads of tables that say of what, items of lists with a body,
    links that are one link each, and nothing that says nothing."""
    tell_scopes(document, pdf)
    give_bodies(document, pdf)
    one_link_each(document, pdf)
    tidy_tags(document, pdf)


VARIANTS: dict[Profile, dict[str, Any]] = {"layar": {"pdf_variant": "pdf/ua-1", "finisher": _audible}}
"""What a profile asks of the PDF. UA-1 is ISO 14289: tagged, with language, title and alternative texts."""


@dataclass(frozen=True)
class Printed:
    """A written PDF with what the audit and the log say of it. `scale` is that of the text that was made to fit, `gone`
    what gave way for it, `asked` what its pages should show; where it does not fit all the same, `too_long` are the
    values that are to blame."""

    pdf: bytes
    audit: Audit
    warnings: tuple[str, ...]
    scale: float = 1.0
    gone: tuple[GivesWay, ...] = ()
    too_long: tuple[TooLong, ...] = ()
    asked: tuple[Asked, ...] = ()


class Press:
    """Everything that printing needs and that is worth keeping warm: fonts and parsed stylesheets.

    `fonts` are those of `font_files`, which are made or found below `cache` where they aren't given; `inks` are those
    of the print shop, an estimate where they aren't given. A press with fonts for `scripts` prints the sheets that need
    these and no other: a font that was loaded serves every later sheet. A `plain` one leaves all to WeasyPrint: what it
    prints is right, and every other press prints the same."""

    def __init__(
        self,
        cache: Path,
        fonts: Mapping[str, bytes] | None = None,
        inks: Inks | None = None,
        scripts: tuple[Script, ...] = (),
        *,
        plain: bool = False,
    ) -> None:
        self.inks = inks or Inks.estimated()
        given = fonts or font_files(cache)
        self._fonts = {f"asset:huruf/{name}": body for name, body in given.items()}
        for script in scripts:
            self._fonts |= script_fonts(script)
        with sealed_fontconfig(cache):
            self._font_config = FontConfiguration()
        self._faces = tuple(script.css for script in scripts)
        self._stylesheet = lru_cache(maxsize=64)(self._parse)
        self._with = lru_cache(maxsize=4)(lambda wanted: Press(cache, given, self.inks, wanted, plain=plain))
        self._is_plain = plain

    def _parse(self, css: str) -> tuple[CSS, tuple[str, ...]]:
        """A parsed stylesheet, and what WeasyPrint logged of it: it does so once, and every piece must hear of it."""
        fetcher = SealedFetcher(self._fonts)
        with warnings_logged() as warnings:
            parsed = CSS(string=css, base_url="asset:", url_fetcher=fetcher, font_config=self._font_config)
        return parsed, tuple(warnings)

    def print(self, piece: ComposedPiece) -> Printed:
        """The PDF of a piece, its audit, and every warning that WeasyPrint logged on the way."""
        if not self._faces and (scripts := scripts_of(piece.html)):
            return self._with(scripts).print(piece)
        with _undisturbed(), warnings_logged() as warnings:
            lay_out = _tidied(lambda setting: self._lay_out(piece, setting))
            chosen = fitted(piece.elastic, lay_out)
            too_long = too_long_in(piece, chosen, lay_out)
            document: Document = chosen.document
            if not piece.flows:
                lower_feet(document)
            for laid_out in () if piece.flows else document.pages:
                laid_out.height = piece.height_mm * 96 / 25.4
            wanted = asked(document)
            pdf = document.write_pdf(**VARIANTS.get(piece.profile, {}))
        assert pdf is not None
        if piece.profile == "percetakan":
            pdf = for_print_shop(pdf, self.inks, piece.folds_mm, piece.order.drawn_hem if piece.order else None)
        elif piece.profile == "besar":
            pdf = enlarged(pdf)
        logged = tuple(dict.fromkeys((*chosen.warnings, *warnings)))
        return Printed(pdf, chosen.audit, logged, chosen.scale, chosen.setting.gone, too_long, wanted)

    def page(self, html: str, css: str) -> bytes:
        """A plain page in our fonts, which nothing is told from but what stands on it."""
        faces = "".join(f'@font-face {{ font-family: "Public Sans"; {face} }}' for face in FACES)
        with _undisturbed(), warnings_logged():
            styles = [self._stylesheet(text)[0] for text in (faces, css)]
            drawn = HTML(string=html, base_url="asset:", url_fetcher=SealedFetcher(self._fonts))
            pdf: bytes | None = drawn.write_pdf(stylesheets=styles, font_config=self._font_config)
        assert pdf is not None
        return pdf

    def _lay_out(self, piece: ComposedPiece, setting: Setting) -> Trial:
        """The piece in a setting, on tall pages, or on as many as it takes where its text flows: nothing is dropped
        there either."""
        bleed = f"; bleed: {BLEED_MM + SLUG_MM}mm" if piece.profile == "percetakan" else ""
        page = f"@page {{ size: {piece.width_mm}mm {piece.height_mm * (1 if piece.flows else TALL)}mm{bleed} }}"
        with warnings_logged() as warnings:
            parsed = [
                self._stylesheet(css)
                for css in (*self._faces, *piece.stylesheets, page, setting.css, smaller(setting))
                if css
            ]
            warnings += [text for _, texts in parsed for text in texts]
            styles = [style for style, _ in parsed]
            assets = {**piece.assets, **self._drawn(piece)}
            fetcher = SealedFetcher({**self._fonts, **assets})
            html = HTML(string=piece.html, base_url="asset:", url_fetcher=fetcher)
            loose = give_way(html.etree_element, setting, piece.elastic)
            if piece.profile == "percetakan":
                _add_slug_lines(html, piece.slug_line)
            if piece.flows:
                drop_blanks(html.etree_element.find("body"))
            images = {} if self._is_plain else kept_images(assets)
            document = _rendered(html, styles, self._font_config, piece, images)
            text = "".join(html.etree_element.find("body").itertext())
        texts = texts_of(html.etree_element)
        return Trial(document, audit(document, text, piece.height_mm), tuple(warnings), texts, loose, setting)

    def _drawn(self, piece: ComposedPiece) -> dict[str, bytes]:
        """What is drawn for this piece alone, by address: its QR code, and the mark at the head of its pages."""
        qr = {QR: qr_svg(piece.qr_url)} if piece.qr_url else {}
        head = {PAGE_HEAD: page_head_svg(piece.page_head, self._fonts[HEAD_FONT])} if piece.page_head else {}
        return {**qr, **head}


def _rendered(
    html: HTML, styles: list[CSS], fonts: FontConfiguration, piece: ComposedPiece, images: dict[str, Any]
) -> Document:
    """The pages. WeasyPrint stops without a word at a calc() with a variable that has no value; that is a problem."""
    try:
        return html.render(stylesheets=styles, font_config=fonts, cache=images)
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


def _tidied(lay_out: LayOut) -> LayOut:
    """The same, clearing up dead layouts when many were tried: each is some ten megabytes."""
    tries = itertools.count(1)

    def lay_out_again(setting: Setting) -> Trial:
        if next(tries) % SOME == 0:
            gc.collect()
        return lay_out(setting)

    return lay_out_again


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
