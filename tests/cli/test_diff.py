"""`selebaran diff` of two outputs, and what it says where it can't compare."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.cli.test_changes import Repository
from tests.conftest import BASE
from tests.project import PROJECT
from tests.publish.conftest import changed, published  # noqa: F401
from tests.publish.terbitan import READY, Published


def diff(*arguments: str, root: Path = PROJECT) -> int:
    try:
        main(["diff", *arguments, "--no-pictures", "--quiet", "--root", str(root)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_two_outputs_become_one_file(
    published: Published,  # noqa: F811
    changed: Published,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "beda.html"
    assert diff(str(published.out), str(changed.out), "--out", str(file)) == 0
    said = capsys.readouterr().out
    assert f"{READY}: " in said
    assert "edisi di kertas menyebut yang berubah" in said
    assert f"sebelum dan sesudah: {file}" in said
    assert READY in file.read_text("utf-8")
    assert diff(str(published.out), str(published.out), "--out", str(file)) == 0
    assert "tidak ada halaman atau lembar yang berubah" in capsys.readouterr().out


def test_a_revision_that_is_not_there_ends_with_code_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff("main", "tiada", root=BASE) == 3
    assert "saran: " in capsys.readouterr().err


def test_whether_accounts_may_make_the_change_stands_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "proyek")
    shutil.copytree(BASE, repository.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("_daftar.yml"))
    repository.commit()
    repository.git("branch", "-f", "main")
    repository.write("catatan/<b>.txt", "tidak mengubah situs")
    repository.commit()
    file = tmp_path / "beda.html"
    repository.write("content/baru.md", "belum di-commit")
    accounts = ("--akun", "@pusat", "--akun", "dinkes-uji")
    assert diff("main", "usul", *accounts, "--out", str(file), root=repository.root) == 0
    html = file.read_text("utf-8")
    told = capsys.readouterr()
    said = told.out.splitlines()
    assert "yang belum di-commit di folder kerja tidak ikut dibandingkan" in told.err
    assert said[:2] == [
        "akun 'pusat' boleh membuat perubahan ini",
        "akun 'dinkes-uji' tidak boleh membuat perubahan ini",
    ]
    assert all(f'<p class="boleh">{escape(line)}</p>' in html for line in said[:2])
    assert "catatan/&lt;b&gt;.txt: error[ubahan-di-luar]" in html


def test_folders_of_output_have_no_account(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "situs").mkdir()
    assert diff(str(tmp_path), str(tmp_path), "--akun", "siapa") == 2
    assert "--akun hanya untuk dua revisi git" in capsys.readouterr().err


def test_a_folder_of_output_is_not_compared_with_a_revision(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "situs").mkdir()
    assert diff(str(tmp_path), "main") == 2
    assert "saran: beri dua revisi git, atau dua folder hasil" in capsys.readouterr().err
