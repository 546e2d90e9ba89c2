"""What holds for every print piece that each build makes, in every profile, as the files that an office downloads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from selebaran.compose.piece.phone import PAGE_MM
from selebaran.model.piece import PieceSource, print_path
from selebaran.model.registry import Registry
from selebaran.publish.layout import site_of
from selebaran.publish.plan import ALL_PROFILES, PROFILES
from selebaran.read.project import read_project
from tests.conftest import DEMO, LONGEST, ROOT
from tests.press.kit import sizes_mm

PIECES = {piece.name: piece for piece in read_project(ROOT).pieces if not piece.spec.when_asked}
FORMS = [
    (name, profile, derivation)
    for name, piece in PIECES.items()
    for profile, derivation in piece.spec.forms()
    if profile in PROFILES
]
PAPERS = [name for name, piece in PIECES.items() if "hemat" in piece.spec.profiles]
"""Without the banner, which no office can print."""
BANNER = "spanduk-daftar"


@pytest.fixture(params=(DEMO, LONGEST))
def site(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> Path:
    return site_of(dist, hosts[request.param])


def rasters(path: Path, dpi: int) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        for page in document:
            yield page.render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        found = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return re.sub(r"\s+", " ", found)


def expected_sizes(piece: PieceSource, profile: str, derivation: str | None) -> tuple[tuple[float, float], ...]:
    width, height, sheets = piece.spec.width_mm, piece.spec.height_mm, len(piece.spec.sheets)
    if derivation == "a4":
        return ((210.0, 297.0),) * sheets
    if derivation == "ubin":
        return ((297.0, 210.0),) * sheets * 2
    if derivation == "dua":
        return ((297.0, 210.0),) * sheets
    if derivation in ("tiga", "empat"):
        return ((297.0, 210.0) if derivation == "tiga" else (210.0, 297.0),) * sheets
    if piece.spec.imposition == "buku" and profile != "layar":
        return ((297.0, 210.0),) * (sheets // 2)
    return ((width, height),) * sheets


def test_every_piece_is_made_in_every_profile() -> None:
    assert len(PIECES) >= 10
    for piece in PIECES.values():
        expected = {"layar", "percetakan"} if piece.name == BANNER else set(ALL_PROFILES)
        assert set(piece.spec.profiles) == expected


@pytest.mark.parametrize(("name", "profile", "derivation"), FORMS)
def test_pages_have_the_size_of_their_paper(site: Path, name: str, profile: str, derivation: str | None) -> None:
    path = site / print_path(name, profile, derivation)  # type: ignore[arg-type]
    sizes = sizes_mm(path.read_bytes())
    if profile == "layar" and name != BANNER:
        assert set(sizes) == {PAGE_MM}
    else:
        assert sizes == expected_sizes(PIECES[name], profile, derivation)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("profile", ["kantor", "hemat"])
def test_what_a_printer_cannot_reach_is_blank(site: Path, name: str, profile: str) -> None:
    dpi = 60
    edge = int(5 / 25.4 * dpi) - 1
    for _, derivation in (form for form in PIECES[name].spec.forms() if form[0] == profile):
        for image in rasters(site / print_path(name, profile, derivation), dpi):  # type: ignore[arg-type]
            grey = image.convert("L")
            inner = grey.crop((edge, edge, grey.width - edge, grey.height - edge))
            grey.paste(255, (edge, edge, edge + inner.width, edge + inner.height))
            assert grey.getextrema()[0] > 250, derivation


@pytest.mark.parametrize("name", PAPERS)
def test_the_photocopy_profile_is_black_on_white(site: Path, name: str) -> None:
    for image in rasters(site / print_path(name, "hemat"), 150):
        red, green, blue = image.split()
        for other in (green, blue):
            assert ImageChops.difference(red, other).getextrema()[1] <= 2
        greys = image.convert("L").resize((image.width * 2, image.height * 2))
        assert greys.getextrema() == (0, 255)


@pytest.mark.parametrize(("name", "profile", "derivation"), FORMS)
def test_the_qr_is_read_from_every_form(site: Path, name: str, profile: str, derivation: str | None) -> None:
    path = site / print_path(name, profile, derivation)  # type: ignore[arg-type]
    codes = {code.text for image in rasters(path, 150) for code in zxingcpp.read_barcodes(image)}
    if name == BANNER:  # nobody scans from a car
        assert codes == set()
        return
    assert len(codes) == 1
    address = f"https://{site.name}/"
    code = codes.pop()
    assert code.startswith(f"{address}e/{PIECES[name].spec.code}-")
    assert (site / code.removeprefix(address) / "index.html").is_file()


@pytest.mark.parametrize(("name", "profile"), [(n, p) for n, p, derivation in FORMS if derivation is None])
def test_every_piece_names_the_care_center_its_publisher_and_that_it_is_a_preview(
    site: Path, name: str, profile: str
) -> None:
    printed = text(site / print_path(name, profile))  # type: ignore[arg-type]
    publisher = "Dinas Kesehatan Kabupaten Contoh" if "contoh" in site.name else "Penerbit belum dikonfirmasi"
    for expected in ("165", publisher, "PRATINJAU"):
        assert expected in printed
    assert ("rekaan" in printed) == ("contoh" in site.name)


def test_pages_that_pieces_point_to_exist(registry: Registry) -> None:
    slugs = {page.slug for page in registry.pages}
    assert all(piece.spec.target in slugs for piece in registry.pieces)
