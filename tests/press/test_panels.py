"""Panels that are laid out once look on each district's sheet as if they had been laid out there. Also the canary for
the private box tree that is merged."""

from __future__ import annotations

import dataclasses
from xml.etree.ElementTree import Element

import pytest
from weasyprint.formatting_structure import build

from selebaran.compose.edition import Composer
from selebaran.model.fitting import Elastic, Fit, GivesWay
from selebaran.model.piece import ComposedPiece
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob, PiecePrinted
from selebaran.press.layout import Press, Printed
from tests.conftest import DAY, ROOT
from tests.press.test_audit import FONT, STYLE, piece

SHARED = '<div class="panel" data-panel="umum" style="top: 40mm; height: 20mm"><h2>JKN</h2><p>Bawa KTP.</p>{}</div>'


def sheet(own: str, shared: str = SHARED.format(""), css: str = "", **more: bytes) -> ComposedPiece:
    """A sheet with a panel of the district's and one that all have."""
    made = piece(own, css, panels=("isi", "umum"))
    html = made.html.replace("<body>", "<head><title>Uji</title></head><body>")
    html = html.replace("</section>", f"{shared}</section></body></html>")
    files = {f"asset:{name}.svg": body for name, body in more.items()}
    return dataclasses.replace(made, html=html, assets=files, stylesheets=(FONT + STYLE, css))


def printed(prepared: ComposedPiece, made: ComposedPiece) -> tuple[Printed, Printed]:
    """A sheet as it is merged, and as a whole."""
    press = Press(ROOT / ".cache")
    press.prepare([prepared])
    return press.print(made), press.print(made, whole=True)


def test_a_panel_that_all_have_stands_on_the_sheet_as_if_it_had_been_laid_out_there() -> None:
    merged, whole = printed(sheet("<p>Kabupaten</p>"), sheet("<p>Kabupaten Uji</p>"))
    assert (merged.is_merged, whole.is_merged) == (True, False)
    assert (merged.pdf, merged.audit) == (whole.pdf, whole.audit)


def test_a_sheet_prepared_twice_says_each_time_how_full_its_panels_are() -> None:
    foot = SHARED.format('<div class="kaki-panel"><p>165</p></div>')
    press = Press(ROOT / ".cache")
    press.prepare([sheet("<p>Kabupaten</p>", foot)])
    made = [press.print(sheet(f"<p>{name}</p>", foot)).audit for name in ("Uji", "Coba")]
    whole = [press.print(sheet(f"<p>{name}</p>", foot), whole=True).audit for name in ("Uji", "Coba")]
    assert made == whole


CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>'
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="8" height="8"/></svg>'
PICTURE = SHARED.format('<img src="asset:gambar.svg" style="width: 4mm">')
PICTURE += '<div class="panel" data-panel="lain" style="top: 62mm; height: 9mm"><p>165</p></div>'


def test_a_panel_with_another_picture_of_the_same_name_is_the_districts_own() -> None:
    merged, whole = printed(
        sheet("<p>Kabupaten</p>", PICTURE, gambar=CIRCLE), sheet("<p>Uji</p>", PICTURE, gambar=SQUARE)
    )
    assert merged.is_merged
    assert merged.pdf == whole.pdf


@pytest.mark.parametrize(
    "made",
    [
        sheet("<p>Uji</p>", css=".panel { color: #333 }"),
        sheet("<p>Uji</p>", SHARED.format("") + SHARED.format("<p>165</p>")),
        dataclasses.replace(sheet("<p>Uji</p>"), html=sheet("<p>Uji</p>").html.replace('lang="id"', 'lang="jv"')),
        dataclasses.replace(sheet("<p>Uji</p>"), width_mm=120),
    ],
    ids=["gaya", "panel lain", "bahasa", "lebar"],
)
def test_a_sheet_that_differs_around_its_panels_is_laid_out_whole(made: ComposedPiece) -> None:
    merged, whole = printed(sheet("<p>Kabupaten</p>"), made)
    assert not merged.is_merged
    assert merged.pdf == whole.pdf


def test_what_stands_in_the_flow_of_a_sheet_keeps_it_whole() -> None:
    loose = SHARED.format("").replace('style="', 'style="position: static; ')
    merged, whole = printed(sheet("<p>Kabupaten</p>", loose), sheet("<p>Uji</p>", loose))
    assert not merged.is_merged
    assert merged.pdf == whole.pdf


def test_what_is_wrong_with_a_panel_that_all_have_is_told_as_on_a_whole_sheet() -> None:
    press, css = Press(ROOT / ".cache"), ".panel h2 { color: #fff }"
    press.prepare([sheet("<p>Kabupaten</p>", css=css)])
    job = PieceJob((sheet("<p>Kabupaten Uji</p>", css=css),), "Kabupaten Uji")
    assert _said(print_piece(press, job)) == _said(print_piece(Press(ROOT / ".cache", plain=True), job)) != []


SCALED = (
    ".panel { --pas: 1; --kecil: 1; font-size: calc(12pt * var(--pas)) } b { font-size: calc(12pt * var(--kecil)) }"
)
LONG = "<p>Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi.</p>"
OTHERS = SHARED.format('<p data-lepas="lain"><b>Buka 24 jam.</b></p>') + (
    '<div class="panel" data-panel="lain" style="top: 62mm; height: 9mm"><p>165</p></div>'
)
MARKED = f'<p data-lepas="lain"><b>{"Tutup. " * 30}</b></p>'


