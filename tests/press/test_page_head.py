"""The band at the head of a page."""

from __future__ import annotations

import re

from selebaran.press.fonts import font_files
from selebaran.press.page_head import page_head_svg
from tests.project import ROOT

FONT = font_files(ROOT / ".cache")["PublicSans-SemiBold.ttf"]
AT = re.compile(r"translate\(([0-9.-]+) [0-9.]+\) scale\(([0-9.]+)")


def test_its_letters_are_outlines_that_nobody_hears() -> None:
    drawn = page_head_svg("PRATINJAU", FONT).decode()
    assert drawn.count("<path") == len("PRATINJAU")
    assert "<text" not in drawn


def test_a_long_line_is_set_smaller_and_stays_between_the_edges() -> None:
    short, long = (
        AT.findall(page_head_svg(text, FONT).decode()) for text in ("PRATINJAU", "Belum untuk dibagikan " * 6)
    )
    assert float(long[0][1]) < float(short[0][1])
    assert all(6.9 <= float(x) <= 83.1 for x, _ in long)


def test_a_letter_that_the_font_lacks_is_left_out() -> None:
    assert page_head_svg("A\U0010ffffB", FONT).count(b"<path") == 2
