"""Lines that somebody broke early stay lines; a wrapped paragraph stays one."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selebaran.compose.markup.breaks import NARROW, early
from tests.compose.markup.kit import own, shared

LINES = [
    "Hari    : Kamis\nTanggal : 26 November 2026\nJam     : 09.00\nTempat  : Balai Desa",
    "Hari\t: Kamis\nTanggal\t: 26 November 2026\nTempat\t: Balai Desa",
    "Tempat : Balai Desa Rekaan Jaya Kecamatan Rekaan Raya\nHari : Kamis",
    "Dinas Kesehatan Kabupaten Contoh (rekaan)\nJalan Rekaan 7\nKode pos 00000",
    "*PENGUMUMAN*\nBapak/Ibu warga _Desa Rekaan Jaya_\nBesok ada cek status",
    "Indonesia tanah airku\nTanah tumpah darahku\nDi sanalah aku berdiri",
    "(1) Setiap warga wajib ikut serta dalam program.\n(2) Warga dilayani.",
    "Kepala Dinas,\n\n\nNama Rekaan\nNIP 000",
]
WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=20, max_size=60)


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize("text", LINES)
def test_lines_of_invitations_addresses_and_verses_stay_lines(read: object, text: str) -> None:
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    seen = [line.replace("*", "").replace("_", "") for line in read(text).split(" ⏎ ")]  # type: ignore[operator]
    assert seen == [line.replace("*", "").replace("_", "") for line in lines]


@given(WORDS, st.integers(NARROW + 6, 100))
def test_a_wrapped_paragraph_stays_one(words: list[str], width: int) -> None:
    wrapped = textwrap.wrap(" ".join(words), width)
    if max(map(len, wrapped)) > NARROW:
        assert not any(early(wrapped))
        assert "⏎" not in shared("\n".join(wrapped))


def test_a_break_by_hand_within_a_wrapped_paragraph_stays() -> None:
    """Of several breaks one is early."""
    long = "kata " * 12
    lines = [long.strip(), long.strip(), "Sampai di sini saja.", long.strip(), long.strip()]
    assert early(lines) == [False, False, True, False]


def test_a_paragraph_of_word_that_is_one_long_line_stands_apart_from_the_next() -> None:
    long = "kata " * 40
    assert own(f"{long}\n{long}{long}\n{long}").count("⏎") == 2


def test_two_spaces_or_a_backslash_break_a_line_as_ever() -> None:
    long = "kata " * 15
    assert own(f"{long}  \n{long}").count("⏎") == 1
    assert own(f"{long}\\\n{long}").count("⏎") == 1


FULL = "kata kata kata kata kata kata kata kata kata kata kata kata kata kata kata"


@pytest.mark.parametrize(
    ("lines", "stays"),
    [
        (["bawa kartu keluarga asli dan", "fotokopinya sebanyak dua lembar", "serta ktp suami istri"], [True, True]),
        (
            ["Tanah tempat kita lahir dan dibesarkan bersama", "Tanah tempat kita menutup mata nanti di hari tua"],
            [True],
        ),
        ([f"{FULL} {FULL} {FULL}", "Kedua."], [True]),
        ([FULL, "Sampai di sini.", FULL], [True, True]),
        ([FULL, FULL, FULL[:-5], FULL, FULL], [False, False, True, False]),
        ([FULL, FULL, f"{FULL[:-5]}x", FULL, FULL], [False, False, False, False]),
        ([f"Tempat : {FULL}", f"Alamat : {FULL}", f"jelasnya {FULL}", FULL], [True, False, False]),
        ([f"Catatan: {FULL}", f"panjang {FULL}"], [False]),
        ([f"(a) {FULL}", f"(b) {FULL}"], [True]),
        ([f"(a) {FULL}", f"oleh {FULL}"], [False]),
    ],
)
def test_a_break_stays_where_the_next_word_would_have_fitted(lines: list[str], stays: list[bool]) -> None:
    assert early(lines) == stays
