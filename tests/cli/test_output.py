"""What a build may put where: no preview in the place of a publication, nothing into a folder that nobody named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import PORTAL
from tests.conftest import BASE
from tests.publish.small import publish

SLUG, HOST = "kab-uji", "dinkesuji.example"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "proyek")


def said(capsys: pytest.CaptureFixture[str], project: Path, *arguments: str) -> list[str]:
    with pytest.raises(SystemExit) as end:
        main(["build", *arguments, "--root", str(project)])
    assert end.value.code == 2
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("asked", [(SLUG,), (SLUG, "--only", "site"), (SLUG, "--only", "print"), ("--one-line",)])
def test_no_preview_takes_the_place_of_a_site_that_is_published(
    asked: tuple[str, ...], project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = publish(tmp_path / "hasil", {"index.html": "terbit"}, HOST)
    first, second = said(capsys, project, *asked, "--out", str(tmp_path / "hasil"))
    assert f"berisi situs yang terbit ({HOST})" in first
    assert "--out pratinjau" in second and "--publish" in second
    assert (tmp_path / "hasil" / "situs" / HOST).resolve().name == release


def test_nor_of_a_portal_that_is_published(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(tmp_path / "hasil", {"index.html": "portal"}, PORTAL)
    assert "(portal)" in said(capsys, project, "--only", "site", "--out", str(tmp_path / "hasil"))[0]


def test_a_variable_without_a_value_names_no_folder(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "di-sini"
    here.mkdir()
    monkeypatch.chdir(here)
    assert said(capsys, project, SLUG, "--out", "")[0] == "--out tidak menyebut folder apa pun"
    assert list(here.iterdir()) == []
