"""Items of lists that are heard as items."""

from __future__ import annotations

import io

import pikepdf

from selebaran.press.layout import Press
from tests.press.kit import small
from tests.press.test_accessible import elements

LIST = "<ol><li>Bawa <b>KTP</b></li><li>Tunggu<ul><li>di kursi</li></ul></li></ol>"


def bodies(press: Press, css: str) -> list[list[str]]:
    """What each item of the list holds."""
    pdf = press.print(small(LIST, css, profile="layar")).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        items = [e for e in elements(document.Root.StructTreeRoot) if e.get("/S") == "/LI"]
        return [[str(kid.S) for kid in item.K] for item in items]


def test_an_item_whose_mark_stands_inside_has_a_body(press: Press) -> None:
    assert bodies(press, "ol, ul { list-style-position: inside }") == [["/Lbl", "/LBody"]] * 3


def test_an_item_whose_mark_hangs_outside_keeps_the_body_that_it_has(press: Press) -> None:
    assert bodies(press, "ol, ul { padding-left: 2em }") == [["/Lbl", "/LBody"]] * 3
