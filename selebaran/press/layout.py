"""A composed piece -> a laid-out document, on pages too tall to lose anything."""

from __future__ import annotations

import gc
import itertools
import traceback
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from selebaran.jobs.collecting import paused
from selebaran.jobs.fallbacks import FallingBack
from selebaran.jobs.stages import staged
from selebaran.model.fitting import GivesWay
from selebaran.model.piece import BLEED_MM, PAGE_HEAD, QR, ComposedPiece
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.model.sizes import Profile
from selebaran.press.arrays import know_arrays
from selebaran.press.audit import Audit, audit
from selebaran.press.blanks import drop_blanks
from selebaran.press.culprit import TooLong, too_long_in
from selebaran.press.descriptions import known_descriptions
from selebaran.press.drawings import Images, kept_images
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.fit import LayOut, Setting, Trial, first_setting, fitted
from selebaran.press.flow import Recorder
from selebaran.press.fonts import font_files, sealed_fontconfig
from selebaran.press.foot import lower_feet
from selebaran.press.giving import give_way, set_otherwise, smaller, texts_of
from selebaran.press.impose import enlarged
from selebaran.press.ink.expected import Asked, asked
from selebaran.press.ink.report import learn
from selebaran.press.inks import Inks
from selebaran.press.list_bodies import give_bodies
from selebaran.press.logged import warnings_logged
from selebaran.press.marks import SLUG_MM, for_print_shop
from selebaran.press.one_link import one_link_each
from selebaran.press.packed import remembering
from selebaran.press.page_head import page_head_svg
from selebaran.press.panels import Shared, Source
from selebaran.press.parsed import html_of
from selebaran.press.prepared import LaidOut, Prepared
from selebaran.press.qr import qr_svg
from selebaran.press.scripts import Script, script_fonts, scripts_of
from selebaran.press.styles import KeptStyles
from selebaran.press.table_heads import tell_scopes
from selebaran.press.tidy_tags import tidy_tags
from selebaran.press.values import short_ways

HEAD_FONT = "asset:huruf/PublicSans-SemiBold.ttf"
TALL = 4
"""How many times too tall the page is on which a sheet is laid out."""

SOME = 6
"""Layouts after which dead ones are cleared up; hardly a sheet needs as many."""

