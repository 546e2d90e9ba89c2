"""Each how-to of docs/engineering is followed once as it is written, on a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DEMO, ROOT, keep_pieces

HOW_TOS = ROOT / "docs" / "engineering"
BLOCK = re.compile(r"`([\w-]+/[\w./-]+)`:?\n\n```(\w+)\n(.*?)```", re.S)
"""A file's name at the end of a line, and the block under it."""
NEEDED = ("selebaran", "scripts", "tests", "docs", "content", "templates", "pyproject.toml", "mkdocs.yml", "build.py")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the demonstration district alone, and no print piece."""
    root = tmp_path / "proyek"
    root.mkdir()
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copyfile(source, root / name)
    (root / "printables").mkdir()
    for name in (DEMO, "_provinsi"):
        shutil.copytree(ROOT / "districts" / name, root / "districts" / name)
    keep_pieces(root)
    (root / "districts" / "_daftar.yml").write_text(
        f"daerah:\n  - {{slug: {DEMO}, domain: {DEMO}.example, rekaan: ya}}\n", "utf-8"
    )
    if (ROOT / ".cache").is_dir():
        (root / ".cache").symlink_to(ROOT / ".cache")
    return root


def follow(name: str, project: Path) -> list[str]:
    """Do what a how-to says: write its files and change those that it changes. Returns their names."""
    text = (HOW_TOS / name).read_text("utf-8")
    steps = BLOCK.findall(text)
    assert len(steps) == len(re.findall(r"^```(?!sh$)\w", text, re.M)), "each block but commands is under a file's name"
    for file, language, block in steps:
        path = project / file
        if language == "diff":
            path.write_text(changed(path.read_text("utf-8"), block), "utf-8")
        else:
            assert not path.exists(), file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, "utf-8")
    return [file for file, _, _ in steps]


def changed(text: str, block: str) -> str:
    """A text after the change that a block shows: lines with + come, lines with - go, others stay and tell the spot."""
    lines = block.splitlines(keepends=True)
    before = "".join(line[1:] or "\n" for line in lines if not line.startswith("+"))
    after = "".join(line[1:] or "\n" for line in lines if not line.startswith("-"))
    assert f"\n{text}".count(f"\n{before}") == 1, before
    return f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]


def run(project: Path, *arguments: str) -> str:
    """What a Python command prints that runs the copy's code; it ends well."""
    environment = {**os.environ, "PYTHONPATH": str(project)}
    command = [sys.executable, "-P", *arguments]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_check_is_added_as_its_page_says(project: Path) -> None:
    *_, test = follow("adding-a-check.md", project)
    said = run(project, "-m", "pytest", "-p", "no:cacheprovider", test, "-vv")
    assert "test_a_phrase_to_avoid_in_the_title_of_a_drawing_is_named PASSED" in said


def test_every_how_to_says_which_test_follows_it() -> None:
    pages = sorted(path.name for path in HOW_TOS.glob("adding-*.md"))
    assert len(pages) >= 4
    listed = (HOW_TOS / "README.md").read_text("utf-8")
    for name in pages:
        assert f"({name})" in listed
        [test] = set(re.findall(r"`(tests/[\w/]+\.py)`\)", (HOW_TOS / name).read_text("utf-8")))
        assert name in (ROOT / test).read_text("utf-8")
