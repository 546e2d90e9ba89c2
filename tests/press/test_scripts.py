"""Letters of other scripts, on a real sheet: in their own font, none missing, and Arabic from right to left."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.gate import check_printed
from selebaran.press.layout import Press
from tests.conftest import SHORT
from tests.press.test_own_print import edition_of

PIECE = "lembar-semua"
WORDS = {
    "Noto-Sans-Javanese": "ꦱꦸꦒꦼꦁꦫꦮꦸꦃ",
    "Noto-Sans-Sundanese": "ᮝᮤᮜᮥᮏᮨᮀ",
    "Noto-Sans-Balinese": "ᬭᬳᬚᭂᬂ",
    "Noto-Sans-Arabic": "صحة للجميع",
}
"""A word or two of each script; the shapes of its letters depend on their neighbours."""


def written(registry: Registry, press: Press, profile: Profile) -> bytes:
    """A sheet whose district wrote a line in four scripts, once nothing is wrong with it."""
    edition = edition_of(registry, SHORT, {"baris": {PIECE: " ".join(WORDS.values())}}, profile)
    (sheet,) = next(outcome for outcome in edition.outcomes if outcome.name == PIECE).made
    done = press.print(sheet)
    assert [fault for fault in check_printed(sheet, done, "Kabupaten Serang") if fault.is_error] == []
    return done.pdf


@pytest.fixture(scope="module")
def sheet(registry: Registry, press: Press) -> bytes:
    return written(registry, press, "kantor")


def glyphs(pdf: bytes) -> dict[str, set[int]]:
    """The numbers of the glyphs that a sheet shows of each font; 0 is the box for a letter that isn't there."""
    found: dict[str, set[int]] = defaultdict(set)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            font = ""
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    font = str(page.Resources.Font[operands[0]].BaseFont).partition("+")[2]
                elif str(operator) == "TJ":
                    shown = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                    found[font] |= {int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)}
    return found


def places(pdf: bytes, font: str) -> dict[str, float]:
    """How far from the left each letter of a font stands."""
    found: dict[str, float] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            name = ctypes.create_string_buffer(100)
            pdfium.FPDFText_GetFontInfo(text, index, name, 100, ctypes.c_int())
            if font in name.value.decode():
                found[chr(pdfium.FPDFText_GetUnicode(text, index))] = text.get_charbox(index)[0]
    finally:
        document.close()
    return found


@pytest.mark.parametrize("font", WORDS)
def test_a_word_of_each_script_stands_on_a_sheet_in_its_own_font(sheet: bytes, font: str) -> None:
    drawn = {number for name, numbers in glyphs(sheet).items() if name.startswith(font) for number in numbers}
    assert len(drawn) >= len(set(WORDS[font].replace(" ", ""))) / 2  # two letters may be one glyph
    assert 0 not in drawn
    assert set(places(sheet, font)) & set(WORDS[font])


def test_arabic_runs_from_right_to_left(sheet: bytes) -> None:
    found, word = places(sheet, "Noto-Sans-Arabic"), WORDS["Noto-Sans-Arabic"]
    order = [found[letter] for letter in (word[0], word[2], word[-4], word[-1])]
    assert order == sorted(order, reverse=True)


def test_words_in_other_scripts_keep_no_sheet_from_a_telephone(registry: Registry, press: Press) -> None:
    assert written(registry, press, "layar")