MOST_PREPARED = 128
"""As many sheets for no district are kept."""
_Key = tuple[str, str, float, float, tuple[str, ...], str]

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
    values that are to blame. `is_merged` tells that some of its panels were laid out on the sheet for no district."""

    pdf: bytes
    audit: Audit
    warnings: tuple[str, ...]
    scale: float = 1.0
    gone: tuple[GivesWay, ...] = ()
    too_long: tuple[TooLong, ...] = ()
    asked: tuple[Asked, ...] = ()
    is_merged: bool = False


class _Tried(NamedTuple):
    """A piece as it was laid out once: from which source, and how it came out."""

    source: Source | None
    laid: LaidOut
    trial: Trial

    def again(self, like: Prepared) -> Prepared:
        """What it shares in another setting, beside or in place of what it shared with its sheet for no district."""
        if self.source is None or self.trial.warnings:
            return like
        return self.laid.again(self.source, self.trial.audit, like) or like


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
        if not plain:
            know_arrays()
        self._prepared: dict[_Key, Prepared] = {}

    def _parse(self, css: str) -> tuple[CSS, tuple[str, ...]]:
        """A parsed stylesheet, and what WeasyPrint logged of it: it does so once, and every piece must hear of it."""
        fetcher = SealedFetcher(self._fonts)
        with warnings_logged() as warnings:
            parsed = CSS(string=css, base_url="asset:", url_fetcher=fetcher, font_config=self._font_config)
        return parsed, tuple(warnings)

    @property
    def reads(self) -> tuple[Path, ...]:
        """The folder of the fonts that were found before a fork: Pango opens each where it first draws with it."""
        folder = self._font_config._folder
        return (folder,) if folder else ()

    def prepare(self, pieces: Iterable[ComposedPiece]) -> None:
        """Lay out sheets for no district: panels that a district's sheet has in common with one aren't laid out again.
        Who forks does it first. What can't be laid out here is told of each district's sheet."""
        for piece in pieces:
            for css in piece.stylesheets:
                self._stylesheet(css)
            if self._is_plain or scripts_of(piece.html) or len(self._prepared) >= MOST_PREPARED:
                continue
            with paused(), self._known(), FallingBack(piece.label):
                self._prepare(piece)

    def _prepare(self, piece: ComposedPiece) -> None:
        styles, recorder = KeptStyles(piece.stylesheets), Recorder()
        source, _, trial = self._tried(piece, first_setting(piece.elastic), Prepared(styles, recorder=recorder))
        if trial.warnings:
            return
        panels = Shared.of(source, trial.document, trial.audit) if _can_share(piece) else None
        flow = recorder.flow(source, trial.document) if piece.flows and source else None
        pdf, wanted = self._written(piece, trial.document)  # so that drawings are kept as well
        if len(wanted) > 1 or panels:  # else a single page has words of every district
            learn(piece, wanted, pdf, pictured=all(key[0] != piece.name for key in self._prepared))
        self._prepared[_key(piece)] = Prepared(styles, panels, flow)

    @staged("gambar")
    def print(self, piece: ComposedPiece, *, whole: bool = False) -> Printed:
        """The PDF of a piece, its audit, and every warning that WeasyPrint logged on the way. As a `whole`, it shares
        no panel."""
        if not self._faces and (scripts := scripts_of(piece.html)):
            return self._with(scripts).print(piece)
        with paused(), self._known():  # its objects are gone before anything looks for dead cycles again
            return self._print(piece, whole=whole)

    @contextmanager
    def _known(self) -> Iterator[None]:
        """Within the block what WeasyPrint made once isn't made again; a plain press leaves all to it."""
        with ExitStack() as stack:
            for knowing in () if self._is_plain else (remembering, known_descriptions, short_ways):
                stack.enter_context(knowing())
            yield

    def _print(self, piece: ComposedPiece, *, whole: bool) -> Printed:
        like = None if whole else self._prepared.get(_key(piece))
        with warnings_logged() as warnings:
            lay_out = _tidied(self._trying(piece, like, is_alone=whole or self._is_plain))
            chosen = fitted(piece.elastic, lay_out)
            too_long = too_long_in(piece, chosen, lay_out)
            document: Document = chosen.document
            pdf, wanted = self._written(piece, document)
        logged = tuple(dict.fromkeys((*chosen.warnings, *warnings)))
        return Printed(pdf, chosen.audit, logged, chosen.scale, chosen.setting.gone, too_long, wanted, chosen.is_merged)

    def _trying(self, piece: ComposedPiece, like: Prepared | None, *, is_alone: bool) -> LayOut:
        """Lays a piece out in one setting after the other. If it isn't `alone`, panels that are set as they were at
        first aren't laid out again."""
        if like is None and not is_alone:
            like = Prepared(KeptStyles(piece.stylesheets))
        first: list[_Tried] = []

        def lay_out(setting: Setting) -> Trial:
            if like and first and _can_share(piece):
                return self._tried(piece, setting, first[0].again(like)).trial
            first.append(self._tried(piece, setting, like))
            return first[-1].trial

        return lay_out

    def _written(self, piece: ComposedPiece, document: Document) -> tuple[bytes, tuple[Asked, ...]]:
        """The PDF of a document, and what its pages should show."""
        if not piece.flows:
            lower_feet(document)
        for page in () if piece.flows else document.pages:
            page.height = piece.height_mm * 96 / 25.4
        wanted = asked(document)
        pdf: bytes = document.write_pdf(**VARIANTS.get(piece.profile, {}))
        if piece.profile == "percetakan":
            pdf = for_print_shop(pdf, self.inks, piece.folds_mm, piece.order.drawn_hem if piece.order else None)
        elif piece.profile == "besar":
            pdf = enlarged(pdf)
        return pdf, wanted

    def page(self, html: str, css: str) -> bytes:
        """A plain page in our fonts, which nothing is told from but what stands on it."""
        faces = "".join(f'@font-face {{ font-family: "Public Sans"; {face} }}' for face in FACES)
        with paused(), warnings_logged():
            styles = [self._stylesheet(text)[0] for text in (faces, css)]
            drawn = HTML(string=html, base_url="asset:", url_fetcher=SealedFetcher(self._fonts))
            pdf: bytes | None = drawn.write_pdf(stylesheets=styles, font_config=self._font_config)
        assert pdf is not None
        return pdf

    @staged("tata-letak")
    def _tried(self, piece: ComposedPiece, setting: Setting, like: Prepared | None) -> _Tried:
        """How the piece comes out in a setting; `like` is its sheet for no district, or another setting of it."""
        assets = self._assets(piece)
        with warnings_logged() as warnings:
            styles = self._styles(piece, setting, warnings)
            fetcher = SealedFetcher({**self._fonts, **assets})
            html = html_of(piece.html, "asset:", fetcher, plain=self._is_plain)
            root = html.etree_element
            loose = give_way(root, setting, piece.elastic)
            _finish_source(html, piece)
            text, texts = "".join(root.find("body").itertext()), texts_of(root)
            images = {} if self._is_plain else kept_images(assets)

            def lay_out(hidden: Collection[Element] = ()) -> Document:
                with like.styles.in_use(hidden) if like else nullcontext():
                    return _rendered(html, styles, self._font_config, piece, images)

            source = Source.of(root, assets)
            otherwise = set_otherwise(setting, first_setting(piece.elastic))
            laid = like.lay_out(source, piece.stylesheets, otherwise, lay_out) if like else LaidOut(lay_out())
            if laid is None:  # the source has stubs by now
                return self._tried(piece, setting, None)
        seen = audit(laid.document, text, piece.height_mm, laid.known)
        trial = Trial(laid.document, seen, tuple(warnings), texts, loose, setting, is_merged=laid.is_merged)
        return _Tried(source, laid, trial)

    def _styles(self, piece: ComposedPiece, setting: Setting, warnings: list[str]) -> list[CSS]:
        """The stylesheets, on tall pages, or on as many as it takes where text flows: nothing is dropped there either.
        What was logged of them is added to `warnings`."""
        bleed = f"; bleed: {BLEED_MM + SLUG_MM}mm" if piece.profile == "percetakan" else ""
        page = f"@page {{ size: {piece.width_mm}mm {piece.height_mm * (1 if piece.flows else TALL)}mm{bleed} }}"
        every = (*self._faces, *piece.stylesheets, page, setting.css, smaller(setting))
        parsed = [self._stylesheet(css) for css in every if css]
        warnings += [text for _, texts in parsed for text in texts]
        return [style for style, _ in parsed]

    def _assets(self, piece: ComposedPiece) -> dict[str, bytes]:
        """What a piece shows, by address."""
        return {**piece.assets, **self._drawn(piece)}

    def _drawn(self, piece: ComposedPiece) -> dict[str, bytes]:
        """What is drawn for this piece alone, by address: its QR code, and the mark at the head of its pages."""
        qr = {QR: qr_svg(piece.qr_url)} if piece.qr_url else {}
        head = {PAGE_HEAD: page_head_svg(piece.page_head, self._fonts[HEAD_FONT])} if piece.page_head else {}
        return {**qr, **head}


