"""What a district's links, ids, cells and pictures become on its pages, and what is told of those that miss."""

from __future__ import annotations

import pytest

from selebaran.compose.page.cleaner import SPANS
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.problem import Place
from selebaran.model.telephone import Dialling

HERE = Place("districts/kab-uji/halaman/pos.md", 5)
PAGES = {"beranda": ["pilih"], "daftar": ["syarat", "biaya"], "pos": None, "kabar/buka": None}
"""Shared pages with their parts; pages of the district's own, whose parts aren't known."""
WHERE = Dialling(short=frozenset(["165"]))


def shown(text: str, slug: str = "pos") -> str:
    """What a text becomes that has no fault."""
    html, problems = render(text, HERE, Surroundings(slug, PAGES, ("pasar.png",), where=WHERE))
    assert problems == []
    return html


def told(text: str, slug: str = "pos") -> list[tuple[str, str, dict[str, str]]]:
    """The faults of a text."""
    _, problems = render(text, HERE, Surroundings(slug, PAGES, ("pasar.png",), where=WHERE))
    return [(found.code, str(found.place), dict(found.values)) for found in problems]


@pytest.mark.parametrize(
    ("slug", "target", "address"),
    [
        ("pos", "daftar.md", "../daftar/"),
        ("pos", "daftar.md#syarat", "../daftar/#syarat"),
        ("pos", "beranda.md", "../"),
        ("pos", "beranda.md#pilih", "../#pilih"),
        ("pos", "kabar/buka.md#jam", "../kabar/buka/#d-jam"),
        ("kabar/buka", "daftar.md", "../../daftar/"),
        ("kabar/buka", "pos.md", "../../pos/"),
        ("beranda", "daftar.md", "daftar/"),
        ("beranda", "beranda.md", "./"),
        ("daftar", "#syarat", "#syarat"),
        ("daftar", "daftar.md#biaya", "#biaya"),
        ("pos", "https://contoh.example/a", "https://contoh.example/a"),
        ("pos", "tel:165", "tel:165"),
        ("pos", "mailto:uji@contoh.example", "mailto:uji@contoh.example"),
    ],
)
def test_a_link_leads_where_it_says_from_any_page(slug: str, target: str, address: str) -> None:
    assert f'<a href="{address}">' in shown(f"[x]({target})", slug)


def test_a_link_to_a_part_of_the_text_itself_finds_it() -> None:
    html = shown("Lihat [jam](#jam) atau [jam](pos.md#jam).\n\n## Jam buka {#jam}\n\nPagi.")
    assert html.count('<a href="#d-jam">') == 2
    assert '<h2 id="d-jam">' in html


def test_a_part_that_is_not_there_is_told_with_the_page_and_the_nearest_part() -> None:
    assert told("Teks.\n\n[x](daftar.md#sarat)") == [
        (
            "jangkar-putus",
            "districts/kab-uji/halaman/pos.md:7:5",
            {"jangkar": "sarat", "tujuan": "daftar.md", "maksud": "syarat"},
        )
    ]
    ((_, _, values),) = told("[x](#jm)\n\n## Jam {#jam}")
    assert values == {"jangkar": "jm", "tujuan": "pos", "maksud": "jam"}
    ((_, _, values),) = told("[x](#biay)", "daftar")
    assert values == {"jangkar": "biay", "tujuan": "daftar", "maksud": "biaya"}


def test_a_page_that_is_not_there_is_told_with_the_nearest_page() -> None:
    assert told("[x](daftr.md#syarat)") == [
        (
            "tautan-putus",
            "districts/kab-uji/halaman/pos.md:5:5",
            {"tujuan": "daftr.md#syarat", "maksud": "daftar.md"},
        )
    ]
    ((_, _, values),) = told("[x](http://contoh.example)")
    assert values == {"tujuan": "http://contoh.example", "ganti": "https://contoh.example"}


