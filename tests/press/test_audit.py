"""The audit must notice what WeasyPrint swallows. Also the canary for the private box tree that it reads."""

from __future__ import annotations

import dataclasses
import os

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece, CoverArea
from selebaran.model.problem import Place
from selebaran.model.usage import Usage
from selebaran.press.audit import letters
from selebaran.press.gate import check_printed
from selebaran.press.layout import Press
from selebaran.press.pdf import read_pdf
from tests.conftest import DAY, ROOT, SHORT

STYLE = """
* { margin: 0 } @page { margin: 0 } body { font: 12pt "Public Sans" }
.sheet { position: relative; width: 100mm; height: 80mm }
.panel { position: absolute; left: 10mm; top: 10mm; width: 80mm; height: 60mm }
"""
SENTENCE = "<p>Bawa KTP dan Kartu Keluarga ke kantor desa pada hari Kamis pagi.</p>"
FONT = '@font-face { font-family: "Public Sans"; src: url("asset:huruf/PublicSans-Regular.ttf") }'


def piece(content: str, css: str = "", panels: tuple[str, ...] = ("isi",)) -> ComposedPiece:
    html = f'<html lang="id"><body><section class="sheet"><div class="panel" data-panel="isi">{content}</div></section>'
    return ComposedPiece(
        name="uji",
        profile="kantor",
        title="Uji",
        width_mm=100,
        height_mm=80,
        sheets=1,
        panels=panels,
        cover=CoverArea(0, 0, 100),
        html=html,
        stylesheets=(FONT + STYLE, css),
        assets={},
        usage=Usage(),
        place=Place("printables/uji/piece.html"),
        qr_url=None,
    )


def codes(press: Press, made: ComposedPiece) -> list[str]:
    return [found.code for found in check_printed(made, press.print(made), "Kabupaten Uji") if found.is_error]


def test_a_panel_with_room_to_spare_passes(press: Press) -> None:
    assert codes(press, piece(SENTENCE * 2)) == []


def test_text_that_leaves_its_cell_is_found_although_it_stays_within_the_panel(press: Press) -> None:
    cell = '<div style="display:table-cell">{}</div>'
    row = f'<div style="display:table;table-layout:fixed;width:100%">{cell}{cell.format("Kode")}</div>'
    assert codes(press, piece(row.format("Bawa KTP, Kartu Keluarga dan kartu peserta."))) == []
    assert codes(press, piece(row.format("Pertanggungjawabankepesertaan"))) == ["teks-tidak-muat"]
    assert codes(press, piece("<p>Pertanggungjawabankepesertaan</p>")) == []


@pytest.mark.parametrize(
    "css", ["", ".panel{display:grid}", ".panel{display:flex;flex-direction:column}", ".panel{overflow:hidden}"]
)
def test_text_too_long_for_its_panel_is_found_in_every_kind_of_layout(press: Press, css: str) -> None:
    found = check_printed(made := piece(SENTENCE * 12, css), press.print(made), "Kabupaten Uji")
    assert [p.code for p in found] == ["teks-tidak-muat"]
    values = dict(found[0].values)
    assert values["panel"] == "isi"
    assert values["sisi"] == "bawah"
    assert float(values["mm"].replace(",", ".")) > 1
    assert int(values["baris"]) >= 1
    assert values["kutipan"].split()[0] in SENTENCE


@pytest.mark.parametrize("css", [".panel{height:auto}", ".panel{height:120mm}"])
def test_a_panel_that_grows_with_its_text_ends_where_the_sheet_does(press: Press, css: str) -> None:
    made = piece(SENTENCE * 16, css)
    result = press.print(made).audit
    (over,), (panel,) = result.overflows, result.panels
    assert over.side == "bawah"
    assert codes(press, made) == ["teks-tidak-muat"]
    room = 80 - 10  # the sheet below the panel's top
    assert panel.fill == pytest.approx((room + over.mm) / room, abs=0.01)


def test_a_panel_that_grows_within_the_sheet_passes(press: Press) -> None:
    assert codes(press, piece(SENTENCE * 5, ".panel{height:auto}")) == []


