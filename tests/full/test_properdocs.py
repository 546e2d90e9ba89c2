"""MkDocs may end; ProperDocs, which carries it on, builds the same site byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, SHORT

BUILD = """\
import sys
from datetime import date
from pathlib import Path
if sys.argv[1] == "properdocs":
    import properdocs
    import properdocs.replacement  # from here on, mkdocs is properdocs
from selebaran.compose.edition import Composer
from selebaran.site.build import build_site
from tests.project import PROJECT
from selebaran.read.project import read_project
from mkdocs.commands import build
assert Path(build.__file__).parts[-3] == sys.argv[1]
edition = Composer(read_project(PROJECT)).compose(sys.argv[3], as_of=date.fromisoformat(sys.argv[4]), profiles=())
assert build_site(edition, (), Path(sys.argv[2])) == []
"""


def built(by: str, out: Path) -> dict[str, bytes]:
    command = [sys.executable, "-c", BUILD, by, str(out), SHORT, DAY.isoformat()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_properdocs_builds_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    ours, theirs = built("mkdocs", tmp_path / "a"), built("properdocs", tmp_path / "b")
    assert len(ours) > 50
    assert ours == theirs
