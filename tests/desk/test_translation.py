"""A page goes out to a translator, as Word or Markdown, and comes back as the file of its translation."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.document import Document as WordFile
from docx.oxml import parse_xml

from selebaran.cli.main import commands
from selebaran.compose.edition import Composer
from selebaran.desk.translation import given_in, source_of, translated
from selebaran.desk.translation_units import SHOWN, joined, parts_of, units_of
from selebaran.desk.translation_word import read_word_sheet
from selebaran.read.project import read_project
from selebaran.words.of_translation import MESSAGES
from tests.compose.page.own.kit import SLUG, own_page, project_at
from tests.conftest import DAY, ROOT

PAGES = sorted((ROOT / "content").glob("*.md"))
BODY = """**Buka dulu.** Telepon [{{ fakta.care_center }}]({{ fakta.care_center.tel }}), lalu [daftar](daftar.md).

## Yang dibawa {#bawa}

1. KTP
2. Kartu `KK`

| Hari | Jam |
|---|---|
| Sabtu | 08.00 |
"""
ADDED = '<w:ins xmlns:w="{0}" w:id="1" w:author="P"><w:r><w:t>Baru</w:t></w:r></w:ins>'
TAKEN = '<w:del xmlns:w="{0}" w:id="2" w:author="P"><w:r><w:delText>Lama</w:delText></w:r></w:del>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
told: set[str] = set()
"""Codes that a test here has seen."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose district has a page, and Gorontalo among its languages."""
    root = project_at(tmp_path)
    with (root / "districts" / SLUG / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write("bahasa: [gor]\n")
    own_page(root, "posko", BODY)
    return root


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(commands, [*arguments, "--root", str(root)], standalone_mode=False)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    told.update(re.findall(r"\[([a-z-]+)\]:", result.stderr))
    return result


def sent(root: Path, form: str = "md") -> Path:
    """The sheet of the district's page."""
    assert (
        run(root, "translate", "gor", "posko", "--district", SLUG, "--format", form, "--out", str(root)).exit_code == 0
    )
    return root / f"posko.gor.{form}"


def filled(text: str, reviewer: str = "Ibu Uji") -> str:
    """A Markdown sheet with a translation of every paragraph: its own words behind one more."""
    first, *rest = text.replace("- Peninjau:", f"- Peninjau: {reviewer}").split("\n## ")
    return "\n## ".join([first, *(f"{one.rstrip()}\n\nUji {one.split('> ')[1].strip()}\n" for one in rest)])


def taken(root: Path, path: Path, *options: str) -> Result:
    return run(root, "intake", str(path), "--yes", *options)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_cut_up_and_joined_again_is_the_same(path: Path) -> None:
    source = source_of(path.read_text("utf-8"))
    assert source
    parts = parts_of(body := path.read_text("utf-8").split("\n---\n", 1)[1])
    assert joined(parts, {}) == body
    shown = [SHOWN.sub("", one.text) for one in units_of(parts)]
    assert [text for text in shown if "{{" in text or "](" in text or "{#" in text or text.startswith(("#", "|"))] == []
    again = source_of(translated(source, given_in(source, source), "00000000", ""))
    assert again
    assert again.body == source.body
    assert {key: again.head[key] for key in ("judul", "ringkas")} == {
        key: source.head[key] for key in ("judul", "ringkas")
    }
    assert again.head.get("pilihan") == source.head.get("pilihan")


@pytest.mark.parametrize("form", ["md", "docx"])
def test_a_translation_that_is_there_goes_out_and_comes_back_as_it_was(root: Path, form: str) -> None:
    path = root / "posko.gor.md"
    path.write_text(filled(sent(root).read_text("utf-8")), "utf-8")
    assert taken(root, path).exit_code == 0
    there = root / "districts" / SLUG / "halaman" / "posko.gor.md"
    before = there.read_text("utf-8")
    path.unlink()
    result = taken(root, sent(root, form))
    assert "tidak ada yang berubah" in result.stdout
    assert there.read_text("utf-8") == before


def test_a_sheet_that_is_filled_in_becomes_a_page_with_its_reviewer(root: Path) -> None:
    path = sent(root)
    text = path.read_text("utf-8")
    assert "{1} = 165" in text
    assert "care_center" not in text
    path.write_text(filled(text), "utf-8")
    result = taken(root, path)
    assert result.exit_code == 0, result.stderr
    assert "+Uji KTP" in result.stdout.replace("+1. ", "+")
    page = next(
        one
        for one in Composer(read_project(root)).compose(SLUG, as_of=DAY, profiles=()).pages
        if one.slug == "gor/posko"
    )
    assert page.meta.spoken
    assert (page.meta.spoken.code, page.meta.spoken.reviewer) == ("gor", "Ibu Uji")
    assert 'href="tel:165"' in page.html
    assert "Uji Yang dibawa" in page.html
    assert page.usage.facts == {"TEL-01"}


def test_every_fault_of_a_sheet_is_told_by_its_paragraph_and_nothing_is_written(root: Path) -> None:
    path = sent(root)
    text = filled(path.read_text("utf-8"), "")
    text = text.replace("Uji Yang dibawa", "").replace("Uji KTP", "Uji {1}")
    text = text.replace("Uji **Buka dulu.** Telepon [{1}]{2}, lalu [daftar]{3}.", "Uji [{1}] {2}") + "\n## 99\n\nUji\n"
    path.write_text(text, "utf-8")
    result = taken(root, path)
    assert result.exit_code == 1
    faults = re.findall(r"posko\.gor\.md:?(\d*): \w+\[([a-z-]+)\]: (?:nomor (\d+))?", result.stderr)
    assert sorted((code, number) for _, code, number in faults) == [
        ("terjemahan-kosong", "4"),
        ("terjemahan-nomor-asing", "99"),
        ("terjemahan-tanda-asing", "5"),
        ("terjemahan-tanda-hilang", "3"),
        ("terjemahan-tanpa-peninjau", ""),
        ("terjemahan-tautan-lepas", "3"),
    ]
    assert all(text.splitlines()[int(line) - 1] == f"## {number}" for line, _, number in faults if number)
    assert not (root / "districts" / SLUG / "halaman" / "posko.gor.md").exists()


def test_a_page_that_has_changed_since_another_page_or_language_and_a_strange_file_are_refused(root: Path) -> None:
    path = sent(root)
    whole = filled(path.read_text("utf-8"))
    for old, new, said in (
        ("Halaman: posko", "Halaman: pasko", "maksudnya 'posko'?"),
        ("Bahasa: gor (Gorontalo)", "Bahasa: go (Gorontalo)", "maksudnya 'gor'?"),
        ("- Naskah asal:", "- Asal:", "ini bukan lembar terjemahan"),
    ):
        path.write_text(whole.replace(old, new), "utf-8")
        result = taken(root, path)
        assert result.exit_code == 1
        assert said in result.stderr
    path.write_text(whole, "utf-8")
    own_page(root, "posko", BODY + "\nBaru.\n")
    result = taken(root, path)
    assert "selebaran translate gor posko --district kab-uji" in result.stderr


def word(root: Path) -> WordFile:
    return Document(str(sent(root, "docx")))


def test_bold_words_and_tracked_changes_of_a_word_file_are_read(root: Path) -> None:
    made = word(root)
    table = made.tables[1]
    cell = table.rows[1].cells[2].paragraphs[0]
    cell.add_run("Posko ")
    cell.add_run("uji").bold = True
    cell._p.append(parse_xml(TAKEN.format(WORD)))
    cell._p.append(parse_xml(ADDED.format(WORD)))
    table.rows[2].cells[2].text = "Satu\nbaris"
    table.rows[2].cells[2].add_paragraph("lagi")
    file = io.BytesIO()
    made.save(file)
    back = read_word_sheet(file.getvalue())
    assert back
    assert (back.page, back.code, back.district) == ("posko", "gor", SLUG)
    assert back.texts[1] == "Posko **uji**Baru"
    assert back.texts[2] == "Satu baris lagi"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        ("word/document.xml", b"<x>" + b" " * 9_000_000),
        ("other.txt", b"x"),
    ],
)
def test_a_hostile_word_file_is_told_and_read_in_a_child(root: Path, name: str, body: bytes) -> None:
    path = root / "posko.gor.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    result = taken(root, path)
    assert result.exit_code == 1
    assert "terjemahan-gagal-dibaca" in result.stderr


