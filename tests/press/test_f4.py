"""Sheets on F4 (215 × 330 mm): laid out anew, folded where F4 folds, whole, and for a printer that leaves an edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece, Form
from selebaran.press.build import forms_of
from selebaran.press.gate import check_form, check_printed
from selebaran.press.impose import derived
from selebaran.press.layout import Press
from selebaran.press.raster import look
from tests.conftest import DAY, DEMO, LONGEST, run_here, with_fonts
from tests.press.kit import sizes_mm
from tests.press.test_data import bare_project
from tests.press.test_impose import sheets, words

LAID_OUT = {"leaflet-daftar", "brosur-tidak-aktif", "leaflet-bayi", "lembar-semua", "poster-pengaduan"}
F4 = {(215.0, 330.0), (330.0, 215.0)}
Made = dict[str, list[tuple[ComposedPiece, Form, bytes]]]


@pytest.fixture(scope="module")
def on_f4(composer: Composer, press: Press) -> Made:
    """`make test-full` makes those of the demonstration district, too."""
    return files_on_f4(LONGEST, composer, press)


def files_on_f4(slug: str, composer: Composer, press: Press) -> Made:
    """Every file that an office with F4 prints, by piece; each has passed the gate."""
    edition = composer.compose(slug, as_of=DAY, profiles=("kantor", "hemat"), papers=("f4",))
    made: Made = {}
    for piece in edition.pieces:
        printed = press.print(piece)
        assert [fault for fault in check_printed(piece, printed, "x") if fault.is_error] == []
        assert printed.audit.letters_out == printed.audit.letters_in
        for form, pdf in forms_of(piece, printed.pdf):
            assert check_form(piece, form, pdf, "x") == []
            made.setdefault(piece.name, []).append((piece, form, pdf))
    return made


def test_every_file_for_an_f4_printer_is_on_f4(on_f4: Made) -> None:
    for name, files in on_f4.items():
        for _, form, pdf in files:
            is_single_a5 = name == "leaflet-bayi" and form.derivation is None
            if form.paper == "f4" and not is_single_a5:
                assert set(sizes_mm(pdf)) <= F4, (name, form)
    assert {name for name, files in on_f4.items() if files[0][0].paper == "f4"} == LAID_OUT


def test_two_leaflets_for_a_baby_fill_a_sheet_of_f4(on_f4: Made) -> None:
    single, doubled = (sizes_mm(pdf) for _, _, pdf in on_f4["leaflet-bayi"][:2])
    assert (set(single), set(doubled)) == ({(165.0, 215.0)}, {(330.0, 215.0)})


def ticks_mm(image: Image.Image, dpi: int) -> list[float]:
    """From the left, the middles of the upright lines just inside the blank edge at the foot of a page."""
    heights = [round(image.height - mm / 25.4 * dpi) for mm in (5.6, 6.5, 7.4, 8.4)]
    dark = [x for x in range(image.width) if all(image.getpixel((x, y)) < 140 for y in heights)]  # type: ignore[operator]
    runs: list[list[int]] = []
    for x in dark:
        runs[-1].append(x) if runs and x - runs[-1][-1] <= 1 else runs.append([x])
    return [round((run[0] + run[-1] + 1) / 2 * 25.4 / dpi, 1) for run in runs]


def grey(pdf: bytes, dpi: int) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        document.close()


FOLDED = [("leaflet-daftar", [(108, 219), (111, 222)]), ("brosur-tidak-aktif", [(165,), (165,)])]


@pytest.mark.parametrize(("name", "folds"), FOLDED)
def test_ticks_stand_where_f4_is_folded(on_f4: Made, name: str, folds: list[tuple[float, ...]]) -> None:
    for _, _, pdf in on_f4[name]:
        for image, wanted in zip(grey(pdf, 200), folds, strict=True):
            assert ticks_mm(image, 200) == [pytest.approx(fold, abs=0.4) for fold in wanted]


def test_no_line_of_text_crosses_a_fold(on_f4: Made) -> None:
    for piece, _, pdf in on_f4["leaflet-daftar"]:
        assert piece.folds_mm == ((108, 219), (111, 222))
        document = pypdfium2.PdfDocument(pdf)
        for page, folds in zip(document, piece.folds_mm, strict=True):
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, _, right, _ = (edge * 25.4 / 72 for edge in text.get_rect(index))
                assert not [fold for fold in folds if left < fold - 0.5 and right > fold + 0.5]
        document.close()


def test_panels_take_the_width_that_f4_gives(on_f4: Made) -> None:
    """The text isn't that of A4 on a wider sheet: it reaches the margins of its panels."""
    piece, _, pdf = on_f4["lembar-semua"][0]
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    rights = [text.get_rect(index)[2] * 25.4 / 72 for index in range(text.count_rects())]
    document.close()
    assert piece.width_mm == 215
    assert 198 < max(rights) < 204


