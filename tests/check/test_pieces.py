"""What is wrong with a print piece is told at its line: drawings that aren't there, and values that somebody typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.read.project import read_project
from tests.check.kit import said, small_project

YML, HTML = "printables/kecil/piece.yml", "printables/kecil/piece.html"


def told(root: Path, file: str, before: str, after: str) -> list[str]:
    """What is said of the small project with a change in one file of its piece."""
    text = (root / file).read_text("utf-8")
    assert before in text
    (root / file).write_text(text.replace(before, after), "utf-8")
    return said(check_shared(read_project(root)))


def test_a_drawing_that_is_not_there_is_told_at_its_line_in_piece_yml(tmp_path: Path) -> None:
    panel = "{nama: isi, x: 0, lebar: 90}"
    taken = '{nama: isi, x: 0, lebar: 90, isi: [{gambar: gariss, teks: "Garis."}]}'
    assert told(small_project(tmp_path), YML, panel, taken) == [
        f"{YML}:13:53: error[seni-tidak-ada]: gambar 'gariss' tidak ada di content/seni dan templates/seni\n"
        "  saran: maksudnya 'garis'?"
    ]


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("Iuran Rp35.000.", 10),
        ("Iuran <b>Rp35.000</b>.", 13),
        ("Iuran</p><p>Rp35.000</p><p>sebulan.", 16),
        ('Iuran.<img src="{{ seni("garis") }}" alt="Iuran Rp35.000">', 52),
        ("{# Dahulu Rp35.000. #}Iuran Rp35.000.", 32),
    ],
)
def test_a_value_typed_into_piece_html_is_found_as_on_a_page(tmp_path: Path, typed: str, column: int) -> None:
    [found] = told(small_project(tmp_path), HTML, "Iuran {{ fakta.iuran_kelas_3 }}.", typed)
    assert found.startswith(f"{HTML}:7:{column}: peringatan[angka-diketik]: ")
    assert "{{ fakta.iuran_kelas_3 }}" in found


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("judul: Lembar kecil", "judul: Iuran Rp35.000", 1),
        ("cetak: [Cetak ukuran 100 %.]", "cetak: [Iuran Rp35.000.]", 16),
    ],
)
def test_a_value_typed_into_piece_yml_is_found_too(tmp_path: Path, before: str, after: str, line: int) -> None:
    [found] = told(small_project(tmp_path), YML, before, after)
    assert found.startswith(f"{YML}:{line}:")
    assert "angka-diketik" in found


def test_numbers_of_measures_and_attributes_are_no_values(tmp_path: Path) -> None:
    assert told(small_project(tmp_path), HTML, "<h1>", '<h1 style="width: 165mm" title="35.000">') == []


@pytest.mark.parametrize(("mark", "meant"), [("jam-kantor", None), ("jam-kantr", "jam-kantor")])
def test_a_mark_that_a_macro_makes_may_give_way_and_a_misspelt_one_is_told(
    tmp_path: Path, mark: str, meant: str | None
) -> None:
    root = small_project(tmp_path)
    html = (root / HTML).read_text("utf-8")
    macro = '{% macro jam(tanda) %}<p data-lepas="jam-{{ tanda }}">Pagi</p>{% endmacro %}'
    (root / HTML).write_text(html.replace("</div></section>", macro + '{{ jam("kantor") }}</div></section>'), "utf-8")
    found = told(root, YML, "kode: k1", f"kode: k1\nboleh_lepas: [{{tanda: {mark}, sebutan: jam buka}}]")
    assert [text.splitlines()[-1] for text in found] == ([f"  saran: maksudnya '{meant}'?"] if meant else [])
    assert all(text.startswith(f"{YML}:18:23: error[tanda-lepas-tidak-ada]") for text in found)
