"""What a preview shows when there can be no edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.problem import Place, ProblemsFound, problem, warning
from selebaran.site.preview import fault_elsewhere, fault_pages, previewed
from selebaran.words.said import said
from tests.conftest import BASE

SLUG = "kab-uji"
HOSTILE = problem("kunci-tidak-dikenal", Place("districts/<b>/daerah.yml", 3, 7), kunci="<script>x", maksud="nama")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def broken(project: Path, file: str, old: str, new: str) -> list[str]:
    """Places and codes of what a preview says of a project with a slip."""
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        previewed(project, SLUG)
    return [f"{found.place} {found.code}" for found in stopped.value.problems]


def test_a_project_without_a_slip_is_shown(project: Path) -> None:
    assert previewed(project, SLUG).slug == SLUG


def test_a_slip_in_a_shared_page_is_named_with_its_line(project: Path) -> None:
    assert broken(project, "content/daftar.md", "KTP dan", "[KTP](lupa.md) dan") == [
        "content/daftar.md:10:7 tautan-putus"
    ]


def test_a_slip_in_the_previewed_district_is_named_and_one_elsewhere_is_not(project: Path) -> None:
    found = broken(project, f"districts/{SLUG}/jadwal.yml", "mulai: 09.00", "mulai: 25.00")
    assert [one.split()[1] for one in found] == ["waktu-tidak-terbaca"]
    assert previewed(project, "kab-sehat").slug == "kab-sehat"


def test_a_slip_in_the_register_of_facts_is_named_with_its_line(project: Path) -> None:
    assert broken(project, "content/fakta.yml", "isi: 35000", "isi: tiga") == ["content/fakta.yml:30:43 bukan-angka"]


def test_a_template_of_pages_that_cannot_be_read_is_named_too(project: Path) -> None:
    template = "templates/site/main.html"
    (project / template).parent.mkdir(parents=True, exist_ok=True)
    (project / template).write_text("{% if x %}\n", "utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        previewed(project, SLUG)
    assert f"{template}:1:1" in [str(found.place) for found in stopped.value.problems]


def test_words_of_a_problem_are_shown_as_words(project: Path) -> None:
    pages = fault_pages([HOSTILE], project)
    assert {"beranda", "daftar", "unduh"} <= {page.slug for page in pages}
    for html in (pages[0].html, fault_elsewhere([HOSTILE])):
        assert "<code>districts/&lt;b&gt;/daerah.yml:3:7</code>" in html
        assert "&lt;script&gt;x" in html
        assert "<script>" not in html


@pytest.mark.parametrize("kind", [problem, warning])
def test_the_terminal_reads_as_that_of_the_command_line(kind: object) -> None:
    assert callable(kind)
    found = kind("kunci-tidak-dikenal", Place("content/fakta.yml", 3, 7), kunci="a\nb", maksud="c")
    assert said(found) == problem_text(found, Speaker())