def test_posters_are_put_on_f4_whole_in_the_middle(press: Press) -> None:
    marks = '<p style="left:20mm;top:30mm">Atas</p><p style="left:20mm;top:400mm">Bawah</p>'
    source = sheets(press, 297, 420, [marks])
    pdf = derived(source, "a4", "f4")
    assert sizes_mm(pdf) == ((215.0, 330.0),)
    (before,), (after,) = words(source), words(pdf)
    scale = 215 / 297
    for word in ("Atas", "Bawah"):
        assert after[word][0] == pytest.approx(before[word][0] * scale, abs=0.3)
        assert after[word][1] == pytest.approx(before[word][1] * scale + (330 - 420 * scale) / 2, abs=0.3)


def test_tiles_of_f4_show_a_poster_larger_than_those_of_a4(press: Press) -> None:
    marks = "".join(f'<p style="left:20mm;top:{top}mm">T{top}</p>' for top in (8, 195, 206, 400))
    source = sheets(press, 297, 420, [marks])
    pdf = derived(source, "ubin", "f4")
    assert sizes_mm(pdf) == ((330.0, 215.0),) * 2
    assert look(pdf).near_edge == ()
    (upper, lower), (on_a4, _) = words(pdf), words(derived(source, "ubin"))
    scale, smaller = ((tile["T195"][1] - tile["T8"][1]) / (195 - 8) for tile in (upper, on_a4))
    assert smaller < scale <= 1
    assert upper["T206"][1] - lower["T206"][1] == pytest.approx(205 - 10 * scale, abs=0.3)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with sheets of each kind: folded, cut in two, laid out for F4, and put on it whole."""
    project = tmp_path_factory.mktemp("sedikit")
    bare_project(project, "leaflet-daftar", "leaflet-bayi", "lembar-semua", "poster-darurat")
    return with_fonts(project)


def offered(project: Path, kertas: str, out: Path) -> Path:
    """The folder of the downloads of a build for this paper."""
    where = ("--root", str(project), "--kertas", kertas, "--out", str(out))
    done = run_here(DEMO, "--profil", "kantor", "--as-of", "2026-11-21", *where)
    assert done.returncode == 0, done.stderr
    return next(out.glob("situs/*/unduh"))


def test_a_build_for_f4_offers_f4_and_says_so(few: Path, tmp_path: Path) -> None:
    folder = offered(few, "f4", tmp_path)
    made = {path.name for path in folder.glob("*/*.pdf")}
    assert {"leaflet-daftar-kantor-f4.pdf", "leaflet-bayi-kantor-dua-f4.pdf", "poster-darurat-kantor-f4.pdf"} <= made
    assert not made & {"leaflet-daftar-kantor.pdf", "lembar-semua-kantor.pdf", "poster-darurat-kantor-a4.pdf"}
    page = re.sub(r"<[^>]+>|\s+", " ", (folder / "index.html").read_text("utf-8"))
    assert "Pilih kertas F4" in page
    assert "{kertas}" not in page
    assert "kertas A4" not in page


def test_both_papers_are_told_apart_on_the_download_page(few: Path, tmp_path: Path) -> None:
    page = re.sub(r"<[^>]+>|\s+", " ", (offered(few, "keduanya", tmp_path) / "index.html").read_text("utf-8"))
    for said in ("Untuk printer kantor, A4", "Untuk printer kantor, F4", "Pilih kertas A4 atau F4"):
        assert re.search(re.sub(r"\s+", r"\\s+", said), page), said
