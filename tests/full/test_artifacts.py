"""Whatever changes with any file of a project has named it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.test_artifacts import CHANGES, EVERY_DAY, Made, assert_named, before, project

__all__ = ["before", "project"]


@pytest.mark.parametrize("file", [file for file in CHANGES if file not in EVERY_DAY])
def test_whatever_changes_with_a_file_has_named_it(project: Path, before: Made, tmp_path: Path, file: str) -> None:
    assert_named(project, before, tmp_path, file)
