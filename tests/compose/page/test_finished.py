"""A composed page is HTML with addresses, headings that a list can show, and a district's words as they were."""

from __future__ import annotations

from selebaran.compose.page.finished import TEXTS, Finished, finished
from selebaran.model.page import Heading

DISTRICT = '<div class="dari-daerah">\n<p>*Pagi* [x](daftar.md) {: .kelas }\n\n## bukan judul</p>\n</div>'


def test_a_page_has_its_text_and_its_headings() -> None:
    html, headings = finished("Awal.\n\n## Surat & *kartu* {#syarat}\n\n[Daftar](daftar.md)\n\n### Lain\n", "iuran")
    assert html == (
        '<p>Awal.</p>\n<h2 id="syarat">Surat &amp; <em>kartu</em></h2>\n'
        '<p><a href="../daftar/">Daftar</a></p>\n<h3 id="lain">Lain</h3>\n'
    )
    assert headings == (Heading(2, "syarat", "Surat &amp; kartu"), Heading(3, "lain", "Lain"))


def test_words_of_a_district_are_not_read_a_second_time() -> None:
    html, headings = finished(f"## A {{#a}}\n\n{DISTRICT}\n\n## B {{#b}}\n", "iuran")
    assert DISTRICT in html
    assert [heading.id for heading in headings] == ["a", "b"]


def test_a_text_that_is_known_is_not_made_again_and_a_new_one_is_noted() -> None:
    known = {("## A {#a}", "iuran"): Finished("<p>dari tadi</p>", ())}
    with TEXTS.recalling(known) as noted:
        assert finished("## A {#a}", "iuran").html == "<p>dari tadi</p>"
        made = finished("Lain.", "iuran")
        assert noted == {("Lain.", "iuran"): made}
    assert finished("## A {#a}", "iuran").html == '<h2 id="a">A</h2>\n'
