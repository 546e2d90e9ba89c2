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
