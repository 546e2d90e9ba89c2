"""The small sound project of the broken trees, to be changed, and what is said of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.problem import Problem
from tests.conftest import BASE


def small_project(folder: Path) -> Path:
    """A copy of the project."""
    return Path(shutil.copytree(BASE, folder / "proyek"))


def write(root: Path, name: str, text: str) -> None:
    """A file of the project."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


def page(root: Path, slug: str, body: str, head: str = "") -> None:
    """A shared page; its body begins on line 5, or below what `head` adds."""
    write(root, f"content/{slug}.md", f"---\njudul: Coba\nringkas: Ringkas.\n{head}---\n{body}\n")


def said(problems: Iterable[Problem]) -> list[str]:
    """Each problem as the command line says it."""
    return [problem_text(fault, Speaker()) for fault in problems]


def listed(folder: Path, slug: str, text: str) -> Path:
    """A small project that lists one district more, with its daerah.yml."""
    project = small_project(folder)
    write(project, "districts/_daftar.yml", f"daerah:\n  - slug: {slug}\n")
    write(project, f"districts/{slug}/daerah.yml", text)
    return project
