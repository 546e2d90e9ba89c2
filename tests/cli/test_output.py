"""What a build may put where: no preview in the place of a publication, nothing into a folder that nobody named."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import PORTAL
from tests.conftest import BASE
from tests.publish.small import publish

SLUG, HOST = "kab-uji", "dinkesuji.example"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    with pytest.raises(SystemExit) as end:
        main(["build", *arguments, "--root", str(BASE)])  # nothing is begun, so nothing is left there
    assert end.value.code == 2
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("asked", [(SLUG,), (SLUG, "--only", "site"), (SLUG, "--only", "print"), ("--one-line",)])
def test_no_preview_takes_the_place_of_a_site_that_is_published(
    asked: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = publish(tmp_path, {"index.html": "terbit"}, HOST)
    first, second = said(capsys, *asked, "--out", str(tmp_path))
    assert f"berisi situs yang terbit ({HOST})" in first
    assert "--out pratinjau" in second and "--publish" in second
    assert (tmp_path / "situs" / HOST).resolve().name == release


def test_nor_of_a_portal_that_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(tmp_path, {"index.html": "portal"}, PORTAL)
    assert "(portal)" in said(capsys, "--only", "site", "--out", str(tmp_path))[0]


def test_a_variable_without_a_value_names_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(capsys, SLUG, "--out", "")[0] == "--out tidak menyebut folder apa pun"
    assert list(tmp_path.iterdir()) == []
