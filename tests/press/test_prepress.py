"""What a print shop gets: boxes, bleed, marks and inks; and the enlarged sheet."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from selebaran.compose.edition import Composer
from selebaran.model.piece import BLEED_MM, ComposedPiece
from selebaran.press.colour import other_colours
from selebaran.press.gate import check_form, check_printed
from selebaran.press.inks import Inks
from selebaran.press.layout import Press, Printed
from selebaran.press.marks import SLUG_MM
from selebaran.press.pdf import read_pdf
from selebaran.press.raster import pictures
from tests.conftest import DAY, DEMO, ROOT
from tests.press.kit import SENTENCE, faults, sizes_mm, small

AROUND = BLEED_MM + SLUG_MM
PROFILE = Path(__file__).parents[2] / "selebaran/press/offset.icc"


@pytest.fixture(scope="module")
def for_shop(composer: Composer, kept_press: Press) -> dict[str, tuple[ComposedPiece, Printed]]:
    """The demonstration district's sheets, with its emblem and its colour, as a print shop gets them."""
    made = composer.compose(DEMO, as_of=DAY, profiles=("percetakan",)).pieces
    return {piece.name: (piece, kept_press.print(piece)) for piece in made}


def instructions(pdf: bytes) -> list[tuple[list[str], str]]:
    """Operands and operators of all content: pages, and the drawings that they call."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        forms = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        for drawn in (*document.pages, *forms):
            found += [([str(x) for x in args], str(name)) for args, name in pikepdf.parse_content_stream(drawn)]
    return found


def test_every_piece_passes_the_gate(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    assert len(for_shop) >= 4
    for piece, printed in for_shop.values():
        assert check_printed(piece, printed, DEMO) + check_form(piece, None, printed.pdf, DEMO) == []


def test_boxes_are_those_of_the_sheet_its_bleed_and_its_slug(
    for_shop: dict[str, tuple[ComposedPiece, Printed]],
) -> None:
    for piece, printed in for_shop.values():
        facts = read_pdf(printed.pdf)
        assert set(sizes_mm(printed.pdf)) == {
            (round(piece.width_mm + 2 * AROUND, 1), round(piece.height_mm + 2 * AROUND, 1))
        }
        for trim, bleed in zip(facts.trims, facts.bleeds, strict=True):
            wanted = (AROUND, AROUND, AROUND + piece.width_mm, AROUND + piece.height_mm)
            assert trim == pytest.approx(wanted, abs=0.05)
            assert bleed == pytest.approx([wanted[0] - 3, wanted[1] - 3, wanted[2] + 3, wanted[3] + 3], abs=0.05)


def test_no_operator_speaks_of_another_colour_than_cmyk(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for _, printed in for_shop.values():
        assert other_colours(printed.pdf) == frozenset()
        names = {name for _, name in instructions(printed.pdf)}
        assert not names & {"rg", "RG", "g", "G", "sc", "SC", "sh"}
        assert {"k"} <= names


def test_black_text_is_black_ink_alone(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for _, printed in for_shop.values():
        fills, now = [], [""]
        for operands, name in instructions(printed.pdf):
            now = operands if name == "k" else now
            if name in ("Tj", "TJ"):
                fills.append(tuple(float(x) for x in now))
        assert (0, 0, 0, 1) in fills
        # No letter is a black mixed of all inks.
        assert not [fill for fill in fills if fill[3] > 0.9 and sum(fill[:3]) > 0.3]


def test_the_output_intent_is_a_profile_for_four_inks(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for _, printed in for_shop.values():
        with pikepdf.open(io.BytesIO(printed.pdf)) as document:
            (intent,) = document.Root.OutputIntents
            assert intent.DestOutputProfile.N == 4
            assert intent.DestOutputProfile.read_bytes() == PROFILE.read_bytes()
            # PDF/X is claimed only if it was checked, and nothing packaged checks it.
            assert "/GTS_PDFXVersion" not in document.docinfo
            assert document.docinfo["/Trapped"] == "/False"
            assert str(intent.OutputConditionIdentifier) == "Custom"
            assert str(intent.Info) == Inks.estimated().spoken
            assert "/Metadata" not in document.Root or b"pdfx" not in document.Root.Metadata.read_bytes()


def test_the_profile_reaches_the_colours_of_the_sheets() -> None:
    cmyk = Inks.estimated().of
    profile = ImageCms.getOpenProfile(str(PROFILE))
    assert profile.profile.xcolor_space.strip() == "CMYK"
    back = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "CMYK", "RGB")
    for colour in ((34, 52, 111), (242, 176, 30), (91, 42, 79), (255, 255, 255), (232, 234, 246)):
        inks = cmyk(*colour)
        assert sum(inks) <= 3.0
        ink_image = Image.new("CMYK", (1, 1), tuple(round(ink * 255) for ink in inks))
        seen = ImageCms.applyTransform(ink_image, back)
        assert seen is not None
        assert max(abs(a - b) for a, b in zip(seen.getpixel((0, 0)), colour, strict=True)) < 16
    assert cmyk(0, 0, 0) == (0, 0, 0, 1)
    assert cmyk(255, 255, 255) == (0, 0, 0, 0)
    assert cmyk(128, 128, 128)[:3] == (0, 0, 0)


def test_grounds_bleed_and_nothing_else_does(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    """Seen on the picture: colour up to 3 mm beyond the cover's edge, white beyond that but for the marks."""
    _, printed = for_shop["leaflet-daftar"]
    front = next(pictures(printed.pdf, 72))
    point = 72 / 25.4
    right = (AROUND + 297) * point
    assert front.getpixel((round(right + 2 * point), 300)) < 200
    assert front.getpixel((round(right + 6 * point), 300)) == 255


