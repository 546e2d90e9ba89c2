"""Names and codes are a district's own: who has another's is stopped, and nobody else."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from selebaran.model.registry import DistrictFolder
from selebaran.read.project import read_project
from selebaran.read.unique import taken_twice
from tests.conftest import BASE


@pytest.fixture(scope="module")
def folder() -> DistrictFolder:
    """A district that the centre has countersigned."""
    return read_project(BASE).districts["kab-uji"]


def other(folder: DistrictFolder, slug: str, **changed: Any) -> DistrictFolder:
    """Another district, which nobody has countersigned."""
    assert folder.listed is not None
    listed = folder.listed.model_copy(update={"slug": slug, "countersigned": None})
    district = folder.district.model_copy(update={"name": "Kabupaten Lain", "code": "00.09", **changed})
    return dataclasses.replace(folder, slug=slug, district=district, listed=listed)


def stopped(*folders: DistrictFolder) -> dict[str, list[str]]:
    found = taken_twice({folder.slug: folder for folder in folders})
    return {slug: [problem.code for problem in problems] for slug, problems in found.items()}


def test_who_takes_a_neighbours_name_and_code_stops_itself_alone(folder: DistrictFolder) -> None:
    taker = other(folder, "kab-ambil", name="KABUPATEN  UJI", code="00.01")
    assert stopped(taker, folder) == {"kab-ambil": ["nama-dipakai-dua", "kode-dipakai-dua"]}
    assert stopped(folder, other(folder, "kab-lain")) == {}


def test_what_is_made_up_never_stops_what_is_real(folder: DistrictFolder) -> None:
    made_up, real = other(folder, "kab-rekaan", fictional=True), other(folder, "kab-sungguh")
    assert stopped(made_up, real) == {"kab-rekaan": ["nama-dipakai-dua", "kode-dipakai-dua"]}


def test_of_two_with_the_same_right_the_first_in_the_list_keeps_it(folder: DistrictFolder) -> None:
    assert list(stopped(other(folder, "kab-satu"), other(folder, "kab-dua"))) == ["kab-dua"]


def test_kecamatan_of_one_name_lie_in_different_places(folder: DistrictFolder) -> None:
    named = {"name": "Kecamatan Sukajadi", "kind": "kecamatan"}
    here = other(folder, "kec-satu", parent="Kota Bandung", code="32.73.05", **named)
    there = other(folder, "kec-dua", parent="Kota Pekanbaru", code="14.71.01", **named)
    assert stopped(here, there) == {}
    assert stopped(here, other(folder, "kec-tiga", parent="Kota Bandung", code="32.73.06", **named)) == {
        "kec-tiga": ["nama-dipakai-dua"]
    }
