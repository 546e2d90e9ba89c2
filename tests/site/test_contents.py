"""MkDocs gets pages that are finished: their text, what a table of contents says, and nothing to render."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.page import Heading
from selebaran.site.build import build_site
from selebaran.site.pages import contents
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, SHORT


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


def outline(*levels: int) -> str:
    """The table of contents of headings that are named after their places."""
    return str(contents(Heading(level, f"j{number}", f"J{number}") for number, level in enumerate(levels)))


def test_deeper_headings_stand_below_the_one_before_them() -> None:
    assert outline(2, 3, 3, 2) == "J0 - #j0\n    J1 - #j1\n    J2 - #j2\nJ3 - #j3\n"


def test_a_level_that_is_left_out_or_comes_first_too_deep_loses_no_heading() -> None:
    assert outline(3, 2, 4, 3) == "J0 - #j0\nJ1 - #j1\n    J2 - #j2\n    J3 - #j3\n"


def test_no_reader_of_markdown_comes_between_a_composed_page_and_the_site(edition: Edition, tmp_path: Path) -> None:
    html = '<h2 id="x">*Bukan* `naskah` [lagi](lagi.md)</h2>\n<p>Kata: {: .kelas } &lt;b&gt;\n\n    menjorok</p>\n'
    about = next(page for page in edition.pages if page.slug == "tentang")
    pages = tuple(dataclasses.replace(page, html=html) if page is about else page for page in edition.pages)
    assert build_site(dataclasses.replace(edition, pages=pages), (), tmp_path, Roots()) == []
    written = (tmp_path / "tentang" / "index.html").read_text("utf-8")
    assert " ".join(html.split()) in " ".join(written.split())  # how many blanks there are, no reader sees


def test_headings_of_a_page_are_listed_beside_it_as_plain_text(edition: Edition, tmp_path: Path) -> None:
    about = next(page for page in edition.pages if page.slug == "tentang")
    headings = tuple(Heading(2, f"j{number}", f"Surat &amp; {number}") for number in range(4))
    pages = tuple(dataclasses.replace(page, headings=headings) if page is about else page for page in edition.pages)
    build_site(dataclasses.replace(edition, pages=pages), (), tmp_path, Roots())
    assert '<a href="#j3">Surat &amp; 3</a>' in (tmp_path / "tentang" / "index.html").read_text("utf-8")
