"""Headings, rules and directions: the outline of a page, and the ids by which others lead to it."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selebaran.compose.markup.render import render
from tests.compose.markup.kit import own, shared, told


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("# Posko\n\nIsi.", "## Posko ⏎ Isi."),
        ("# Posko\n\n## Jam", "## Posko ⏎ ### Jam"),
        ("## Posko\n\n### Jam", "## Posko ⏎ ### Jam"),
        ("##Posko", "## Posko"),
        ("Posko\n=====\n\nIsi.", "## Posko ⏎ Isi."),
        ("Teks biasa\n---\nLanjut", "Teks biasa ⏎ ——— ⏎ Lanjut"),
        ("Satu\nDua\n=====\nTiga", "Satu ⏎ Dua ⏎ ——— ⏎ Tiga"),
        ("=====\n\nIsi.", "——— ⏎ Isi."),
        ("Salam\n———\nIsi.", "Salam ⏎ ——— ⏎ Isi."),
        ("Salam\n–––\nIsi.", "Salam ⏎ ——— ⏎ Isi."),
        ("## Jadwal {sementara}", "## Jadwal {sementara}"),
    ],
)
def test_headings_and_rules_are_what_they_are_meant_to_be(read: object, typed: str, seen: str) -> None:
    assert read(typed) == seen  # type: ignore[operator]


def test_a_first_level_heading_keeps_the_link_to_it() -> None:
    made = render("# Cara datang {#cara}\n\nLihat [cara](#cara).", own=True)
    assert '<h2 id="cara">Cara datang</h2>' in made.html
    assert [(heading.level, heading.id, heading.text, heading.line) for heading in made.headings] == [
        (2, "cara", "Cara datang", 0)
    ]


EMPHASIS = re.compile(r"_(?!\w)|(?<!\w)_|__")
"""Marks that the two readers take for emphasis in different places; what is no emphasis stays."""
TITLES = st.text("abc -_éА1.!?/", min_size=1, max_size=12).filter(lambda t: t.strip() and not EMPHASIS.search(t))


@given(st.lists(TITLES, min_size=1, max_size=5))
def test_ids_are_those_that_python_markdown_gave(titles: list[str]) -> None:
    """Addresses with a # are printed and shared; they stay."""
    text = "\n\n".join(f"## {title}" for title in titles)
    reader = markdown.Markdown(extensions=["toc"])
    reader.convert(text)
    old = [token["id"] for token in _flat(reader.toc_tokens)]  # type: ignore[attr-defined]
    made = render(text, own=False)
    if [heading.text for heading in made.headings] == [" ".join(title.split()) for title in titles]:
        assert [heading.id for heading in made.headings] == old


def _flat(tokens: list[dict[str, object]]) -> list[dict[str, object]]:
    return [one for token in tokens for one in (token, *_flat(token["children"]))]  # type: ignore[arg-type]


def test_paragraphs_from_right_to_left_say_so() -> None:
    html = render("السلام عليكم\n\nWarga (بسم الله).\n\n## السلام\n\n- السلام", own=True).html
    assert '<p dir="rtl">السلام عليكم</p>' in html
    assert "<p>Warga" in html
    assert '<h2 dir="rtl" id="_1">' in html
    assert '<li dir="rtl">السلام</li>' in html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("## A {#x}", '<h2 id="x">A</h2>'),
        ("## A {: #x }", '<h2 id="x">A</h2>'),
        ("![a](b.svg){.adegan}", '<img src="b.svg" alt="a" class="adegan" />'),
        ("Sumber: x.\n{.sumber}", '<p class="sumber">Sumber: x.</p>'),
        ("[a](b.md){.tombol}", '<a href="b.md" class="tombol">a</a>'),
        ('<section class="blok" markdown="1">\n\n**x**\n\n</section>', '<section class="blok">\n<p><strong>x</strong>'),
        ("A\n:   **b**", "<dl>\n<dt>A</dt>\n<dd><strong>b</strong></dd>\n</dl>"),
    ],
)
def test_ids_classes_and_definitions_of_shared_pages_work(typed: str, html: str) -> None:
    assert html in render(typed, own=False).html


def test_separators_and_open_fences_of_chats_swallow_nothing() -> None:
    assert own("~~~~~\nPENGUMUMAN\n~~~~~\nIsi.") == "——— ⏎ PENGUMUMAN ⏎ ——— ⏎ Isi."
    assert own("```\nIsi.\n\n## Jam") == "``` ⏎ Isi. ⏎ ## Jam"
    assert own("```\nDUA\n```") == "`DUA `"
    assert own("```DAFTAR#NIK\nDUA\n```") == "`DAFTAR#NIK DUA `"


@pytest.mark.parametrize(
    "typed",
    ["Teks. {: .merek onclick=x }", "- butir {#a}\n- lain", "[a](iuran.md) {.x}", "**Awas**{.x}", "Tulis {.a} di sini"],
)
def test_attributes_where_none_are_read_are_refused_by_their_name(typed: str) -> None:
    assert told(f"Satu.\n\nDua,\n{typed}".replace("Dua,\n-", "Dua\n\n-")) in (
        [("tanda-markdown", 4)],
        [("tanda-markdown", 5)],
    )


@pytest.mark.parametrize(
    "typed", ["## Judul {#a .b}", "Teks.\n{: .merek}", "[a](iuran.md){.x}", "`{: .merek}`", "Isi {sementara} {nama}."]
)
def test_where_they_are_read_or_none_are_meant_nothing_is_told(typed: str) -> None:
    assert told(typed) == []
