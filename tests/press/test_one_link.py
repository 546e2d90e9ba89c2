"""Links of a tagged sheet: one annotation, one element and one description for each."""

from __future__ import annotations

import io
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from selebaran.press.layout import Press
from selebaran.press.one_link import description
from tests.press.kit import small

ADDRESS = '<a href="https://desa.example/daftar/">desa<wbr>.example<wbr>/<wbr><span>daftar</span></a>'


class Note(NamedTuple):
    """An annotation of a link: what it says, where it leads, its rectangle, and the upper edges of its lines."""

    said: str
    target: str
    rect: list[float]
    lines: list[float]


def notes(press: Press, content: str) -> list[Note]:
    """The links of the first page of a sheet with that text."""
    with pikepdf.open(io.BytesIO(press.print(small(content, profile="layar")).pdf)) as document:
        return [
            Note(
                str(note.Contents),
                str(note.A.URI if "/A" in note else note.Dest),
                [float(edge) for edge in note.Rect],
                [float(edge) for edge in list(note.get("/QuadPoints", []))[1::8]],
            )
            for note in document.pages[0].obj.get("/Annots", [])
        ]


def test_an_address_with_places_to_break_is_one_link(press: Press) -> None:
    (note,) = notes(press, f"<p>Halaman lengkap: <b>{ADDRESS}</b></p>")
    assert (note.target, note.lines) == ("https://desa.example/daftar/", [])


def test_a_link_on_three_lines_is_one_link_with_three_rectangles(press: Press) -> None:
    words = " ".join(["pendaftaran"] * 15)
    (note,) = notes(press, f'<p>Baca <a href="https://desa.example/">{words}</a> dulu.</p>')
    assert len(note.lines) >= 3
    assert note.lines == sorted(note.lines, reverse=True)
    assert note.rect[3] == note.lines[0]


def test_two_links_to_one_place_stay_two_where_words_stand_between(press: Press) -> None:
    found = notes(press, '<p><a href="tel:165">165</a>, atau <a href="tel:165">165</a></p>')
    assert [note.said for note in found] == ["Telepon 165", "Telepon 165"]


def test_neighbours_that_lead_elsewhere_stay_apart(press: Press) -> None:
    found = notes(press, '<p><a href="tel:165">165</a><a href="tel:119">119</a></p>')
    assert [note.said for note in found] == ["Telepon 165", "Telepon 119"]


def test_a_link_within_the_sheet_says_where_it_leads(press: Press) -> None:
    (note,) = notes(press, '<p><a href="#cara">Cara</a></p><h2 id="cara">Cara</h2>')
    assert note.said == "Bagian cara"


def test_a_sheet_whose_links_were_joined_shows_the_same_words(press: Press) -> None:
    pdf = press.print(small(f"<p>Satu {ADDRESS} dua</p>" * 3, profile="layar")).pdf
    page = pypdfium2.PdfDocument(pdf)[0]
    assert page.get_textpage().get_text_bounded().count("desa.example/daftar dua") == 3


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("tel:+622112345", "Telepon +622112345"),
        ("https://wa.me/628118165165?text=Halo", "WhatsApp 628118165165"),
        ("https://desa.example/daftar/", "Halaman desa.example/daftar"),
        ("sisi-2", "Bagian sisi-2"),
    ],
)
def test_a_link_is_described_before_it_is_opened(target: str, said: str) -> None:
    assert description(target) == said
