"""What an eye asks of every sheet, whatever it says: letters and codes large enough, ink where it is needed."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageStat
from weasyprint import HTML

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.model.sizes import Profile
from selebaran.press.build import forms_of
from selebaran.press.layout import Press
from selebaran.press.raster import pictures, qr_codes
from selebaran.publish.plan import ALL_PROFILES, PROFILES
from tests.conftest import DAY, DEMO, LONGEST
from tests.press.photocopy import DPI, TURN_DEGREES, copied

READ_PT, READ_LARGE_PT, SOURCE_PT = 10.0, 14.0, 8.0
"""The smallest type that residents read, the same in `besar`, and that of dates of rules and editions."""
POSTED_MM, CARD_MM, MODULE_MM = 25.0, 22.0, 0.7
"""The width of a QR symbol without its quiet zone, on folded and posted sheets and on cards, and of one module."""
CARD = "kartu-darurat"
POSTERS = ("poster-cukup-ktp", "poster-darurat", "poster-kabar-bohong", "poster-pengaduan")
DARK = 190
"""A copier set dark: what is darker than this becomes black."""


@dataclass(frozen=True)
class Made:
    """A printed piece."""

    piece: ComposedPiece
    pdf: bytes


Shelf = dict[tuple[str, Profile], list[Made]]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """What was printed once in this module."""
    return {}


def made(slug: str, profile: Profile, composer: Composer, press: Press, shelf: Shelf) -> list[Made]:
    if (slug, profile) not in shelf:
        edition = composer.compose(slug, as_of=DAY, profiles=(profile,))
        shelf[slug, profile] = [Made(piece, press.print(piece).pdf) for piece in edition.pieces]
    return shelf[slug, profile]


def characters(pdf: bytes) -> Iterator[tuple[str, float]]:
    """Each letter and digit within the trim of a PDF, in its order, with its size in points as printed."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            left, bottom, right, top = page.get_trimbox()
            text = page.get_textpage()
            for index in range(text.count_chars()):
                letter = chr(pdfium.FPDFText_GetUnicode(text, index))
                x, y = ctypes.c_double(), ctypes.c_double()
                pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
                if letter.isalnum() and left <= x.value <= right and bottom <= y.value <= top:
                    matrix = pdfium.FS_MATRIX()
                    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
                    yield letter, pdfium.FPDFText_GetFontSize(text, index) * (matrix.a**2 + matrix.b**2) ** 0.5
    finally:
        document.close()


def sources(html: str) -> str:
    """The letters of all dates of rules and editions of a piece, in its order."""
    parts = [
        "".join(element.itertext())
        for element in HTML(string=html).etree_element.iter()
        if "keadaan" in (element.get("class") or "").split()
    ]
    return re.sub(r"[\W_]", "", "".join(parts))


@pytest.mark.parametrize("profile", ALL_PROFILES)
def test_residents_read_ten_points_and_only_sources_and_editions_are_smaller(
    profile: Profile, composer: Composer, kept_press: Press, shelf: Shelf
) -> None:
    least = READ_LARGE_PT if profile == "besar" else READ_PT
    districts = (DEMO, LONGEST) if profile in PROFILES else (LONGEST,)
    for sheet in (sheet for slug in districts for sheet in made(slug, profile, composer, kept_press, shelf)):
        small_print = sources(sheet.piece.html)
        found = list(characters(sheet.pdf))
        assert len(found) > 40, sheet.piece.name
        assert min(size for _, size in found) > SOURCE_PT - 0.05, sheet.piece.name
        for is_small, run in groupby(found, key=lambda one: one[1] < least - 0.05):
            words = "".join(letter for letter, _ in run)
            assert not is_small or words in small_print, (sheet.piece.name, profile, words)


def symbols(pdf: bytes) -> Iterator[tuple[float, float]]:
    """The width of each QR symbol on paper, without its quiet zone, and that of its modules, in millimetres."""
    for image in pictures(pdf, DPI):
        for code in qr_codes(image):
            corners = code.position
            width = (corners.top_right.x - corners.top_left.x + 1) * 25.4 / DPI
            yield width, width / (17 + 4 * int(code.extra["Version"]))


