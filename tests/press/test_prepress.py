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
from selebaran.press.colour import cmyk, other_colours
from selebaran.press.gate import check_form, check_printed
from selebaran.press.layout import Press, Printed
from selebaran.press.marks import SLUG_MM
from selebaran.press.pdf import read_pdf
from selebaran.press.raster import pictures
from tests.conftest import DAY, DEMO
from tests.press.kit import SENTENCE, faults, sizes_mm, small

AROUND = BLEED_MM + SLUG_MM
PROFILE = Path(__file__).parents[2] / "selebaran/press/offset.icc"


@pytest.fixture(scope="module")
def for_shop(composer: Composer, press: Press) -> dict[str, tuple[ComposedPiece, Printed]]:
    """The demonstration district's sheets, with its emblem and its colour, as a print shop gets them."""
    made = composer.compose(DEMO, as_of=DAY, profiles=("percetakan",)).pieces
    return {piece.name: (piece, press.print(piece)) for piece in made}


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
            assert "/Metadata" not in document.Root or b"pdfx" not in document.Root.Metadata.read_bytes()


def test_the_profile_reaches_the_colours_of_the_sheets() -> None:
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


def test_marks_stand_on_the_slug_at_trim_and_folds(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    piece, printed = for_shop["leaflet-daftar"]
    assert piece.folds_mm == ((97, 197), (100, 200))
    with pikepdf.open(io.BytesIO(printed.pdf)) as document:
        for page, folds in zip(document.pages, piece.folds_mm, strict=True):
            last = page.Contents[-1].read_bytes().decode() if isinstance(page.Contents, pikepdf.Array) else ""
            lines = re.findall(r"([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l S", last)
            xs = sorted({round(float(a) * 25.4 / 72, 1) for a, _, c, _ in lines if a == c})
            assert xs == sorted({0.0, 297.0, *folds})
            ys = [float(y) * 25.4 / 72 for _, b, _, d in lines for y in (b, d)]
            assert all(y < -BLEED_MM or y > 210 + BLEED_MM or y in (0.0, pytest.approx(210)) for y in ys)


def test_the_slug_names_piece_edition_and_size(for_shop: dict[str, tuple[ComposedPiece, Printed]]) -> None:
    for piece, _ in for_shop.values():
        assert re.fullmatch(
            rf"{piece.name} · \w+-0000-\w{{6}} · [\d,]+ × [\d,]+ mm( · skala 1:10, ukuran jadi .*)?", piece.slug_line
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
