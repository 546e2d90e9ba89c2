"""Pages of marks that were drawn are taken in this build and the next where exactly the same would be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from selebaran.jobs import recalled
from selebaran.jobs.plain import plainly
from selebaran.model.theme import SiteTheme
from selebaran.site.framed import MOST_DRAWN, DrawnBefore, Inputs, Look, keep_drawn

PAGE, OTHER, BROKEN = "daftar/index.html", "iuran/index.html", "k/index.html"
INPUTS = Inputs(
    SiteTheme(), "kepala", {"id": "sentuh.1.js"}, {PAGE: "naskah Qz'nzq", OTHER: "naskah iuran", BROKEN: "naskah"}
)
LOOK = Look(frozenset(("/iuran/",)), frozenset(("syarat",)), frozenset((".teks",)))
TEXTS = {PAGE: "<p>Qz'nzq</p>", OTHER: "<p>Iuran</p>", BROKEN: "<p>Kecamatan</p>"}


@pytest.fixture(autouse=True)
def drawn() -> Iterator[None]:
    """Three pages, with one of which something is wrong."""
    recalled.forget("bingkai")
    keep_drawn(INPUTS, TEXTS, {PAGE: LOOK, OTHER: LOOK})
    yield
    recalled.forget("bingkai")


def taken(inputs: Inputs) -> set[str]:
    return set(DrawnBefore().covered(inputs).texts)


def test_a_page_is_taken_with_what_it_looks_like() -> None:
    found = DrawnBefore().covered(INPUTS)
    assert dict(found.texts) == {PAGE: TEXTS[PAGE], OTHER: TEXTS[OTHER]}
    assert found.looks == {PAGE: LOOK, OTHER: LOOK}
    assert "/sentuh.1.js" in found.leads


def test_what_changes_a_page_has_it_drawn() -> None:
    assert taken(replace(INPUTS, pages={**INPUTS.pages, PAGE: "naskah Qz'nzq 36.000"})) == {OTHER}
    assert taken(replace(INPUTS, common="kepala lain")) == set()
    assert taken(replace(INPUTS, touched={"id": "sentuh.2.js"})) == set()
    assert taken(replace(INPUTS, theme=SiteTheme(templates={"main.html": "lain"}))) == set()
    with plainly():
        assert taken(INPUTS) == set()


def test_what_is_kept_has_an_end_and_goes_from_build_to_build() -> None:
    every = recalled.taken_out(used=False)
    recalled.forget("bingkai")
    recalled.given_back(every)
    assert taken(INPUTS) == {PAGE, OTHER}
    for number in range(MOST_DRAWN):
        keep_drawn(replace(INPUTS, common=str(number)), TEXTS, {PAGE: LOOK})
    assert taken(INPUTS) == set()


def test_what_is_much_is_opened_when_somebody_asks_for_it() -> None:
    every, asked = recalled.taken_out(used=False), list[str]()
    recalled.forget("bingkai")

    def more() -> None:
        asked.append("bingkai")
        recalled.given_back(every)

    recalled.wait(("bingkai",), more)
    assert asked == []
    assert taken(INPUTS) == taken(INPUTS) == {PAGE, OTHER}
    assert asked == ["bingkai"]
