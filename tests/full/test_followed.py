"""The how-tos that take longer, followed as they are written."""

from __future__ import annotations

from pathlib import Path

from selebaran.publish.layout import site_of
from selebaran.words.catalogue import MESSAGES
from tests.conftest import DEMO
from tests.test_followed import follow, project, run

__all__ = ["project"]


def test_a_problem_code_is_added_as_its_page_says(project: Path) -> None:
    files = follow("adding-a-problem-code.md", project)
    assert len(files) == 6
    assert "seni-berhuruf" not in MESSAGES
    run(project, "-m", "scripts.problems")
    assert "### seni-berhuruf" in (project / "docs" / "masalah.md").read_text("utf-8")
    tests = ("tests/read/test_rusak.py", "tests/words/test_problems.py", "tests/cli/test_language.py")
    chosen = "seni-berhuruf or list_of_problems or every_code or never_said or (english_one and gambar)"
    said = run(project, "-m", "pytest", "-p", "no:cacheprovider", *tests, "-k", chosen, "-vv")
    assert "test_the_command_line_says_where_what_and_how[seni-berhuruf] PASSED" in said


def test_a_page_kind_is_added_as_its_page_says(project: Path) -> None:
    follow("adding-a-page-kind.md", project)
    run(project, "build.py", DEMO, "--only", "site", "--as-of", "2026-11-21", "--out", str(project / "dist"))
    page = (site_of(project / "dist", f"{DEMO}.example") / "bacaan-posyandu" / "index.html").read_text("utf-8")
    assert '<article class="dalam bacaan"' in page
    assert "<h1>Untuk dibacakan di posyandu</h1>" in page
    assert "Tunjukkan di loket puskesmas." in page
