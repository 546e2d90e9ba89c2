"""Tables as they are pasted from Word, sheets and chats: every cell is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selebaran.compose.markup.render import render
from tests.compose.markup.kit import own, shared


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Jadwal:\n| Hari | Jam |\n|---|---|\n| Senin | 08.00 |", "Jadwal: ⏎ Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        ("Jadwal:\nHari | Jam\n--- | ---\nSenin | 08.00", "Jadwal: ⏎ Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        ("| Hari | Jam |\n| Senin | 08.00 |", "Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        ("| Hari | Jam |\n|—|—|\n| Senin | 08.00 |", "Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        ("Hari | Jam\nSenin | 08.00", "Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        (
            "No | Hari | Jam\n1 | Senin | 08.00\n2 | Rabu | 09.00 | libur",
            "No ┃ Hari ┃ Jam ┃ ⏎ 1 ┃ Senin ┃ 08.00 ┃ ⏎ 2 ┃ Rabu ┃ 09.00 ┃ libur",
        ),
        ("Hari\tJam\nSenin\t08.00", "Hari ┃ Jam ⏎ Senin ┃ 08.00"),
        ("No.\tNama\tJabatan\n1.\tBudi\tKetua", "No. ┃ Nama ┃ Jabatan ⏎ 1. ┃ Budi ┃ Ketua"),
        ("1.\tKTP\n2.\tKK", "1. KTP ⏎ 2. KK"),
        ("Jadwal:\nHari\tJam\nSenin\t08.00\nSumber: Dinkes", "Jadwal: ⏎ Hari ┃ Jam ⏎ Senin ┃ 08.00 ⏎ Sumber: Dinkes"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |", "a ┃ b ┃ ┃ ⏎ 1 ┃ 2 ┃ 3 ┃ 4"),
        ("| a | b |\n|---|---|\n| 1 |", "a ┃ b ⏎ 1 ┃"),
        ("| a | b |\n|---|---|\n| [x|y](iuran.md) | 2 |", "a ┃ b ⏎ [x|y](iuran.md) ┃ 2"),
        ("| a | b |\n|---|---|\n| `x|y` | 2 |", "a ┃ b ⏎ `x|y` ┃ 2"),
        ("| a | b |\n|---|---|\n| x \\| y | 2 |", "a ┃ b ⏎ x | y ┃ 2"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nSumber: Dinkes", "a ┃ b ⏎ 1 ┃ 2 ⏎ Sumber: Dinkes"),
        ("- Jadwal:\n  | a | b |\n  |---|---|\n  | 1 | 2 |", "• Jadwal: ⏎ a ┃ b ⏎ 1 ┃ 2"),
    ],
)
def test_every_cell_is_shown(read: object, typed: str, seen: str) -> None:
    assert read(typed) == seen  # type: ignore[operator]


@pytest.mark.parametrize("words", ["Senin | Rabu", "|---|", "|---|---|", "KTP | KK ada di meja", "Hari\tKamis", "a|b"])
def test_one_line_with_a_bar_or_a_tab_stays_words(words: str) -> None:
    assert "<table" not in render(words, own=True).html
    assert own(words) == " ".join(words.split())


def test_columns_keep_their_side() -> None:
    html = render("| a | b | c |\n|:---|:---:|---:|\n| 1 | 2 | 3 |", own=True).html
    assert '<td>1</td>\n<td class="tengah">2</td>\n<td class="kanan">3</td>' in html


@given(st.lists(st.lists(st.text("abcdefg", min_size=1, max_size=5), min_size=2, max_size=6), min_size=2, max_size=6))
def test_no_cell_is_lost_whatever_the_widths_of_the_rows(rows: list[list[str]]) -> None:
    for between, edge in (("\t", ""), (" | ", "|")):
        text = "\n".join(edge + between.join(row) + edge for row in rows)
        seen = own(text).replace("┃", " ").replace("⏎", " ").split()
        assert seen == [cell for row in rows for cell in row]
