"""The small project, and a way to run commands on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selebaran.cli.main import main
from tests.cli.facts.kit import Ran
from tests.conftest import BASE, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "proyek"
    shutil.copytree(BASE, root)
    shutil.copytree(ROOT / "templates" / "laporan", root / "templates" / "laporan")
    shutil.copy(ROOT / "templates" / "tokens.css", root / "templates")
    return root


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """A command on the small project, or on the one that --root names."""

    def run_it(*arguments: str) -> Ran:
        where = () if "--root" in arguments else ("--root", str(project))
        code: Any = 0
        try:
            main([*arguments, *where])
        except SystemExit as end:
            code = end.code
        return Ran(int(code or 0), *capsys.readouterr())

    return run_it