def test_the_same_fault_twice_is_told_at_both_places() -> None:
    found = told("[x](tiada.md)\n\n[y](tiada.md)")
    assert [place for _, place, _ in found] == [
        "districts/kab-uji/halaman/pos.md:5:5",
        "districts/kab-uji/halaman/pos.md:7:5",
    ]


def test_a_picture_is_shown_from_any_page_and_one_that_is_not_listed_is_told() -> None:
    assert 'src="../gambar/pasar.png"' in shown("![Pasar](gambar/pasar.png)")
    assert 'src="../../gambar/pasar.png"' in shown("![Pasar](gambar/pasar.png)", "kabar/buka")
    ((code, place, values),) = told("![Pasar](gambar/psar.png)")
    assert (code, place) == ("gambar-tidak-terdaftar", "districts/kab-uji/halaman/pos.md:5:10")
    assert values == {"berkas": "psar.png", "maksud": "pasar.png"}


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        ("[a](daftar.md) ![kosong]()", 26, "gambar-tidak-terdaftar"),
        ("[a](daftar.md) ![kosong](<>)", 27, "gambar-tidak-terdaftar"),
        ('[a](daftar.md) <img alt="kosong" src="">', 39, "gambar-tidak-terdaftar"),
        ("[a](htps&#58;//contoh.example)", 5, "tautan-asing"),
        ("Baca <a href='java\tscript:x'>ini</a>", 15, "tautan-asing"),
        ("[a](tida&#107;.md)", 5, "tautan-putus"),
        ("[a](tidak\\_ada.md)", 5, "tautan-putus"),
        ("![a](gambar/p&#115;ar.png)", 6, "gambar-tidak-terdaftar"),
        ("[a](HTTP://contoh.example)", 5, "tautan-http"),
        ("Lihat Http://contoh.example", 7, "tautan-http"),
        ("`[x](tiada.md)` [b](tiada.md)", 21, "tautan-putus"),
        ("[a](https://contoh.example/tiada) [b](tiada)", 39, "tautan-putus"),
    ],
)
def test_a_target_is_told_where_it_was_typed_however_that_is(text: str, column: int, code: str) -> None:
    assert [(found, place) for found, place, _ in told(text)] == [
        (code, f"districts/kab-uji/halaman/pos.md:5:{column}")
    ]


@pytest.mark.parametrize(
    "text", ["[a](HTTP://contoh.example)", "Http://contoh.example", "<a href='hTTp://contoh.example'>a</a>"]
)
def test_an_address_that_is_not_safe_says_which_would_be_whatever_letters_it_has(text: str) -> None:
    ((code, _, values),) = told(text)
    assert (code, values["ganti"]) == ("tautan-http", "https://contoh.example")


@pytest.mark.parametrize("given", ["1", "2", f"{SPANS['colspan']}"])
def test_a_cell_spans_as_many_columns_as_a_table_may_have(given: str) -> None:
    assert f'<td colspan="{given}">' in shown(f'<table><tr><td colspan="{given}">a</td></tr></table>')


@pytest.mark.parametrize("given", ["0", f"{SPANS['colspan'] + 1}", "20000", "-1", "2a", "²"])
@pytest.mark.parametrize("name", ["colspan", "rowspan"])
def test_a_cell_that_spans_anything_else_is_refused_with_its_line(name: str, given: str) -> None:
    given = given if name == "colspan" or not given.endswith("1") else "101"
    ((code, place, values),) = told(f'Daftar:\n\n<table><tr><td {name}="{given}">a</td></tr></table>')
    assert (code, place.split(":")[1]) == ("sel-gabungan", "7")
    assert (values["atribut"], values["isi"]) == (name, given)


def test_of_two_parts_of_one_name_the_first_keeps_it() -> None:
    html = shown('<h2 id="a">Satu</h2><h2 id="a">Dua</h2>')
    assert '<h2 id="d-a">Satu</h2><h2>Dua</h2>' in html
