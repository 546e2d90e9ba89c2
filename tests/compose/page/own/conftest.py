"""The small project, ready to be written into."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.page.own.kit import project_at


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of two districts."""
    return project_at(tmp_path)
