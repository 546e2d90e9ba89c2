"""docs/ is a site: every page in its menu, every link leads somewhere, nothing comes from another host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts import docs_site
from tests.conftest import ROOT
from tests.test_docs import FENCE


def test_the_site_has_all_pages_and_asks_no_other_host(tmp_path: Path) -> None:
    assert docs_site.built(tmp_path) == 0
    pages = {path.relative_to(tmp_path).with_suffix(".md") for path in tmp_path.rglob("*.html")}
    there = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    assert {path for path in there if path.name != "README.md"} <= pages
    loaded = re.compile(r"""<[^>]+\ssrc=["']https?://|<link[^>]+href=["']https?://""")
    assert not [path for path in tmp_path.rglob("*.html") if loaded.search(path.read_text("utf-8"))]
    for path in there:
        shown = FENCE.findall((ROOT / "docs" / path).read_text("utf-8"))
        page = tmp_path / path.with_name(path.name.replace("README", "index")).with_suffix(".html")
        assert page.read_text("utf-8").count("<pre") == len(shown), path
        assert not re.search(r"[^>]\n\d\. <strong>", page.read_text("utf-8")), path
    told = (tmp_path / "acuan" / "isian.html").read_text("utf-8")
    assert "kegiatan[].tanggal" in told
    assert "Hari kegiatan, tahun-bulan-hari" in told
    assert "kartu-darurat" in (tmp_path / "acuan" / "lembar.html").read_text("utf-8")


def test_a_link_that_leads_nowhere_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "proyek"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".*", "dist*", "tests", "node_modules"))
    with (project / "docs/panduan/terbit.md").open("a", encoding="utf-8") as page:
        page.write("\n[Putus](#tidak-ada)\n")
    monkeypatch.setattr(docs_site, "ROOT", project)
    assert docs_site.built(tmp_path / "situs") != 0
