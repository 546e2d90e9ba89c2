"""What a project leaves to the engine, and what it keeps for itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.model.registry import Registry
from selebaran.read import engine
from selebaran.read.project import read_project
from tests.conftest import BASE, ROOT
from tests.project import PROJECT


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """This project without templates/ and mkdocs.yml."""
    for name in ("content", "districts", "printables"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


def test_a_project_without_templates_and_mkdocs_yml_has_those_of_the_engine(bare: Path, registry: Registry) -> None:
    assert read_project(bare) == registry


def test_a_project_with_templates_gets_none_of_the_engines(tmp_path: Path) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "proyek"))
    (project / "templates" / "print" / "print.css").unlink()
    registry = read_project(project)
    assert [str(found.place) for found in registry.shared_problems] == ["templates/print/print.css"]
    assert registry.theme.templates == {}
    assert set(registry.drawings) == {"garis"}


def test_a_project_may_have_a_mkdocs_yml_alone(bare: Path, registry: Registry) -> None:
    (bare / "mkdocs.yml").write_text("site_name: Lain\n", "utf-8")
    theme = read_project(bare).theme
    assert theme.config == "site_name: Lain\n"
    assert theme.templates == registry.theme.templates


def test_where_the_package_carries_them_those_are_taken(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = tmp_path / "bawaan"
    shutil.copytree(ROOT / "templates", carried / "templates")
    (carried / "mkdocs.yml").write_text("site_name: Terbawa\n", "utf-8")
    monkeypatch.setattr(engine, "CARRIED", carried)
    assert read_project(bare).theme.config == "site_name: Terbawa\n"