@pytest.mark.parametrize(("mm", "found"), [(60.1, []), (60.3, ["teks-tidak-muat"])])
def test_a_seventh_of_a_millimetre_beyond_the_panel_is_nothing(press: Press, mm: float, found: list[str]) -> None:
    assert codes(press, piece(f'<div style="height:{mm}mm;background:#000"></div>')) == found


def test_text_that_runs_past_the_sheet_is_kept_until_it_is_measured(press: Press) -> None:
    result = press.print(piece(SENTENCE * 30)).audit
    assert not result.lost
    assert len(result.letters_out) == len(letters(SENTENCE.replace("<p>", "").replace("</p>", ""))) * 30


def test_a_word_too_wide_for_its_panel_is_found(press: Press) -> None:
    found = check_printed(made := piece(f"<p>{'Kepulauan' * 9}</p>"), press.print(made), "Kabupaten Uji")
    assert ("teks-tidak-muat", "kanan") in [(p.code, dict(p.values).get("sisi")) for p in found]


def test_a_box_that_sticks_out_is_found_even_when_it_holds_no_text(press: Press) -> None:
    box = '<div style="height:70mm;background:#000"></div>'
    assert codes(press, piece(box)) == ["teks-tidak-muat"]


def test_hidden_text_counts_as_lost(press: Press) -> None:
    assert codes(press, piece(SENTENCE, "p{display:none}")) == ["huruf-hilang"]


def test_hyphens_markers_and_capitals_by_css_lose_nothing(press: Press) -> None:
    css = "li{text-transform:uppercase;hyphens:auto;hyphenate-character:'-';width:25mm} html{hyphens:auto}"
    assert codes(press, piece("<ol><li>pertanggungjawaban penyelenggaraan</li><li>dua</li></ol>", css)) == []


def test_a_panel_that_the_description_names_must_be_on_the_sheet(press: Press) -> None:
    assert codes(press, piece(SENTENCE, panels=("isi", "sampul"))) == ["panel-hilang"]


def test_a_second_page_that_nobody_asked_for_is_found(press: Press) -> None:
    second = '</div></section><section style="break-before:page"><div>Dua'
    assert codes(press, piece(SENTENCE + second)) == ["halaman-lebih"]


@pytest.mark.parametrize(
    "url",
    ["asset:seni/tidak-ada.svg", "file:///etc/hostname", "http://127.0.0.1:9/x.png", "data:image/png;base64,AAAA"],
)
def test_a_picture_that_was_not_handed_over_fails_the_piece(press: Press, url: str) -> None:
    assert "cetak-gambar-gagal" in codes(press, piece(f'{SENTENCE}<img src="{url}" alt="x">'))


def test_an_unknown_css_property_fails_the_piece(press: Press) -> None:
    assert codes(press, piece(SENTENCE, "p{warna:red}")) == ["cetak-css-diabaikan"]


def test_a_font_outside_the_list_is_found() -> None:
    press = Press(ROOT / ".cache")  # one of its own: the font stays known to it
    source = '@font-face { font-family: "Lain"; src: url("asset:huruf/PublicSans-Bold.ttf") } p{font-family:"Lain"}'
    assert codes(press, piece(SENTENCE, source)) == ["huruf-asing"]


def test_a_sheet_of_another_size_is_found(press: Press) -> None:
    made = piece(SENTENCE)
    printed = press.print(made)
    found = check_printed(dataclasses.replace(made, width_mm=210), printed, "x")
    assert [p.code for p in found if p.is_error] == ["ukuran-salah"]


def test_every_panel_of_the_leaflet_is_measured_and_none_is_crammed(composer: Composer, press: Press) -> None:
    for made in composer.compose(SHORT, as_of=DAY, profiles=("kantor", "hemat")).pieces:
        reports = {report.panel: report.fill for report in press.print(made).audit.panels}
        assert set(made.panels) <= set(reports)
        assert all(0.55 < reports[panel] <= 1 for panel in made.panels if panel not in made.may_be_empty)


def test_a_letter_that_our_fonts_lack_is_not_taken_from_a_font_of_the_machine(press: Press) -> None:
    printed = press.print(piece(f"{SENTENCE}<p>字 ก</p>"))
    assert all(name.startswith("Public-Sans") for name in read_pdf(printed.pdf).fonts)
    assert "FONTCONFIG_FILE" not in os.environ
