"""WhatsApp's and Word's marks mean in a district's text what they mean there; in shared text they mean Markdown's."""

from __future__ import annotations

import pytest

from selebaran.compose.markup.render import render
from tests.compose.markup.kit import own, shared


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("*tebal*", "**tebal**"),
        ("_miring_", "*miring*"),
        ("~coret~", "~~coret~~"),
        ("~~coret~~", "~~coret~~"),
        ("**tebal** dan __tebal__", "**tebal** dan **tebal**"),
        ("*_dua_*", "***dua***"),
        ("```satu lebar```", "`satu lebar`"),
        ("*Catatan:* bawa KTP", "**Catatan:** bawa KTP"),
        ("5*2*3 = 30", "5*2*3 = 30"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("~10 orang dan ~20 orang", "~10 orang dan ~20 orang"),
        ("09.00~12.00~15.00", "09.00~12.00~15.00"),
        ("nama_berkas_baru.pdf", "nama_berkas_baru.pdf"),
        ("Nama: ________", "Nama: ________"),
        ("Terima kasih.\n~ Admin", "Terima kasih. ⏎ ~ Admin"),
    ],
)
def test_marks_of_whatsapp(typed: str, seen: str) -> None:
    assert own(typed) == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("*miring*", "*miring*"), ("~bukan~", "~bukan~"), ("**tebal**", "**tebal**"), ("~~c~~", "~~c~~")],
)
def test_shared_text_keeps_the_meaning_that_markdown_gives(typed: str, seen: str) -> None:
    assert shared(typed) == seen


@pytest.mark.parametrize("indent", ["    ", "\t", "\u00a0\u00a0\u00a0\u00a0", "        ", "\u2003\u2003"])
def test_an_indented_first_line_is_a_paragraph_in_a_districts_text(indent: str) -> None:
    assert own(f"{indent}Sehubungan dengan **KTP**.\n\n{indent}Demikian.") == "Sehubungan dengan **KTP**. ⏎ Demikian."


def test_an_indented_block_of_shared_text_stays_code() -> None:
    assert "<pre><code>a\n</code></pre>" in render("    a", own=False).html


@pytest.mark.parametrize("mark", ["##", "-", "1."])
def test_a_no_break_space_after_a_mark_is_a_space(mark: str) -> None:
    assert own(f"{mark}\u00a0Judul") == own(f"{mark} Judul")


@pytest.mark.parametrize("quotes", ["“”", '""', "„“"])
def test_words_quotation_marks_around_a_links_title_are_taken(quotes: str) -> None:
    html = render(f"[a](https://a.example {quotes[0]}judul{quotes[1]})", own=True).html
    assert 'title="judul"' in html
