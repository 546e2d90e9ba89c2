"""Which layouts a piece has where the office prints on A4, on F4 or on both."""

from __future__ import annotations

import dataclasses

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.piece.papers import derived_of, layouts, measures_css
from selebaran.model.piece import Form, PieceSpec
from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper
from tests.conftest import DAY, SHORT


@pytest.fixture(scope="module")
def specs(registry: Registry) -> dict[str, PieceSpec]:
    return {piece.name: piece.spec for piece in registry.pieces}


def test_a_leaflet_is_laid_out_for_f4_where_an_office_prints_it_itself(specs: dict[str, PieceSpec]) -> None:
    assert [(form.profile, form.paper) for form in layouts(specs["leaflet-daftar"], ("f4",))] == [
        ("layar", "a4"),
        ("kantor", "f4"),
        ("hemat", "f4"),
        ("percetakan", "a4"),
        ("besar", "a4"),
    ]


def test_both_papers_are_two_layouts(specs: dict[str, PieceSpec]) -> None:
    made = layouts(specs["leaflet-daftar"], ("a4", "f4"))
    assert [form.paper for form in made if form.profile == "hemat"] == ["a4", "f4"]


@pytest.mark.parametrize("name", ["poster-darurat", "kartu-darurat"])
def test_a_poster_and_a_card_are_laid_out_once_and_put_on_either_paper(specs: dict[str, PieceSpec], name: str) -> None:
    made = layouts(specs[name], ("a4", "f4"))
    assert {form.paper for form in made} == {"a4"}
    papers = [paper for _, paper in derived_of(specs[name], Form("kantor"), ("a4", "f4"))]
    assert papers.count("a4") == papers.count("f4") == len(specs[name].derived)


def test_two_leaflets_on_one_sheet_stand_on_the_paper_for_which_they_are_laid_out(specs: dict[str, PieceSpec]) -> None:
    both: tuple[Paper, ...] = ("a4", "f4")
    assert derived_of(specs["leaflet-bayi"], Form("kantor", None, "f4"), both) == (("dua", "f4"),)
    assert derived_of(specs["leaflet-bayi"], Form("kantor", None, "a4"), both) == (("dua", "a4"),)


def test_stylesheets_hear_of_the_larger_sheet_and_by_how_much_it_is_larger(specs: dict[str, PieceSpec]) -> None:
    (css,) = measures_css(specs["brosur-tidak-aktif"].on("f4"), "f4")
    for measure in ("lembar-lebar: 165mm", "lembar-tinggi: 215mm", "lebih-lebar: 17mm", "lebih-tinggi: 5mm"):
        assert f"--{measure}" in css
    assert measures_css(specs["brosur-tidak-aktif"], "a4") == ()


def test_a_district_that_says_f4_gets_f4_and_an_edition_that_is_the_same(registry: Registry) -> None:
    folder = registry.districts[SHORT]
    on_f4 = dataclasses.replace(folder, district=folder.district.model_copy(update={"paper": "f4"}))
    other = dataclasses.replace(registry, districts={**registry.districts, SHORT: on_f4})
    usual, made = (Composer(r).compose(SHORT, as_of=DAY, profiles=("kantor",)) for r in (registry, other))
    assert {piece.paper for piece in usual.pieces} == {"a4"}
    assert {piece.name for piece in made.pieces if piece.paper == "f4"} == {
        *("leaflet-daftar", "brosur-tidak-aktif", "leaflet-bayi", "lembar-semua", "poster-pengaduan")
    }
    codes = [[outcome.edition and outcome.edition.code for outcome in e.outcomes] for e in (usual, made)]
    assert codes[0] == codes[1]


def test_who_builds_may_ask_for_another_paper_than_the_district_has(composer: Composer) -> None:
    made = composer.compose(SHORT, as_of=DAY, profiles=("kantor",), papers=("a4", "f4")).pieces
    assert [piece.paper for piece in made if piece.name == "lembar-semua"] == ["a4", "f4"]