def drawn_lines(pdf: bytes, colour: str) -> list[list[tuple[float, float, float, float]]]:
    """For each page, in millimetres from the lower left corner of the trim, the lines of its marks in these inks."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            now, start, lines = "", (0.0, 0.0), []
            marks = b"".join(part.read_bytes() for part in list(page.Contents)[1:])  # type: ignore[call-overload]
            for operands, operator in pikepdf.parse_content_stream(document.make_stream(marks)):
                numbers = [float(value) * 25.4 / 72 for value in operands] if str(operator) in "ml" else []
                if str(operator) == "K":
                    now = " ".join(f"{float(value):g}" for value in operands)
                elif str(operator) == "m":
                    start = (numbers[0], numbers[1])
                elif str(operator) == "l" and now == colour:
                    lines.append((*start, numbers[0], numbers[1]))
            found.append(lines)
    return found


ALL_INKS, BLACK_INK = "1 1 1 1", "0 0 0 1"


def test_crop_and_register_marks_are_in_all_inks(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for piece, printed in for_shop.values():
        width, height = piece.width_mm, piece.height_mm
        for lines in drawn_lines(printed.pdf, ALL_INKS):
            crops, crosses = lines[:8], lines[8:]
            assert {round(a) for a, _, c, _ in crops if a == c} == {0, width}
            assert {round(b) for _, b, _, d in crops if b == d} == {0, height}
            places = sorted((round((a + c) / 2, 2), round((b + d) / 2, 2)) for a, b, c, d in crosses)
            middles = [(-6, height / 2), *((width / 2, y) for y in (-6, height + 6)), (width + 6, height / 2)]
            assert places[::2] == [pytest.approx(place, abs=0.01) for place in middles]
            assert places[1::2] == [pytest.approx(place, abs=0.01) for place in middles]
            for a, b, c, d in lines:
                outside = max(-min(a, c), max(a, c) - width, -min(b, d), max(b, d) - height)
                assert outside > BLEED_MM


def test_a_register_mark_gives_way_to_a_fold(press: Press) -> None:
    piece = small(profile="percetakan", folds_mm=((50,),))
    (lines,) = drawn_lines(press.print(piece).pdf, ALL_INKS)
    uprights = [a for a, _, c, _ in lines[8:] if a == c and 0 < a < 100]
    assert uprights
    assert all(abs(x - 50) > 8 for x in uprights)


def test_a_banner_shows_its_hem_and_each_eyelet(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    piece, printed = for_shop["spanduk-daftar"]
    (lines,) = drawn_lines(printed.pdf, BLACK_INK)
    assert {round(a, 1) for a, _, c, _ in lines if a == c} == {3, 397}
    assert {round(b, 1) for _, b, _, d in lines if b == d} == {3, 97}
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        rings = list(document.pages[0].Contents)[-1].read_bytes().count(b" c S")  # type: ignore[call-overload]
    assert piece.order is not None
    assert piece.order.hem is not None
    # 4 m above and below at most 50 cm apart, and one in the middle of each end
    assert rings == len(piece.order.hem.eyelets_mm(4000, 1000)) == 2 * 9 + 2


def test_a_shops_own_profile_is_the_intent_and_makes_the_inks() -> None:
    icc = PROFILE.read_bytes().replace(b"estimate", b"Kab. Uji")
    shop = Press(ROOT / ".cache", inks=Inks.of_shop(icc))
    with pikepdf.open(io.BytesIO(shop.print(small(profile="percetakan")).pdf)) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == icc
        assert "Kab. Uji" in str(intent.OutputCondition)


def test_lines_of_drawings_take_two_inks_at_most(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    seen = set()
    for _, printed in for_shop.values():
        seen |= {tuple(float(x) for x in args) for args, name in instructions(printed.pdf) if name == "K"}
    lines = seen - {(1, 1, 1, 1)}
    assert len(lines) > 3
    assert [line for line in lines if len([share for share in line if share]) > 2] == []


def test_marks_stand_on_the_slug_at_trim_and_folds(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    piece, printed = for_shop["leaflet-daftar"]
    assert piece.folds_mm == ((97, 197), (100, 200))
    for lines, folds in zip(drawn_lines(printed.pdf, BLACK_INK), piece.folds_mm, strict=True):
        assert sorted({round(a, 1) for a, _, c, _ in lines if a == c}) == sorted(folds)
        ys = [y for _, b, _, d in lines for y in (b, d)]
        assert all(y < -BLEED_MM or y > 210 + BLEED_MM for y in ys)


def test_the_slug_names_piece_edition_and_size(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for piece, _ in for_shop.values():
        assert re.fullmatch(
            rf"{piece.name} · \w+-0000-\w{{6}} · [\d,]+ × [\d,]+ mm( · skala 1:10, ukuran jadi .*mata ayam)?",
            piece.slug_line,
        )


def test_a_scale_is_written_on_the_slug(press: Press) -> None:
    piece = small(
        profile="percetakan", slug_line="spanduk · kab-uji · 300 × 100 mm · skala 1:10, ukuran jadi 300 × 100 cm"
    )
    assert faults(press, piece) == []
    assert not press.print(piece).audit.lost


def test_qpdf_finds_no_fault(for_shop: dict[str, tuple[ComposedPiece, Printed]], tmp_path: Path) -> None:
    for piece, printed in for_shop.values():
        path = tmp_path / f"{piece.name}.pdf"
        path.write_bytes(printed.pdf)
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_large_sheet_is_the_office_sheet_at_141_percent(press: Press) -> None:
    office, large = (press.print(small(SENTENCE * 5, profile=profile)) for profile in ("kantor", "besar"))
    assert sizes_mm(large.pdf) == ((141.4, 113.1),)
    assert large.audit.letters_out == office.audit.letters_out
    assert faults(press, small(SENTENCE * 5, profile="besar")) == []
