"""Sheets for the screen, as a resident gets them on a telephone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from selectolax.lexbor import LexborHTMLParser

from selebaran.compose.edition import Composer
from selebaran.compose.piece.phone import PAGE_MM
from selebaran.model.piece import ComposedPiece
from selebaran.press.audit import letters
from selebaran.press.gate import check_form, check_printed
from selebaran.press.heard import hear
from selebaran.press.layout import Press, Printed
from tests.conftest import DAY, DEMO, LONGEST
from tests.press.kit import small

PHONE_MM = 70
"""How wide a common telephone shows a page."""
READ_PT = 12
SMALL_PRINT = ".keadaan, .tanda"
"""Dates of rules and the edition, and the mark of a preview."""


@dataclass(frozen=True)
class OnPhone:
    piece: ComposedPiece
    printed: Printed


@pytest.fixture(scope="module", params=(DEMO, LONGEST))
def made(request: pytest.FixtureRequest, composer: Composer, kept_press: Press) -> list[OnPhone]:
    pieces = composer.compose(request.param, as_of=DAY, profiles=("layar",)).pieces
    return [OnPhone(piece, kept_press.print(piece)) for piece in pieces if piece.flows]


@pytest.fixture(scope="module")
def demo(composer: Composer, kept_press: Press) -> dict[str, OnPhone]:
    pieces = composer.compose(DEMO, as_of=DAY, profiles=("layar",)).pieces
    return {piece.name: OnPhone(piece, kept_press.print(piece)) for piece in pieces if piece.flows}


def test_all_but_the_banner_are_set_for_a_telephone_and_pass(made: list[OnPhone]) -> None:
    assert len(made) == 9
    for sheet in made:
        found = check_printed(sheet.piece, sheet.printed, "Kabupaten")
        found += check_form(sheet.piece, None, sheet.printed.pdf, "Kabupaten")
        assert [(fault.code, dict(fault.values)) for fault in found] == [], sheet.piece.name


def test_what_residents_read_has_12_points_on_a_telephone(made: list[OnPhone]) -> None:
    for sheet in made:
        smaller = "".join(text for text, size in sized(sheet.printed.pdf) if size * PHONE_MM / PAGE_MM[0] < READ_PT)
        small_print = LexborHTMLParser(sheet.piece.html).css(SMALL_PRINT)
        assert letters(smaller) == letters("".join(node.text() for node in small_print)), sheet.piece.name


def test_nothing_is_smaller_than_8_points_on_a_telephone(made: list[OnPhone]) -> None:
    for sheet in made:
        assert min(size for text, size in sized(sheet.printed.pdf) if text.strip()) * PHONE_MM / PAGE_MM[0] >= 8


def test_the_number_of_a_step_stands_beside_its_text(made: list[OnPhone]) -> None:
    numbers = 0
    for sheet in made:
        lines = lines_of(sheet.printed.pdf)
        numbers += sum(re.match(r"\d\. \w", line) is not None for line in lines)
        assert [line for line in lines if re.fullmatch(r"\d+[.)]", line)] == [], sheet.piece.name
    assert numbers > 4


def test_panels_come_in_the_order_in_which_a_hand_opens_them(demo: dict[str, OnPhone]) -> None:
    for sheet in demo.values():
        order = list(dict.fromkeys(report.panel for report in sheet.printed.audit.panels))
        assert [panel for panel in order if panel in sheet.piece.panels] == list(sheet.piece.panels), sheet.piece.name
    assert demo["leaflet-daftar"].piece.panels[0] == "sampul"


def test_numbers_the_address_and_the_edition_can_be_tapped(demo: dict[str, OnPhone]) -> None:
    sheet = demo["leaflet-daftar"]
    targets = {target for target, _ in links(sheet.printed.pdf)}
    assert {"tel:165", "https://kab-contoh.example/daftar/", sheet.piece.qr_url} <= targets
    assert any(target.startswith("https://wa.me/") for target in targets)
    assert "tel:00001002" in targets  # an office of the district's own
    assert [said for target, said in links(sheet.printed.pdf) if target == "https://kab-contoh.example/daftar/"] == [
        "Halaman kab-contoh.example/daftar"
    ]


def test_the_pages_of_the_brochure_are_reached_from_its_cover(demo: dict[str, OnPhone]) -> None:
    inside = [target for target, _ in links(demo["brosur-tidak-aktif"].printed.pdf) if target.startswith("sisi-")]
    assert inside == ["sisi-2", "sisi-3", "sisi-4"]
    assert "Buka halaman" not in said(demo["brosur-tidak-aktif"])


def test_there_is_nothing_to_write_by_hand_and_nothing_to_scan(demo: dict[str, OnPhone]) -> None:
    assert "Bidan atau puskesmas" not in said(demo["leaflet-bayi"])
    assert "Bidan atau puskesmas" in demo["leaflet-bayi"].piece.html
    assert all("Pindai" not in said(sheet) for sheet in demo.values())
    assert "Ketuk untuk memeriksa" in said(demo["leaflet-daftar"])


def test_every_page_of_a_preview_shows_that_it_is_one(demo: dict[str, OnPhone]) -> None:
    for sheet in demo.values():
        assert all(red for red in heads(sheet.printed.pdf)), sheet.piece.name
        assert "PRATINJAU" in said(sheet)


def test_a_short_name_in_a_table_stands_on_one_line(demo: dict[str, OnPhone]) -> None:
    lines = lines_of(demo["leaflet-daftar"].printed.pdf)
    assert any(line.startswith("Kelas III") for line in lines)
    assert "III" not in lines


def test_text_goes_on_to_as_many_pages_as_it_takes(press: Press) -> None:
    printed = press.print(small("<p>Bawa KTP ke kantor desa.</p>" * 120, FLOWS, profile="layar", flows=True))
    assert printed.audit.pages > 3
    assert not printed.audit.lost
    assert letters("".join(hear(printed.pdf).pieces)) == printed.audit.letters_in


def test_a_word_that_is_wider_than_the_page_is_told(press: Press) -> None:
    piece = small(f'<p style="white-space: nowrap">{"Panjang" * 12}</p>', FLOWS, profile="layar", flows=True)
    found = check_printed(piece, press.print(piece), "Kabupaten")
    assert [(fault.code, dict(fault.values)["sisi"]) for fault in found] == [("teks-tidak-muat", "kanan")]


FLOWS = ".sheet, .panel { position: static; width: auto; height: auto }"


def lines_of(pdf: bytes) -> list[str]:
    """The lines of all pages as they stand there."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [line.strip() for page in pages for line in page.splitlines()]


def said(sheet: OnPhone) -> str:
    return " ".join("".join(hear(sheet.printed.pdf).pieces).split())


def links(pdf: bytes) -> list[tuple[str, str]]:
    """Where each link leads, and what is said of it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        notes = [note for page in document.pages for note in page.obj.get("/Annots", [])]
        return [(str(note.A.URI if "/A" in note else note.Dest), str(note.Contents)) for note in notes]


def sized(pdf: bytes) -> Iterator[tuple[str, float]]:
    """Every text of a PDF with its size in points."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        letters_of = page.get_textpage()
        for drawn in page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,), textpage=letters_of):
            yield drawn.extract(), round(drawn.get_font_size() * abs(drawn.get_matrix().d), 2)
    document.close()


def heads(pdf: bytes) -> list[bool]:
    """Whether there is a red band at the head of each page."""
    document = pypdfium2.PdfDocument(pdf)
    pixels = [page.render(scale=1).to_pil().convert("RGB").getpixel((4, 4)) for page in document]
    document.close()
    return [red > 140 and green < 80 for red, green, _ in pixels]
