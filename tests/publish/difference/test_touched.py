"""What a change of shared files may make another in all districts, told without making anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.publish.difference.touched import Side, Touched, touched_by
from selebaran.read.project import read_project
from tests.conftest import BASE

Touch = Callable[..., Touched]


@pytest.fixture
def touch(tmp_path: Path) -> Touch:
    """Changes a file in a copy of the sound project: a text in place of another, or the file as a whole."""
    roots = tmp_path / "lama", tmp_path / "baru"
    for root in roots:
        shutil.copytree(BASE, root)

    def change(path: str, old: str, new: str, *more: tuple[str, str, str]) -> Touched:
        for name, was, becomes in ((path, old, new), *more):
            file = roots[1] / name
            text = file.read_text("utf-8") if file.is_file() else ""
            assert was in text
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace(was, becomes, 1), "utf-8")
        before, after = (Side(read_project(root), root) for root in roots)
        return touched_by([path, *(name for name, _, _ in more)], before, after)

    return change


def test_a_value_touches_the_pages_and_sheets_that_name_it_and_the_list_of_facts(touch: Touch) -> None:
    found = touch("content/fakta.yml", "isi: 35000", "isi: 36000")
    naming = {path.stem for path in (BASE / "content").glob("*.md") if "iuran_kelas_3" in path.read_text("utf-8")}
    assert naming and naming <= set(found.pages)
    assert not found.every_page and not found.every_sheet
    every = {path.stem for path in (BASE / "content").glob("*.md")}
    assert every - set(found.pages)


def test_own_text_of_a_district_that_names_it_is_named(touch: Touch) -> None:
    own = "districts/kab-uji/halaman/catatan.md"
    text = "---\njudul: Catatan\n---\n\nBiayanya {{ fakta.iuran_kelas_3 }}.\n"
    found = touch("content/fakta.yml", "isi: 35000", "isi: 36000", (own, "", text))
    assert found.own == (("kab-uji", own),)


def test_a_sentence_touches_its_page_alone(touch: Touch) -> None:
    text = (BASE / "content" / "daftar.md").read_text("utf-8")
    found = touch("content/daftar.md", text, f"{text}\nSatu kalimat lagi.\n")
    assert (found.every_page, found.every_sheet) == (False, False)
    assert "daftar" in found.pages and set(found.pages) <= {"daftar", "unduh"}


def test_a_title_touches_every_page_for_menus_and_lists_show_it(touch: Touch) -> None:
    assert touch("content/daftar.md", "judul: ", "judul: Begini cara ").every_page


@pytest.mark.parametrize(
    ("path", "pages", "sheets"),
    [
        ("templates/site/main.html", True, False),
        ("templates/print/print.css", False, True),
        ("templates/tokens.css", True, True),
        ("content/kampanye-baru.yml", True, True),
        ("templates/laporan/laporan.html", False, False),
        ("content/sinonim.yml", False, False),
    ],
)
def test_what_all_share_touches_all_that_it_is_for(path: str, pages: bool, sheets: bool, touch: Touch) -> None:
    found = touch(path, "", "# lain\n")
    assert (found.every_page, found.every_sheet) == (pages, sheets)


def test_a_file_of_a_piece_touches_that_sheet_and_the_list_of_sheets(touch: Touch) -> None:
    piece = min(path.name for path in (BASE / "printables").iterdir())
    found = touch(f"printables/{piece}/piece.css", "", "/* lain */")
    assert (found.pages, found.sheets) == (("unduh",), (piece,))