@pytest.mark.parametrize(
    ("groups", "long", "gone"),
    [
        ((("isi",),), LONG * 7, False),
        ((("isi", "umum"), ("lain",)), LONG * 7, False),
        ((("isi",),), LONG * 5 + MARKED, True),
    ],
    ids=["satu panel", "sekelompok", "sebagian lebih kecil"],
)
def test_a_sheet_that_is_set_smaller_shares_the_panels_that_are_not(
    groups: tuple[tuple[str, ...], ...], long: str, gone: bool
) -> None:
    ways = (GivesWay(tanda="lain", sebutan="jam", kecil=0.5),)
    fits = tuple(Fit(paling_kecil=0.9, huruf=10, panel=panels) for panels in groups)
    none, made = (
        dataclasses.replace(sheet(text, OTHERS, SCALED), elastic=Elastic(fits, ways), panels=("isi", "umum", "lain"))
        for text in ("<p>Kabupaten</p>", long)
    )
    merged, whole = printed(none, made)
    assert merged.is_merged
    assert (merged.scale < 1, bool(merged.gone), merged.audit.overflows) == (True, gone, ())
    assert (merged.pdf, merged.audit, merged.scale, merged.gone) == (whole.pdf, whole.audit, whole.scale, whole.gone)


@pytest.mark.parametrize("name", ["isi", "umum"])
def test_a_panel_that_is_too_full_is_found_beside_those_that_are_known_to_fit(name: str) -> None:
    own = f'<div data-panel="{name}" style="height: 9mm"><p>{{}}</p></div>'
    merged, whole = printed(sheet(own.format("Kabupaten")), sheet(own.format(LONG * 3)))
    assert merged.is_merged
    assert merged.audit == whole.audit
    assert merged.audit.overflows


def test_a_panel_that_was_too_full_at_first_is_too_full_in_each_setting() -> None:
    elastic = Elastic((Fit(paling_kecil=0.9, huruf=10, panel=("isi",)),), ())
    made = dataclasses.replace(sheet(LONG * 7, SHARED.format(LONG * 3), SCALED), elastic=elastic)
    press = Press(ROOT / ".cache")
    again, whole = press.print(made), press.print(made, whole=True)
    assert again.scale == whole.scale < 1
    assert again.audit == whole.audit
    assert {over.panel for over in again.audit.overflows} == {"umum"}


NEXT = ".sheet + .sheet { break-before: page }"
BACK = '</section><section class="sheet"><div class="panel" data-panel="belakang"><p>{}</p></div>'
FOOTED = SHARED.format('<div class="kaki-panel"><p data-lepas="lain">{}</p></div>') + OTHERS[OTHERS.rindex("<div") :]


@pytest.mark.parametrize("is_prepared", [True, False], ids=["bersama", "sendiri"])
@pytest.mark.parametrize("kept", ["", "Buka 24 jam."], ids=["tetap", "lepas"])
def test_a_panel_that_is_set_as_it_was_at_first_is_laid_out_once(is_prepared: bool, kept: str) -> None:
    ways = (GivesWay(tanda="lain", sebutan="jam"),)
    elastic = Elastic((Fit(paling_kecil=0.9, huruf=10, panel=("isi",)),), ways)
    none, made = (
        dataclasses.replace(
            sheet(
                text + f'<p data-lepas="lain">{kept * 30}</p>', FOOTED.format(name) + BACK.format(name), SCALED + NEXT
            ),
            elastic=elastic,
            sheets=2,
            panels=("isi", "umum", "lain", "belakang"),
        )
        for text, name in (("<p>Kabupaten</p>", "dinas"), (LONG * 7, "Dinas Kesehatan Uji"))
    )
    press, boxes = Press(ROOT / ".cache"), list[str]()
    press.prepare([none] if is_prepared else [])
    plain = build.make_box

    def counted(tag: str, style: object, content: object, element: Element | None) -> object:
        boxes.append("" if element is None else element.get("data-panel", ""))
        return plain(tag, style, content, element)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "make_box", counted)
        again = press.print(made)
    whole = press.print(made, whole=True)
    assert dataclasses.replace(again, is_merged=False, asked=()) == dataclasses.replace(whole, asked=())
    assert (again.scale < 1, bool(again.gone)) == (True, bool(kept))
    assert boxes.count("isi") > boxes.count("umum")
    assert boxes.count("lain") == (0 if is_prepared else 1)


def test_what_is_logged_of_a_panel_is_told_though_another_setting_is_chosen() -> None:
    elastic = Elastic((Fit(paling_kecil=0.9, huruf=10, panel=("isi",)),), ())
    made = dataclasses.replace(
        sheet(LONG * 7, SHARED.format('<img src="asset:tiada.svg" alt="KTP">'), SCALED), elastic=elastic
    )
    press = Press(ROOT / ".cache")
    again, whole = press.print(made), press.print(made, whole=True)
    assert again.scale == whole.scale < 1
    assert again.warnings == whole.warnings != ()


def test_sheets_for_no_district_serve_those_of_a_real_one_byte_for_byte(composer: Composer) -> None:
    press, profiles = Press(ROOT / ".cache"), ("layar", "kantor", "hemat")
    names = ("leaflet-daftar", "poster-pengaduan")
    none = composer.sheets_for_none(DAY, profiles, ("a4",), published=False)
    press.prepare(one for one in none if one.name in names)
    shares = []
    for slug in ("kab-serang", "kab-nduga", "kota-bitung"):
        for made in composer.compose(slug, as_of=DAY, profiles=profiles).pieces:
            if made.name in names:
                merged, whole = press.print(made), press.print(made, whole=True)
                shares.append(merged.is_merged)
                assert dataclasses.replace(merged, is_merged=False, asked=()) == dataclasses.replace(whole, asked=())
    assert shares.count(True) > len(shares) / 2, shares


def _said(made: PiecePrinted) -> list[str]:
    return [str(found) for found in made.problems]