def _can_share(piece: ComposedPiece) -> bool:
    """Whether panels of a piece can be laid out elsewhere: where text flows or is tagged, each depends on all."""
    return not piece.flows and piece.profile not in VARIANTS


def _key(piece: ComposedPiece) -> _Key:
    """What two sheets must have in common, so that panels of the one can stand on the other."""
    first = first_setting(piece.elastic).css
    return piece.name, piece.profile, piece.width_mm, piece.height_mm, piece.stylesheets, first


def _rendered(
    html: HTML, styles: list[CSS], fonts: FontConfiguration, piece: ComposedPiece, images: Images
) -> Document:
    """The pages. WeasyPrint stops without a word at a calc() with a variable that has no value; that is a problem."""
    try:
        return html.render(stylesheets=styles, font_config=fonts, cache=images)
    except AssertionError as error:
        if "_resolve_calc" not in "".join(traceback.format_tb(error.__traceback__)):
            raise
        place = Place(piece.place.file.replace("piece.html", "piece.css"))
        raise ProblemsFound((problem("cetak-css-hitung", place, lembar=piece.label),)) from error


def _finish_source(html: HTML, piece: ComposedPiece) -> None:
    """Add what only the print shop reads, or take out what is only for a pen."""
    if piece.profile == "percetakan":
        _add_slug_lines(html, piece.slug_line)
    if piece.flows:
        drop_blanks(html.etree_element.find("body"))


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
