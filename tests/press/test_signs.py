"""The digest of a page is another wherever its picture or its text layer could be, and the same beside other words."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from selebaran.press.layout import Press
from selebaran.press.opened import Opened
from tests.conftest import ROOT
from tests.press.test_kept_pages import BACK, covered, emptied, meaning_another, moved, see_through, two_sides
from tests.press.test_panels import sheet

SHOWN, UNSHOWN = "W", "Q"
"""A letter of the second page, and one that the first alone has."""


@pytest.fixture(scope="module")
def written() -> bytes:
    return Press(ROOT / ".cache").print(two_sides("<p>Batu Kapen Q</p>")).pdf


def sign_of(pdf: bytes) -> bytes | None:
    return Opened(pdf).sign(1)


def changed(pdf: bytes, change: Callable[[pikepdf.Page], None]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document.pages[1])
        stream = io.BytesIO()
        document.save(stream)
    return stream.getvalue()


def fonts_of(page: pikepdf.Page) -> list[Any]:
    return [font.DescendantFonts[0] for font in dict(page.obj.Resources.Font).values()]


def redrawn(letter: str, table: str) -> Callable[[pikepdf.Page], None]:
    """A page in whose fonts a letter has another outline or another place within its width."""

    def change(page: pikepdf.Page) -> None:
        for font in fonts_of(page):
            content = font.FontDescriptor.FontFile2.read_bytes()
            read = TTFont(io.BytesIO(content))
            if (name := read.getBestCmap().get(ord(letter))) is None:
                continue
            glyph, at = read.getGlyphID(name), read.reader.tables[table].offset
            at += 4 * glyph + 2 if table == "hmtx" else read["loca"].locations[glyph] + 2
            (before,) = struct.unpack_from(">h", content, at)
            font.FontDescriptor.FontFile2.write(content[:at] + struct.pack(">h", before + 40) + content[at + 2 :])

    return change


def with_widths(page: pikepdf.Page) -> None:
    for font in fonts_of(page):
        for part in font.W:
            if isinstance(part, pikepdf.Array):
                part[0] = int(part[0]) + 100


def with_note(page: pikepdf.Page) -> None:
    seen = page.obj.Contents
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    note.AP = pikepdf.Dictionary(N=seen)
    page.obj.Annots = pikepdf.Array([note])


def turned(page: pikepdf.Page) -> None:
    page.obj.Rotate = 180


def turned_by_all(page: pikepdf.Page) -> None:
    page.obj.Parent.Rotate = 180


def smaller(page: pikepdf.Page) -> None:
    page.obj.MediaBox = pikepdf.Array([0, 0, 100, 100])


def in_literal_letters(page: pikepdf.Page) -> None:
    page.contents_add(b"BT (Wafat) Tj ET")


def by_another_order(page: pikepdf.Page) -> None:
    for font in fonts_of(page):
        font.CIDToGIDMap = page.obj.Contents


CHANGES = {
    one.__name__: one
    for one in (covered, emptied, moved, meaning_another, see_through, with_widths, with_note, turned, turned_by_all)
} | {
    "smaller": smaller,
    "letters": in_literal_letters,
    "order": by_another_order,
    "outline": redrawn(SHOWN, "glyf"),
    "bearing": redrawn(SHOWN, "hmtx"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_shows_on_a_page_makes_another_of_it(written: bytes, change: Callable[[pikepdf.Page], None]) -> None:
    assert sign_of(changed(written, change)) != sign_of(written)


def with_a_group_in_itself(page: pikepdf.Page) -> None:
    page.obj.Resources.XObject = pikepdf.Dictionary(Uji=page.obj.Contents)
    form = page.obj.Resources.XObject.Uji
    form.Subtype, form.Resources = pikepdf.Name.Form, page.obj.Resources
    form.write(b"/Uji Do")


@pytest.mark.parametrize("change", [in_literal_letters, by_another_order, with_a_group_in_itself])
def test_what_isnt_known_is_no_page_that_was_seen(written: bytes, change: Callable[[pikepdf.Page], None]) -> None:
    assert sign_of(changed(written, change)) is None


def test_what_doesnt_show_on_it_leaves_it_as_it_is(written: bytes) -> None:
    sign = sign_of(written)
    assert sign
    assert sign_of(changed(written, lambda page: None)) == sign
    other = changed(written, redrawn(UNSHOWN, "glyf"))
    assert other != written
    assert sign_of(other) == sign


def test_beside_other_words_a_page_has_the_same_digest_and_the_same_picture(written: bytes) -> None:
    other = Press(ROOT / ".cache").print(two_sides("<p>Batu Kapen XZ</p>")).pdf
    here, there = Opened(written), Opened(other)
    assert here.sign(0) != there.sign(0)
    assert here.sign(1) == there.sign(1)
    assert here.text(1).get_text_range() == there.text(1).get_text_range()
    first, second = (one.page(1).render(scale=2).to_pil().tobytes() for one in (here, there))
    assert first == second


def test_a_group_is_known_by_what_it_draws() -> None:
    ground = '<p style="background: url(asset:seni.svg); height: 9mm">Wafat</p>'
    assert BACK in two_sides("").html
    pdf = Press(ROOT / ".cache").print(sheet(ground)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        page.obj.Resources.XObject = pikepdf.Dictionary()
        form = document.make_stream(b"1 0 0 rg 0 0 9 9 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        page.obj.Resources.XObject.Uji = form
        page.contents_add(b"/Uji Do")
        stream = io.BytesIO()
        document.save(stream)
        form.write(b"0 1 0 rg 0 0 9 9 re f")
        other = io.BytesIO()
        document.save(other)
    first, second = Opened(stream.getvalue()).sign(0), Opened(other.getvalue()).sign(0)
    assert first
    assert second
    assert first != second
