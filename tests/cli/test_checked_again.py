"""`check` says the same whether it looks at all, or knows what it said before. `tests/full` asks it of every fault."""

from __future__ import annotations

import contextlib
import io
import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from tests.conftest import BASE, TREES

SOME = (
    "berkas-hilang",
    "fakta-tidak-dikenal",
    "slug-ganda",
    "telepon-tidak-terbaca",
    "kalimat-panjang",
    "tautan-putus",
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))


def check(project: Path, *more: str) -> tuple[int, str]:
    """The exit code, and all that was said."""
    out, code = io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main(["check", "--root", str(project), "--as-of", "2026-11-21", *more])
        except SystemExit as end:
            code = int(end.code or 0)
    return code, out.getvalue()


def said_again(tree: Path, project: Path, *, once_more: bool = True) -> list[tuple[int, str]]:
    """What is said of a broken tree that was sound before: from nothing, twice again, and from nothing `once_more`."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(BASE, project)
    check(project)
    shutil.copytree(tree, project, dirs_exist_ok=True)
    ways = (["--fresh"], [], [], *([["--fresh"]] if once_more else ()))
    return [check(project, *way) for way in ways]


def test_a_fault_is_told_in_the_same_words_and_order(tmp_path: Path) -> None:
    for name in SOME:
        first, *more = said_again(TREES / name, tmp_path / "proyek")
        assert first[1]
        assert more == [first] * 3, name


def test_what_is_unchanged_is_judged_by_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    first = check(project, "kab-uji", "--lewati-cetak")

    def nobody(*_: object, **__: object) -> None:
        raise AssertionError("a child")

    with monkeypatch.context() as without:
        without.setattr("selebaran.publish.survey.run", nobody)
        assert check(project, "kab-uji", "--lewati-cetak") == first
        with pytest.raises(AssertionError, match="a child"):
            check(project, "kab-uji", "--lewati-cetak", "--as-of", "2026-11-22")
    file = project / "districts" / "kab-uji" / "jadwal.yml"
    file.write_text("kegiatan: [\n", "utf-8")
    assert check(project, "kab-uji", "--lewati-cetak")[0] == 1