@pytest.mark.parametrize("profile", [profile for profile in ALL_PROFILES if profile != "layar"])
def test_the_symbol_of_every_form_is_large_enough_without_its_quiet_zone(
    profile: Profile, composer: Composer, kept_press: Press, shelf: Shelf
) -> None:
    for sheet in made(LONGEST, profile, composer, kept_press, shelf):
        least = CARD_MM if sheet.piece.name == CARD else POSTED_MM
        for form, pdf in forms_of(sheet.piece, sheet.pdf):
            found = list(symbols(pdf))
            assert found or sheet.piece.name == "spanduk-daftar", (sheet.piece.name, form)
            for width, module in found:
                assert width > least - 0.15, (sheet.piece.name, form)
                assert module > MODULE_MM - 0.01, (sheet.piece.name, form)


@pytest.mark.parametrize("name", [CARD, "leaflet-daftar"])
def test_a_code_is_read_on_a_dark_copiers_copy_of_a_copy(
    name: str, composer: Composer, kept_press: Press, shelf: Shelf
) -> None:
    sheets = [sheet for slug in (DEMO, LONGEST) for sheet in made(slug, "hemat", composer, kept_press, shelf)]
    for sheet in (sheet for sheet in sheets if sheet.piece.name == name):
        copies = [copied(page, 2, threshold=DARK) for page in pictures(sheet.pdf, DPI)]
        held_straight = [copy.rotate(-2 * TURN_DEGREES, fillcolor=255) for copy in copies]
        assert sheet.piece.qr_url in [code.text for copy in held_straight for code in qr_codes(copy)]


def test_a_sheet_for_the_photocopier_takes_little_ink_and_a_poster_what_its_headline_needs(
    composer: Composer, kept_press: Press, shelf: Shelf
) -> None:
    for sheet in (sheet for slug in (DEMO, LONGEST) for sheet in made(slug, "hemat", composer, kept_press, shelf)):
        sides = [
            1 - ImageStat.Stat(page).mean[0] / 255 for page in pictures(sheet.pdf, 150)
        ]  # fewer thicken thin lines
        most = 0.15 if sheet.piece.name in POSTERS else 0.08
        assert 0.005 < sum(sides) / len(sides) < most, (sheet.piece.name, sides)


def test_the_headline_of_a_poster_is_solid_on_the_photocopiers_sheet(
    composer: Composer, kept_press: Press, shelf: Shelf
) -> None:
    for sheet in (sheet for sheet in made(DEMO, "hemat", composer, kept_press, shelf) if sheet.piece.name in POSTERS):
        page = next(pictures(sheet.pdf, 50))
        head = page.crop((0, 0, page.width, page.height // 3))
        assert ImageStat.Stat(head).mean[0] < 0.9 * 255, sheet.piece.name


def composed(composer: Composer, name: str, slug: str = DEMO) -> str:
    """The HTML of a piece for the office's printer."""
    edition = composer.compose(slug, as_of=DAY, profiles=("kantor",))
    return next(piece.html for piece in edition.pieces if piece.name == name)


def test_the_sheet_of_all_has_six_short_rows_and_one_of_them_is_the_newborn(composer: Composer) -> None:
    html = composed(composer, "lembar-semua")
    rows = re.findall(r'situasi (tanda-[\w-]+)">.*?<h2>(.*?)</h2>', html, re.DOTALL)
    assert [mark for mark, _ in rows] == [
        *("tanda-belum", "tanda-jeda", "tanda-pbi", "tanda-berobat", "tanda-bayi", "tanda-darurat")
    ]
    words = [re.sub(r"<[^>]*>", " ", row).split() for row in html.split("situasi tanda-")[1:7]]
    assert all(len(row) <= 40 for row in words[:5])
    assert "tanda-telepon" not in html


def test_the_days_of_the_newborns_row_and_of_the_leaflets_bar_are_the_registers(composer: Composer) -> None:
    assert "<b>28 hari</b>" in composed(composer, "lembar-semua")
    leaflet = composed(composer, "leaflet-daftar")
    assert 'alt="Batang 30 hari. Sebelum hari ke-14 tunggu, hari ke-14 sampai hari ke-30 bayar."' in leaflet
    assert "asset:batang/terang/14-30.svg" in leaflet


def test_the_card_says_the_ambulances_number_once(composer: Composer) -> None:
    html = composed(composer, CARD)
    assert re.sub(r"<[^>]*>", " ", html).count("0000-1005") == 1


def test_an_edition_and_what_follows_it_stay_on_one_line(composer: Composer) -> None:
    for name in (CARD, "poster-pengaduan", "leaflet-daftar"):
        assert re.search(r'<span class="utuh">Edisi <b class="kode">[\w-]+</b>[^<]*</span>', composed(composer, name))
