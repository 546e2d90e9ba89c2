"""Every district gets its sheets: those that fill in everything, and those that don't exist yet.

`make test-full` tries more (tests/full/test_full.py)."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest

from selebaran.compose.edition import Composer
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Profile
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO
from tests.press.full import full, named, numbers
from tests.press.kit import everything
from tests.press.regions import all_regions, widest


def edition_of(registry: Registry, *profiles: Profile, every: bool = False) -> Edition:
    asked = everything(registry, *profiles) if every else {}
    return Composer(registry).compose(DEMO, as_of=DAY, profiles=profiles, asked=asked)


def sheets(press: Press, edition: Edition) -> tuple[list[Download], list[Problem]]:
    _, downloads, problems = print_edition(press, edition)
    return downloads, [problem for problem in problems if problem.is_error]


def test_a_district_that_fills_in_everything_gets_every_sheet(press: Press, registry: Registry) -> None:
    """With the widest letters; `make test-full` prints it with ordinary ones too, in five profiles."""
    edition = edition_of(full(registry)["widest"], "kantor")
    downloads, errors = sheets(press, edition)
    assert errors == []
    assert {d.piece for d in downloads} == {outcome.name for outcome in edition.outcomes if outcome.made}


def test_some_of_the_widest_names_of_all_regions_get_every_sheet(press: Press, registry: Registry) -> None:
    """`make test-full` prints all of them, in five profiles."""
    for region in list(widest(all_regions(), registry.districts[DEMO].district))[::19]:
        downloads, errors = sheets(press, edition_of(named(registry, region), "hemat"))
        assert errors == [], region.name
        assert downloads


def test_what_a_sheet_must_say_stands_on_the_fullest_one_too(press: Press, registry: Registry) -> None:
    edition = edition_of(full(registry)["widest"], "kantor")
    for outcome in edition.outcomes:
        if outcome.name in ("leaflet-daftar", "kartu-darurat", "poster-darurat"):
            printed = press.print(outcome.made[0])
            words = text_of(printed.pdf)
            assert outcome.edition
            assert outcome.edition.code in words
            assert printed.gone
            assert ("165" if outcome.name == "leaflet-daftar" else "0000-1000-1001") in words


@pytest.mark.parametrize("name", ["kartu-darurat", "poster-darurat"])
def test_a_sheet_for_emergencies_tells_who_is_open_at_night_and_how_far_the_hospital_is(
    name: str, press: Press, registry: Registry
) -> None:
    folder = registry.districts[DEMO]
    untold = folder.district.model_copy(update={"hospital_reach": None})
    closed = tuple(f.model_copy(update={"always_open": False}) for f in folder.facilities)
    silent = dataclasses.replace(folder, district=untold, facilities=closed)
    told, general = (sheet(name, press, registry, data) for data in (folder, silent))
    for words in ("Buka 24 jam:", "Puskesmas Rekaan Melati", "Ke rumah sakit: sekitar 2 jam"):
        assert words in told
        assert words not in general
    assert all("puskesmas yang buka 24 jam" in words for words in (told, general))


def sheet(name: str, press: Press, registry: Registry, folder: DistrictFolder) -> str:
    edition = edition_of(dataclasses.replace(registry, districts={DEMO: folder}), "layar")
    made = next(outcome.made[0] for outcome in edition.outcomes if outcome.name == name)
    return " ".join(text_of(press.print(made).pdf).split())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("profile", ["kantor", "hemat"])
def test_the_number_of_the_ambulance_is_never_smaller_than_its_label(
    press: Press, registry: Registry, profile: Profile
) -> None:
    folder = registry.districts[DEMO]
    before = folder.district.contacts["psc119"]
    for typed in ("119", "0000-1005", numbers(1), numbers(2), numbers(3)):
        phone = type(before).model_validate(
            {"nama": "Ambulans", "telepon": typed, "jam": before.hours, "sumber": "x", "diperiksa_pada": "2026-11-01"},
            context=(folder.district.dialling(("119",)), None),
        )
        contacts = {**folder.district.contacts, "psc119": phone}
        district = folder.district.model_copy(update={"contacts": contacts})
        changed = dataclasses.replace(registry, districts={DEMO: dataclasses.replace(folder, district=district)})
        for outcome in edition_of(changed, profile).outcomes:
            if outcome.name in ("kartu-darurat", "poster-darurat"):
                pdf = press.print(outcome.made[0]).pdf
                label = height(pdf, "Ambulans:" if outcome.name == "poster-darurat" else "Ambulans")
                assert height(pdf, typed.split(" / ")[0]) >= label, (outcome.name, typed)


def height(pdf: bytes, words: str) -> float:
    """The height of the first letter of some words in the largest type in which they stand."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    try:
        for page in document:
            text = page.get_textpage()
            search = text.search(words)
            while at := search.get_next():
                _, bottom, _, top = text.get_charbox(at[0])
                found.append(top - bottom)
    finally:
        document.close()
    return max(found)
