"""Two commits of a project become two trees, and it is known whom the change between them touches."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.publish.difference.revisions import Reach, Trees, reach_of, unpacked
from selebaran.publish.difference.sheet import told_of
from tests.cli.test_changes import Repository
from tests.conftest import BASE


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """The sound project under git, on a branch of its own."""
    repository = Repository(tmp_path / "proyek")
    repository.git("checkout", "-q", "main")
    shutil.rmtree(repository.root / "districts")
    shutil.copytree(BASE, repository.root, dirs_exist_ok=True)
    repository.commit()
    repository.git("checkout", "-q", "-B", "usul")
    return repository


def looked(project: Repository, tmp_path: Path, *asked: str, sample: int = 1) -> tuple[Trees, Reach]:
    project.commit()
    folder = tmp_path / f"beda-{project.minute}"
    folder.mkdir()
    trees = unpacked(project.root, "main", "usul", folder)
    return trees, reach_of(project.root, "main", "usul", trees, asked, sample)


def test_a_change_of_one_folder_touches_that_district_alone(project: Repository, tmp_path: Path) -> None:
    project.write("districts/kab-uji/catatan.yml", "x: y\n")
    _, reach = looked(project, tmp_path)
    assert (reach.own, reach.is_shared, reach.shown) == (("kab-uji",), False, ("kab-uji",))


def test_a_shared_change_touches_all_and_some_stand_for_them(project: Repository, tmp_path: Path) -> None:
    page = project.root / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    trees, reach = looked(project, tmp_path)
    assert (reach.own, reach.is_shared, reach.districts, len(reach.shown)) == ((), True, 2, 1)
    texts = [(root / "content" / "daftar.md").read_text("utf-8") for root in trees.roots]
    assert ["Satu kalimat lagi." in text for text in texts] == [False, True]
    assert reach_of(project.root, "main", "usul", trees, ("kab-sehat",), 1).shown == ("kab-sehat",)


def test_a_fact_that_says_something_else_is_named(project: Repository, tmp_path: Path) -> None:
    register = project.root / "content" / "fakta.yml"
    text = register.read_text("utf-8")
    assert text.count("isi: 35000") == 1
    register.write_text(text.replace("isi: 35000", "isi: 36000"), "utf-8")
    assert looked(project, tmp_path)[1].facts == ("IUR-01",)


def test_the_program_and_documents_change_no_site(project: Repository, tmp_path: Path) -> None:
    project.write("selebaran/baru.py", "")
    project.write("docs/baru.md", "")
    _, reach = looked(project, tmp_path)
    assert (reach.is_program, reach.is_shared, reach.shown) == (True, False, ())


def test_neither_the_repository_nor_what_lies_outside_is_touched(project: Repository, tmp_path: Path) -> None:
    (project.root / "districts" / "kab-uji" / "keluar").symlink_to("/etc/passwd")
    before = project.git("status", "--porcelain", "--branch")
    trees, _ = looked(project, tmp_path)
    assert not (trees.roots[1] / "districts" / "kab-uji" / "keluar").is_symlink()
    assert project.git("worktree", "list").count("\n") == 0
    assert before.startswith("## usul")


def test_a_district_that_is_there_no_more_is_named(project: Repository, tmp_path: Path) -> None:
    listed = project.root / "districts" / "_daftar.yml"
    listed.write_text(listed.read_text("utf-8").replace("slug: kab-uji", "slug: kab-baru"), "utf-8")
    (project.root / "districts" / "kab-uji").rename(project.root / "districts" / "kab-baru")
    reach = looked(project, tmp_path)[1]
    assert reach.gone == ("kab-uji",)
    assert "Daerah yang tidak ada lagi: kab-uji." in "\n".join(told_of(reach))
