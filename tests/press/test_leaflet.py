"""The leaflet as an office gets it: the written PDF, read back and rendered."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from selebaran.compose.edition import Composer
from selebaran.model.piece import NOTHING_ASKED, Asked
from selebaran.model.sizes import Profile
from selebaran.press.layout import Press
from selebaran.publish.layout import site_of
from tests.conftest import DAY, DEMO, LONGEST, SHORT
from tests.press.kit import sizes_mm

DISTRICTS = (DEMO, SHORT, LONGEST)
PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat")
A_PAGE = 0.25
"""Of a page of a telephone so much is filled: what is kept together may begin on the next one, but no heading stands
alone. What a panel there has nothing of is not seen."""


@pytest.fixture(params=[(slug, profile) for slug in DISTRICTS for profile in PROFILES], ids="-".join)
def leaflet(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> tuple[str, str, bytes]:
    slug, profile = request.param
    return (
        slug,
        profile,
        (site_of(dist, hosts[slug]) / f"unduh/leaflet-daftar/leaflet-daftar-{profile}.pdf").read_bytes(),
    )


def raster(pdf: bytes, page: int, dpi: int = 150) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return re.sub(r"\s+", " ", " ".join(pages).replace("￾", ""))


def test_leaflet_is_one_a4_sheet_printed_on_both_sides_or_pages_of_a_telephone(leaflet: tuple[str, str, bytes]) -> None:
    sizes = sizes_mm(leaflet[2])
    if leaflet[1] == "layar":
        assert set(sizes) == {(90.0, 160.0)}
    else:
        assert sizes == ((297.0, 210.0), (297.0, 210.0))


def test_only_the_listed_fonts_are_embedded(leaflet: tuple[str, str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(leaflet[2])) as document:
        fonts = [f for page in document.pages for f in dict(page.resources.Font).values()]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+(Public-Sans|Plus-Jakarta-Sans)", str(font.BaseFont))
            assert {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys())


def test_qr_leads_to_the_page_of_its_edition_and_the_subjects_address_stands_beside_it(
    leaflet: tuple[str, str, bytes], hosts: dict[str, str]
) -> None:
    slug, profile, pdf = leaflet
    pages = range(len(sizes_mm(pdf)) if profile == "layar" else 1)
    codes = [code for page in pages for code in zxingcpp.read_barcodes(raster(pdf, page))]
    assert len(codes) == 1
    assert re.fullmatch(rf"https://{re.escape(hosts[slug])}/e/p1-\d+-[a-z2-9]{{6}}/", codes[0].text)
    printed = text(pdf).replace(" ", "")
    assert f"{hosts[slug]}/daftar" in printed
    assert codes[0].text.split("/")[-2] in printed


def test_amounts_telephones_and_terms_of_the_register_are_printed(leaflet: tuple[str, str, bytes]) -> None:
    printed = text(leaflet[2])
    for expected in ("Rp35.000", "Rp100.000", "Rp150.000", "165", "0811-8165-165", "Sebelum hari ke-14", "hari ke-30"):
        assert expected in printed


def test_rules_carry_the_month_that_their_source_speaks_of(leaflet: tuple[str, str, bytes]) -> None:
    assert "Keadaan Februari 2026" in text(leaflet[2])


def test_a_preview_says_so_on_both_sides(leaflet: tuple[str, str, bytes]) -> None:
    document = pypdfium2.PdfDocument(leaflet[2])
    try:
        said = ["PRATINJAU" in page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    assert all(said) if leaflet[1] != "layar" else said[0]  # the others have it as a drawing: test_phone.py


def test_publisher_stands_on_the_sheet(leaflet: tuple[str, str, bytes]) -> None:
    slug, _, pdf = leaflet
    expected = "Dinas Kesehatan Kabupaten Contoh" if slug == DEMO else "Penerbit belum dikonfirmasi"
    assert expected in text(pdf)


def test_the_made_up_district_is_marked_and_the_real_ones_show_no_invented_contact(
    leaflet: tuple[str, str, bytes],
) -> None:
    slug, profile, pdf = leaflet
    assert ("rekaan" in text(pdf)) == (slug == DEMO)
    assert ("Jalan Contoh" in text(pdf)) == (slug == DEMO)
    assert ("Meja bantuan JKN" in text(pdf)) == (slug != DEMO and profile != "layar")  # lines for a pen


def test_office_profile_leaves_the_outer_five_millimetres_blank(leaflet: tuple[str, str, bytes]) -> None:
    _, profile, pdf = leaflet
    dpi = 120
    edge = int(5 / 25.4 * dpi) - 1
    for number in (0, 1):
        image = raster(pdf, number, dpi).convert("L")
        width, height = image.size
        boxes = (
            (0, 0, width, edge),
            (0, height - edge, width, height),
            (0, 0, edge, height),
            (width - edge, 0, width, height),
        )
        darkest = min(image.crop(box).getextrema()[0] for box in boxes)
        assert (darkest > 250) == (profile != "layar")


def test_screen_profile_is_tagged_with_language_title_and_alternative_texts(dist: Path, hosts: dict[str, str]) -> None:
    pdf = (site_of(dist, hosts[SHORT]) / "unduh/leaflet-daftar/leaflet-daftar-layar.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        assert str(root.Lang) == "id"
        assert bool(root.MarkInfo.Marked)
        assert "Kabupaten Serang" in str(document.docinfo.Title)
        figures = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert len(figures) >= 5
        assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_a_district_without_an_address_gets_a_whole_leaflet_without_qr(composer: Composer, press: Press) -> None:
    edition = composer.compose("kab-tanggamus", as_of=DAY, profiles=("kantor",))
    printed = press.print(edition.pieces[0])
    assert not printed.audit.overflows
    assert not printed.audit.lost
    assert zxingcpp.read_barcodes(raster(printed.pdf, 0)) == []


def test_the_same_leaflet_is_the_same_bytes(composer: Composer, press: Press) -> None:
    edition = composer.compose(SHORT, as_of=DAY, profiles=PROFILES)
    for piece in (piece for piece in edition.pieces if piece.name == "leaflet-daftar"):
        assert press.print(piece).pdf == press.print(piece).pdf


def test_every_district_gets_a_whole_leaflet_with_no_empty_panel(composer: Composer, press: Press) -> None:
    for slug in ("kab-kepulauan-anambas", "kec-nanggalo"):
        every_sheet_is_whole(slug, composer, press, ("kantor",))


def every_sheet_is_whole(
    slug: str,
    composer: Composer,
    press: Press,
    profiles: tuple[Profile, ...] = PROFILES,
    asked: Asked = NOTHING_ASKED,
) -> None:
    for piece in composer.compose(slug, as_of=DAY, profiles=profiles, asked=asked).pieces:
        printed = press.print(piece)
        assert not printed.audit.overflows, (slug, printed.audit.overflows)
        assert not printed.warnings
        least = A_PAGE if piece.flows else 0.55
        judged = {*piece.panels} - piece.may_be_empty
        fills = [(one.panel, one.fill) for one in printed.audit.panels if one.panel in judged]
        low = [(panel, fill) for panel, fill in fills if fill <= least and (fill or not piece.flows)]
        assert low == [], (slug, piece.label)
