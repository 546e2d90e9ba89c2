"""Black text overprints, and nothing else does."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from selebaran.press.layout import Press
from selebaran.press.overprint import OFF, ON, STATES, overprinted
from tests.press.kit import small


def switched(drawn: str) -> list[str]:
    """The operators of a made-up page, with the names of the states that were put between them."""
    with pikepdf.new() as document:
        resources = pikepdf.Dictionary()
        stream = document.make_stream(drawn.encode())
        made = overprinted(pikepdf.parse_content_stream(stream), resources)
        named = [str(operands[0]) if str(operator) == "gs" else str(operator) for operands, operator in made]
        assert ({ON, OFF} & set(named) != set()) == ("/ExtGState" in resources)
        return named


def test_black_text_overprints_and_what_follows_does_not() -> None:
    drawn = "BT 0 0 0 1 k (a) Tj ET 0 0 1 0 k 0 0 9 9 re f"
    assert switched(drawn) == ["BT", "k", ON, "Tj", "ET", "k", "re", OFF, "f"]


def test_text_in_another_colour_is_knocked_out() -> None:
    assert ON not in switched("BT 0 0 0 0.99 k (a) Tj 0 0 0 0 k (b) Tj 1 0.8 0 1 k (c) Tj ET")


def test_the_switch_is_set_once_for_a_line_and_forgotten_with_its_state() -> None:
    drawn = "q BT 0 0 0 1 k (a) Tj (b) Tj ET Q 0 0 9 9 re f BT (c) Tj ET"
    assert switched(drawn) == ["q", "BT", "k", ON, "Tj", "Tj", "ET", "Q", "re", "f", "BT", "Tj", "ET"]


def test_a_black_rule_is_knocked_out() -> None:
    assert ON not in switched("0 0 0 1 k 0 0 9 9 re f 0 0 0 1 K 0 0 m 9 9 l S")


def test_a_page_without_black_text_gets_no_states() -> None:
    assert switched("BT 0 1 1 0 k (a) Tj ET") == ["BT", "k", "Tj", "ET"]


def test_the_written_sheet_says_how_it_overprints(press: Press) -> None:
    words = 'Tulisan hitam <span style="color:#a3262a">merah</span>'
    pdf = press.print(small(f'<div style="background:#f2b01e;color:#000">{words}</div>', profile="percetakan")).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        states = document.pages[0].Resources.ExtGState
        assert {key: states[ON][key] for key in STATES[ON]} == {"/OP": True, "/op": True, "/OPM": 1}
        assert {key: states[OFF][key] for key in STATES[OFF]} == {"/OP": False, "/op": False, "/OPM": 0}
        painted = list(painting(document.pages[0]))
    assert {over for is_text, is_black, over in painted if is_text and is_black} == {True}
    assert {over for is_text, is_black, over in painted if not (is_text and is_black)} == {False}
    assert {(is_text, is_black) for is_text, is_black, _ in painted} >= {(True, True), (True, False), (False, False)}


def painting(page: pikepdf.Page) -> Iterator[tuple[bool, bool, bool]]:
    """For all that a page paints: whether it is text, whether it is black ink alone, whether it overprints."""
    is_black = over = False
    kept = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            kept.append((is_black, over))
        elif name == "Q":
            is_black, over = kept.pop()
        elif name == "k":
            is_black = [float(value) for value in operands] == [0, 0, 0, 1]
        elif name == "gs" and str(operands[0]) in STATES:
            over = str(operands[0]) == ON
        elif name in ("Tj", "TJ", "f", "S", "Do"):
            yield name in ("Tj", "TJ"), is_black and name != "S", over
