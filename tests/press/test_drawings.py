"""Kept drawings write what WeasyPrint draws. Also the canary for the private state of its `Stream`."""

from __future__ import annotations

import dataclasses
from typing import Any
from xml.etree import ElementTree

import pydyf
import pytest
from tinycss2.color5 import parse_color
from weasyprint import svg
from weasyprint.images import SVGImage
from weasyprint.pdf.stream import Stream

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.model.sizes import Profile
from selebaran.press import straight
from selebaran.press.drawings import kept_images
from selebaran.press.layout import Press
from selebaran.press.qr import qr_svg
from tests.conftest import DAY, ROOT
from tests.press.test_audit import piece

STAR = '<path fill="#a3262a" stroke="#333" d="M5 0 8 10 0 4 10 4 2 10z"/>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


def drawn(press: Press, shapes: str, html: str = '<img src="asset:bintang.svg">' * 3) -> bytes:
    """A sheet that shows a drawing three times."""
    asset = {"asset:bintang.svg": SVG.format(shapes).encode()}
    return press.print(dataclasses.replace(piece(html, "img { width: 9mm }"), assets=asset)).pdf


@pytest.fixture(scope="module")
def plain_press() -> Press:
    return Press(ROOT / ".cache", plain=True)


@pytest.mark.parametrize(
    "shapes",
    [
        STAR,
        "",
        '<rect width="4" height="4" fill="rgba(0 0 0 / 50%)"/>',
        f'<style>.merah {{ fill: #a3262a }}</style><g class="merah">{STAR}<circle r="2"/></g>',
        f'<clipPath id="b"><rect x="1" y="1" width="7" height="7"/></clipPath><g clip-path="url(#b)">{STAR}</g>',
        f'<g opacity=".5">{STAR}</g><text y="5">JKN</text>',
        '<linearGradient id="g"><stop stop-color="red"/></linearGradient><rect fill="url(#g)" width="9" height="9"/>',
        '<path d="M0 0 L"/>',
        '<path stroke="#000" fill="none" d="M0 0.5h7m2 0h1m-9 1h1v3.25h-2zm1 1z"/>',
        '<path d="M1 1h2v2zm3 3zh1M4 4v2zzv1"/><path d="M1 1h-1v-0.0M3 3z"/><path d="M1 1m2 2h1.1h1.2"/>',
    ],
    ids=["bentuk", "kosong", "tembus", "gaya", "potong", "teks", "gradasi", "rusak", "lurus", "lurus dan tutup"],
)
def test_a_kept_drawing_is_written_as_weasyprint_draws_it(press: Press, plain_press: Press, shapes: str) -> None:
    plain = drawn(plain_press, shapes)
    assert [drawn(press, shapes), drawn(press, shapes)] == [plain, plain]


def test_a_code_is_written_without_asking_for_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    code = qr_svg("https://daerah.example/daftar/").decode()
    shapes = code[code.index("<path") : code.rindex("</svg>")]
    plain = drawn(Press(ROOT / ".cache", plain=True), shapes)
    monkeypatch.setitem(svg.TAGS, "path", svg.TAGS["path"])
    monkeypatch.setattr(straight, "_PLAIN", lambda *given: pytest.fail("asked"))
    assert drawn(Press(ROOT / ".cache"), shapes) == plain


def test_a_drawing_behind_a_panel_and_at_another_place_is_written_as_weasyprint_draws_it(
    press: Press, plain_press: Press
) -> None:
    clipped = f'<clipPath id="b"><path d="M0 0h7v7z"/></clipPath><g clip-path="url(#b)">{STAR}</g>'
    for left in ("3mm", "17.3mm", "3mm"):
        html = f'<p style="margin-left: {left}; background: url(asset:bintang.svg) 1mm 1mm / 7mm no-repeat">JKN</p>'
        assert drawn(press, clipped, html) == drawn(plain_press, clipped, html)


def written(image: Any) -> bytes:
    """What a drawing and a colour set after it write on a stream that has another colour each time."""
    resources = {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading", "ColorSpace")}
    stream = Stream({}, (0, 0, 9, 9), resources, {}, None, {}, None)
    for colour in ("#a3262a", "#333", "#a3262a"):
        stream.set_color(parse_color(colour))
        image.draw(stream, 9, 9, None)
        stream.set_color(parse_color("#a3262a"))
    return stream.data


def test_a_drawing_among_shapes_of_its_colour_is_written_as_weasyprint_draws_it() -> None:
    source = SVG.format(STAR).encode()
    own = SVGImage(ElementTree.fromstring(source), None, None, None)
    assert written(kept_images({"asset:a.svg": source})["asset:a.svg"]) == written(own)


@pytest.mark.parametrize("wrong", ["<path>", "<style>..a { fill: red }</style>"])
def test_what_a_drawing_says_wrong_is_told_for_each_sheet(press: Press, wrong: str) -> None:
    asset = {"asset:a.svg": SVG.format(wrong).encode()}
    broken = dataclasses.replace(piece('<img src="asset:a.svg" style="width: 9mm">'), assets=asset)
    assert [len(press.print(broken).warnings) for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(("name", "profile"), [("leaflet-daftar", "kantor"), ("kartu-darurat", "layar")])
def test_a_sheet_has_the_same_bytes_in_both_ways(
    press: Press, plain_press: Press, composer: Composer, name: str, profile: Profile
) -> None:
    made: list[ComposedPiece] = [
        found
        for slug in ("kab-serang", "kab-nduga")
        for found in composer.compose(slug, as_of=DAY, profiles=(profile,)).pieces
        if found.name == name
    ]
    assert [press.print(one).pdf for one in made] == [plain_press.print(one).pdf for one in made]
