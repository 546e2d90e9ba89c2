"""How plain a page is, is counted as a reader would count it."""

from __future__ import annotations

from scripts.plain import measure, texts

PAGE = (
    "<h1>Judul</h1><p>Bawa KTP ke puskesmas. Surat diurus kemudian.</p><table><tr><td>Tidak dihitung sama sekali</td>"
    '</tr></table><ul><li>Tanyakan ke Dinas Sosial.</li></ul><h2 id="lanjut">Sesudah ini</h2><p>Kembali lagi nanti.</p>'
)


def test_paragraphs_and_items_are_counted_but_no_headings_tables_or_links_onwards() -> None:
    assert texts(PAGE) == ["Bawa KTP ke puskesmas. Surat diurus kemudian.", "Tanyakan ke Dinas Sosial."]


def test_a_verb_in_the_passive_is_told_from_a_name() -> None:
    number, words, passive = measure(PAGE, frozenset())
    assert (number, round(words, 1), round(passive, 2)) == (3, 3.7, 0.33)
