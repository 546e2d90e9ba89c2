"""The job ticket: one page and the same as JSON, told from the piece and from the file that it goes with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from selebaran.model.order import Hem, Order
from selebaran.model.piece import ComposedPiece
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from selebaran.press.ticket import inks_in, ticket_html, ticket_of
from tests.conftest import DEMO, run_here, with_fonts
from tests.press.kit import SENTENCE, sizes_mm, small
from tests.press.test_data import bare_project

FLAT = Order(
    title="Selebaran <uji>",
    edition="p1-0000-abcdef",
    publisher="Dinas Rekaan",
    finished_mm=(100, 80),
    scale=None,
    fold="lipat dua",
    stock="kertas salut 150 gram",
    hem=None,
    copies_per_visitor=0.5,
)
CLOTH = Order("Spanduk", None, "Dinas Rekaan", (1000, 800), "1:10", None, None, Hem(30, 500), None)


def ordered(order: Order, content: str = SENTENCE * 2) -> ComposedPiece:
    beside_the_fold = "p{max-width:38mm}"
    return small(content, beside_the_fold, profile="percetakan", order=order, folds_mm=((50,),))


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture(scope="module")
def ticket(press: Press) -> tuple[str, dict[str, Any], bytes]:
    """What the page of an order says, its JSON, and the page."""
    made = {file.path: file.content for file in print_piece(press, PieceJob((ordered(FLAT),), "x")).files}
    page = made["unduh/uji/uji-percetakan-pesanan.pdf"]
    return text(page), json.loads(made["unduh/uji/uji-percetakan-pesanan.json"]), page


def test_a_ticket_is_one_page_of_a4_with_all_that_a_shop_asks(ticket: tuple[str, dict[str, Any], bytes]) -> None:
    said, _, page = ticket
    assert sizes_mm(page) == ((210.0, 297.0),)
    for wanted in (
        *("Selebaran <uji>", "Dinas Rekaan", "uji-percetakan.pdf, edisi p1-0000-abcdef", "100 × 80 mm"),
        *("lipat dua: di 50 mm dari kiri", "kertas salut 150 gram", "hitam (1/0)", "0,5 untuk tiap pengunjung"),
        "Offset, kertas salut",
    ):
        assert wanted in said, wanted


def test_programs_read_the_same(ticket: tuple[str, dict[str, Any], bytes]) -> None:
    _, data, _ = ticket
    assert (data["ukuran_jadi_mm"], data["lipatan_mm"], data["luber_mm"]) == ([100, 80], [[50]], 3)
    assert (data["bahan"], data["tinta"], data["sisi"]) == ("kertas salut 150 gram", ["hitam"], 1)
    assert (data["salinan_per_pengunjung"], data["berkas"]) == (0.5, "uji-percetakan.pdf")


def test_the_inks_are_those_of_the_file_and_marks_are_none_of_them(press: Press) -> None:
    assert inks_in(press.print(ordered(FLAT)).pdf) == ("hitam",)
    yellow = f'<div style="background:#f2b01e">{SENTENCE * 5}</div>'
    assert inks_in(press.print(ordered(FLAT, yellow)).pdf) == ("magenta", "kuning", "hitam")


def test_a_banner_is_ordered_as_large_as_it_hangs_with_hem_and_eyelets(press: Press) -> None:
    piece = ordered(CLOTH)
    ticket = ticket_of(piece, CLOTH, press.print(piece).pdf, press.inks)
    assert (ticket.finished_mm, ticket.scale, ticket.bleed_mm) == ((1000, 800), "1:10", 30)
    assert (ticket.hem_mm, ticket.eyelets_apart_mm, ticket.eyelets) == (30, 500, 8)
    page = ticket_html(ticket)
    assert "30 mm di keempat sisi" in page
    assert "8 buah" in page
    assert "tidak dilipat" in page


def test_what_is_not_known_is_a_line_to_write_on(press: Press) -> None:
    piece = ordered(CLOTH)
    page = ticket_html(ticket_of(piece, CLOTH, press.print(piece).pdf, press.inks))
    assert "<th scope='row'>Bahan</th><td><span class=\"isian\">" in page


def test_the_same_order_is_the_same_bytes(press: Press) -> None:
    one, other = (print_piece(press, PieceJob((ordered(FLAT),), "x")).files for _ in range(2))
    assert one == other


def test_no_ticket_is_made_for_an_office(press: Press) -> None:
    paths = [file.path for file in print_piece(press, PieceJob((small(),), "x")).files]
    assert [path for path in paths if "pesanan" in path] == []


def test_a_build_for_the_print_shop_offers_tickets_and_a_site_alone_keeps_them(tmp_path: Path) -> None:
    project, out = tmp_path / "proyek", tmp_path / "hasil"
    bare_project(project, "leaflet-daftar", "spanduk-daftar")
    first = ("--root", str(with_fonts(project)), "--as-of", "2026-11-21", "--out", str(out))
    done = run_here(DEMO, "--profil", "percetakan", *first)
    assert done.returncode == 0, done.stderr
    again = run_here(DEMO, "--only", "site", *first)
    assert again.returncode == 0, again.stderr
    page = next(out.glob("situs/*/unduh/index.html"))
    assert "leaflet-daftar-percetakan-pesanan.pdf" in page.read_text("utf-8")
    for end in ("pdf", "json"):
        assert (page.parent / f"spanduk-daftar/spanduk-daftar-percetakan-pesanan.{end}").is_file()
