"""The Nu HTML checker (validator.github.io) finds no error on any page of two sites."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.site.build import build_site
from tests.conftest import DAY, DEMO, ROOT

JAR = ROOT / ".venv" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def faults(folder: Path) -> list[str]:
    """What the checker finds in the pages of a folder: file, line, words."""
    command = ["java", "-jar", str(JAR), "--skip-non-html", "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [f"{found['url']}:{found['lastLine']}: {found['message']}" for found in json.loads(done.stderr)["messages"]]


@pytest.mark.parametrize("slug", [DEMO, "kab-serang"])
def test_the_checker_finds_no_error(slug: str, composer: Composer, tmp_path: Path) -> None:
    build_site(composer.compose(slug, as_of=DAY, profiles=()), (), tmp_path)
    assert len(list(tmp_path.rglob("*.html"))) > 60
    assert faults(tmp_path) == []


def test_it_finds_one_that_is_put_in(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<!doctype html><html lang="id"><title>a</title><p><div id=a>b</div></p>', "utf-8")
    assert [line.split("a.html:")[1][:2] for line in faults(tmp_path)] == ["1:"]
