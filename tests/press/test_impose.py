"""Booklets, scaled sheets and tiles, read back from the PDF."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from selebaran.model.piece import ComposedPiece, CoverArea, Derivation
from selebaran.model.problem import Place
from selebaran.model.usage import Usage
from selebaran.press.impose import CREEP_MM, booklet, derived, enlarged
from selebaran.press.layout import Press
from selebaran.press.raster import look
from tests.press.kit import sizes_mm

FONT = '@font-face { font-family: "Public Sans"; src: url("asset:huruf/PublicSans-Regular.ttf") }'
STYLE = (
    FONT
    + """
* { margin: 0 } @page { margin: 0 } body { font: 20pt "Public Sans" }
section { position: relative; break-after: page } section:last-child { break-after: auto }
p { position: absolute }
"""
)
MM = 25.4 / 72


def sheets(press: Press, width: float, height: float, pages: list[str], **files: bytes) -> bytes:
    body = "".join(f'<section style="width:{width}mm;height:{height}mm">{page}</section>' for page in pages)
    piece = ComposedPiece(
        name="uji",
        profile="kantor",
        title="Uji",
        width_mm=width,
        height_mm=height,
        sheets=len(pages),
        panels=(),
        cover=CoverArea(0, 0, width),
        html=f'<html lang="id"><title>Uji</title><body>{body}',
        stylesheets=(STYLE,),
        assets={f"asset:{name}.svg": body for name, body in files.items()},
        usage=Usage(),
        place=Place("printables/uji/piece.html"),
        qr_url=None,
    )
    return press.print(piece).pdf


def words(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    """For each page its words, with the millimetres from the left and from the top to their lower left corner."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    try:
        for page in document:
            text, height = page.get_textpage(), page.get_height()
            places = {}
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                word = text.get_text_bounded(left, bottom, right, top).strip()
                places[word] = (left * MM, (height - bottom) * MM)
            found.append(places)
    finally:
        document.close()
    return found


def test_a_booklet_of_four_opens_in_reading_order(press: Press) -> None:
    pages = [f'<p style="left:20mm;top:20mm">Hal{n}</p>' for n in (1, 2, 3, 4)]
    pdf = booklet(sheets(press, 148, 210, pages))
    assert sizes_mm(pdf) == ((297.0, 210.0), (297.0, 210.0))
    front, back = words(pdf)
    assert front["Hal4"][0] == pytest.approx(20, abs=1.5)
    assert front["Hal1"][0] == pytest.approx(168, abs=1.5)
    assert back["Hal2"][0] == pytest.approx(20, abs=1.5)
    assert back["Hal3"][0] == pytest.approx(168, abs=1.5)


def test_a_booklet_of_eight_nests_its_sheets(press: Press) -> None:
    pages = words(booklet(sheets(press, 148, 210, [f"<p>Hal{n}</p>" for n in range(1, 9)])))
    order = [sorted(page, key=lambda word: page[word][0]) for page in pages]
    assert order == [["Hal8", "Hal1"], ["Hal2", "Hal7"], ["Hal6", "Hal3"], ["Hal4", "Hal5"]]


def test_a_booklet_needs_a_multiple_of_four_pages(press: Press) -> None:
    with pytest.raises(ValueError, match="multiple of four"):
        booklet(sheets(press, 148, 210, ["<p>Hal1</p>"]))


def test_an_a3_sheet_fits_a4_whole(press: Press) -> None:
    marks = '<p style="left:20mm;top:30mm">Atas</p><p style="left:20mm;top:400mm">Bawah</p>'
    source = sheets(press, 297, 420, [marks])
    pdf = derived(source, "a4")
    assert sizes_mm(pdf) == ((210.0, 297.0),)
    (before,), (after,) = words(source), words(pdf)
    for word in ("Atas", "Bawah"):
        for axis in (0, 1):
            assert after[word][axis] == pytest.approx(before[word][axis] / 2**0.5, abs=0.5)


def test_tiles_hold_everything_and_share_a_band(press: Press) -> None:
    marks = "".join(f'<p style="left:20mm;top:{top}mm">T{top}</p>' for top in (8, 100, 195, 206, 230, 400))
    upper, lower = words(derived(sheets(press, 297, 420, [marks]), "ubin"))
    assert {"T8", "T100", "T195"} <= set(upper)
    assert {"T230", "T400"} <= set(lower)
    # One scale for both, so that the halves meet; nothing within the edge that a printer can't reach.
    scale = (upper["T195"][1] - upper["T8"][1]) / (195 - 8)
    assert scale == pytest.approx((lower["T400"][1] - lower["T230"][1]) / (400 - 230), abs=0.001)
    assert 0.95 < scale < 1
    assert upper["T8"][1] > 5
    assert lower["T400"][1] < 205
    # Laid on each other with 10 mm of the sheet in common, both tiles show the same spot at the same place.
    assert upper["T206"][1] - lower["T206"][1] == pytest.approx(200 - 10 * scale, abs=0.3)


