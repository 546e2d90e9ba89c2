"""What a district decides about its sheets, and what it is told of a decision that can't stand."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from selebaran.compose.piece.choices import OwnPrint, own_print, tokens
from selebaran.compose.piece.left_out import left_out, pieces_of
from selebaran.model.district import Picture
from selebaran.model.piece import LineRoom, PieceSource
from selebaran.model.printing import Printing
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Profile
from selebaran.read.project import read_project
from tests.conftest import BASE

TOKENS = """/* The dyes. */
:root {
  /* dyes */ --nila: #22346F; --kunyit: #f2b01e;
  --button: var(--nila); /* roles */ --on-button: #ffffff; --action: var(--soft); --soft: var(--kunyit);
  --garis: 1px; --putus: var(--tiada);
}
[data-theme="gelap"] { --button: #a9bcff; --on-button: #0f1530 }
@media print { :root { --button: #000000 } }
"""
WHERE = Place("districts/kab-uji/daerah.yml")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read_project(BASE)


@pytest.fixture(scope="module")
def pieces(registry: Registry) -> tuple[PieceSource, ...]:
    """A card with room for a line of ten letters, and a poster without any."""
    (small,) = registry.pieces
    room = small.spec.model_copy(update={"line_room": LineRoom.model_validate({"panel": "isi", "huruf": "10"})})
    return dataclasses.replace(small, spec=room, name="kartu"), dataclasses.replace(small, name="poster")


def deciding(registry: Registry, **cetak: Any) -> DistrictFolder:
    folder = registry.districts["kab-uji"]
    printing = Printing.model_validate(cetak) if cetak else None
    return dataclasses.replace(folder, district=folder.district.model_copy(update={"printing": printing}))


def told(registry: Registry, pieces: tuple[PieceSource, ...], **cetak: Any) -> list[Problem]:
    found = own_print(deciding(registry, **cetak), pieces, TOKENS)[1]
    assert {problem.place.file for problem in found} <= {WHERE.file}
    return found


def test_without_decisions_a_district_makes_every_sheet_as_it_is(
    registry: Registry, pieces: tuple[PieceSource, ...]
) -> None:
    own, problems = own_print(deciding(registry), pieces, TOKENS)
    assert (own, problems) == (OwnPrint({}, None, None), [])
    assert pieces_of(deciding(registry), pieces) == pieces
    assert own.values_for("kartu") == {"baris": None, "lambang": None}
    assert own.emblem_files("kantor") == {}


def test_an_emblem_whose_file_is_gone_is_left_to_who_reads_the_list_of_pictures(
    registry: Registry, pieces: tuple[PieceSource, ...]
) -> None:
    folder = deciding(registry, lambang="lambang.png")
    listed = Picture.model_validate({"berkas": "lambang.png", "teks": "Perisai hijau", "sumber": "Dinas Rekaan"})
    folder = dataclasses.replace(folder, district=folder.district.model_copy(update={"pictures": (listed,)}))
    assert own_print(folder, pieces, TOKENS) == (OwnPrint({}, None, None), [])


def test_a_district_makes_only_the_sheets_that_it_names(registry: Registry, pieces: tuple[PieceSource, ...]) -> None:
    assert [piece.name for piece in pieces_of(deciding(registry, lembar=["poster"]), pieces)] == ["poster"]


@pytest.mark.parametrize(
    ("need", "file"), [("kegiatan", "jadwal.yml"), ("domain", "daerah.yml"), ("kontak.dinkes", "daerah.yml")]
)
def test_a_sheet_that_needs_what_a_district_has_not_filled_in_is_left_out_and_says_what(
    registry: Registry, pieces: tuple[PieceSource, ...], need: str, file: str
) -> None:
    card, poster = pieces
    needy = dataclasses.replace(poster, spec=poster.spec.model_copy(update={"needs": (need,)}))
    full = registry.districts["kab-uji"]
    whole = full.district.model_copy(update={"domain": "dinkes.uji.example"})
    assert pieces_of(dataclasses.replace(full, district=whole), (card, needy)) == (card, needy)
    bare = whole.model_copy(update={"domain": None, "contacts": {}})
    [told] = left_out(dataclasses.replace(full, district=bare, events=()), (card, needy))
    assert (told.piece, told.key, told.is_missing) == (needy.name, need, True)
    assert told.place.file == f"districts/kab-uji/{file}"


def test_a_line_stands_on_its_sheet_alone(registry: Registry, pieces: tuple[PieceSource, ...]) -> None:
    own, problems = own_print(deciding(registry, baris={"kartu": " Ke\n kader "}), pieces, TOKENS)
    assert problems == []
    assert own.values_for("kartu")["baris"] == "Ke kader"
    assert own.values_for("poster")["baris"] is None


@pytest.mark.parametrize(
    ("cetak", "code", "values"),
    [
        (
            {"lembar": ["kartu", "postr"]},
            "lembar-tidak-ada",
            {"nama": "postr", "maksud": "poster", "semua": "kartu, poster"},
        ),
        (
            {"baris": {"kartuu": "Halo"}},
            "lembar-tidak-ada",
            {"nama": "kartuu", "maksud": "kartu", "semua": "kartu, poster"},
        ),
        ({"lembar": ["poster"], "baris": {"kartu": "Halo"}}, "baris-tanpa-lembar", {"lembar": "kartu"}),
        ({"baris": {"poster": "Halo"}}, "baris-tanpa-ruang", {"lembar": "poster", "ada": "kartu"}),
        (
            {"baris": {"kartu": "12345678901"}},
            "baris-terlalu-panjang",
            {"lembar": "kartu", "ada": "11", "batas": "10", "lebih": "1"},
        ),
        ({"lambang": "lambang.png"}, "lambang-tidak-terdaftar", {"berkas": "lambang.png", "maksud": ""}),
    ],
)
def test_a_decision_that_cannot_stand_is_told_with_the_cure(
    registry: Registry, pieces: tuple[PieceSource, ...], cetak: dict[str, Any], code: str, values: dict[str, str]
) -> None:
    (found,) = told(registry, pieces, **cetak)
    assert found.code == code
    assert dict(found.values) == values


def test_a_colour_that_hides_its_text_is_told_with_one_that_does_not(
    registry: Registry, pieces: tuple[PieceSource, ...]
) -> None:
    (found,) = told(registry, pieces, warna="#f2b01e")
    values = dict(found.values)
    assert found.code == "warna-kurang-kontras"
    assert (values["isi"], values["ada"], values["dengan"]) == ("#f2b01e", "1,00", "kuning")
    assert re.fullmatch("#[0-9a-f]{6}", values["maksud"])
    assert told(registry, pieces, warna=values["maksud"]) == []


def test_a_line_that_just_fits_and_a_dark_colour_are_right(registry: Registry, pieces: tuple[PieceSource, ...]) -> None:
    assert told(registry, pieces, baris={"kartu": "1234567890"}, warna="#22346f") == []


def test_the_photocopier_gets_no_colour_and_every_other_printer_does() -> None:
    own = OwnPrint({}, None, "#22346f")
    profiles: tuple[Profile, ...] = ("layar", "kantor", "percetakan", "besar")
    for profile in profiles:
        assert own.stylesheets(profile) == (":root { --button: #22346f; --garis-tanah: #22346f }",)
        assert own.drawing_colours("pita-wajik", profile) == {"il-solid": "#22346f"}
        assert own.drawing_colours("ktp", profile) == {}
    assert own.stylesheets("hemat") == ()
    assert own.drawing_colours("pita-wajik", "hemat") == {}
    assert OwnPrint({}, None, None).stylesheets("layar") == ()


def test_tokens_are_those_of_daylight_followed_to_their_colour() -> None:
    names = ("button", "on-button", "action", "garis", "putus", "tiada")
    assert tokens(TOKENS, names) == {"button": "#22346f", "on-button": "#ffffff", "action": "#f2b01e"}
