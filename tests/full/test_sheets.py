"""The sheets of districts in every profile: whole, and with no empty panel. Of those that have nothing but names, in
each class the ones with the widest names and the one with the shortest: where these fit, each of the others does
(tests/press/regions.py). One of each class, that with the longest name, gets the sheets that are made when asked for
too."""

from __future__ import annotations

from collections import defaultdict

import pytest

from selebaran.compose.district.names import KINDS, breakable
from selebaran.compose.edition import Composer
from selebaran.compose.page.bare import is_bare
from selebaran.model.district import District
from selebaran.model.piece import NOTHING_ASKED
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.layout import Press
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project
from tests.press.kit import everything
from tests.press.regions import Words, tops
from tests.press.test_leaflet import every_sheet_is_whole
from tests.project import PROJECT

ASKED: tuple[Profile, ...] = ("layar", "kantor")
"""What is made when asked for is tried in these: in `hemat` text is as large as in `kantor`, or larger."""


def texts_of(district: District) -> tuple[Words, ...]:
    """What of a district stands on its sheets."""
    spoken = f"{KINDS[district.kind]} {district.short_name}"
    texts = (district.name, spoken, district.short_name)
    return (*(tuple(text.split()) for text in texts), breakable(district.domain or "", district)[0])


def tried(registry: Registry) -> dict[str, bool]:
    """The districts whose sheets are made, and whether all of theirs are."""
    classes: dict[object, dict[str, tuple[Words, ...]]] = defaultdict(dict)
    for slug, folder in registry.districts.items():
        one = folder.district
        of = (one.paper, one.terms, one.kind, not one.domain, not folder.proposals) if is_bare(folder) else slug
        classes[of][slug] = texts_of(one)
    first, others = set(), set()
    for texts in classes.values():
        longest, *more = tops(texts)
        first.add(longest)
        others |= {*more, min(texts, key=lambda slug: len(str(texts[slug])))}
    return {slug: slug in first for slug in sorted(first | others)}


@pytest.mark.parametrize(("slug", "every"), tried(read_project(PROJECT)).items())
def test_a_district_gets_whole_sheets(
    slug: str, composer: Composer, registry: Registry, press: Press, *, every: bool
) -> None:
    asked = everything(registry, *ASKED) if every else NOTHING_ASKED
    every_sheet_is_whole(slug, composer, press, PROFILES, asked)


def test_each_class_of_districts_is_tried(registry: Registry) -> None:
    made = tried(registry)
    assert {slug for slug, folder in registry.districts.items() if not is_bare(folder)} <= {
        slug for slug, every in made.items() if every
    }
    assert 6 <= len(made) < len(registry.districts) / 2
