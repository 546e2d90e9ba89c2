"""What is refused of any text before anybody reads it: marks that git left of a merge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.read.project import read_project
from selebaran.read.text import text_of
from tests.conftest import BASE
from tests.project import PROJECT

TWO = "<<<<<<< HEAD\na: satu\n=======\na: dua\n>>>>>>> cabang\n"
THREE = "<<<<<<< HEAD\na: satu\n||||||| 1f2e3d4\na: nol\n=======\na: dua\n>>>>>>> cabang\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (TWO, [1, 3, 5]),
        (THREE, [1, 3, 5, 7]),
        (TWO.replace("\n", "\r\n"), [1, 3, 5]),
        (TWO.removeprefix("<<<<<<< HEAD\n"), [2, 4]),
        ("Satu\n<<<<<<<\nDua\n", [2]),
    ],
)
def test_every_mark_of_an_unfinished_merge_is_named_with_its_line(text: str, lines: list[int]) -> None:
    read, problems = text_of(text.encode(), "a.md")
    assert read is None
    assert [(p.code, p.place.line) for p in problems] == [("sisa-git", line) for line in lines]


@pytest.mark.parametrize(
    "text",
    ["Judul\n=======\n\nIsi.\n", "=======\n", "| a |\n|||||||\n", "a <<<<<<< b\n", "<<<<<<<<< a\n", ">>> kutipan\n"],
)
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    assert text_of(text.encode(), "a.md") == (text, [])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hubungi \u202a+62 812-0000-1234\u202c ya", "Hubungi +62 812-0000-1234 ya"),
        ("\u200e(0254) 200123\u200e", "(0254) 200123"),
        ("\u20660254 200123\u2069, \u206808120000\u2069", "0254 200123, 08120000"),
        ("Keluarga \U0001f468\u200d\U0001f469\u200d\U0001f467, dokter \U0001f469\U0001f3fd\u200d\u2695\ufe0f", None),
        ("Hati \u2764\ufe0f\u200d\U0001f525", None),
    ],
)
def test_what_phones_type_by_themselves_is_no_fault(typed: str, read: str | None) -> None:
    assert text_of(typed.encode(), "a.md") == (read or typed, [])


@pytest.mark.parametrize(
    "typed", ["KTP\u200d", "a\u200db", "\U0001f468\u200d dan", "kata \u202ebalik", "\u200eKTP", "12\u200b34"]
)
def test_letters_that_nobody_sees_are_told_elsewhere(typed: str) -> None:
    read, problems = text_of(typed.encode(), "a.md")
    assert (read, [p.code for p in problems]) == (None, ["huruf-tersembunyi"])


FILES = [
    "content/daftar.md",
    "content/fakta.yml",
    "content/kampanye.yml",
    "districts/_daftar.yml",
    "districts/kab-uji/daerah.yml",
    "printables/kecil/piece.html",
    "printables/kecil/piece.css",
    "printables/kecil/piece.yml",
    "templates/seni/garis.svg",
    "templates/tokens.css",
]


@pytest.mark.parametrize("code", [0x08, 0x0B, 0x1F, 0x7F, 0x80, 0xAD, 0x200B])
@pytest.mark.parametrize("before", ["Satu\n\tdua ~\n", "Sátu\n\ttiga\n"])
def test_each_that_nobody_sees_is_told_at_its_line(before: str, code: int) -> None:
    read, problems = text_of(f"{before}em{chr(code)}pat\nlima\n".encode(), "a.md")
    assert read is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("huruf-tersembunyi", 3, 3)]
    assert text_of(f"{before}empat\n".encode(), "a.md") == (f"{before}empat\n", [])


@pytest.mark.parametrize("file", FILES)
def test_no_file_of_a_project_is_read_with_such_marks(file: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    with (tmp_path / file).open("a", encoding="utf-8") as open_file:
        open_file.write(THREE)
    marked_lines = {number for number, _ in marks(tmp_path, file)}
    last = (tmp_path / file).read_text("utf-8").count("\n")
    assert marked_lines == {last - 6, last - 4, last - 2, last}


@pytest.mark.parametrize("file", ["templates/site/main.html", "templates/site/assets/selebaran.css", "mkdocs.yml"])
def test_nor_what_every_site_is_drawn_with(file: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "templates", tmp_path / "templates", dirs_exist_ok=True)
    (tmp_path / file).write_text(TWO, "utf-8")
    assert {number for number, _ in marks(tmp_path, file)} == {1, 3, 5}


def marks(root: Path, file: str) -> list[tuple[int, str]]:
    """The lines of the marks that are told of a file."""
    registry = read_project(root)
    found = [*registry.shared_problems, *(p for problems in registry.district_problems.values() for p in problems)]
    return [(p.place.line, p.place.file) for p in found if p.code == "sisa-git" and p.place.file == file]