def test_what_marks_stand_for_is_left_out_where_it_was_copied_along(root: Path) -> None:
    path = sent(root, "docx")
    document = Document(str(path))
    for row in document.tables[1].rows[1:]:
        row.cells[2].text = row.cells[1].text.replace("\n", " ")
    document.save(str(path))
    result = taken(root, path)
    assert result.exit_code == 0, result.stderr
    assert "165 =" not in (root / "districts" / SLUG / "halaman" / "posko.gor.md").read_text("utf-8")


def test_a_file_where_a_folder_is_asked_for_makes_no_folder_of_that_name(root: Path) -> None:
    result = run(root, "translate", "gor", "posko", "--district", SLUG, "--out", str(root / "lembar.docx"))
    assert result.exit_code == 2
    assert f"--out {root}" in result.stderr
    assert not (root / "lembar.docx").exists()


def test_unknown_names_are_told_with_the_nearest(root: Path) -> None:
    result = run(root, "translate", "Gorontalo", "posko")
    assert (result.exit_code, "maksudnya 'gor'?" in result.stderr) == (2, True)
    result = run(root, "translate", "gor", "daftr", "iurann")
    assert result.exit_code == 2
    assert "maksudnya 'daftar'?" in result.stderr
    assert "'iurann'" in result.stderr
    sent(root)
    assert (
        run(root, "translate", "gor", "posko", "--district", SLUG, "--format", "md", "--out", str(root)).exit_code == 2
    )


def test_each_message_was_seen_here() -> None:
    assert set(MESSAGES) - told == set()
