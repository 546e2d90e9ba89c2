"""After a change of one fact, the pages that are drawn are those that `facts impact` names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.utils.templates import TemplateContext

from selebaran.cli.main import commands
from selebaran.site.pages import EMPTY, FinishedPage
from selebaran.site.plugin import SelebaranPlugin
from tests.conftest import DAY, PROJECT, run_here, with_fonts
from tests.full.test_prove import AROUND
from tests.publish.little import draw_by, edit

SLUGS = ("kab-serang", "kab-contoh")
FACT, OF_JOINED = "iuran_kelas_1", "k/qz"


def test_one_fact_has_the_pages_drawn_that_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = with_fonts(shutil.copytree(PROJECT, tmp_path / "proyek", ignore=AROUND))
    where = ("--root", str(project), "--as-of", DAY.isoformat())
    build = (*SLUGS, *where, "--only", "site", "--out", str(tmp_path / "dist"))
    assert run_here(*build).returncode == 0
    edit(project / "content" / "fakta.yml", "150000", "151000")
    named = json.loads(CliRunner().invoke(commands, ["facts", "impact", FACT, "--json", *where]).stdout)
    pages, drawn = {f"{slug}/" for slug in named["halaman"]}, SelebaranPlugin.on_page_context

    def only_named(self: SelebaranPlugin, context: TemplateContext, /, *, page: Any, **more: Any) -> TemplateContext:
        assert isinstance(page, FinishedPage)
        address = page.composed.address.removeprefix(page.composed.meta.prefix)
        is_named = address in pages or address.startswith(("e/", OF_JOINED))
        assert is_named or page.meta.get("template") is EMPTY, f"{address} was drawn"
        return drawn(self, context, page=page, **more)

    draw_by(monkeypatch, only_named)
    assert run_here(*build).returncode == 0
    assert run_here(*build, "--fresh").returncode == 1
