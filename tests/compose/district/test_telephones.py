"""Telephones from a district's files to its pages: what is typed there, and what can be tapped."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import phonenumbers
import pytest

from selebaran.compose.edition import Composer
from selebaran.model.district import ListedDistrict
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.districts import read_district
from tests.conftest import DAY, DEMO, ROOT

SEEN = "sumber: Karangan, diperiksa_pada: 2026-11-21"
REAL = "kab-serang"
TWO_NUMBERS = [
    ("puskesmas", '"0000-2001 / 0000-2002"'),
    ("puskesmas", '"0000-200134/35"'),
    ("puskesmas", "81200001234"),
    ("puskesmas", "+62 (0)000 1234"),
    ("rumah_sakit", '"0000-3001/0000-3002"'),
]
"""Two numbers in one field, endings, a spreadsheet's number, a 0 after the country's code."""


def read(
    folder: Path, registry: Registry, places: list[tuple[str, str]], slug: str = DEMO, head: str = ""
) -> tuple[DistrictFolder | None, list[Problem]]:
    """The district with these places: kinds and their telephones in YAML. `head` comes into daerah.yml."""
    shutil.copytree(ROOT / "districts" / slug, folder / slug)
    lines = [
        f"  - {{jenis: {kind}, nama: Tempat {number}, igd: ya, telepon: {typed}, {SEEN}}}"
        for number, (kind, typed) in enumerate(places)
    ]
    (folder / slug / "layanan.yml").write_text("\n".join(["layanan:", *lines, ""]), "utf-8")
    values = folder / slug / "daerah.yml"
    values.write_text(head + values.read_text("utf-8"), "utf-8")
    known = registry.districts[slug].district
    said = {"slug": slug, "domain": known.domain, **({"rekaan": "ya"} if known.fictional else {})}
    listed = ListedDistrict.model_validate(said)
    return read_district(folder, "districts", listed, Place("x"), registry.campaign)


def links(registry: Registry, district: DistrictFolder) -> dict[str, list[str]]:
    """What can be tapped on each page of the district."""
    districts = registry.districts | {district.slug: district}
    edition = Composer(replace(registry, districts=districts)).compose(district.slug, as_of=DAY, profiles=())
    found = {page.slug: re.findall(r"tel:[^)\"]*|https://wa\.me/\d+", page.html) for page in edition.pages}
    return {slug: targets for slug, targets in found.items() if targets}


def test_two_numbers_in_one_field_are_two_links(tmp_path: Path, registry: Registry) -> None:
    district, problems = read(tmp_path, registry, TWO_NUMBERS)
    assert problems == []
    assert district is not None
    found = links(registry, district)
    dialled = {"tel:00002001", "tel:00002002", "tel:0000200134", "tel:0000200135", "tel:+6281200001234", "tel:00001234"}
    assert dialled <= set(found["puskesmas"])
    assert {"tel:00003001", "tel:00003002"} <= set(found["gawat-darurat"])
    assert "tel:0000300100003002" not in found["gawat-darurat"]


def test_what_cannot_be_dialled_is_told_at_its_line_all_in_one_run(tmp_path: Path, registry: Registry) -> None:
    typed = ['"0000 2001 – 0000 2005"', '"12"', "6021597", '"0000 2002"', "8.12E+10", "0254 2001", "3604012345670001"]
    district, problems = read(tmp_path, registry, [("puskesmas", one) for one in typed])
    assert district is None
    assert [(found.place.line, found.code) for found in problems] == [
        (2, "telepon-bercabang"),
        (3, "telepon-tidak-tersambung"),
        (4, "telepon-tanpa-kode-area"),
        (6, "telepon-terpotong"),
        (7, "telepon-tidak-tersambung"),
        (8, "telepon-tidak-tersambung"),
    ]


@pytest.mark.parametrize("head", ["kode_area: 0254\n", 'kode_area: "0254"\n'])
def test_an_area_code_makes_numbers_of_neighbours_whole(tmp_path: Path, registry: Registry, head: str) -> None:
    typed = ["6021597", "25421003", '"200123/24"', "119", "021.5551.2345"]
    district, problems = read(tmp_path, registry, [("rumah_sakit", one) for one in typed], REAL, head)
    assert problems == []
    assert district is not None
    dials = [number.dial for place in district.facilities if place.phone for number in place.phone.numbers]
    whole = ["+622546021597", "+6225421003", "+62254200123", "+62254200124"]
    assert dials == [*whole, "119", "+622155512345"]


def test_nothing_that_cannot_be_dialled_is_a_link_on_any_page(tmp_path: Path, registry: Registry) -> None:
    typed = ["0254 200123 / 24", "(0254) 200125", "+62 (0)254 200126", "WA 0812 0000 1234", "119", "1500-999"]
    district, problems = read(tmp_path, registry, [("rumah_sakit", one) for one in typed], REAL)
    assert problems == []
    assert district is not None
    found = links(registry, district)
    assert len(found["gawat-darurat"]) >= len(typed)
    dials = {target.removeprefix("tel:").replace("https://wa.me/", "+") for page in found.values() for target in page}
    listed = {*registry.campaign.short_codes, *registry.facts.short_codes}
    assert {dial for dial in dials if dial not in listed and not is_valid(dial)} == set()


def is_valid(dial: str) -> bool:
    return phonenumbers.is_valid_number_for_region(phonenumbers.parse(dial, "ID"), "ID")


def test_made_up_numbers_are_refused_where_people_live(tmp_path: Path, registry: Registry) -> None:
    _, problems = read(tmp_path, registry, [("puskesmas", '"0000-2001"')], REAL)
    assert [found.code for found in problems] == ["telepon-tidak-tersambung"]


def test_telephones_are_not_judged_while_daerah_yml_cannot_be_read(tmp_path: Path, registry: Registry) -> None:
    _, problems = read(tmp_path, registry, [("puskesmas", '"0000-2001"')], head="nama: [\n")
    assert problems
    assert not [found.code for found in problems if found.code.startswith("telepon-")]
