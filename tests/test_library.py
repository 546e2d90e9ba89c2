"""The calls that other programs rely on: as the documentation shows them, and cheap to import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import selebaran
from tests.conftest import ROOT
from tests.project import PROJECT
from tests.test_docs import fences

PAGE = ROOT / "docs" / "engineering" / "as-a-library.md"


def test_the_example_of_the_documentation_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = fences(PAGE, "python")
    monkeypatch.chdir(ROOT)
    exec(compile(example, str(PAGE), "exec"), {})
    pages, *problems, built = capsys.readouterr().out.splitlines()
    assert "iuran" in pages
    assert problems == []
    assert built == "True"


def test_every_call_is_documented() -> None:
    text = PAGE.read_text("utf-8")
    for name in set(selebaran.__all__) - {"__version__"}:
        assert f"| `{name}(" in text
        assert getattr(selebaran, name).__doc__


def test_importing_it_loads_none_of_its_stages() -> None:
    code = "import json, sys, selebaran; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)
    assert [name for name in loaded if name.startswith("selebaran")] == ["selebaran"]
    assert {"pydantic", "yaml", "mkdocs", "weasyprint"} & set(loaded) == set()


def test_a_district_that_nobody_listed_is_no_district(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="kab-entah"):
        selebaran.build_districts(PROJECT, tmp_path, ("kab-entah",))
    assert list(tmp_path.iterdir()) == []
