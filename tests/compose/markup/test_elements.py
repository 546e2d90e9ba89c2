"""What stands between < and >: words are shown as typed, elements are kept, named, or both."""

from __future__ import annotations

import pytest

from selebaran.compose.markup.render import render
from tests.compose.markup.kit import own, shared, told

WORDS = [
    "Ketik DAFTAR <spasi> NIK <spasi> NAMA.",
    "Isi <nama lengkap> dan <nomor KK>.",
    "Penghasilan <Rp5.000.000 dan >Rp1.000.000.",
    "Umur <18 tahun, berat >4 kg, nilai <= 5.",
    "Isi <data diri> dan <link grup>.",
    "<nama lengkap>",
    "<usia sekolah",
    "a <- b -> c <3",
    "Ketik <nama:alamat> lalu kirim.",
    "Isi <no:KK>, lalu <desa:rt/rw>.",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_between_angle_brackets_are_shown_as_typed(words: str) -> None:
    assert own(words) == words
    assert told(words) == []


@pytest.mark.parametrize("words", [words for words in WORDS if "data diri" not in words])
def test_so_are_those_of_shared_text(words: str) -> None:
    assert shared(words) == words


def test_words_within_html_stay_too() -> None:
    assert own("<table><tr><td><Rp5.000 dan >Rp1</td><td><spasi></td></tr></table>") == "<Rp5.000 dan >Rp1 ┃ <spasi>"


@pytest.mark.parametrize("words", [">60 tahun boleh.", "> 60 tahun boleh.", ">Rp1.000.000 sebulan."])
def test_a_comparison_at_the_start_of_a_line_is_no_quotation(words: str) -> None:
    assert own(words) == words


@pytest.mark.parametrize("words", [">60 tahun boleh.", ">=60 tahun boleh.", ">Rp1.000.000 sebulan."])
def test_so_it_is_on_a_shared_page(words: str) -> None:
    assert shared(words) == words


@pytest.mark.parametrize(
    ("typed", "name", "seen"),
    [
        ("<center>Halo</center>", "<center>", "Halo"),
        ("Teks <font color=red>merah</font>.", "<font>", "Teks merah."),
        ("<div class=x>\n\nHalo\n\n</div>", "<div>", "Halo"),
        ("Teks <script>alert(1)</script>.", "<script>", "Teks <script>alert(1)</script>."),
        ("<iframe src=x></iframe>", "<iframe>", "<iframe src=x></iframe>"),
        ("<!DOCTYPE html>", "<!DOCTYPE>", "<!DOCTYPE html>"),
        ("Teks <?php echo 1 ?>.", "<?php>", "Teks <?php echo 1 ?>."),
        ("<p>Syarat<o:p></o:p></p>", "<o:p>", "Syarat<o:p></o:p>"),
        ('<?xml:namespace ns="urn:x" />', "<?xml:namespace>", '<?xml:namespace ns="urn:x" />'),
    ],
)
def test_an_element_that_is_not_allowed_is_named_with_its_line_and_no_word_is_lost(
    typed: str, name: str, seen: str
) -> None:
    made = render(f"Satu.\n\n{typed}", own=True)
    assert [(fault.code, fault.line, fault.values["elemen"], fault.mild) for fault in made.faults] == [
        ("elemen-tidak-boleh", 2, name, True)
    ]
    assert own(typed) == seen


@pytest.mark.parametrize(
    "typed",
    ["Desa<div>Jaya</div>Raya", "<div>Desa</div><div>Jaya</div><p>Raya</p>", "<center>Desa</center>Jaya<br>Raya"],
)
def test_words_on_both_sides_of_an_element_that_goes_stay_two(typed: str) -> None:
    assert own(typed).replace("⏎ ", "") == "Desa Jaya Raya"


def test_a_comment_that_nobody_closed_swallows_nothing() -> None:
    seen = own("Buka.\n\n<!-- jam Jumat\n\nTutup.\n\n## Alamat")
    assert seen == "Buka. ⏎ <!-- jam Jumat ⏎ Tutup. ⏎ ## Alamat"
    assert own("Buka <!-- jam --> Senin.") == "Buka Senin."


def test_elements_that_are_allowed_are_kept() -> None:
    html = render("A<br>B <u>c</u>\n\n<details><summary>S</summary>\n\n**x**\n\n</details>", own=True).html
    assert "A<br>B <u>c</u>" in html
    assert "<details><summary>S</summary>\n<p><strong>x</strong></p>\n</details>" in html


def test_a_heading_of_html_stands_below_the_pages_title() -> None:
    assert own("<h1>Posko</h1>") == "## Posko"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("<table><tr><td>[iuran](iuran.md)</td><td>x</td></tr></table>", "[iuran](iuran.md) ┃ x"),
        (
            "<p>Lihat https://contoh.example/a?b=1&c=2</p>",
            "Lihat [https://contoh.example/a?b=1&c=2](https://contoh.example/a?b=1&c=2)",
        ),
        (
            "<div>\nTulis ke a@contoh.example, <b>lalu</b> baca [ini](iuran.md).\n</div>",
            "Tulis ke [a@contoh.example](mailto:a@contoh.example), **lalu** baca [ini](iuran.md).",
        ),
        (
            '<p><a href="https://contoh.example">https://contoh.example</a></p>',
            "[https://contoh.example](https://contoh.example)",
        ),
        ("<pre>[iuran](iuran.md)</pre>", "[iuran](iuran.md)"),
    ],
)
def test_a_link_between_tags_of_html_leads(typed: str, expected: str) -> None:
    assert own(typed) == expected
    assert ("<a" in render(typed, own=True).html) is not typed.startswith("<pre>")
    assert [code for code, _ in told(typed)] == (["elemen-tidak-boleh"] if "<div>" in typed else [])


def test_what_is_wrong_with_such_a_link_is_told_at_its_line() -> None:
    assert told("Satu.\n\n<p>a\nb [x](iuran.md) {: .merek}</p>") == [("tanda-markdown", 4)]
