"""Lines are those that a reader sees."""

from __future__ import annotations

from selebaran.publish.difference.text import MOST_LINES, Line, changed_lines, lines_of_page


def test_a_page_is_read_block_by_block_without_what_nobody_reads() -> None:
    html = (
        b"<title>Iuran</title><style>p{}</style><p>Kelas <b>III</b>\n 35.000</p><svg><text>x</text></svg><ul><li>a<li>b"
    )
    assert lines_of_page(html) == ["Iuran", "Kelas III 35.000", "a", "b"]


def test_what_stands_for_a_picture_is_read_too() -> None:
    assert lines_of_page(b'<p><img alt="Ambulans" src="a.svg"> Berangkat</p>') == ["[Ambulans] Berangkat"]


def test_only_lines_that_differ_are_shown_each_with_its_neighbours() -> None:
    before = ["satu", "dua", "tiga", "empat", "lima"]
    assert changed_lines(before, ["satu", "dua", "TIGA", "empat", "lima"]) == (
        Line(" ", "…"),
        Line(" ", "dua"),
        Line("-", "tiga"),
        Line("+", "TIGA"),
        Line(" ", "empat"),
    )
    assert changed_lines(before, before) == ()


def test_a_text_that_begins_with_strokes_is_a_line_like_any_other() -> None:
    assert Line("-", "-- catatan") in changed_lines(["-- catatan"], ["lain"])


def test_a_very_long_text_is_cut() -> None:
    assert len(changed_lines([], [str(number) for number in range(1000)])) == MOST_LINES
