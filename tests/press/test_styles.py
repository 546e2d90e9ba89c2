"""A style that is kept is the one that would have been worked out anew. Also the canary for WeasyPrint's StyleFor."""

from __future__ import annotations

import dataclasses

import pytest
from weasyprint import css

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.press.layout import Press, Printed
from tests.conftest import DAY, ROOT
from tests.press.test_panels import sheet

KNOWN = css.StyleFor
PANEL = '<div class="panel" data-panel="umum" style="{}"><h2 {}>JKN</h2><p>Bawa <b>KTP</b>.</p></div>'
FIRST = PANEL.format("top: 40mm; --x: 9mm; padding-left: var(--x)", "")
CSS = "h2 { letter-spacing: var(--x) } p::before { content: '\\2022' } #lain b { color: #333 } html { font-size: 11pt }"


def printed(made: ComposedPiece, prepared: ComposedPiece) -> tuple[Printed, Printed]:
    press = Press(ROOT / ".cache")
    press.prepare([prepared])
    return press.print(made), press.print(made, whole=True)


@pytest.mark.parametrize(
    "panel",
    [
        FIRST,
        PANEL.format("top: 40mm; --x: 2mm; padding-left: var(--x)", ""),
        PANEL.format("top: 40mm; --x: 9mm; padding-left: var(--x); color: #555", ""),
        PANEL.format("top: 40mm; --x: 9mm; padding-left: var(--x)", 'lang="jv" style="font-size: 9pt"'),
        PANEL.format("top: 40mm; --x: 9mm; padding-left: var(--x)", "").replace("<p>", '<p id="lain">'),
    ],
    ids=["sama", "ukuran lain", "warna lain", "bahasa lain", "nama lain"],
)
def test_a_sheet_with_kept_styles_is_the_one_without_them(panel: str) -> None:
    kept, plain = printed(sheet("<p>Kabupaten Uji</p>", panel, CSS), sheet("<p>Kabupaten</p>", FIRST, CSS))
    assert (kept.pdf, kept.audit) == (plain.pdf, plain.audit)


OWN = '<p class="nama">{}</p><p><img src="asset:gambar.svg" alt="{}"> <a href="https://{}.id/">web</a></p><div>{}</div>'
CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>'
USUAL = ("Kabupaten", "Gambar", "contoh", "<i>KTP</i> <b>KK</b>")


@pytest.mark.parametrize(
    ("css", "ours"),
    [
        ("[alt='Uji'] { width: 9mm }", ("Kabupaten", "Uji", "contoh", USUAL[3])),
        ("[href*='uji'] { font-size: 9mm }", ("Kabupaten", "Gambar", "uji", USUAL[3])),
        ("[href*='uji'] { font-size: 9mm }", ("Kabupaten Uji", "Uji", "uji-coba", USUAL[3])),
        ("a { color: #333 }", ("Kabupaten", "Gambar", "uji", USUAL[3])),
        (".nama:empty { height: 9mm } .nama:empty + p { font-size: 9mm }", ("", *USUAL[1:])),
        ("i:first-child:last-child { font-size: 9mm }", (*USUAL[:3], "<i>KTP</i>")),
        ("i + b { font-size: 9mm }", (*USUAL[:3], "<i>KTP</i> <i>KIA</i> <b>KK</b>")),
        ("div:has(s) { font-size: 9mm }", (*USUAL[:3], "<i>KTP</i> <b><s>KK</s></b>")),
        ("div:has(s) i { font-size: 9mm }", (*USUAL[:3], "<i>KTP</i> <b><s>KK</s></b>")),
        ("p:has(+ div s) { font-size: 9mm }", (*USUAL[:3], "<i>KTP</i> <b><s>KK</s></b>")),
    ],
    ids=[
        "teks",
        "tautan",
        "tautan lain",
        "alamat lain",
        "kosong",
        "sendiri",
        "sesudahnya",
        "isinya",
        "di isinya",
        "isi berikutnya",
    ],
)
def test_an_element_has_the_style_of_its_own_surroundings(css: str, ours: tuple[str, ...]) -> None:
    made, none = (sheet(OWN.format(*said), css="img { width: 4mm }" + css, gambar=CIRCLE) for said in (ours, USUAL))
    kept, whole = printed(made, none)
    assert kept.is_merged
    assert (kept.pdf, kept.audit) == (whole.pdf, whole.audit)


def test_styles_are_kept_where_no_panel_can_be() -> None:
    first, other = (
        dataclasses.replace(sheet(name, FIRST, CSS), flows=True, profile="layar", height_mm=160.0)
        for name in ("<p>Kabupaten</p>", "<p>Uji</p>")
    )
    press = Press(ROOT / ".cache")
    press.prepare([first])
    worked_out = []
    plain = css.ComputedStyle.__missing__

    def counted(style: css.ComputedStyle, name: str) -> object:
        worked_out.append(name)
        return plain(style, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(css.ComputedStyle, "__missing__", counted)
        kept = press.print(other)
        few = len(worked_out)
        whole = press.print(other, whole=True)
    assert kept.pdf == whole.pdf
    assert few < (len(worked_out) - few) / 2
    assert css.StyleFor is KNOWN


def test_all_styles_of_a_district_that_has_typed_nothing_are_those_of_the_sheet_for_none(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    press, name, worked_out = Press(ROOT / ".cache"), "poster-cukup-ktp", list[object]()
    none = composer.sheets_for_none(DAY, ("kantor",), ("a4",), published=False)
    press.prepare(one for one in none if one.name == name)
    pieces = composer.compose("kab-nduga", as_of=DAY, profiles=("kantor",)).pieces
    plain = KNOWN.set_computed_styles
    monkeypatch.setattr(
        KNOWN, "set_computed_styles", lambda self, one, *more: worked_out.append(one) or plain(self, one, *more)
    )
    made = press.print(next(one for one in pieces if one.name == name))
    assert made.is_merged
    assert not worked_out
