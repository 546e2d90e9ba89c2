"""The foot of a panel stands at its lower edge by itself, and short ticks stand wherever a sheet is folded."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import Registry
from selebaran.model.sizes import FOLDS
from selebaran.press.layout import Press
from selebaran.read.project import read_project
from tests.conftest import DAY, DEMO
from tests.press.kit import SENTENCE, small
from tests.press.test_data import bare_project, piece_in

FOOT = '<div class="kaki-panel"><p>Penerbit: <a href="https://contoh.example/">contoh.example</a></p></div>'
PANEL_BOTTOM_MM = 70.0
POINT = 25.4 / 72


def with_foot(sentences: int, css: str = "") -> ComposedPiece:
    return small(f'<div class="isi">{SENTENCE * sentences}</div>{FOOT}', css)


def lowest_mm(pdf: bytes, words: str) -> float:
    """How far from the top the letters of these words end."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    start = text.get_text_range().index(words)
    return float(page.get_height() - min(text.get_charbox(start + n)[1] for n in range(len(words)))) * POINT


@pytest.mark.parametrize("sentences", [1, 3])
def test_a_foot_stands_at_the_lower_edge_however_much_text_there_is(press: Press, sentences: int) -> None:
    printed = press.print(with_foot(sentences))
    assert PANEL_BOTTOM_MM - 3 < lowest_mm(printed.pdf, "Penerbit") < PANEL_BOTTOM_MM


def test_the_links_of_a_foot_go_down_with_it(press: Press) -> None:
    with pikepdf.open(io.BytesIO(press.print(with_foot(1)).pdf)) as document:
        [link] = document.pages[0].Annots  # type: ignore[attr-defined]
        bottom = float(document.pages[0].mediabox[3]) - min(float(link.Rect[1]), float(link.Rect[3]))
    assert PANEL_BOTTOM_MM - 3 < bottom * POINT < PANEL_BOTTOM_MM + 0.1


def test_what_is_painted_behind_a_foot_goes_down_with_it(press: Press) -> None:
    """Else the white below a QR code covers what stands above the foot, and the code stands on a dark ground."""
    printed = press.print(with_foot(1, ".kaki-panel p { background: #000; color: #fff }"))
    image = pypdfium2.PdfDocument(printed.pdf)[0].render(scale=100 / 72, grayscale=True).to_pil()
    row = [min(image.crop((0, y, image.width, y + 1)).tobytes()) for y in range(image.height)]
    dark = [y / 100 * 25.4 for y, lowest in enumerate(row) if lowest < 10]
    black = [mm for mm in dark if mm > 40]
    assert PANEL_BOTTOM_MM - 1 < max(black) < PANEL_BOTTOM_MM + 0.3
    assert lowest_mm(printed.pdf, "Penerbit") - min(black) > 2


def test_a_panel_is_as_full_as_its_text_and_its_foot_together(press: Press) -> None:
    [report] = press.print(with_foot(1)).audit.panels
    assert report.fill < 0.4


def test_a_text_that_is_too_long_pushes_its_foot_over_the_edge_where_it_is_found(press: Press) -> None:
    [over] = press.print(with_foot(6)).audit.overflows
    assert over.side == "bawah"
    assert "contoh.example" in over.text


def test_a_stylesheet_may_place_the_foot_itself(press: Press) -> None:
    printed = press.print(with_foot(1, ".isi { min-height: 30mm }"))
    assert 41 < lowest_mm(printed.pdf, "Penerbit") < 46


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A project with a sheet for each fold."""
    project: Path = tmp_path_factory.mktemp("lipatan")
    bare_project(project)
    for number, fold in enumerate(FOLDS, 1):
        names = iter("abcdef")
        sides = [(side, [(next(names), x, width, ["@muka"]) for x, width in FOLDS[fold][side]]) for side in FOLDS[fold]]
        piece_in(project, fold, f"u{number}", "A4 mendatar", sides, fold=fold, profiles=("kantor", "hemat"))
    return read_project(project)


@pytest.mark.parametrize("fold", FOLDS)
@pytest.mark.parametrize("profile", ["kantor", "hemat"])
def test_every_fold_has_its_ticks_on_both_edges_of_the_paper(
    folded: Registry, press: Press, fold: str, profile: str
) -> None:
    edition = Composer(folded).compose(DEMO, as_of=DAY, profiles=("kantor", "hemat"))
    piece = next(made for made in edition.pieces if (made.name, made.profile) == (fold, profile))
    document = pypdfium2.PdfDocument(press.print(piece).pdf)
    for side, page in zip(FOLDS[fold].values(), document, strict=True):
        wanted = sorted(x for x, _ in side if x)
        image = page.render(scale=200 / 72, grayscale=True).to_pil()
        for up in (7, 203):
            dark = [x / 200 * 25.4 for x in range(image.width) if image.getpixel((x, round(up / 25.4 * 200))) < 128]
            assert all(any(abs(x - mm) < 0.5 for x in dark) for mm in wanted), (fold, profile, up, dark)
