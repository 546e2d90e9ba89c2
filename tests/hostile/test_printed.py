"""Nothing that comes from outside moves a cursor, ends a line or turns the direction of writing where it is printed."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from selebaran.cli.excerpt import excerpt
from selebaran.cli.language import Speaker
from selebaran.cli.progress_bar import Bar
from selebaran.cli.show import problem_json, problem_text, terminal_text
from selebaran.model.problem import Place, problem
from selebaran.words.visible import visible, visible_json
from tests.conftest import ROOT
from tests.hostile.probe import (
    UNSEEN,
)


def test_nothing_that_is_printed_moves_the_cursor() -> None:
    found = problem("daerah-gagal", Place(f"districts/{UNSEEN}", 1), slug=UNSEEN, langkah="[red]x", kode=UNSEEN)
    for text in (problem_text(found, Speaker()), problem_text(found, Speaker("en"))):
        assert all(character.isprintable() for character in text.replace("\n", ""))
        assert text.count("\n") == 1
        assert "[red]x" in text
    line = problem_json(found, Speaker())
    assert line.isprintable()
    assert json.loads(line)["file"] == f"districts/{UNSEEN}"


def test_an_excerpt_shows_files_of_the_project_only_and_waits_for_none(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    root.mkdir()
    (root / "ada.yml").write_text("nama: x\n", "utf-8")
    (tmp_path / "rahasia").write_text("kunci\n", "utf-8")
    (root / "tautan.yml").symlink_to(tmp_path / "rahasia")
    os.mkfifo(root / "pipa.yml")
    assert excerpt(root, Place("ada.yml", 1), 80) == ("  1 | nama: x", "")
    for name in ("tautan.yml", "pipa.yml", "../rahasia", str(tmp_path / "rahasia"), "x\0y", ""):
        assert excerpt(root, Place(name, 1), 80) is None


def test_the_terminal_shows_only_our_own_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = problem("daerah-gagal", Place(UNSEEN, 1), slug=UNSEEN, langkah=UNSEEN, kode=1)
    assert terminal_text(found, Speaker(), ROOT, 80).replace("\n", "").isprintable()


def test_marks_of_rich_in_a_name_are_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with Bar(Speaker()) as bar:
        bar.started(1)
        bar.finished("[red]kab\x1b[2J[/red]", built=True)
        task = bar._progress.tasks[0]
        assert str(bar._progress.columns[0].render(task)) == "Membuat [red]kab\\x1b[2J[/red]"


@pytest.mark.parametrize("text", ["", "Rp35.000 – ya…", "á'\"<&", UNSEEN, "\U0001f600\U000e0041", "a\u2028b"])
def test_visible_text_says_the_same(text: str) -> None:
    assert visible(text).isprintable()
    assert json.loads(visible_json(json.dumps(text, ensure_ascii=False))) == text
    if text.isprintable():
        assert visible(text) == text
