"""A composed sheet as pages of a telephone."""

from __future__ import annotations

from selebaran.compose.piece.phone import LINK_MARK, PAGE_MM, for_phone
from selebaran.model.piece import PAGE_HEAD
from tests.press.kit import small

FILES = {
    "tokens.css": ":root { --bg: #fff }",
    "print.css": '@font-face { font-family: "A"; src: url("asset:huruf/A.ttf") }\n.panel { position: absolute }',
    "ponsel.css": "body { font-size: 15.5pt }",
}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 8 20 10"><g><path d="M0 0h90"/></g></svg>'


def test_it_has_the_fonts_of_paper_and_none_of_its_places() -> None:
    piece = for_phone(small(css=".panel { left: 40mm }"), FILES, (":root { --button: #123 }",), ())
    styles = "\n".join(piece.stylesheets)
    assert "@font-face" in styles
    assert "15.5pt" in styles
    assert "--button: #123" in styles
    assert "absolute" not in styles
    assert "left" not in styles
    assert (piece.width_mm, piece.height_mm, piece.flows) == (*PAGE_MM, True)


def test_its_pages_are_marked_only_where_the_sheet_is_not_to_be_handed_out() -> None:
    marked, plain = (for_phone(small(), FILES, (), marks) for marks in (("PRATINJAU", "Rekaan"), ()))
    assert marked.page_head == "PRATINJAU · Rekaan"
    assert PAGE_HEAD in "".join(marked.stylesheets)
    assert plain.page_head == ""
    assert PAGE_HEAD not in "".join(plain.stylesheets)


def test_the_edition_is_linked_where_the_district_has_an_address() -> None:
    content = f'<p><a href="{LINK_MARK}">p1-3604</a></p>'
    linked = for_phone(small(content, qr_url="https://desa.example/e/p1-3604/"), FILES, (), ())
    assert '<a href="https://desa.example/e/p1-3604/">' in linked.html


def test_a_drawing_keeps_within_its_frame_by_itself() -> None:
    made = for_phone(small(assets={"asset:seni/a.svg": DRAWING, "asset:foto.png": b"\x89PNG"}), FILES, (), ())
    clipped = made.assets["asset:seni/a.svg"]
    assert b'<rect x="4" y="8" width="20" height="10"/>' in clipped
    assert clipped.endswith(b"</g></g></svg>")
    assert made.assets["asset:foto.png"] == b"\x89PNG"
