"""Pages that were drawn before are taken where they were drawn from the same and lie there as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from selebaran.jobs.plain import plainly
from selebaran.model.theme import SiteTheme
from selebaran.site.dated import put_day
from selebaran.site.framed import Covered, Inputs, Look
from selebaran.site.links import Site
from selebaran.site.shelf import PageShelf, kept_of

THEN = date(2026, 11, 28)
DRAWN = "<p>Disusun QzTgLzQ.</p>"
PAGE, OTHER = "daftar/index.html", "iuran/index.html"
LOOK = Look(frozenset(("/iuran/",)), frozenset(("syarat",)), frozenset((".teks",)))
INPUTS = Inputs(SiteTheme(), "kepala", {"id": "assets/sentuh.1.js"}, {PAGE: "naskah daftar", OTHER: "naskah iuran"})


@pytest.fixture
def shelf(tmp_path: Path) -> PageShelf:
    """Two pages as the last build left them."""
    for path in INPUTS.pages:
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(DRAWN, "utf-8")
    site = Site({}, {}, frozenset(), None, covered=Covered({}, dict.fromkeys(INPUTS.pages, LOOK)))
    kept = kept_of(site, INPUTS, put_day(tmp_path, THEN))
    return PageShelf.told(kept.told, tmp_path, THEN, kept.shown)


def taken(shelf: PageShelf, inputs: Inputs) -> set[str]:
    return set(shelf.covered(inputs).texts)


def test_a_page_drawn_from_the_same_is_taken_with_marks_in_place_of_its_day(shelf: PageShelf) -> None:
    found = shelf.covered(INPUTS)
    assert dict(found.texts) == {PAGE: DRAWN, OTHER: DRAWN}
    assert found.looks[PAGE] == LOOK
    assert "/assets/sentuh.1.js" in found.leads


def test_what_changes_a_page_has_it_drawn(shelf: PageShelf) -> None:
    assert taken(shelf, replace(INPUTS, pages={**INPUTS.pages, PAGE: "naskah lain"})) == {OTHER}
    assert taken(shelf, replace(INPUTS, common="kepala lain")) == set()
    assert taken(shelf, replace(INPUTS, touched={"id": "assets/sentuh.2.js"})) == set()
    assert taken(shelf, replace(INPUTS, theme=SiteTheme(templates={"main.html": "lain"}))) == set()
    assert taken(shelf, replace(INPUTS, theme=SiteTheme(config="lain"))) == set()
    with plainly():
        assert taken(shelf, INPUTS) == set()


def test_a_page_that_is_not_what_it_was_is_drawn(shelf: PageShelf) -> None:
    (shelf.root / PAGE).write_text("<p>Disusun 28 November 2026!</p>", "utf-8")
    assert taken(shelf, INPUTS) == {OTHER}
    (shelf.root / OTHER).unlink()
    assert taken(shelf, INPUTS) == set()


def test_a_site_of_another_day_is_drawn(shelf: PageShelf) -> None:
    assert taken(replace(shelf, then=date(2026, 11, 29)), INPUTS) == set()


@pytest.mark.parametrize("told", ["", "[]", '[[], {"a": 1}]', '[["x"], {"a": ["1", "2", [0], [7], [0]]}]', "[" * 9000])
def test_what_a_child_cannot_have_said_is_no_shelf(told: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        PageShelf.told(told, tmp_path, THEN, {})
