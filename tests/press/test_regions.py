"""Where the widest names of all regions fit, each other does: what tests/press/regions.py says, held against sheets."""

from __future__ import annotations

import dataclasses
import re

import pytest

from selebaran.compose.district.names import breakable
from selebaran.compose.edition import Composer
from selebaran.model.district import District
from selebaran.model.fitting import FIRM
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO, ROOT
from tests.press.full import named
from tests.press.regions import APART, Region, all_regions, below, hulls, widest

SLACK_MM = 0.1
Fullness = dict[tuple[str, str], float]
SPACING = re.compile(r"(?:letter-spacing|--rapat[a-z-]*): *(-?[\d.]+)em")


@pytest.fixture(scope="module")
def demo(registry: Registry) -> District:
    return registry.districts[DEMO].district


def test_each_of_the_514_regions_is_one_of_the_widest_or_below_one(demo: District) -> None:
    found = widest(all_regions(), demo)
    named_once = [region for top, lower in found.items() for region in (top, *lower)]
    assert len(named_once) == len(set(named_once)) == 514
    assert len(found) < 30
    assert max(all_regions(), key=lambda one: len(one.name)) in found


def test_some_made_up_names_need_the_room_of_all_the_widest_and_no_more_letters(demo: District) -> None:
    known = widest(all_regions(), demo)
    found = hulls(known, demo)
    assert sorted(region for members in found.values() for region in members) == sorted(known)
    assert len(found) < len(known) / 2
    longest = max(len(region.name) for region in known)
    for hull, members in found.items():
        assert len(hull.name) <= longest
        for region in members:
            for text, room in zip(region.texts(demo), hull.texts(demo), strict=True):
                assert below(text, room), (region.name, hull.name)


@pytest.mark.parametrize(
    ("name", "other", "is_below"),
    [
        ("Kota Palu", "Kabupaten Kepulauan Siau", True),
        ("Kabupaten Kepulauan Siau", "Kota Palu", False),
        ("Kabupaten Siau", "Kabupaten Siau Biaro", True),
        ("Kabupaten Pegunungan Bintang", "Kabupaten Bintang Pegunungan", False),  # words keep their order
        ("Kabupaten iiiiiiii", "Kabupaten WWWWWW", True),  # more letters, and narrower ones
        ("Kabupaten WWWWWW", "Kabupaten iiiiiiii", False),
    ],
)
def test_a_name_is_below_another_word_by_word_in_their_order(name: str, other: str, *, is_below: bool) -> None:
    assert below(tuple(name.split()), tuple(other.split())) is is_below


def test_the_second_domain_of_a_region_is_no_wider_than_the_first(demo: District) -> None:
    for region in all_regions():
        district = demo.model_copy(update={"short_name": region.short_name})
        first, second = (breakable(host, district)[0] for host in region.hosts)
        assert below(second, first), region.name


def test_stylesheets_set_letters_no_closer_and_no_farther_apart_than_is_measured() -> None:
    sheets = [*ROOT.glob("printables/*/piece.css"), *ROOT.glob("templates/print/*.css")]
    found = [float(apart) for sheet in sheets for apart in SPACING.findall(sheet.read_text("utf-8"))]
    assert len(found) > 3
    assert APART[0] <= min(found) <= max(found) <= APART[1]


def fullness(press: Press, registry: Registry, region: Region) -> Fullness:
    """How far down each panel of each sheet is full, in millimetres, with its text as large as it is drawn."""
    pieces = Composer(named(registry, region)).compose(DEMO, as_of=DAY, profiles=("kantor",)).pieces
    audits = {piece.name: press.print(dataclasses.replace(piece, elastic=FIRM)).audit for piece in pieces}
    return {(name, one.panel): one.fill * one.height_mm for name, found in audits.items() for one in found.panels}


def fuller(mine: Fullness, other: Fullness) -> set[tuple[str, str]]:
    """The panels that are fuller than those of another region."""
    assert mine.keys() == other.keys()
    return {panel for panel, mm in mine.items() if mm > other[panel] + SLACK_MM}
