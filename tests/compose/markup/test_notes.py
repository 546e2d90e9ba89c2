"""Boxes, folds, notes at the foot and other marks of other dialects: shown, or refused by name. Never printed raw."""

from __future__ import annotations

import pytest

from tests.compose.markup.kit import own, shared, told


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ('!!! warning "Awas"\n    Jangan beri OTP.', "❝ **Awas** ⏎ Jangan beri OTP."),
        ("!!! note\n  Bawa KTP.\n\n  Datang pagi.\n\nSelesai.", "❝ **Catatan** ⏎ Bawa KTP. ⏎ Datang pagi. ⏎ Selesai."),
        ("> [!NOTE]\n> Isi.", "❝ **Catatan** ⏎ Isi."),
        ("> [!warning] Awas\n> Isi.", "❝ **Awas** ⏎ Isi."),
        ('??? info "Buka"\n    Isi.', "Buka ⏎ Isi."),
        ('=== "Mandiri"\n    Bayar sendiri.', "❝ **Mandiri** ⏎ Bayar sendiri."),
        ("Iuran.[^1]\n\n[^1]: Menurut aturan.", "Iuran.1 ⏎ 1. Menurut aturan."),
        ("A.[^b] B.[^a]\n\n[^a]: satu\n[^b]: dua", "A.1 B.2 ⏎ 1. dua ⏎ 2. satu"),
        ("[^x]: Tidak disebut.", "1. Tidak disebut."),
        ("==penting==", "==penting=="),
        (":warning: awas", "⚠️ awas"),
        ("- [ ] KTP\n- [X] KK", "• ☐ KTP ⏎ • ☑ KK"),
        ("[ ] KTP\n[x]KK", "☐ KTP ⏎ ☑KK"),
        ("[x](daftar.md)", "[x](daftar.md)"),
    ],
)
def test_what_can_be_shown_is_shown(read: object, typed: str, seen: str) -> None:
    assert read(typed) == seen  # type: ignore[operator]


@pytest.mark.parametrize(
    "typed",
    ["A.\n\n[TOC]", "A.\n\n::: note", "A.\n\n*[KIS]: Kartu", 'A.\n\n--8<-- "x"', "A.\n\nB.[^7]", "A.\n\n$$"],
)
def test_what_can_not_be_shown_is_refused_with_its_line(typed: str) -> None:
    assert told(typed) == [("tanda-markdown", 3)]


@pytest.mark.parametrize(
    "words", ["!!! PENTING !!!", "??? Siapa", "[!] Awas", "a == b", "Jam:08.00:selesai", ":tak-ada:"]
)
def test_words_that_only_look_so_stay_words(words: str) -> None:
    assert own(words) == words
    assert told(words) == []
