"""A translation that a site has no language for is told, and not left lying without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.page.own.kit import faults, own_page, project_at
from tests.hostile.picture_files import AT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = project_at(tmp_path)
    own_page(root, "posko", "Datang hari Sabtu.")
    return root


@pytest.mark.parametrize(("languages", "code"), [("", "jv"), ("bahasa: [su]\n", "jv"), ("bahasa: [jv]\n", "su")])
def test_a_translation_needs_its_language_among_those_of_the_district(languages: str, code: str, root: Path) -> None:
    with (root / AT / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write(languages)
    own_page(root, f"posko.{code}", "Teka dina Setu.")
    assert [(p.code, str(p.place)) for p in faults(root)] == [
        ("terjemahan-tanpa-bahasa", f"{AT}/halaman/posko.{code}.md:1")
    ]


def test_what_a_province_translates_is_for_those_of_its_districts_that_have_the_language(root: Path) -> None:
    own_page(root, "kapal", "Kapal dari dermaga.", layer="_provinsi/provinsi-uji")
    own_page(root, "kapal.jv", "Prau saka dermaga.", layer="_provinsi/provinsi-uji")
    assert faults(root) == []
