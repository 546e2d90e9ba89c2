"""Which texts residents read, with their form, their language and their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.passage import Passage, own_passages, shared_passages
from selebaran.compose.template.locate import Source
from selebaran.model.page import HEAD
from selebaran.model.problem import Place
from selebaran.read.project import read_project
from tests.check.kit import page, small_project
from tests.compose.page.own.kit import SLUG, override, own_page, project_at


def told(passages: list[Passage]) -> list[tuple[str, str, str]]:
    """Place, form and first words of each that has any."""
    return [(str(one.at(0)), one.form, one.source.text.strip().split("\n")[0]) for one in passages if one.source.text]


def test_of_a_shared_page_its_heads_its_ways_in_and_its_text_are_read(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "content" / "daftar.md").unlink()
    found = [passage for passage in shared_passages(read_project(root)) if passage.form != "sheet"]
    at = "content/beranda.md"
    assert told(found) == [
        (f"{at}:2:8", "heading", "Mulai dari sini"),
        (f"{at}:3:10", "summary", "Cara berobat di {{ daerah.nama }}."),
        (f"{at}:6:12", "heading", "Saya belum terdaftar"),
        (f"{at}:7:11", "line", "Cara mendaftar."),
        (f"{at}:11:1", "page", "Telepon {{ fakta.care_center }}."),
        ("content/istilah.yml:3:11", "line", "Uang yang dibayar setiap bulan."),
        ("content/istilah.yml:7:11", "line", "Program jaminan kesehatan."),
    ]
    assert {(one.language, one.template) for one in found} == {(None, True)}


def test_a_translation_is_in_its_language(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    page(root, "daftar.jv", "Nggawa KTP.", "naskah_asal: abc\nmenu_judul: Daftar\n")
    found = [one for one in shared_passages(read_project(root)) if one.file == "content/daftar.jv.md"]
    assert [form for _, form, _ in told(found)] == ["heading", "heading", "summary", "page"]
    assert {one.language for one in found} == {"jv"}


def test_what_a_district_writes_is_no_template_and_a_part_is_no_page(tmp_path: Path) -> None:
    root = project_at(tmp_path)
    with (root / "districts" / SLUG / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write("bahasa: [jv]\n")
    own_page(root, "posko", "Posko.")
    own_page(root, "posko.jv", "Posko jv.")
    override(root, "daftar#syarat", "Bawa.")
    found = list(own_passages(read_project(root).districts[SLUG].own))
    forms = {one.source.text.strip(): (one.form, one.template, one.language) for one in found}
    assert forms["Posko."] == ("page", False, None)
    assert forms["Posko jv."] == ("page", False, "jv")
    assert forms["Bawa."] == ("part", False, None)
    assert {one.template for one in found} == {False}


def test_an_override_of_a_whole_page_is_a_page_and_that_of_a_head_has_no_text(tmp_path: Path) -> None:
    root = project_at(tmp_path)
    override(root, "ikut", "Semua baru.")
    override(root, f"ikut#{HEAD}", "", head="judul: Judul baru\nringkas: Ringkasan baru.\n")
    found = list(own_passages(read_project(root).districts[SLUG].own))
    assert [(one.form, one.source.text.strip()) for one in found] == [
        ("page", "Semua baru."),
        ("heading", "Judul baru"),
        ("summary", "Ringkasan baru."),
    ]


@pytest.mark.parametrize(
    ("template", "texts"),
    [(True, [["Satu."], ["Dua."]]), (False, [["{% if daerah.a %}Satu.{% else %} Dua.{% endif %}"]])],
)
def test_a_template_is_read_in_each_branch_and_other_text_once(template: bool, texts: list[list[str]]) -> None:
    text = "{% if daerah.a %}Satu.{% else %} Dua.{% endif %}"
    passage = Passage(Source(text, Place("a.md", 1)), "line", template=template)
    assert [[block.text.strip() for block in read] for read in passage.readings] == texts
    assert {block.kind for read in passage.readings for block in read} == {"paragraph"}
