"""Lines to be written by hand, on pages that nobody writes on."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

from selebaran.press.blanks import drop_blanks


def without_blanks(markup: str) -> str:
    body: Element = fromstring(f"<body>{markup}</body>")
    drop_blanks(body)
    return tostring(body, encoding="unicode").removeprefix("<body>").removesuffix("</body>")


def test_a_line_to_fill_in_goes_and_what_is_said_stays() -> None:
    assert without_blanks('<p>Kantor desa</p><p class="isian">Telepon</p>') == "<p>Kantor desa</p>"


def test_the_heading_over_nothing_but_blank_lines_goes_with_them() -> None:
    assert without_blanks('<p>A</p><div><h3>Petugas di sini</h3><p class="tulis">Nama</p></div>') == "<p>A</p>"
    assert without_blanks('<div><div><h2>Ambulans:</h2></div><div><p class="isian"/></div></div><p>A</p>') == "<p>A</p>"


def test_a_heading_with_words_below_it_stays() -> None:
    kept = "<div><h3>Petugas</h3><p>Bidan desa</p></div>"
    assert without_blanks(kept.replace("</div>", '<p class="isian">Nama</p></div>')) == kept


def test_a_page_without_blanks_stays_as_it_is() -> None:
    kept = "<div><h2>Akhir</h2></div><p><b>A</b> dan <i /></p>"
    assert without_blanks(kept) == kept


def test_a_panel_stays_though_it_is_empty() -> None:
    assert without_blanks('<div data-panel="a"><p class="isian">Nama</p></div>') == '<div data-panel="a" />'


def test_words_behind_a_blank_line_stay() -> None:
    assert without_blanks('<p>Satu <b class="isian">Nama</b> dua</p>') == "<p>Satu  dua</p>"
