"""`selebaran diff` of two outputs, and what it says where it can't compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.cli.main import main
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
