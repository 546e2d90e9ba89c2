"""What is heard of a sheet to fill in: no paragraph without a word, and heads that go down one level at a time."""

from __future__ import annotations

import io
import re

import pikepdf

from selebaran.press.layout import Press
from tests.press.kit import small
from tests.press.test_accessible import kinds

LINES = (
    '<h1>Isi</h1><p>Nama</p><p style="height:5mm;border-bottom:1pt solid"></p><p>Telepon <a href="tel:165">165</a></p>'
)


def heard(press: Press, text: str) -> list[str]:
    """The kinds of what is heard, in reading order."""
    with pikepdf.open(io.BytesIO(press.print(small(text, profile="layar")).pdf)) as document:
        return kinds(document.Root.StructTreeRoot)


def heads(press: Press, text: str) -> str:
    return " ".join(kind[1:] for kind in heard(press, text) if re.fullmatch("/H[1-6]", kind))


def test_a_line_to_write_on_is_no_paragraph(press: Press) -> None:
    assert heard(press, LINES).count("/P") == 2


def test_sections_under_a_title_are_one_level_below_it(press: Press) -> None:
    assert heads(press, "<h1>a</h1><h3>b</h3><h4>c</h4><h3>d</h3><h2>e</h2><h3>f</h3>") == "H1 H2 H3 H2 H2 H3"


def test_heads_that_skip_nothing_stay(press: Press) -> None:
    assert heads(press, "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h1>e</h1><h2>f</h2>") == "H1 H2 H3 H2 H1 H2"
