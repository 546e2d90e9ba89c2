"""Text that would be too costly to read is refused at the line that an editor has to change."""

from __future__ import annotations

import pytest

from selebaran.compose.page.limits import ATTRIBUTES, COLUMNS, DEPTH, LINES, NESTED, excess, knotted, nested
from selebaran.model.problem import Place, Problem

HERE = Place("districts/kab-uji/halaman/pos.md", 5)
"""The body of a page, below its head."""


def told(problems: list[Problem]) -> list[tuple[str, int]]:
    assert {found.place.file for found in problems} <= {HERE.file}
    return [(found.code, found.place.line) for found in problems]


def test_a_mark_that_stands_too_often_is_told_at_the_line_that_has_most_of_them() -> None:
    text = "satu [a] dua\n" + "[" * 999 + "\ntiga [b]"
    (found,) = excess(text, HERE)
    assert (found.code, found.place.line) == ("naskah-rumit", 6)
    assert dict(found.values) == {"tanda": "[", "jumlah": "1001", "batas": "1000"}
    assert excess("[" * 1000, HERE) == []


def test_a_row_of_more_columns_than_a_table_has_is_told_at_its_line() -> None:
    assert excess("| a |\n" + "|" * COLUMNS, HERE) == []
    assert told(excess("| a |\n" + "|" * (COLUMNS + 1), HERE)) == [("naskah-rumit", 6)]


@pytest.mark.parametrize("mark", ["> ", "- ", "* ", "1. ", "12) ", ": "])
def test_lists_and_quotations_go_only_so_deep(mark: str) -> None:
    assert excess("a\n\n" + mark * DEPTH + "a", HERE) == []
    assert told(excess("a\n\n" + mark * (DEPTH + 1) + "a", HERE)) == [("naskah-bertingkat", 7)]


def test_empty_lines_do_not_count_as_text() -> None:
    assert excess("a\n \n\n" * LINES, HERE) == []
    assert told(excess("a\n" * (LINES + 1), HERE)) == [("berkas-terlalu-besar", 5)]


def test_elements_stand_in_one_another_only_so_deep() -> None:
    text = "Teks.\n<b>tebal</b>\n<div><div>\n"
    deep = "<div>" * NESTED
    assert nested(deep, text, HERE) == []
    assert told(nested(deep + "<b>", text, HERE)) == [("naskah-bertingkat", 6)]


def test_elements_that_were_closed_again_do_not_count() -> None:
    assert nested("<p>a</p>" * (NESTED * 2), "", HERE) == []
    assert nested("<p>" * NESTED + "</p>" * NESTED + "<p>" * NESTED, "", HERE) == []


@pytest.mark.parametrize("empty", ["<br>", "<BR>", "<img src='a'>", "<hr>", "<i/>"])
def test_elements_without_content_do_not_count(empty: str) -> None:
    assert nested(empty * (NESTED + 1), "", HERE) == []


def test_an_element_has_only_so_many_attributes() -> None:
    assert nested("<p " + "a " * ATTRIBUTES + ">", "", HERE) == []
    assert told(nested("<p " + "a " * (ATTRIBUTES + 1) + ">", "", HERE)) == [("naskah-bertingkat", 5)]
    assert nested('<p title="' + "a " * (ATTRIBUTES + 1) + '">', "", HERE) == []


def test_where_markdown_lost_itself_the_line_that_opens_most_is_told() -> None:
    assert told(knotted("Teks.\n\n- satu\n> - > dua\n- tiga", HERE)) == [("naskah-bertingkat", 8)]


def test_where_no_line_opens_more_than_one_thing_the_longest_block_is_told() -> None:
    assert told(knotted("satu\n\n- dua\n- tiga\n- empat\n\nlima\nenam", HERE)) == [("naskah-bertingkat", 7)]
    assert told(knotted("satu\ndua\n\ntiga", HERE)) == [("naskah-bertingkat", 5)]
    assert told(knotted("satu\n\ndua\ntiga", HERE)) == [("naskah-bertingkat", 7)]
