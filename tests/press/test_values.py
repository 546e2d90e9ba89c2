"""Values and sizes that are found the short way. The canary for how WeasyPrint finds them."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.css import properties
from weasyprint.layout import percent

from selebaran.press import values
from selebaran.press.layout import Press
from tests.conftest import ROOT
from tests.press.test_panels import sheet

ODD = """<style>
@page { size: 300pt; page: x } :root { --jarak: 3pt; --lebar: 40% }
#a { margin-inline-start: 7pt; padding-block: 2pt 3pt; inset-inline-end: 1pt; text-decoration: underline red }
#b { width: calc(50% - 4pt); padding: 4%; min-height: 5%; box-sizing: border-box; float: right; page: lain }
#c { border: var(--jarak) solid; max-width: var(--lebar); text-indent: calc(2em + 1pt); border-radius: 50% }
#d { direction: rtl; padding-inline-start: 9pt; line-height: calc(1em * 1.5); height: 20pt; max-height: 10pt }
#e { border-collapse: collapse } #e td { border: 2pt solid blue; width: 30% }
#f { padding: 1pt; border: 1pt dotted; box-sizing: padding-box; width: 3pt; position: relative; left: 5% }
:root { --titik: 1em; --isi: var(--jarak) solid }
.l { background-image: linear-gradient(red, blue var(--titik), red 3em) }
.m { border: var(--isi) red; margin: var(--jarak) var(--lebar) } .n { --jarak: 7pt } .o { --jarak: 9 9 }
#g::before { content: 'x'; float: left; width: 12pt; margin: inherit; color: inherit }
</style><div id="a">Satu<div id="b">Dua <b id="c">tiga</b></div></div><div id="d">Empat<p>Lima</p></div>
<table id="e"><tr><td>Enam</td><td>Tujuh</td></tr></table>
<p class="l m" style="font-size: 9pt">Sepuluh</p>
<p class="l m n" style="font-size: 19pt">Sebelas</p><p class="m o">Dua belas</p>
<p id="f">Delapan</p><p id="g">Sembilan</p>"""


NAMES = properties.INITIAL_VALUES.keys() - values.LOGICAL - {"background_image"}
"""Those that can be compared as they are written."""


def _boxes(html: str) -> list[Any]:
    document = HTML(string=html).render()
    return [box for page in document.pages for box in page._page_box.descendants()]


def _sizes(box: Any) -> dict[str, Any]:
    return {name: vars(box).get(name) for name in (*values.SIZES[:-2], "position_x", "position_y")}


def test_every_value_is_that_of_the_long_way() -> None:
    plain = _boxes(ODD)
    with values.short_ways():
        short = _boxes(ODD)
        told = [{name: box.style[name] for name in NAMES} for box in short]
    assert len(plain) == len(short) > 30
    for one, other in zip(plain, told, strict=True):
        assert {name: repr(one.style[name]) for name in other} == {name: repr(value) for name, value in other.items()}


def test_every_box_has_the_sizes_of_the_long_way() -> None:
    plain = [(box.element_tag, _sizes(box), box.is_in_normal_flow()) for box in _boxes(ODD)]
    with values.short_ways():
        assert [(box.element_tag, _sizes(box), box.is_in_normal_flow()) for box in _boxes(ODD)] == plain
        assert [_sizes(box) for box in _boxes(ODD)] == [sizes for _, sizes, _ in plain]  # known by now


def test_nothing_else_is_read_to_size_a_box() -> None:
    source = inspect.getsource(percent.resolve_percentages) + inspect.getsource(percent.adjust_box_sizing)
    sides = {f"border_{side}_width" for side in values.SIDES}
    read = set(re.findall(r"resolve_one_percentage\(box, '(\w+)'", source)) | set(
        re.findall(r"style\['(\w+)'\]", source)
    )
    assert read | sides == set(values.SIZES)


def test_a_head_says_what_it_says_the_long_way() -> None:
    told = '<html lang="id"><head><title>Satu</title><meta name="author" content="Dinas">'
    told += '<meta name="keywords" content="a, b">'
    told += '<meta name="DCTERMS.created" content="2026"></head><body><!-- x --><svg><title>Dua</title></svg><p>Isi'
    told += '<meta name="lain" content="1"><meta name="lain" content="2"></p></body></html>'
    plain = HTML(string=told).render().metadata
    with values.short_ways():
        assert vars(HTML(string=told).render().metadata) == vars(plain)
    assert (plain.title, plain.authors, plain.custom) == ("Satu", ["Dinas"], {"lain": "1"})


def test_the_sheet_is_the_same_and_the_long_way_is_gone_again_after_it() -> None:
    css = ODD[7 : ODD.index("</style>")].replace("@page { size: 300pt; page: x }", "")
    piece = sheet(ODD[ODD.index("</style>") + 8 :], css=css)
    assert Press(ROOT / ".cache").print(piece).pdf == Press(ROOT / ".cache", plain=True).print(piece).pdf
    assert not values._is_short


def test_the_short_way_is_gone_where_it_is_asked_for_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(values.INITIAL, "opacity", 0.25)
    assert {box.style["opacity"] for box in _boxes("<p>Satu</p>")} == {1}
    with values.short_ways():
        assert 0.25 in {box.style["opacity"] for box in _boxes("<p>Satu</p>")}
