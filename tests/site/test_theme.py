"""What every site is drawn with is read once, and is all that a site needs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.theme import SiteTheme
from selebaran.read.theme import read_theme
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots
from selebaran.site.theme import CODES, templates_of, warm
from tests.conftest import DAY, SHORT

LIBRARY = (get_theme_dir("material"),)


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


def test_a_site_compiles_no_template_that_was_compiled_before(edition: Edition, tmp_path: Path) -> None:
    CODES.forget()
    warm(edition.theme)
    before = set(CODES.known)
    assert len(before) > 20
    assert build_site(edition, (), tmp_path, Roots()) == []
    assert set(CODES.known) == before


def test_another_template_is_not_taken_for_the_one_that_was_compiled(edition: Edition, tmp_path: Path) -> None:
    warm(edition.theme)
    templates = {name: text.replace("<h1", "<h1 data-baru") for name, text in edition.theme.templates.items()}
    changed = dataclasses.replace(edition, theme=dataclasses.replace(edition.theme, templates=templates))
    assert build_site(changed, (), tmp_path, Roots()) == []
    assert "<h1 data-baru" in (tmp_path / "daftar" / "index.html").read_text("utf-8")


def test_a_template_names_its_parent_and_what_it_includes_also_through_the_library() -> None:
    theme = SiteTheme(
        templates={
            "main.html": '{% extends "base.html" %}{% include "partials/satu.html" %}',
            "partials/satu.html": "",
            "partials/footer.html": "",
            "partials/languages/id.html": "",
            "lain.html": "",
        }
    )
    found = templates_of(theme, ("main.html",), LIBRARY)
    assert found & theme.templates.keys() == theme.templates.keys() - {"lain.html"}
    assert "base.html" in found


def test_a_project_whose_mkdocs_yml_is_empty_makes_no_site_and_says_so(edition: Edition, tmp_path: Path) -> None:
    bare = dataclasses.replace(edition, theme=SiteTheme())
    assert [(p.code, p.place.file) for p in build_site(bare, (), tmp_path / "situs")] == [
        ("berkas-hilang", "mkdocs.yml")
    ]


def test_what_isnt_text_in_a_template_is_told_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / ".gitkeep").touch()
    (folder / "main.html").write_bytes(b"\xff\xfe<p>")
    (folder / "assets" / "huruf.woff2").write_bytes(b"\xff\xfe\x00")
    theme, problems = read_theme(tmp_path, ":root {}")
    assert [(p.code, p.place.file) for p in problems] == [("bukan-utf8", "templates/site/main.html")]
    assert (theme.templates, theme.assets) == ({}, {"assets/huruf.woff2": b"\xff\xfe\x00"})
