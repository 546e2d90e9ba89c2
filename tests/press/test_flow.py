"""Pages of a text that flows which all districts have stand on each one's sheet as if they had been laid out there.
Also the canary for WeasyPrint's `remake_page`."""

from __future__ import annotations

import dataclasses

import pytest
from weasyprint.layout import page as layout

from selebaran.model.piece import ComposedPiece
from selebaran.press.layout import Press, Printed
from tests.conftest import ROOT
from tests.press.test_panels import sheet

WORDS = "Bawa KTP, kartu keluarga, dan buku tabungan ke kantor. " * 12
CSS = """.sheet, .panel { position: static; width: auto; height: auto } h2 { break-after: avoid }
  p { orphans: 2; widows: 2 } .baru { break-before: page } @page { margin: 8mm 0 }"""
PARTS = "".join(f"<h2>Bagian {n}</h2><p>{n}. {WORDS}</p>" for n in range(1, 6))
PANELS = f'<div class="panel" data-panel="umum">{PARTS}<div class="baru"><p>Di {{}}</p></div><p>{WORDS}</p></div>'
LAST = f'<div class="panel baru" data-panel="akhir"><p>{WORDS}</p><ol><li>satu<li>dua</ol></div>'


def flowing(own: str, name: str = "", css: str = "", panels: str = PANELS) -> ComposedPiece:
    made = sheet(own, panels.replace("{}", name) + LAST, CSS + css)
    return dataclasses.replace(made, profile="layar", flows=True, width_mm=90.0, height_mm=120.0)


def pages_laid_out(press: Press, made: ComposedPiece) -> tuple[Printed, int]:
    """A sheet, and how many of its pages WeasyPrint laid out."""
    plain, done = layout.remake_page, []

    def counted(index: int, *given: object) -> object:
        done.append(index)
        return plain(index, *given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "remake_page", counted)
        printed = press.print(made)
    return printed, len(done)


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(ROOT / ".cache")


def held_against_the_plain_way(press: Press, prepared: ComposedPiece, made: ComposedPiece) -> tuple[int, int]:
    """How many pages were laid out, of how many."""
    press.prepare([prepared])
    printed, count = pages_laid_out(press, made)
    whole = press.print(made, whole=True)
    assert (printed.pdf, printed.audit) == (whole.pdf, whole.audit)
    assert layout.remake_page.__module__ == "weasyprint.layout.page"
    return count, whole.audit.pages


def test_only_pages_with_a_districts_words_and_those_before_them_are_laid_out(press: Press) -> None:
    first = flowing("<p>Kabupaten</p>", "kabupaten Anda")
    assert held_against_the_plain_way(press, first, first) == (0, 7)
    assert held_against_the_plain_way(press, first, flowing("<p>Kabupaten</p>", "Kabupaten Uji")) == (2, 7)
    assert held_against_the_plain_way(press, first, flowing("<p>Kabupaten Uji</p>", "kabupaten Anda")) == (1, 7)


def test_pages_that_come_later_because_a_district_says_more_are_still_the_same(press: Press) -> None:
    first = flowing("<p>Kabupaten</p>", "kabupaten Anda")
    count, pages = held_against_the_plain_way(press, first, flowing("<p>Kabupaten</p>", WORDS * 3))
    assert pages > 7
    assert count < pages - 2


@pytest.mark.parametrize(
    "made",
    [
        flowing("<p>Uji</p>", "Anda", css="h2 { font-size: 15pt }"),
        flowing("<p>Uji</p>" * 40, "Anda"),
        flowing("<p>Uji</p>", "Anda", panels=PANELS.replace("<h2>Bagian 3</h2>", "")),
        flowing("<p>Uji</p>", "Anda", panels=PANELS.replace("<h2>Bagian 3</h2>", "<h3>Bagian 3</h3>")),
        flowing("<p>Uji</p>", "Anda", panels=PANELS.replace("<p>3. ", '<p style="font-size: 9mm">3. ')),
        flowing("<p>Uji</p>", "Anda", panels=PANELS.replace('"panel"', '"panel" style="column-count: 2"')),
    ],
    ids=["gaya lain", "lebih panjang", "kurang satu", "tanda lain", "besar", "kolom"],
)
def test_what_differs_before_a_page_is_laid_out_as_it_would_be_plainly(press: Press, made: ComposedPiece) -> None:
    first = flowing("<p>Kabupaten</p>", "Anda")
    held_against_the_plain_way(press, first, made)
    held_against_the_plain_way(press, made, first)


def test_words_behind_bold_ones_are_a_part_of_their_paragraph(press: Press) -> None:
    first, made = (flowing("<p>Uji</p>", "Anda", panels=PANELS.replace("<p>3. ", f"<p><b>3</b>{end}")) for end in ".!")
    assert held_against_the_plain_way(press, first, made)[0] > 1


def test_left_and_right_pages_that_differ_are_not_taken_for_each_other(press: Press) -> None:
    css = "@page :left { margin-left: 9mm }"
    first = flowing("<p>Kabupaten</p>", "Anda", css)
    held_against_the_plain_way(press, first, flowing("<p>Uji</p>", WORDS * 3, css))


@pytest.mark.parametrize(
    "head",
    [
        "<h2>Kepala</h2><p>{}</p>",
        "<div><p>satu</p><h2>Kepala</h2></div><p>{}</p>",
        '<p>Kepala</p><p class="tetap">{}</p>',
    ],
    ids=["kepala", "kepala di dalam", "tetap bersama yang di atasnya"],
)
def test_a_head_that_goes_along_with_a_districts_words_is_laid_out_with_them(press: Press, head: str) -> None:
    css = "p { break-inside: avoid } .tetap { break-before: avoid }"
    panels = f'<div class="panel" data-panel="umum"><p>{"kata " * 72}</p>{head}<p>{WORDS}</p></div>'
    long, short = (flowing("<p>Kabupaten</p>", words, css, panels) for words in ("panjang " * 50, "pendek"))
    for prepared, made in ((long, short), (short, long)):
        held_against_the_plain_way(press, prepared, made)