def test_derived_sheets_are_the_same_bytes_every_time(press: Press) -> None:
    source = sheets(press, 297, 420, ["<p>Satu</p>"])
    assert derived(source, "ubin") == derived(source, "ubin")
    assert derived(source, "a4") == derived(source, "a4")


def placements(pdf: bytes) -> list[list[tuple[float, float]]]:
    """For each page where its forms stand: millimetres from the left and from the bottom."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            places = []
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "cm":
                    places.append((float(operands[4]) * MM, float(operands[5]) * MM))
            found.append(places)
    return found


def test_inner_sheets_of_a_booklet_move_towards_the_fold(press: Press) -> None:
    """Creep: folding pushes each inner sheet out by the thickness of the paper."""
    pages = ["<p>x</p>"] * 12
    sides = placements(booklet(sheets(press, 148, 210, pages)))
    for number, side in enumerate(sides):
        (left, _), (right, _) = side
        creep = CREEP_MM * (number // 2)
        assert left == pytest.approx(0.5 + creep, abs=0.01)
        assert right == pytest.approx(148.5 - creep, abs=0.01)


Size = tuple[float, float]
COPIES = [
    ("dua", (148, 210), (297, 210), [(0.5, 0), (148.5, 0)]),
    ("dua", (210, 148), (210, 297), [(0, 148.5), (0, 0.5)]),
    ("empat", (105, 148), (210, 297), [(0, 148.5), (105, 148.5), (0, 0.5), (105, 0.5)]),
    ("tiga", (99, 210), (297, 210), [(0, 0), (99, 0), (198, 0)]),
]


@pytest.mark.parametrize(("kind", "size", "paper", "wanted"), COPIES)
def test_copies_fill_a_sheet_of_a4(press: Press, kind: Derivation, size: Size, paper: Size, wanted: list[Size]) -> None:
    pages = [f'<p style="left:20mm;top:20mm">{side}</p>' for side in ("Depan", "Belakang")]
    pdf = derived(sheets(press, *size, pages), kind)
    assert sizes_mm(pdf) == (paper, paper)
    for side in placements(pdf):
        assert side == [pytest.approx(place, abs=0.05) for place in wanted]
    front, back = (texts(pdf, number) for number in (0, 1))
    assert front.count("Depan") == back.count("Belakang") == len(wanted)


def texts(pdf: bytes, number: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[number].get_textpage().get_text_range())
    finally:
        document.close()


def test_copies_that_do_not_fit_are_refused(press: Press) -> None:
    with pytest.raises(ValueError, match="don't fit on A4"):
        derived(sheets(press, 148, 210, ["<p>x</p>"]), "empat")


def test_a_poster_of_a2_is_four_tiles_that_meet(press: Press) -> None:
    spots = "".join(
        f'<p style="left:{x}mm;top:{y}mm;font-size:8pt">X{x}Y{y}</p>' for x in (20, 208, 380) for y in (20, 296, 560)
    )
    tiles = words(derived(sheets(press, 420, 594, [spots]), "ubin"))
    assert len(tiles) == 4
    assert {"X20Y20"} <= set(tiles[0])
    assert {"X380Y20"} <= set(tiles[1])
    assert {"X20Y560"} <= set(tiles[2])
    assert {"X380Y560"} <= set(tiles[3])
    # The spot in the middle stands on all four; neighbours are a tile less the band of 10 mm apart.
    middle = [tile["X208Y296"] for tile in tiles]
    scale = (tiles[2]["X20Y560"][1] - tiles[2]["X20Y296"][1]) / (560 - 296)
    across, down = 420 / 2 + 5 - 7, 594 / 2 + 5 - 7
    assert middle[0][0] - middle[1][0] == pytest.approx((across - 10) * scale, abs=0.4)
    assert middle[0][1] - middle[2][1] == pytest.approx((down - 10) * scale, abs=0.4)
    assert look(derived(sheets(press, 420, 594, [spots]), "ubin")).near_edge == ()


def test_assembly_marks_show_the_place_of_each_tile(press: Press) -> None:
    pdf = derived(sheets(press, 420, 594, ["<p>x</p>"]), "ubin")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        last = [page.Contents[-1].read_bytes() for page in document.pages]
    painted = [re.findall(rb" re ([BS])", part) for part in last]
    assert painted == [[b"B" if n == number else b"S" for n in range(4)] for number in range(4)]


@pytest.mark.parametrize(
    ("page", "paper"),
    [
        ((210, 297), (297, 420)),
        ((148, 210), (210, 297)),
        ((105, 148), (148, 210)),
        ((297, 420), (420, 594)),
        ((100, 80), (141.4, 113.1)),
    ],
)
def test_the_enlarged_sheet_is_the_next_paper_to_the_millimetre(
    press: Press, page: tuple[int, int], paper: tuple[float, float]
) -> None:
    mark = '<p style="left:20mm;top:30mm">Atas</p>'
    source = sheets(press, *page, [mark])
    pdf = enlarged(source)
    assert sizes_mm(pdf) == (paper,)
    (before,), (after,) = words(source), words(pdf)
    assert after["Atas"] == pytest.approx([side * 2**0.5 for side in before["Atas"]], abs=0.6)
